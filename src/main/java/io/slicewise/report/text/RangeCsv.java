package io.slicewise.report.text;

import io.slicewise.text.Csv;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.PowerCurve;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a range as CSV: a row for each instant at which one of them changes, with what holds from then on. Times
 * are ISO 8601 in UTC, figures ratios with all their digits, empty where there is none.
 */
public final class RangeCsv {
    private static final String HEADER =
            "time,instanceAverage,sliceWeightedAverage,wholeGpuUtilization,allocatedShare,coverage";

    /** What the GPUs drew together, and how many of them were measured. */
    private static final String POWER = ",powerWatts,powerGpus";

    private RangeCsv() {}

    /**
     * What stands in rows.
     *
     * @param rows the figures
     * @param power what the GPUs drew; {@code null} where nobody measured it
     */
    public record Part(List<Curves.Row> rows, @Nullable PowerCurve power) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** One range; with two columns more where somebody measured what the GPUs drew. */
    public static String write(Part part) {
        return write("", Map.of("", part));
    }

    /**
     * Several under each other, with the name of each in front of its rows.
     *
     * @param column what the names are called; empty for none
     * @param parts by the name of each
     */
    public static String write(String column, Map<String, Part> parts) {
        boolean power = parts.values().stream().map(Part::power).anyMatch(Objects::nonNull);
        StringBuilder csv = new StringBuilder(column.isEmpty() ? "" : column + ",");
        csv.append(HEADER).append(power ? POWER : "").append('\n');
        parts.forEach((name, part) -> {
            String before = column.isEmpty() ? "" : Csv.name(name) + ",";
            for (Curves.Row row : part.rows()) {
                line(csv, before, row);
                if (power) {
                    watts(csv, part.power(), row.time());
                }
                csv.append('\n');
            }
        });
        return csv.toString();
    }

    private static void watts(StringBuilder csv, @Nullable PowerCurve power, long time) {
        csv.append(',').append(power == null ? "" : Csv.cell(power.at(time)));
        csv.append(',').append(power == null ? "" : power.measuredAt(time));
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
