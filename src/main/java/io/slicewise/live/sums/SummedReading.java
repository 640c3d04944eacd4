package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.usage.Averages;
import java.time.Instant;
import java.util.List;

/**
 * A fleet as a server summed it up at one time.
 *
 * @param at the time that the server was asked for
 * @param group what the rows are about
 * @param labels how the server writes labels
 * @param rows the figures of each host or GPU, by name
 * @param total the figures of all
 * @param unknownModels models as printed whose weights are not known
 */
public record SummedReading(
        Instant at, Group group, LabelNames labels, List<Row> rows, Averages total, List<String> unknownModels) {
    public SummedReading {
        rows = List.copyOf(rows);
        unknownModels = List.copyOf(unknownModels);
    }

    /**
     * A host or a GPU.
     *
     * @param host the machine; empty where it was not said
     * @param gpu the UUID; empty in rows of hosts
     */
    public record Row(String host, String gpu, Averages averages) {
        /** {@code node-1}, {@code node-1 · GPU-5fd4…}. */
        public String name() {
            return SummedRange.name(host, gpu);
        }
    }

    /**
     * What a row adds to the gap {@code W − S} of all: of its instances together {@code Σ (w/Σw − 1/n)·(u − S)}, which
     * needs no more than their sums. The contributions of all rows sum up to the gap. {@code NaN} without a figure.
     */
    public double contribution(Row row) {
        Averages one = row.averages();
        if (one.reported() == 0) {
            return 0;
        }
        double weighted =
                one.reportedWeight() * (one.weightedAverage() - total.instanceAverage()) / total.reportedWeight();
        double counted = one.reported() * (one.instanceAverage() - total.instanceAverage()) / total.reported();
        return weighted - counted;
    }
}
