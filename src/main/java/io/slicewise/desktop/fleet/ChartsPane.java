package io.slicewise.desktop.fleet;

import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Messages;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Charts below each other. */
final class ChartsPane extends ScrollPane {
    private static final double HIGH = 300;

    private final Words words;
    private final Look look;
    private final ChartActions actions;

    private ChartsPane(Words words, Look look, ChartActions actions) {
        this.words = words;
        this.look = look;
        this.actions = actions;
        getStyleClass().add("fleet-charts-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(280);
    }

    /** The charts of what is selected. */
    static ChartsPane of(FleetModel model, Words words, Look look, ChartActions actions) {
        ChartsPane pane = new ChartsPane(words, look, actions);
        VBox charts = new VBox(
                pane.chart(model, FleetCharts::distribution, HIGH),
                pane.chart(model, FleetCharts::averages, HIGH + 60),
                pane.chart(model, FleetCharts::gaps, HIGH + 40),
                pane.chart(model, FleetCharts::waste, HIGH + 100));
        charts.getStyleClass().add("fleet-charts");
        pane.setContent(charts);
        return pane;
    }

    private Node chart(FleetModel model, Function<FleetCharts, ChartSpec> which, double high) {
        return card(model.chartsProperty().map(which), high, words, look, actions);
    }

    /** A chart in a card. */
    static Node card(
            ObservableValue<ChartSpec> spec, double high, Words words, Look look, ChartActions actions) {
        ChartView view = new ChartView(actions);
        view.specProperty().bind(spec);
        view.messagesProperty().bind(words.languageProperty().map(Messages::in));
        view.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        view.zoomProperty().bind(look.textSizeProperty());
        view.minHeightProperty().bind(look.textSizeProperty().map(size -> high * size.doubleValue()));
        StackPane card = new StackPane(view);
        card.getStyleClass().addAll("card", "chart-card");
        return card;
    }
}
