package io.slicewise.desktop.timeline;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.figures.ReadingChoice;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.report.text.RangeCsv;
import io.slicewise.report.xlsx.XlsxWriter;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.Reconfiguration;
import io.slicewise.usage.timeline.Strip;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Timeline screen of a document that holds a range. */
public final class TimelineView extends BorderPane {
    private static final String SHEET = Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
            .toExternalForm();
    private final Document document;
    private final Words words;
    private final TimelineModel model;
    private final TimeParts parts;
    private final Surroundings outside;
    private final ObservableValue<Palette> palette;
    private final TimelineChartPane chart;
    private final ListView<Choice.Row> rows = new ListView<>();
    private final List<HeatRow<Choice.Row>> cells = new ArrayList<>();
    private final RangeTable table;
    private final Latest statistics;
    private final PowerTable power;
    private final MomentPanel moment;
    private final ForecastSwitch forecast;
    private final ListView<Reconfiguration> events = new ListView<>();

    /**
     * What the screen needs of the window.
     *
     * @param background where figures are worked out
     * @param alert from where on time counts as above
     * @param charts what can be done with the chart
     * @param open opens a scenario as a document of its own
     * @param showEditor brings the editor of this document to the front
     * @param plan plans for what the instances of a range used
     * @param forecast looks ahead from the end of the range
     * @param export asks for a file with this name, and writes this text into it
     */
    public record Surroundings(
            Background background,
            AlertLevel alert,
            ChartActions charts,
            Consumer<Scenario> open,
            Runnable showEditor,
            Consumer<Timeline> plan,
            Supplier<TimeAhead> forecast,
            Export export) {}

    public TimelineView(Document document, Timeline timeline, Words words, Look look, Surroundings outside) {
        this.document = document;
        this.words = words;
        this.outside = outside;
        model = new TimelineModel(
                timeline, document.scenarioProperty(), outside.alert(), ZoneId.systemDefault(), outside.background());
        parts = new TimeParts(model, words);
        palette = look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT);
        chart = new TimelineChartPane(model, words, palette, outside.charts());
        chart.chart().zoomProperty().bind(look.textSizeProperty());
        forecast = new ForecastSwitch(model, words, chart, outside.forecast());
        table = new RangeTable(model, words);
        statistics = new Latest(outside.background());
        power = new PowerTable(model, words);
        moment = new MomentPanel(model, words, new Onward());
        getStyleClass().add("timeline-view");
        getStylesheets().add(SHEET);
        Node time = time();
        VBox.setVgrow(time, Priority.ALWAYS);
        setTop(bar());
        setCenter(new VBox(forecast.words(), time));
        setRight(aside());
        setMinSize(0, 0);
        follow();
    }

    /** The chart of the curves. */
    public ChartView chart() {
        return chart.chart();
    }

    private void follow() {
        model.choiceProperty().subscribe(choice -> {
            rows.getItems().setAll(choice.rows());
            events.getItems().setAll(choice.timeline().reconfigurations());
        });
        model.curvesProperty().subscribe(this::tell);
        chart.drawnProperty().subscribe((_, _) -> {
            paint();
            amount(model.curvesProperty().get());
        });
        model.cursorProperty().subscribe(() -> {
            moment.show();
            power.show();
        });
        model.powerShownProperty().subscribe((_, _) -> chart.refresh());
        model.aheadProperty().subscribe((_, _) -> chart.refresh());
        model.zoneProperty().subscribe(() -> {
            moment.show();
            events.refresh();
        });
        model.alert().ratio().subscribe(() -> amount(model.curvesProperty().get()));
        words.languageProperty().subscribe(() -> {
            tell(model.curvesProperty().get());
            events.refresh();
        });
        document.scenarioProperty().map(Scenario::weights).subscribe(this::paint);
        palette.subscribe(this::paint);
    }

    private void tell(@Nullable Curves curves) {
        amount(curves);
        moment.show();
        power.show();
    }

    private void paint() {
        cells.forEach(HeatRow::follow);
    }

    private void amount(@Nullable Curves curves) {
        if (curves != null) {
            Stretch shown = model.stretch();
            double threshold = table.threshold();
            PowerCurve watts = power();
            statistics.ask(cancel -> Amounts.of(curves, watts, shown, threshold, cancel), this::fill);
        }
    }

    private void fill(Amounts found) {
        table.fill(found.figures());
        if (found.power() != null) {
            power.fill(found.power());
        }
    }

    private Node bar() {
        TextField filter = parts.filter("timeline.filter");
        filter.textProperty().subscribe(text -> model.filterProperty().set(text));
        Label chosen = parts.between(words.of(model.choiceProperty()
                .map(choice -> Text.of(
                        choice.isAll() ? "timeline.all" : "timeline.chosen",
                        choice.rows().size(),
                        choice.all(),
                        choice.timeline().gpus().size()))));
        Button plan = new Button();
        plan.textProperty().bind(words.of("timeline.plan"));
        plan.setMinWidth(Region.USE_PREF_SIZE);
        Tooltips.on(plan, () -> words.now("timeline.plan.help"));
        plan.setOnAction(_ -> outside.plan().accept(onShow()));
        Node reading = new ReadingChoice(document, words).button();
        return parts.bar(
                List.of(filter, chosen),
                List.of(
                        reading,
                        forecast.button(),
                        plan,
                        parts.export(this::export, this::exportWorkbook, chart(), outside.charts())));
    }

    /** The GPUs that have an instance on show. */
    private Timeline onShow() {
        Choice choice = model.choiceProperty().get();
        return choice.isAll()
                ? choice.timeline()
                : choice.timeline()
                        .only(gpu -> choice.rows().stream()
                                .anyMatch(row -> gpu.instances().contains(row.track())));
    }

    /** The curves above, the instances below; the names of the instances have room at the left of both. */
    private Node time() {
        return parts.time(chart, rows, "timeline.rows", this::row, rows);
    }

    private HeatRow<Choice.Row> row(ObservableValue<HeatRow.Span> span) {
        HeatRow<Choice.Row> cell = new HeatRow<>(model, new Readings(model.timeline(), document), words, span, palette);
        cells.add(cell);
        return cell;
    }

    private Node aside() {
        events.getStyleClass().add("flat");
        Focus.skipEmpty(events, events.getItems());
        Naming naming = model.timeline().naming();
        events.setCellFactory(_ -> new EventCell(model, naming, words));
        events.setPlaceholder(noReconfiguration());
        events.setMinHeight(60);
        VBox.setVgrow(events, Priority.ALWAYS);
        return TimeParts.aside(
                moment,
                parts.section("timeline.statistics", "term-utilization"),
                table,
                parts.threshold(),
                watts(),
                parts.section("timeline.reconfigurations", "term-reconfiguration"),
                events);
    }

    private Node watts() {
        ToggleButton shown = new ToggleButton();
        shown.textProperty().bind(words.of("timeline.power.show"));
        shown.setMinWidth(Region.USE_PREF_SIZE);
        Tooltips.on(shown, () -> words.now("timeline.power.show.help"));
        shown.selectedProperty().bindBidirectional(model.powerShownProperty());
        Label title = parts.section("timeline.power.title", "term-utilization");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, shown);
        head.getStyleClass().add("timeline-head");
        VBox box = new VBox(head, power);
        box.getStyleClass().add("timeline-panel");
        box.setVisible(model.hasPower());
        box.setManaged(model.hasPower());
        return box;
    }

    private Node noReconfiguration() {
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.textProperty().bind(words.of("timeline.noReconfiguration"));
        return none;
    }

    private void export() {
        Curves curves = model.curvesProperty().get();
        if (curves != null) {
            Stretch shown = model.stretch();
            outside.export()
                    .write(
                            document.scenario().name().in(words.language()) + " timeline.csv",
                            RangeCsv.write(new RangeCsv.Part(curves.rows(shown.from(), shown.to()), power())));
        }
    }

    /** What the GPUs on show drew; {@code null} where it was not measured. */
    private @Nullable PowerCurve power() {
        return model.hasPower() ? model.powerProperty().get() : null;
    }

    private void exportWorkbook() {
        Curves curves = model.curvesProperty().get();
        if (curves != null) {
            Stretch shown = model.stretch();
            String name = document.scenario().name().in(words.language());
            RangeCsv.Part part = new RangeCsv.Part(curves.rows(shown.from(), shown.to()), power());
            ChartTable table = RangeSheet.of(Map.of(name, part), Messages.in(words.language()));
            outside.export().write(name + " timeline.xlsx", XlsxWriter.write(table, Messages.in(words.language())));
        }
    }

    /** What each instance reported. */
    private record Readings(Timeline timeline, Document document) implements HeatRow.Source<Choice.Row> {
        @Override
        public String name(Choice.Row row) {
            return row.name();
        }

        @Override
        public String beside(Choice.Row row) {
            return row.track().instance().profile().name();
        }

        private ReadingKind kind() {
            return document.scenario().weights().reading();
        }

        @Override
        public Strip strip(Choice.Row row, long from, long to, int parts) {
            return timeline.strip(row.track().of(kind()), from, to, parts);
        }

        @Override
        public double at(Choice.Row row, long time) {
            return timeline.at(row.track().of(kind()), time);
        }

        @Override
        public ColorRole color() {
            return ColorRole.INSTANCE_AVERAGE;
        }
    }

    /** The GPUs as they were, on their way to an editor. */
    private final class Onward implements MomentPanel.Ways {
        @Override
        public void showInEditor(long time, String then) {
            document.edit(new ScenarioEdit.TakeFleet(model.timeline().at(time), then));
            document.momentProperty().set(true);
            outside.showEditor().run();
        }

        @Override
        public void openAsScenario(long time, String then) {
            Fleet fleet = model.timeline().at(time);
            Scenario now = document.scenario();
            outside.open()
                    .accept(Scenario.empty(now.name().in(words.language()) + " · " + then)
                            .withFleet(fleet)
                            .withWeights(now.weights())
                            .withNotes(Wording.of(words.now("timeline.asItWas", then))));
        }
    }
}
