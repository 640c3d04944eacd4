package io.slicewise.desktop.timeline;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.report.text.RangeCsv;
import io.slicewise.report.xlsx.XlsxWriter;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Strip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Timeline screen of a range that a server summed up: the curves of all rows, and a strip for each. */
public final class GroupsView extends BorderPane {
    private static final String SHEET = Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
            .toExternalForm();
    private final GroupsModel model;
    private final Words words;
    private final Outside outside;
    private final TimeParts parts;
    private final ObservableValue<Palette> palette;
    private final TimelineChartPane chart;
    private final ListView<SummedRange.Row> rows = new ListView<>();
    private final List<HeatRow<SummedRange.Row>> cells = new ArrayList<>();
    private final RangeTable table;
    private final MomentPanel moment;

    /**
     * What the screen needs of the window.
     *
     * @param charts what can be done with the chart
     * @param name what an exported file is called, without its ending
     * @param export asks for a file with this name, and writes this text into it
     * @param open loads the instances of a row over the range
     * @param opening how it stands with that; {@code null} while there is nothing to say
     */
    public record Outside(
            ChartActions charts,
            String name,
            Export export,
            Consumer<SummedRange.Row> open,
            ObservableValue<@Nullable Text> opening) {}

    public GroupsView(GroupsModel model, Words words, Look look, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        parts = new TimeParts(model, words);
        palette = look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT);
        chart = new TimelineChartPane(model, words, palette, outside.charts());
        chart.chart().zoomProperty().bind(look.textSizeProperty());
        table = new RangeTable(model, words);
        moment = new MomentPanel(model, words, null);
        getStyleClass().add("timeline-view");
        getStylesheets().add(SHEET);
        setTop(new VBox(bar(), said()));
        setCenter(time());
        setRight(aside());
        setMinSize(0, 0);
        follow();
    }

    /** The chart of the curves. */
    public ChartView chart() {
        return chart.chart();
    }

    private void follow() {
        model.rowsProperty().subscribe(now -> rows.getItems().setAll(now));
        chart.partsProperty().subscribe(count -> model.setPoints(count));
        model.curvesProperty().subscribe(this::tell);
        chart.drawnProperty().subscribe((_, _) -> {
            paint();
            table.show(model.curvesProperty().get());
        });
        model.measureProperty().subscribe(this::paint);
        model.cursorProperty().subscribe(moment::show);
        model.zoneProperty().subscribe(moment::show);
        model.alert().ratio().subscribe(() -> table.show(model.curvesProperty().get()));
        words.languageProperty().subscribe(() -> tell(model.curvesProperty().get()));
        palette.subscribe(this::paint);
    }

    private void tell(@Nullable Curves curves) {
        table.show(curves);
        moment.show();
    }

    private void paint() {
        cells.forEach(HeatRow::follow);
    }

    private Node bar() {
        TextField filter = parts.filter("sums.filter");
        filter.textProperty().subscribe(text -> model.filterProperty().set(text));
        Label chosen = parts.between(words.of(model.rowsProperty()
                .map(now -> Text.of(
                        now.size() == model.whole().rows().size() ? "sums.all" : "sums.chosen",
                        now.size(),
                        model.whole().rows().size()))));
        return parts.bar(
                List.of(filter, chosen),
                List.of(parts.export(this::export, this::exportWorkbook, chart(), outside.charts())));
    }

    /** How fine the points are, and whether finer ones are on their way. */
    private Node said() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "timeline-said");
        label.setWrapText(true);
        ObservableValue<Text> step = model.shownProperty()
                .map(range -> Text.of(
                        "sums.step", RangeTable.lasting(range.grid().step().toMillis()), range.points()));
        label.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> step.flatMap(fine -> model.saidProperty()
                                .map(now -> words.now(fine) + " " + words.now(now))
                                .orElse(words.now(fine)))));
        return label;
    }

    /** The curves above, the rows below; their names have room at the left of both. */
    private Node time() {
        rows.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        rows.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        VBox.setVgrow(rows, Priority.ALWAYS);
        return parts.time(chart, rows, "sums.rows", this::row, new VBox(strips(), rows));
    }

    private HeatRow<SummedRange.Row> row(ObservableValue<HeatRow.Span> span) {
        HeatRow<SummedRange.Row> cell = new HeatRow<>(model, new Groups(), words, span, palette);
        cells.add(cell);
        return cell;
    }

    /** Which figure the strips show, and the way on to the instances of a row. */
    private Node strips() {
        Label what = new Label();
        what.getStyleClass().add("muted");
        what.textProperty().bind(words.of("sums.strips"));
        what.setMinWidth(0);
        HBox figures = new Segmented<>(
                List.copyOf(TimelineSpec.FIGURES.keySet()),
                model.measureProperty(),
                model.measureProperty()::set,
                (measure, button) -> {
                    button.textProperty().bind(words.of(shortKey(measure)));
                    button.accessibleTextProperty().bind(words.of(TimelineSpec.key(measure)));
                });
        Label between = parts.between(words.languageProperty()
                .flatMap(_ -> outside.opening().map(words::now).orElse("")));
        Button open = parts.button("sums.open", this::open);
        open.disableProperty()
                .bind(rows.getSelectionModel()
                        .selectedItemProperty()
                        .map(_ -> false)
                        .orElse(true));
        HBox bar = new HBox(what, figures, between, open);
        bar.getStyleClass().addAll("timeline-bar", "timeline-strips");
        return bar;
    }

    private static String shortKey(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "exhibit.short.average";
            case WEIGHTED_AVERAGE -> "exhibit.short.weighted";
            default -> "exhibit.short.whole";
        };
    }

    private void open() {
        SummedRange.Row row = rows.getSelectionModel().getSelectedItem();
        if (row != null) {
            outside.open().accept(row);
        }
    }

    private Node aside() {
        return TimeParts.aside(
                moment, parts.section("timeline.statistics", "term-utilization"), table, parts.threshold());
    }

    private void export() {
        Map<String, RangeCsv.Part> all = rows();
        if (!all.isEmpty()) {
            outside.export().write(outside.name() + " timeline.csv", RangeCsv.write("group", all));
        }
    }

    private void exportWorkbook() {
        Map<String, RangeCsv.Part> all = rows();
        if (!all.isEmpty()) {
            Messages messages = Messages.in(words.language());
            outside.export()
                    .write(outside.name() + " timeline.xlsx", XlsxWriter.write(RangeSheet.of(all, messages), messages));
        }
    }

    /** What is on show of each group, all together first; nothing before anything is worked out. */
    private Map<String, RangeCsv.Part> rows() {
        Map<String, RangeCsv.Part> all = new LinkedHashMap<>();
        Curves curves = model.curvesProperty().get();
        if (curves != null) {
            Stretch shown = model.stretch();
            all.put(words.now("sums.together"), new RangeCsv.Part(curves.rows(shown.from(), shown.to()), null));
            for (SummedRange.Row row : model.rowsProperty().get()) {
                all.put(row.name(), new RangeCsv.Part(model.curves(row).rows(shown.from(), shown.to()), null));
            }
        }
        return all;
    }

    /** What the server summed up of each host or GPU. */
    private final class Groups implements HeatRow.Source<SummedRange.Row> {
        @Override
        public String name(SummedRange.Row row) {
            return row.name().isEmpty() ? words.now("sums.noHost") : row.name();
        }

        @Override
        public String beside(SummedRange.Row row) {
            return "";
        }

        @Override
        public Strip strip(SummedRange.Row row, long from, long to, int count) {
            return model.strip(row, from, to, count);
        }

        @Override
        public double at(SummedRange.Row row, long time) {
            return model.at(row, time);
        }

        @Override
        public ColorRole color() {
            return TimelineSpec.FIGURES.getOrDefault(model.measureProperty().get(), ColorRole.NEUTRAL);
        }
    }
}
