package io.slicewise.desktop.timeline;

import io.slicewise.usage.timeline.Curves;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The figures of a range as CSV: a row for each instant at which one of them changes, with what holds from then on. Times
 * are ISO 8601 in UTC, figures ratios with all their digits, empty where there is none.
 */
final class RangeCsv {
    private static final String HEADER =
            "time,instanceAverage,sliceWeightedAverage,wholeGpuUtilization,allocatedShare," + "coverage\n";

    private RangeCsv() {}

    /**
     * The same for several groups under each other, with the name of each in front of its rows.
     *
     * @param groups by the name of each
     */
    static String write(Map<String, List<Curves.Row>> groups) {
        StringBuilder csv = new StringBuilder("group," + HEADER);
        groups.forEach((name, rows) -> {
            String quoted = name.matches("[^\",\\r\\n]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
            String lines = write(rows);
            lines.lines()
                    .skip(1)
                    .forEach(line -> csv.append(quoted).append(',').append(line).append('\n'));
        });
        return csv.toString();
    }

    static String write(List<Curves.Row> rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (Curves.Row row : rows) {
            csv.append(Instant.ofEpochMilli(row.time()));
            for (double value : new double[] {
                row.instanceAverage(), row.weightedAverage(), row.wholeGpu(), row.allocatedShare(), row.coverage()
            }) {
                csv.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
