package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SourceLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the columns of a table are.
 *
 * @param shape how rows are to be read
 * @param names the columns as they are called
 * @param time the column of times, -1 without one
 * @param value the column of values in the long shapes, -1 where there is none
 * @param series the column that holds a legend or a metric's name in the long shape, -1 without one
 */
record Header(Shape shape, List<String> names, int time, int value, int series) {
    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "date", "datetime", "ts", "_time", "zeit", "시간", "시각", "時間", "时间");
    private static final Set<String> SERIES = Set.of("metric", "series", "field", "legend", "__name__");
    private static final Set<String> VALUES = Set.of("value", "last", "last *", "mean", "max", "current", "_value");

    /** The shapes of tables. */
    enum Shape {
        /** A column a series, named by its legend. */
        WIDE,
        /** A column a label, one of values. */
        LONG,
        /** The product's own. */
        OWN,
        /** None of these. */
        UNKNOWN
    }

    static Header of(List<String> names) {
        List<String> plain = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (plain.containsAll(Own.REQUIRED)) {
            return new Header(Shape.OWN, names, -1, plain.indexOf("utilization"), -1);
        }
        int time = first(plain, TIMES);
        int series = first(plain, SERIES);
        int value = value(names, plain, time, series);
        boolean labels = names.stream().anyMatch(SourceLabels::identifies);
        if ((labels || series >= 0) && value >= 0) {
            return new Header(Shape.LONG, names, time, value, series);
        }
        boolean wide = time >= 0 && names.size() > 1;
        return new Header(wide ? Shape.WIDE : Shape.UNKNOWN, names, time, -1, -1);
    }

    private static int first(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** By its name, else the last column that is no label. */
    private static int value(List<String> names, List<String> plain, int time, int series) {
        for (int i = 0; i < plain.size(); i++) {
            boolean metric = MetricKind.of(plain.get(i)) == MetricKind.UTILIZATION
                    || MetricKind.of(plain.get(i)) == MetricKind.UTILIZATION_RATIO;
            if (metric || VALUES.contains(plain.get(i)) || plain.get(i).startsWith("value #")) {
                return i;
            }
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            if (i != time && i != series && new SourceLabels().ignores(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The cell of a column; empty where the row is too short or there is no such column. */
    static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** The columns of the product's own CSV. */
    static final class Own {
        /** What a header of it has, in any order; {@code model host start owner} may be there too. */
        static final List<String> REQUIRED = List.of("gpu", "instance", "profile", "utilization");

        private final List<String> names = new ArrayList<>();

        Own(List<String> header) {
            header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        }

        /** Whose a row is: a number is the GPU's on its host, anything else its id. */
        RawSource source(List<String> cells) {
            String gpu = cell(cells, "gpu");
            boolean number = !gpu.isEmpty() && gpu.chars().allMatch(Character::isDigit);
            String owner = cell(cells, "owner");
            return new RawSource(
                    number ? "" : gpu,
                    number ? gpu : "",
                    cell(cells, "host"),
                    cell(cells, "model"),
                    cell(cells, "profile"),
                    cell(cells, "instance"),
                    owner,
                    owner);
        }

        String cell(List<String> cells, String column) {
            return Header.cell(cells, names.indexOf(column));
        }
    }
}
