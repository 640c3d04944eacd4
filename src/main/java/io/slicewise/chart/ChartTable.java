package io.slicewise.chart;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Total;
import io.slicewise.text.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart as rows: for screen readers, for spreadsheets, for those who want the figures themselves.
 *
 * @param title what the table shows
 * @param columns what stands in the cells of a row, in their order
 * @param rows as many cells each as there are columns
 */
public record ChartTable(String title, List<Column> columns, List<List<Cell>> rows) {
    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A column.
     *
     * @param title what stands in it
     * @param heading the title with its unit, for where figures stand without one
     */
    public record Column(String title, String heading) {
        static Column of(Axis axis) {
            return new Column(axis.title(), axis.heading());
        }

        static Column of(String names) {
            return new Column(names, names);
        }

        static Column of(String series, Axis values) {
            return of(Axis.of(series, values.unit()));
        }
    }

    /** A cell of the table. */
    public sealed interface Cell {
        /** What a person reads or hears. */
        String words();
    }

    /**
     * A name.
     *
     * @param words the name
     */
    public record Name(String words) implements Cell {}

    /**
     * A figure.
     *
     * @param value a ratio or a number, by its unit; {@code NaN} where there is none
     * @param shown what a person reads: the value, or nearly so where it has to add up with others as they are read
     * @param unit how it is written
     */
    public record Figure(double value, double shown, Unit unit) implements Cell {
        public Figure(double value, Unit unit) {
            this(value, value, unit);
        }

        @Override
        public String words() {
            return unit.withSymbol(shown);
        }
    }

    /** The table of a chart. */
    public static ChartTable of(ChartSpec spec) {
        return switch (spec) {
            case BridgeChart bridge -> ofBridge(bridge);
            case BarsChart bars -> ofBars(bars);
            case LinesChart lines -> ofLines(lines);
            case HousesChart houses -> ofHouses(houses);
            case ScatterChart scatter -> ofScatter(scatter);
            case StripsChart strips -> ofStrips(strips);
            case TimelineChart timeline -> ofTimeline(timeline);
        };
    }

    private static ChartTable ofBridge(BridgeChart chart) {
        List<List<Cell>> rows = new ArrayList<>();
        List<BridgeChart.Span> spans = chart.spans();
        List<Double> shown = chart.shown();
        List<Double> levels = chart.shownLevels();
        for (int i = 0; i < chart.steps().size(); i++) {
            BridgeChart.Step step = chart.steps().get(i);
            Unit changes = chart.changes().unit();
            Figure change = switch (step) {
                case Total _ -> new Figure(Double.NaN, changes);
                case Delta delta -> new Figure(delta.amount(), shown.get(i), changes);
            };
            Figure level =
                    new Figure(spans.get(i).end(), levels.get(i), chart.values().unit());
            rows.add(List.of(new Name(step.name()), change, level));
        }
        List<Column> columns =
                List.of(Column.of(chart.stepTitle()), Column.of(chart.changes()), Column.of(chart.values()));
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofBars(BarsChart chart) {
        List<Column> columns = Stream.concat(
                        Stream.of(Column.of(chart.categoryTitle())),
                        chart.series().stream().map(series -> Column.of(series.name(), chart.values())))
                .toList();
        List<List<Cell>> rows = chart.categories().stream()
                .map(category -> Stream.<Cell>concat(
                                Stream.of(new Name(category.name())),
                                category.values().stream()
                                        .map(value ->
                                                new Figure(value, chart.values().unit())))
                        .toList())
                .toList();
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofLines(LinesChart chart) {
        List<Column> columns = Stream.concat(
                        Stream.of(Column.of(chart.along())),
                        chart.series().stream().map(series -> Column.of(series.name(), chart.values())))
                .toList();
        List<List<Cell>> rows = LinesLayout.places(chart).stream()
                .map(x -> Stream.<Cell>concat(
                                Stream.of(new Figure(x, chart.along().unit())),
                                chart.series().stream()
                                        .map(series -> new Figure(
                                                series.at(x), chart.values().unit())))
                        .toList())
                .toList();
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofStrips(StripsChart chart) {
        boolean named = chart.strips().stream().anyMatch(strip -> !strip.name().isEmpty());
        List<List<Cell>> rows = new ArrayList<>();
        for (StripsChart.Strip strip : chart.strips()) {
            for (StripsChart.Part part : strip.parts()) {
                Cell name = new Name(named ? part.words() : part.name());
                Cell size = new Figure(part.size(), part.shown(), chart.values().unit());
                rows.add(named ? List.of(new Name(strip.name()), name, size) : List.of(name, size));
            }
        }
        List<Column> columns = new ArrayList<>();
        if (named) {
            columns.add(Column.of(chart.stripTitle()));
        }
        columns.add(Column.of(chart.partTitle()));
        columns.add(Column.of(chart.values()));
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofHouses(HousesChart chart) {
        List<List<Cell>> rows = new ArrayList<>();
        for (HousesChart.House house : chart.houses()) {
            for (HousesChart.Flat flat : house.flats()) {
                rows.add(List.of(
                        new Name(house.name()),
                        new Name(flat.name()),
                        new Figure(flat.rooms(), chart.sizes().unit()),
                        new Figure(flat.lit(), chart.values().unit())));
            }
        }
        List<Column> columns = List.of(
                Column.of(chart.houseTitle()),
                Column.of(chart.flatTitle()),
                Column.of(chart.sizes()),
                Column.of(chart.values()));
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofScatter(ScatterChart chart) {
        Unit count = Unit.number("");
        List<Column> columns = new ArrayList<>(
                List.of(Column.of(chart.dotTitle()), Column.of(chart.along()), Column.of(chart.values())));
        if (chart.hasCounts()) {
            columns.add(Column.of(chart.countTitle()));
        }
        List<List<Cell>> rows = chart.dots().stream()
                .map(dot -> {
                    List<Cell> row = new ArrayList<>(List.of(
                            new Name(dot.name()),
                            new Figure(dot.x(), chart.along().unit()),
                            new Figure(dot.y(), chart.values().unit())));
                    if (chart.hasCounts()) {
                        row.add(new Figure(dot.count(), count));
                    }
                    return row;
                })
                .toList();
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    private static ChartTable ofTimeline(TimelineChart chart) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(chart.time().days()));
        chart.curves().forEach(curve -> columns.add(Column.of(curve.name(), chart.values())));
        TimelineChart.Coverage coverage = chart.coverage();
        if (coverage != null) {
            columns.add(Column.of(coverage.name(), chart.values()));
        }
        Unit unit = chart.values().unit();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < chart.parts(); i++) {
            List<Cell> row = new ArrayList<>();
            row.add(new Name(chart.time().moment(chart.timeOf(i))));
            for (TimelineChart.Curve curve : chart.curves()) {
                row.add(new Figure(curve.means().get(i), unit));
            }
            if (coverage != null) {
                row.add(new Figure(coverage.shares().get(i), unit));
            }
            rows.add(row);
        }
        return new ChartTable(chart.heading().title(), columns, rows);
    }

    /** The table in words: the title, then a line a row. */
    public String words() {
        return Stream.concat(Stream.of(title), rows.stream().map(this::words)).collect(Collectors.joining("\n"));
    }

    private String words(List<Cell> row) {
        StringBuilder words = new StringBuilder(row.getFirst().words());
        String between = ": ";
        for (int i = 1; i < row.size(); i++) {
            if (row.get(i) instanceof Figure figure && Double.isNaN(figure.value()) && row.size() > 2) {
                continue;
            }
            words.append(between)
                    .append(columns.get(i).title())
                    .append(' ')
                    .append(row.get(i).words());
            between = ", ";
        }
        return words.toString();
    }

    /**
     * The table for a spreadsheet: cells between tabs, a row a line, figures with all their digits in the unit of the
     * header, empty where there is none.
     *
     * <p>Tabs and line breaks in names become blanks. A name that a spreadsheet would {@linkplain Csv#isFormula
     * run as a formula} gets an apostrophe before it.
     */
    public String toTsv() {
        Stream<String> head =
                Stream.of(columns.stream().map(column -> safe(column.heading())).collect(Collectors.joining("\t")));
        Stream<String> body =
                rows.stream().map(row -> row.stream().map(ChartTable::cell).collect(Collectors.joining("\t")));
        return Stream.concat(head, body).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Name name -> safe(name.words());
            case Figure figure -> figure.unit().exact(figure.value());
        };
    }

    private static String safe(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return Csv.isFormula(line) ? "'" + line : line;
    }
}
