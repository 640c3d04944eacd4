package io.slicewise.desktop.chart;

import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Point;
import io.slicewise.chart.TimelineChart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * A line across a chart over time that somebody moves: the pointer drags it, and with the focus Shift Up and Shift Down move it by a
 * hundredth of the axis. What it takes of pointer and keys does not reach the chart.
 */
public final class TargetLine {
    /** So near to the line, in pixels, it can be taken. */
    private static final double NEAR = 6;

    private static final double KEY_STEP = 0.01;

    private final ChartView chart;
    private final DoubleConsumer moved;
    private double target = Double.NaN;
    private boolean dragging;

    /**
     * Lets the line be moved.
     *
     * @param around holds the chart
     * @param moved takes a new target
     */
    public TargetLine(Pane around, ChartView chart, DoubleConsumer moved) {
        this.chart = chart;
        this.moved = moved;
        around.addEventFilter(MouseEvent.MOUSE_MOVED, event -> chart.setCursor(isNear(event) ? Cursor.V_RESIZE : null));
        around.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        around.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        around.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Where the line is; {@code NaN} where there is none. */
    public void setTarget(double value) {
        target = value;
    }

    /** Where the curves are, from the top to the bottom, in pixels of the drawing. */
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
        return chart.specProperty().get() instanceof TimelineChart shown
                ? shown.values().to()
                : Double.NaN;
    }

    /** The value at a height of the scene; empty where nothing is drawn. */
    private OptionalDouble valueAt(double sceneY) {
        return upright()
                .filter(_ -> Double.isFinite(top()))
                .map(line -> {
                    double y = chart.sceneToLocal(0, sceneY).getY();
                    double high = line.getFirst().y() * chart.zoomProperty().get();
                    double low = line.getLast().y() * chart.zoomProperty().get();
                    return OptionalDouble.of(Math.clamp((low - y) / (low - high), 0, 1) * top());
                })
                .orElseGet(OptionalDouble::empty);
    }

    private boolean isNear(MouseEvent event) {
        OptionalDouble above = valueAt(event.getSceneY() - NEAR);
        OptionalDouble below = valueAt(event.getSceneY() + NEAR);
        return above.isPresent() && below.isPresent() && target <= above.getAsDouble() && target >= below.getAsDouble();
    }

    private void press(MouseEvent event) {
        dragging = event.isPrimaryButtonDown() && isNear(event);
        if (dragging) {
            chart.requestFocus();
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (dragging) {
            dragging = false;
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            valueAt(event.getSceneY()).ifPresent(this::move);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.KP_UP;
        boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.KP_DOWN;
        if (event.isShiftDown() && (up || down) && Double.isFinite(target) && Double.isFinite(top())) {
            move(target + (up ? KEY_STEP : -KEY_STEP) * top());
            event.consume();
        }
    }

    private void move(double value) {
        if (value > 0) {
            moved.accept(rounded(value));
        }
    }

    /** A tenth of a per cent of a ratio, a whole number of anything else: nobody aims finer. */
    private double rounded(double value) {
        double step = top() <= 1 ? 1000 : 1;
        return Math.max(1 / step, Math.rint(value * step) / step);
    }
}
