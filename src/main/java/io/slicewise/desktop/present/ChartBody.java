package io.slicewise.desktop.present;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.page.Block.Chart;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A chart, and beside or below it what the slide lists. */
final class ChartBody extends SlideBody {
    private static final double CHART_TYPE = 15.5;

    private final ChartView chart;
    private final PointsBody points;

    /** @param beside whether points stand beside the chart, or below it */
    ChartBody(ChartActions actions, boolean live, boolean beside) {
        super("chart-body");
        chart = new ChartView(actions);
        chart.setFocusTraversable(live);
        chart.setMinSize(0, 0);
        points = new PointsBody(beside ? "points-beside" : "points-below", PointsBody.Mark.NOTHING);
        HBox.setHgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(chart, Priority.ALWAYS);
        if (beside) {
            HBox row = new HBox(chart, points);
            row.getStyleClass().add("chart-beside");
            row.setMinSize(0, 0);
            VBox.setVgrow(row, Priority.ALWAYS);
            getChildren().add(row);
        } else {
            // where room is short the chart gives way: it can be read smaller, sentences over the foot cannot
            points.setMinHeight(USE_PREF_SIZE);
            getChildren().addAll(chart, points);
        }
    }

    @Override
    void show(View view) {
        chart.messagesProperty().set(view.words());
        chart.paletteProperty().set(view.dark() ? Palette.DARK : Palette.PRESENTATION);
        view.blocks(Chart.class)
                .findFirst()
                .ifPresent(shown -> chart.specProperty().set(shown.spec()));
        points.show(view);
    }

    @Override
    void setEm(double pixels) {
        chart.zoomProperty().set(Math.max(0.3, pixels / CHART_TYPE));
    }
}
