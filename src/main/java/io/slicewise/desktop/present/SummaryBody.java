package io.slicewise.desktop.present;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Tile;
import java.util.List;

/** The three figures beside each other, for managers below the bar that shows what the hardware is used for. */
final class SummaryBody extends SlideBody {
    private static final double CHART_TYPE = 15.5;
    private static final double CHART_EMS = 8.5;

    private final Tiles row = new Tiles(false);
    private final ChartView chart;
    private double em = 16;

    SummaryBody(ChartActions actions, boolean live) {
        super("summary-body");
        chart = new ChartView(actions);
        chart.setFocusTraversable(live);
        getChildren().addAll(chart, row);
    }

    @Override
    void show(View view) {
        List<Chart> charts = view.blocks(Chart.class).toList();
        chart.setVisible(!charts.isEmpty());
        chart.setManaged(!charts.isEmpty());
        chart.messagesProperty().set(view.words());
        chart.paletteProperty().set(view.dark() ? Palette.DARK : Palette.PRESENTATION);
        charts.forEach(block -> chart.specProperty().set(block.spec()));
        row.show(view.blocks(Block.Tiles.class)
                .flatMap(tiles -> tiles.tiles().stream())
                .map(tile -> tile(tile, view))
                .toList());
        setEm(em);
    }

    private static FigureTile tile(Tile tile, View view) {
        FigureTile made = new FigureTile(tile.figure());
        made.show(tile);
        made.mark(view.audience().figures().contains(tile.figure()));
        return made;
    }

    @Override
    void setEm(double pixels) {
        em = pixels;
        chart.zoomProperty().set(Math.max(0.3, pixels / CHART_TYPE));
        chart.setMinHeight(CHART_EMS * pixels);
        chart.setPrefHeight(CHART_EMS * pixels);
    }
}
