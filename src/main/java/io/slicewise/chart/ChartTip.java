package io.slicewise.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a datum when it is pointed at.
 *
 * @param title which one it is
 * @param rows its figures
 * @param details further finished lines
 */
public record ChartTip(String title, List<Row> rows, List<String> details) {
    public ChartTip {
        rows = List.copyOf(rows);
        details = List.copyOf(details);
    }

    /**
     * A figure.
     *
     * @param role the colour of its mark; {@code null} where it has none
     * @param name what it is; may be empty
     * @param value the finished figure, with its unit
     */
    public record Row(@Nullable ColorRole role, String name, String value) {
        String words() {
            return name.isEmpty() ? value : name + " " + value;
        }
    }

    /** All of it in one line, for a person who listens. */
    public String words() {
        String figures =
                Stream.concat(rows.stream().map(Row::words), details.stream()).collect(Collectors.joining(", "));
        return figures.isEmpty() ? title : title + ": " + figures;
    }
}
