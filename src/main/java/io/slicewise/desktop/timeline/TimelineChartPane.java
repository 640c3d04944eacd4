package io.slicewise.desktop.timeline;

import io.slicewise.chart.Drawing;
import io.slicewise.chart.Hit;
import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The curves with hands: the wheel goes nearer and farther around the pointer, dragging goes earlier and later, a click
 * looks at a moment, a double click shows all. With the focus, arrow keys move the moment, plus and minus go nearer and
 * farther, Page Up and Page Down go earlier and later, 0 shows all.
 */
final class TimelineChartPane extends StackPane {
    private static final double WHEEL = 0.8;
    private static final double KEY_ZOOM = 0.5;
    private static final double PAGE = 0.5;
    private static final double LEAST_DRAG = 4;

    /** Of all of it, for an arrow key; with Shift ten times as much. */
    private static final double KEY_STEP = 0.005;

    /** One part of the curves for so many pixels. */
    private static final double PART = 2;

    private final TimeModel model;
    private final ChartView chart;
    private final ReadOnlyObjectWrapper<HeatRow.Span> span =
            new ReadOnlyObjectWrapper<>(this, "span", new HeatRow.Span(0, 0));
    private final ReadOnlyObjectWrapper<Integer> parts = new ReadOnlyObjectWrapper<>(this, "parts", 0);
    private final ReadOnlyObjectWrapper<@Nullable Drawn> drawn = new ReadOnlyObjectWrapper<>(this, "drawn");
    private double pressedAt;
    private Stretch pressedOn;
    private boolean dragged;
    private boolean stale;

    /** A stretch of time, and where its curves begin and end. */
    record Drawn(Stretch stretch, HeatRow.Span span) {}

    TimelineChartPane(TimeModel model, Words words, ObservableValue<Palette> palette, ChartActions actions) {
        this.model = model;
        pressedOn = model.stretch();
        chart = new ChartView(actions);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(palette);
        chart.setMinSize(0, 0);
        getChildren().add(chart);
        setMinSize(0, 0);
        List.of(
                        model.stretchProperty(),
                        model.cursorProperty(),
                        model.curvesProperty(),
                        model.zoneProperty(),
                        model.alert().ratio(),
                        words.languageProperty())
                .forEach(value -> value.subscribe(this::refresh));
        chart.widthProperty().subscribe(this::refresh);
        chart.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Into how many parts the time is cut: as many as can be told from each other. */
    ReadOnlyObjectProperty<Integer> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    ChartView chart() {
        return chart;
    }

    /** Where the curves begin and end, in pixels of this pane. */
    ReadOnlyObjectProperty<HeatRow.Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** What the chart shows now; {@code null} before it is drawn. What goes with a new chart follows it, once a pulse as well. */
    ReadOnlyObjectProperty<@Nullable Drawn> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** However much changes, the chart is made once a pulse. */
    void refresh() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (stale && chart.getWidth() > 0) {
            stale = false;
            int count = (int) Math.max(10, chart.getWidth() / PART);
            parts.set(count);
            chart.specProperty().set(model.chart(chart.messagesProperty().get(), count));
            chart.layout();
            chart.drawing().ifPresent(drawing -> span.set(spanOf(drawing)));
            drawn.set(new Drawn(model.stretch(), span.get()));
        }
    }

    private HeatRow.Span spanOf(Drawing drawing) {
        List<Hit> hits = drawing.hits();
        double x = chart.getLayoutX();
        return hits.isEmpty()
                ? new HeatRow.Span(0, 0)
                : new HeatRow.Span(
                        x + hits.getFirst().area().x(),
                        x + hits.getLast().area().right());
    }

    private long timeAt(double x) {
        HeatRow.Span at = span.get();
        Stretch shown = model.stretch();
        double part = at.isKnown() ? (chart.getLayoutX() + x - at.left()) / (at.right() - at.left()) : 0.5;
        return shown.from() + Math.round(Math.clamp(part, 0, 1) * shown.length());
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL;
            model.stretchProperty().set(model.stretch().zoomed(timeAt(event.getX()), factor));
        } else if (event.getDeltaX() != 0) {
            model.pan(-event.getDeltaX() / chart.getWidth());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        pressedAt = event.getX();
        pressedOn = model.stretch();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        double by = event.getX() - pressedAt;
        HeatRow.Span at = span.get();
        dragged |= Math.abs(by) >= LEAST_DRAG;
        if (dragged && at.isKnown() && event.getButton() == MouseButton.PRIMARY) {
            chart.setCursor(Cursor.CLOSED_HAND);
            long millis = Math.round(-by / (at.right() - at.left()) * pressedOn.length());
            model.stretchProperty().set(pressedOn.moved(millis));
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        chart.setCursor(Cursor.DEFAULT);
        if (dragged || event.getButton() != MouseButton.PRIMARY || !(event.getTarget() instanceof Canvas)) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.stretchProperty().set(model.stretch().whole());
        } else {
            model.lookAt(timeAt(event.getX()));
        }
    }

    private void key(KeyEvent event) {
        if (event.getTarget() != chart || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? 10 * KEY_STEP : KEY_STEP;
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.step(-step);
            case RIGHT -> model.step(step);
            case HOME -> model.lookAt(model.stretch().from());
            case END -> model.lookAt(model.stretch().to() - 1);
            case PAGE_UP -> model.pan(-PAGE);
            case PAGE_DOWN -> model.pan(PAGE);
            case PLUS, ADD, EQUALS -> model.zoom(KEY_ZOOM);
            case MINUS, SUBTRACT -> model.zoom(1 / KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> model.stretchProperty().set(model.stretch().whole());
            case ESCAPE -> model.cursorProperty().set(null);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
