package io.slicewise.live.sums;

import io.slicewise.usage.Averages;
import java.time.Instant;
import java.util.List;

/**
 * A fleet as a server summed it up at one time.
 *
 * @param at the time that the server was asked for
 * @param group what the rows are about
 * @param rows the figures of each host or GPU, by name
 * @param total the figures of all
 * @param unknownModels models as printed whose weights nobody knows
 */
public record SummedReading(Instant at, Group group, List<Row> rows, Averages total, List<String> unknownModels) {
    public SummedReading {
        rows = List.copyOf(rows);
        unknownModels = List.copyOf(unknownModels);
    }

    /**
     * A host or a GPU.
     *
     * @param host the machine; empty where nobody said
     * @param gpu the UUID; empty in rows of hosts
     */
    public record Row(String host, String gpu, Averages averages) {}
}
