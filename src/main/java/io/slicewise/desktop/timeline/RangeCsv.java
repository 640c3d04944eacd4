package io.slicewise.desktop.timeline;

import io.slicewise.text.Csv;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.PowerCurve;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a range as CSV: a row for each instant at which one of them changes, with what holds from then on. Times
 * are ISO 8601 in UTC, figures ratios with all their digits, empty where there is none.
 */
final class RangeCsv {
    private static final String HEADER =
            "time,instanceAverage,sliceWeightedAverage,wholeGpuUtilization,allocatedShare,coverage\n";

    /** What the GPUs drew together, and how many of them were measured. */
    private static final String POWER = ",powerWatts,powerGpus\n";

    private RangeCsv() {}

    /** @param power what the GPUs drew, for two columns more; {@code null} where nobody measured it */
    static String write(List<Curves.Row> rows, @Nullable PowerCurve power) {
        if (power == null) {
            StringBuilder csv = new StringBuilder(HEADER);
            lines(csv, "", rows);
            return csv.toString();
        }
        StringBuilder csv = new StringBuilder(HEADER.strip() + POWER);
        for (Curves.Row row : rows) {
            line(csv, "", row);
            csv.append(',').append(Csv.cell(power.at(row.time())));
            csv.append(',').append(power.measuredAt(row.time())).append('\n');
        }
        return csv.toString();
    }

    /**
     * The same for several groups under each other, with the name of each in front of its rows.
     *
     * @param groups by the name of each
     */
    static String write(Map<String, List<Curves.Row>> groups) {
        StringBuilder csv = new StringBuilder("group," + HEADER);
        groups.forEach((name, rows) -> lines(csv, Csv.name(name) + ",", rows));
        return csv.toString();
    }

    private static void lines(StringBuilder csv, String before, List<Curves.Row> rows) {
        for (Curves.Row row : rows) {
            line(csv, before, row);
            csv.append('\n');
        }
    }

    private static void line(StringBuilder csv, String before, Curves.Row row) {
        csv.append(before).append(Instant.ofEpochMilli(row.time()));
        for (double value : new double[] {
            row.instanceAverage(), row.weightedAverage(), row.wholeGpu(), row.allocatedShare(), row.coverage()
        }) {
            csv.append(',').append(Csv.cell(value));
        }
    }
}
