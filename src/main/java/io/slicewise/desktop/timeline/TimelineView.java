package io.slicewise.desktop.timeline;

import io.slicewise.chart.Palette;
import io.slicewise.chart.TimeAxis;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.AlertField;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Tip;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Reconfiguration;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
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
    private static final double ROW = 19;
    private static final double CHART_SHARE = 0.56;
    private static final double ZOOM = 0.5;
    private static final double NAMES = 200;

    private final Document document;
    private final Words words;
    private final TimelineModel model;
    private final Surroundings outside;
    private final ObservableValue<Palette> palette;
    private final TimelineChartPane chart;
    private final ListView<Choice.Row> rows = new ListView<>();
    private final List<HeatRow> cells = new ArrayList<>();
    private final RangeTable table;
    private final MomentPanel moment;
    private final ListView<Reconfiguration> events = new ListView<>();

    /**
     * What the screen needs of the window.
     *
     * @param background where figures are worked out
     * @param alert from where on time counts as above
     * @param charts what can be done with the chart
     * @param open opens a scenario as a document of its own
     * @param showEditor brings the editor of this document to the front
     * @param export asks for a file with this name, and writes this text into it
     */
    public record Surroundings(
            Background background,
            AlertLevel alert,
            ChartActions charts,
            Consumer<Scenario> open,
            Runnable showEditor,
            Export export) {}

    /** Writes a file that a person chooses. */
    @FunctionalInterface
    public interface Export {
        void write(String suggestedName, String content);
    }

    public TimelineView(Document document, Timeline timeline, Words words, Look look, Surroundings outside) {
        this.document = document;
        this.words = words;
        this.outside = outside;
        model = new TimelineModel(
                timeline, document.scenarioProperty(), outside.alert(), ZoneId.systemDefault(), outside.background());
        palette = look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT);
        chart = new TimelineChartPane(model, words, palette, outside.charts());
        chart.chart().zoomProperty().bind(look.textSizeProperty());
        table = new RangeTable(model, words);
        moment = new MomentPanel(model, words, new Onward());
        getStyleClass().add("timeline-view");
        getStylesheets().add(SHEET);
        setTop(bar());
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
        model.choiceProperty().subscribe(choice -> {
            rows.getItems().setAll(choice.rows());
            events.getItems().setAll(choice.timeline().reconfigurations());
        });
        model.curvesProperty().subscribe(this::tell);
        model.stretchProperty().subscribe(() -> {
            tell(model.curvesProperty().get());
            cells.forEach(HeatRow::paint);
        });
        model.cursorProperty().subscribe(moment::show);
        model.zoneProperty().subscribe(() -> {
            moment.show();
            events.refresh();
        });
        model.thresholdProperty()
                .subscribe(() -> table.show(model.curvesProperty().get()));
        words.languageProperty().subscribe(() -> {
            tell(model.curvesProperty().get());
            events.refresh();
        });
        palette.subscribe(() -> cells.forEach(HeatRow::paint));
        chart.spanProperty().subscribe(() -> cells.forEach(cell -> ((Region) cell.getGraphic()).requestLayout()));
    }

    private void tell(@Nullable Curves curves) {
        table.show(curves);
        moment.show();
    }

    private Node bar() {
        TextField filter = new TextField();
        filter.promptTextProperty().bind(words.of("timeline.filter"));
        filter.accessibleTextProperty().bind(words.of("timeline.filter"));
        filter.setPrefColumnCount(22);
        filter.textProperty().subscribe(text -> model.filterProperty().set(text));
        Label chosen = new Label();
        chosen.getStyleClass().add("muted");
        chosen.textProperty()
                .bind(words.of(model.choiceProperty()
                        .map(choice -> Text.of(
                                choice.isAll() ? "timeline.all" : "timeline.chosen",
                                choice.rows().size(),
                                choice.all(),
                                choice.timeline().gpus().size()))));
        chosen.setMinWidth(0);
        chosen.setWrapText(true);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        chosen.setMaxWidth(Double.MAX_VALUE);
        ZoneChoice zone = new ZoneChoice(model.zoneProperty());
        zone.accessibleTextProperty().bind(words.of("timeline.zone"));
        Tip.on(zone, () -> words.now("timeline.zone"));
        zone.setPrefWidth(170);
        Button nearer = icon(Icon.PLUS, "timeline.nearer", () -> model.zoom(ZOOM));
        Button farther = icon(Icon.MINUS, "timeline.farther", () -> model.zoom(1 / ZOOM));
        Button all = new Button();
        all.textProperty().bind(words.of("timeline.whole"));
        all.disableProperty().bind(model.stretchProperty().map(Stretch::isWhole));
        all.setOnAction(_ -> model.stretchProperty().set(model.stretch().whole()));
        Button export = new Button();
        export.textProperty().bind(words.of("timeline.export"));
        export.disableProperty().bind(model.curvesProperty().map(_ -> false).orElse(true));
        export.setOnAction(_ -> export());
        for (Region fixed : List.of(filter, zone, nearer, farther, all, export)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        filter.setMinWidth(90);
        HBox bar = new HBox(filter, chosen, zone, nearer, farther, all, export);
        bar.getStyleClass().add("timeline-bar");
        return bar;
    }

    private Button icon(Icon icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.accessibleTextProperty().bind(words.of(key));
        Tip.on(button, () -> words.now(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The curves above, the instances below; the names of the instances have room at the left of both. */
    private Node time() {
        Region names = new Region();
        names.setMinWidth(NAMES);
        HBox curves = new HBox(names, chart);
        HBox.setHgrow(chart, Priority.ALWAYS);
        curves.getStyleClass().add("timeline-curves");
        ObservableValue<HeatRow.Span> span = chart.spanProperty()
                .flatMap(at -> chart.layoutXProperty()
                        .map(x -> new HeatRow.Span(at.left() + x.doubleValue(), at.right() + x.doubleValue())));
        rows.getStyleClass().addAll("flat", "heat");
        rows.setFixedCellSize(ROW);
        rows.setCellFactory(_ -> {
            HeatRow cell = new HeatRow(model, words, span, palette);
            cells.add(cell);
            return cell;
        });
        rows.accessibleTextProperty().bind(words.of("timeline.rows"));
        rows.setMinHeight(0);
        SplitPane split = new SplitPane(curves, rows);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(CHART_SHARE);
        return split;
    }

    private Node aside() {
        Label statistics = section("timeline.statistics", "term-utilization");
        Node line = new AlertField(outside.alert(), words);
        events.getStyleClass().add("flat");
        events.setCellFactory(_ -> new EventCell());
        events.setPlaceholder(noReconfiguration());
        events.setMinHeight(60);
        VBox.setVgrow(events, Priority.ALWAYS);
        Label anew = section("timeline.reconfigurations", "term-reconfiguration");
        VBox box = new VBox(moment, statistics, table, line, anew, events);
        box.getStyleClass().add("timeline-aside");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("timeline-aside-scroll");
        return scroll;
    }

    private Node noReconfiguration() {
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.textProperty().bind(words.of("timeline.noReconfiguration"));
        return none;
    }

    private Label section(String key, String term) {
        Label label = new Label();
        label.getStyleClass().addAll("section-title", term);
        label.textProperty().bind(words.of(key));
        return label;
    }

    private TimeAxis axis() {
        Stretch shown = model.stretch();
        return new TimeAxis(shown.from(), shown.to(), model.zoneProperty().get(), words.language());
    }

    private void export() {
        Curves curves = model.curvesProperty().get();
        if (curves != null) {
            Stretch shown = model.stretch();
            outside.export()
                    .write(
                            document.scenario().name().in(words.language()) + " timeline.csv",
                            RangeCsv.write(curves.rows(shown.from(), shown.to())));
        }
    }

    /** A GPU that was partitioned anew: choosing it looks at that moment. */
    private final class EventCell extends ListCell<Reconfiguration> {
        private final Label when = new Label();
        private final Label what = new Label();
        private final VBox box = new VBox(when, what);

        EventCell() {
            when.getStyleClass().add("event-when");
            what.getStyleClass().add("muted");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            setPrefWidth(0);
            setOnMouseClicked(_ -> look());
            selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    look();
                }
            });
        }

        private void look() {
            Reconfiguration event = getItem();
            if (event != null) {
                model.lookAt(event.time());
            }
        }

        @Override
        protected void updateItem(@Nullable Reconfiguration event, boolean empty) {
            super.updateItem(event, empty);
            setGraphic(event == null || empty ? null : box);
            if (event != null && !empty) {
                when.setText(axis().moment(event.time()));
                what.setText(TimelineSpec.gpuName(model, event) + "\n" + TimelineSpec.change(event));
            }
        }
    }

    /** The GPUs as they were, on their way to an editor. */
    private final class Onward implements MomentPanel.Ways {
        @Override
        public void showInEditor(long time, String then) {
            document.edit(new Edit.TakeFleet(model.timeline().at(time), then));
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
