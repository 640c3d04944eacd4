package io.slicewise.desktop.figures;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.exhibit.Formula;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a document and their charts. Everything in it is bound to the document's figures and follows them
 * within the same pulse.
 */
public final class FiguresView extends ScrollPane {
    private static final String SHEET =
            Objects.requireNonNull(FiguresView.class.getResource("figures.css")).toExternalForm();

    private static final double CHART = 320;
    private static final double BRIDGE_SHARE = 0.44;
    private static final double TALLEST_BRIDGE = 480;

    private final Document document;
    private final Words words;
    private final Look look;
    private final ChartActions actions;
    private final ObservableValue<Messages> messages;
    private final ChartSpecs specs;

    public FiguresView(Document document, Words words, Look look, ChartActions actions) {
        this.document = document;
        this.words = words;
        this.look = look;
        this.actions = actions;
        messages = words.languageProperty().map(Messages::in);
        specs = new ChartSpecs(document, messages);
        getStyleClass().add("figures-view");
        getStylesheets().add(SHEET);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox charts = new VBox(
                chart(specs.bridge(), bridgeHeight(), null),
                chart(specs.weights(), specs.weights().map(FiguresView::rowsHeight), byProfile()),
                chart(specs.sensitivity(), specs.sensitivity().map(_ -> CHART), null));
        charts.getStyleClass().add("figures-charts");
        VBox content = new VBox(figures(), charts, metric());
        content.getStyleClass().add("figures-content");
        setContent(content);
    }

    private Node figures() {
        FigureCard average = new FigureCard("instance-average", "average", "term-coverage", words);
        FigureCard weighted = new FigureCard("weighted", "weighted", "term-gap", words);
        FigureCard whole = new FigureCard("whole-gpu", "whole", "term-allocated", words);
        bind(average, Averages::instanceAverage, Formula::instanceAverage, FiguresView::coverage);
        bind(weighted, Averages::weightedAverage, Formula::weightedAverage, FiguresView::gap);
        bind(whole, Averages::wholeGpu, Formula::wholeGpu, FiguresView::allocated);
        mustBe(average, GoalFigure.INSTANCE);
        mustBe(weighted, GoalFigure.WEIGHTED);
        mustBe(whole, GoalFigure.WHOLE);
        VBox cards = new VBox(average, weighted, whole);
        cards.getStyleClass().add("figure-cards");
        ObservableValue<Reasons> reasons = document.figuresProperty().map(Reasons::of);
        VBox sentences = new VBox(
                sentence(reasons.map(Reasons::average), "why"),
                sentence(reasons.map(Reasons::whole), "muted"),
                new AllGpusNote(document, words),
                selected(),
                several());
        sentences.getStyleClass().add("figures-why");
        VBox box = new VBox(new BasisChoice(document, words, new FxWeightsDialog(words, look)), cards, sentences);
        box.getStyleClass().add("figures-box");
        return box;
    }

    /** The menu of a figure: what it takes to make it something else. Only utilization can be set. */
    private void mustBe(FigureCard card, GoalFigure figure) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.of("goal.menu"));
        item.setOnAction(_ -> new GoalDialog(document, figure, words).show(look));
        ContextMenu menu = new ContextMenu(item);
        menu.setOnShowing(_ -> item.setDisable(document.scenario().weights().reading() != ReadingKind.ENGINE
                || !new GoalDialog(document, figure, words).isPossible()));
        card.setOnContextMenuRequested(event -> {
            menu.show(card, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private void bind(
            FigureCard card,
            Function<Averages, Double> value,
            Function<Figures, String> formula,
            Function<Figures, @Nullable Text> aside) {
        card.valueProperty()
                .bind(words.languageProperty()
                        .flatMap(language -> document.figuresProperty()
                                .map(figures -> Numbers.percent(value.apply(figures.total()), language))));
        card.formulaProperty().bind(document.figuresProperty().map(formula));
        card.asideProperty()
                .bind(words.of(document.figuresProperty().map(aside)).orElse(""));
    }

    private static Text coverage(Figures figures) {
        Averages total = figures.total();
        return total.isComplete()
                ? Text.of("figures.instances", total.instances())
                : Text.of("figures.coverage", total.reported(), total.instances());
    }

    private static @Nullable Text gap(Figures figures) {
        Points gap = figures.total().shownGap();
        return Double.isNaN(gap.difference()) ? null : Text.of("figures.gap", gap);
    }

    private static @Nullable Text allocated(Figures figures) {
        Averages total = figures.total();
        if (Double.isNaN(total.allocatedShare())) {
            return null;
        }
        return total.isComplete() || Double.isNaN(total.wholeGpu())
                ? Text.of("figures.allocated", new Percent(total.allocatedShare()))
                : Text.of("figures.range", new Percent(total.wholeGpuLow()), new Percent(total.wholeGpuHigh()));
    }

    /**
     * Why the figures differ.
     *
     * @param whole why the whole GPU is below the weighted average; {@code null} where that was said of the averages already
     */
    private record Reasons(Text average, @Nullable Text whole) {
        static Reasons of(Figures figures) {
            Text average = Why.of(figures);
            Text whole = WhyWhole.of(figures);
            return new Reasons(average, whole.equals(average) ? null : whole);
        }
    }

    private Label sentence(ObservableValue<@Nullable Text> said, String style) {
        Label label = new SteadyText(words.of(said).orElse(""), words);
        label.getStyleClass().addAll("sentence", style);
        return label;
    }

    /** The figures of the selected instances by themselves, while several are selected. */
    private Node selected() {
        Label label = caption();
        ObservableValue<Boolean> many = document.selectionProperty().map(chosen -> chosen.size() > 1);
        label.visibleProperty().bind(many);
        label.managedProperty().bind(many);
        label.textProperty()
                .bind(words.of(document.selectionProperty()
                        .flatMap(chosen -> document.figuresProperty().map(figures -> selected(figures.of(chosen))))));
        return label;
    }

    private static Text selected(Averages some) {
        return Text.of(
                "figures.selected",
                some.instances(),
                new Percent(some.instanceAverage()),
                new Percent(some.weightedAverage()),
                new Percent(some.wholeGpu()));
    }

    /** How several models are weighed against each other; nothing where there is one model. */
    private Node several() {
        Label label = caption();
        ObservableValue<Boolean> mixed =
                document.scenarioProperty().map(scenario -> !scenario.fleet().isUniform());
        label.textProperty()
                .bind(words.of(document.scenarioProperty()
                        .map(scenario -> Text.of(
                                "figures.note.several",
                                Text.of("figures.gpus."
                                        + scenario.weights().gpus().id())))));
        label.visibleProperty().bind(mixed);
        label.managedProperty().bind(mixed);
        return label;
    }

    /** What the metric itself means. */
    private Node metric() {
        Label label = caption();
        label.textProperty().bind(words.of("figures.note.metric"));
        return label;
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node byProfile() {
        return new Segmented<>(
                List.of(false, true),
                specs.byProfile(),
                specs::chooseByProfile,
                byProfile -> words.of(byProfile ? "exhibit.profile" : "exhibit.instance"));
    }

    /** The bridge takes what the figures leave of the window's height, within what reads well. */
    private ObservableValue<Double> bridgeHeight() {
        return heightProperty().map(high -> Math.clamp(high.doubleValue() * BRIDGE_SHARE, CHART, TALLEST_BRIDGE));
    }

    /** Many entries lie below each other, each as high as three bars and its name. */
    private static double rowsHeight(ChartSpec spec) {
        int entries = spec instanceof BarsChart bars ? bars.categories().size() : 0;
        return entries > Exhibits.MOST_STEPS ? 140 + 23.0 * entries : CHART;
    }

    private Node chart(ObservableValue<ChartSpec> spec, ObservableValue<Double> height, @Nullable Node choice) {
        ChartView view = new ChartView(actions);
        view.specProperty().bind(spec);
        view.messagesProperty().bind(messages);
        view.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        view.zoomProperty().bind(look.textSizeProperty());
        view.minHeightProperty()
                .bind(height.flatMap(h -> look.textSizeProperty().map(size -> h * size.doubleValue())));
        StackPane card = new StackPane(view);
        if (choice != null) {
            HBox corner = new HBox(choice);
            corner.getStyleClass().add("chart-choice");
            corner.setPickOnBounds(false);
            card.getChildren().add(corner);
        }
        card.getStyleClass().addAll("card", "chart-card");
        return card;
    }

    /** The charts on show, the last one of the list at the bottom. */
    public List<ChartView> charts() {
        return lookupAll(".chart-view").stream().map(ChartView.class::cast).toList();
    }
}
