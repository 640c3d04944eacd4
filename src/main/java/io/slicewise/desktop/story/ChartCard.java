package io.slicewise.desktop.story;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block;
import io.slicewise.text.Messages;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.StackPane;

/** A chart on the page, in the look and the language of the window. */
final class ChartCard extends StackPane {
    /** The width that a chart's height is a part of, at the usual text size. */
    private static final double WIDTH = 640;

    private static final double HIGHEST = 400;

    private final ChartView chart;
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", 0);

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

    /** @param block what it shows first, and how high it is */
    ChartCard(Block.Chart block, Words words, Look look, ChartActions actions) {
        this(0, words, look, actions);
        show(block);
        chart.minHeightProperty().unbind();
        chart.minHeightProperty().bind(look.textSizeProperty().multiply(height));
        chart.prefHeightProperty().bind(chart.minHeightProperty());
    }

    /** Shows other data. */
    void show(Block.Chart block) {
        chart.specProperty().set(block.spec());
        height.set(Math.min(HIGHEST, block.ratio() * WIDTH));
    }

    ChartView chart() {
        return chart;
    }
}
