package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SourceLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the columns of a table are.
 *
 * @param shape how rows are to be read
 * @param names the columns as they are called
 * @param labels the columns as exporters call them
 * @param time the column of times, -1 without one
 * @param value the column of values in the long shapes, -1 where none can be told to be utilization
 * @param series the column that holds a legend or a metric's name in the long shape, -1 without one
 * @param maybe the columns that may be the utilization where none can be told to be it
 * @param left the other columns of numbers in the long shape
 */
record Header(
        Shape shape,
        List<String> names,
        List<String> labels,
        int time,
        int value,
        int series,
        List<Integer> maybe,
        List<Integer> left) {
    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "date", "datetime", "ts", "_time", "zeit", "시간", "시각", "時間", "时间");
    private static final Set<String> SERIES = Set.of("metric", "series", "field", "legend", "__name__");

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

    /**
     * Reads a heading.
     *
     * @param first what stands below it
     * @param chosen the columns that a person said to have the utilization, as {@link SnapshotOptions#utilization} names them
     */
    static Header of(List<String> names, FirstRows first, Set<String> chosen) {
        List<String> plain = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (Own.isLike(plain, first)) {
            int named = plain.indexOf(Own.VALUE);
            ValueColumn value = named >= 0
                    ? new ValueColumn(named, List.of(), List.of())
                    : ValueColumn.of(names, Own.others(plain), first, i -> isChosen(names, i, chosen));
            return new Header(Shape.OWN, names, names, -1, value.index(), -1, value.maybe(), value.left());
        }
        int time = find(plain, TIMES);
        int series = find(plain, SERIES);
        List<String> labels = Headings.labels(names, first);
        ValueColumn value = ValueColumn.of(
                labels, Set.of(time, series == time ? -2 : series), first, i -> isChosen(names, i, chosen));
        boolean tells = labels.stream().anyMatch(SourceLabels::identifies);
        boolean any = value.index() >= 0 || (tells && !value.left().isEmpty());
        if ((tells || series >= 0) && any) {
            return new Header(Shape.LONG, names, labels, time, value.index(), series, value.maybe(), value.left());
        }
        boolean wide = time >= 0 && names.size() > 1;
        return new Header(wide ? Shape.WIDE : Shape.UNKNOWN, names, labels, time, -1, -1, List.of(), List.of());
    }

    private static boolean isChosen(List<String> names, int index, Set<String> chosen) {
        String number = "#" + (index + 1);
        return !chosen.isEmpty()
                && (chosen.contains(names.get(index).strip())
                        || chosen.contains(number)
                        || chosen.contains(OpenQuestion.MapColumns.headerId(names) + number));
    }

    private static int find(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
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
        /** What the column of the utilization is called; a table that others wrote may call it otherwise. */
        private static final String VALUE = "utilization";

        /** Whose a row is. */
        private static final List<String> REQUIRED = List.of("gpu", "instance", "profile");

        private static final List<String> FURTHER = List.of("model", "host", "start", "owner");

        private final List<String> names = new ArrayList<>();

        Own(List<String> header) {
            header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        }

        /**
         * Whether a table is like it. {@code instance} is also what Prometheus calls a target: without the name of the
         * utilization it takes the number of an instance there, or a profile of MIG beside it.
         *
         * @param names the columns, in any order, in lower case
         */
        static boolean isLike(List<String> names, FirstRows first) {
            return names.containsAll(REQUIRED)
                    && (names.contains(VALUE)
                            || first.any(names.indexOf("profile"), Headings.PROFILE.asMatchPredicate())
                            || first.mostly(names.indexOf("instance"), Headings.SMALL_NUMBER.asMatchPredicate()));
        }

        /** The columns that are no reading. */
        static Set<Integer> others(List<String> names) {
            return IntStream.range(0, names.size())
                    .filter(i -> REQUIRED.contains(names.get(i)) || FURTHER.contains(names.get(i)))
                    .boxed()
                    .collect(Collectors.toSet());
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
