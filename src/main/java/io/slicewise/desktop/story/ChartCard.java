package io.slicewise.desktop.story;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Messages;
import javafx.scene.layout.StackPane;

/** A chart on the page, in the look and the language of the window. */
final class ChartCard extends StackPane {
    private final ChartView chart;

    /** @param height at the usual text size, in pixels */
    ChartCard(double height, Words words, Look look, ChartActions actions) {
        chart = new ChartView(actions);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        chart.zoomProperty().bind(look.textSizeProperty());
        chart.minHeightProperty().bind(look.textSizeProperty().multiply(height));
        getChildren().add(chart);
        getStyleClass().addAll("card", "chart-card", "explain-chart");
    }

    ChartView chart() {
        return chart;
    }
}
