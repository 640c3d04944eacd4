package io.slicewise.desktop.chart;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** Three dots that open the menu of a chart, in the colours of the chart and not of the window's theme. */
final class ChartMenuButton extends Button {
    private static final CornerRadii ROUND = new CornerRadii(6);

    ChartMenuButton(ObservableValue<Palette> palette) {
        getStyleClass().add("chart-menu-button");
        setPadding(Insets.EMPTY);
        HBox dots = new HBox(3);
        dots.setAlignment(Pos.CENTER);
        for (int i = 0; i < 3; i++) {
            Circle dot = new Circle(1.6);
            dot.fillProperty().bind(palette.map(colors -> ChartPainter.color(colors, ColorRole.TEXT_MUTED)));
            dots.getChildren().add(dot);
        }
        setGraphic(dots);
        backgroundProperty().bind(palette.flatMap(colors -> hoverProperty().map(over -> ground(colors, over))));
        borderProperty().bind(palette.flatMap(colors -> focusedProperty().map(focus -> ring(colors, focus))));
    }

    private static Background ground(Palette colors, boolean over) {
        ColorRole role = over ? ColorRole.GRID : ColorRole.SURFACE;
        return new Background(new BackgroundFill(ChartPainter.color(colors, role), ROUND, Insets.EMPTY));
    }

    private static Border ring(Palette colors, boolean focus) {
        if (!focus) {
            return Border.EMPTY;
        }
        return new Border(new BorderStroke(
                ChartPainter.color(colors, ColorRole.ACCENT), BorderStrokeStyle.SOLID, ROUND, new BorderWidths(2)));
    }
}
