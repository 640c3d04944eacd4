package io.slicewise.desktop.plan;

import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Point;
import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A forecast whose target can be moved: the pointer drags its line, with the focus Page Up and Page Down move it by a hundredth of
 * the axis.
 */
final class TargetChart extends StackPane {
    /** So near to the line, in pixels, it can be taken. */
    private static final double NEAR = 6;

    private static final double KEY_STEP = 0.01;

    private final ChartView chart;
    private final DoubleConsumer moved;
    private @Nullable TimelineChart spec;
    private double target = Double.NaN;
    private boolean dragging;

    /** @param moved takes a new target */
    TargetChart(Words words, Look look, ChartActions actions, DoubleConsumer moved) {
        this.moved = moved;
        chart = new ChartView(actions);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        chart.zoomProperty().bind(look.textSizeProperty());
        getChildren().add(chart);
        chart.addEventFilter(MouseEvent.MOUSE_MOVED, event -> chart.setCursor(isNear(event) ? Cursor.V_RESIZE : null));
        chart.addEventFilter(
                MouseEvent.MOUSE_PRESSED, event -> dragging = event.isPrimaryButtonDown() && isNear(event));
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    ChartView chart() {
        return chart;
    }

    void show(TimelineChart forecast, double capacity) {
        spec = forecast;
        target = capacity;
        chart.specProperty().set(forecast);
    }

    /** Where the curves are, from the top to the bottom, in pixels of the chart. */
    private Optional<List<Point>> upright() {
        return chart.drawing()
                .map(Drawing::hits)
                .filter(hits -> !hits.isEmpty())
                .flatMap(hits -> hits.getFirst().highlight().stream()
                        .filter(Mark.Line.class::isInstance)
                        .map(mark -> ((Mark.Line) mark).points())
                        .findFirst());
    }

    private double top() {
        return spec == null ? Double.NaN : spec.values().to();
    }

    /** The value at a height; empty where nothing is drawn. */
    private OptionalDouble valueAt(double y) {
        return upright()
                .filter(_ -> Double.isFinite(top()))
                .map(line -> {
                    double high = line.getFirst().y() * chart.zoomProperty().get();
                    double low = line.getLast().y() * chart.zoomProperty().get();
                    return OptionalDouble.of(Math.clamp((low - y) / (low - high), 0, 1) * top());
                })
                .orElseGet(OptionalDouble::empty);
    }

    private boolean isNear(MouseEvent event) {
        OptionalDouble above = valueAt(event.getY() - NEAR);
        OptionalDouble below = valueAt(event.getY() + NEAR);
        return above.isPresent() && below.isPresent() && target <= above.getAsDouble() && target >= below.getAsDouble();
    }

    private void drag(MouseEvent event) {
        OptionalDouble value = valueAt(event.getY());
        if (dragging && value.isPresent() && value.getAsDouble() > 0) {
            moved.accept(rounded(value.getAsDouble()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        double by = switch (event.getCode()) {
            case PAGE_UP -> KEY_STEP;
            case PAGE_DOWN -> -KEY_STEP;
            default -> 0;
        };
        if (by != 0 && Double.isFinite(target) && target + by * top() > 0) {
            moved.accept(rounded(target + by * top()));
            event.consume();
        }
    }

    /** A tenth of a per cent of a ratio, a whole number of anything else: no one aims finer. */
    private double rounded(double value) {
        double step = top() <= 1 ? 1000 : 1;
        return Math.max(1 / step, Math.rint(value * step) / step);
    }
}
