package io.slicewise.desktop.chart;

import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ChartTips;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Hit;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.TipLayout;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A chart in the window.
 *
 * <p>Whatever changes (chart, size, colours), it is laid out and painted once a pulse at most. Pointing at a datum
 * shows its tip; with the focus, the arrow keys, Home and End walk over the data and Escape leaves them. The context
 * menu and the button at the upper right offer picture and table. Screen readers get title, summary and the table in
 * words, and the tip of the datum that is walked to.
 *
 * <p>Style classes: {@code chart-view}, and {@code chart-menu-button} for the button.
 */
public final class ChartView extends Region {
    private static final int NONE = -1;
    private static final double BUTTON_SIZE = 26;

    private final ObjectProperty<@Nullable ChartSpec> spec = new SimpleObjectProperty<>(this, "spec");
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Palette.LIGHT);
    private final ObjectProperty<Messages> messages =
            new SimpleObjectProperty<>(this, "messages", Messages.in(Language.standard()));
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final ObjectProperty<List<Integer>> lit = new SimpleObjectProperty<>(this, "lit", List.of());

    private final ChartFonts fonts = new ChartFonts();
    private final Canvas ground = new Canvas();
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ChartMenuButton button = new ChartMenuButton(palette);
    private final ChartMenu menu;
    private ChartPainter painter = new ChartPainter(fonts, Palette.LIGHT);
    private @Nullable ContextMenu open;
    private @Nullable Drawing drawing;
    private int active = NONE;
    private boolean stale = true;

    /** The turned words that stand on the lowest layer; {@code null} when it must be painted anew. */
    private @Nullable List<Mark> onGround;

    /** An empty view, whose menu does what {@code actions} do. */
    public ChartView(ChartActions actions) {
        menu = new ChartMenu(actions, this::shown);
        getStyleClass().add("chart-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        overlay.setMouseTransparent(true);
        getChildren().addAll(ground, canvas, overlay, button);
        button.opacityProperty()
                .bind(hoverProperty().flatMap(over -> focusWithinProperty().map(in -> over || in ? 1.0 : 0.0)));
        button.setOnAction(_ -> openMenu().show(button, Side.BOTTOM, 0, 2));
        spec.subscribe(this::showSpec);
        palette.subscribe(this::showPalette);
        zoom.subscribe(this::changeZoom);
        lit.subscribe(this::paintOverlay);
        messages.subscribe(said -> button.setAccessibleText(said.say("chart.menu")));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> activate(NONE));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            // a scroll pane around it would take the focus away again
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        setOnContextMenuRequested(event -> {
            openMenu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        focusedProperty().subscribe(this::paintOverlay);
        focusVisibleProperty().subscribe(this::paintOverlay);
    }

    /** What is shown; {@code null} shows nothing. */
    public ObjectProperty<@Nullable ChartSpec> specProperty() {
        return spec;
    }

    /** The colours. */
    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** The language of the menu; the chart's own words come with the chart. */
    public ObjectProperty<Messages> messagesProperty() {
        return messages;
    }

    /** How many times larger than usual type and lines are: 1 at the desk, 1.4 before an audience. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** The data that something else on the screen is about, as {@link Hit#index()}: they are outlined. */
    public ObjectProperty<List<Integer>> litProperty() {
        return lit;
    }

    /** The datum that is looked at, as {@link Hit#index()}; -1 for none. */
    public int activeDatum() {
        return active;
    }

    /** The drawing on the screen; empty before the first layout, and without a chart. */
    public Optional<Drawing> drawing() {
        return Optional.ofNullable(drawing);
    }

    private void showSpec(@Nullable ChartSpec shown) {
        setAccessibleText(
                shown == null
                        ? ""
                        : String.join(
                                ". ", shown.heading().title(), shown.heading().summary()));
        refresh();
    }

    private void showPalette(Palette colors) {
        painter = new ChartPainter(fonts, colors);
        onGround = null;
        refresh();
    }

    private void changeZoom() {
        onGround = null;
        refresh();
    }

    private void refresh() {
        stale = true;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480 * zoom.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300 * zoom.get();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160 * zoom.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120 * zoom.get();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            for (Canvas layer : List.of(ground, canvas, overlay)) {
                layer.setWidth(width);
                layer.setHeight(height);
            }
            onGround = null;
            stale = true;
        }
        button.resizeRelocate(width - BUTTON_SIZE - 8, 8, BUTTON_SIZE, BUTTON_SIZE);
        if (stale && width > 0 && height > 0) {
            stale = false;
            paint();
        }
    }

    private void paint() {
        ChartSpec shown = spec.get();
        ChartPainter.clear(canvas);
        List<Mark> marks = List.of();
        drawing = null;
        if (shown != null) {
            double scale = zoom.get();
            Drawing laidOut = ChartLayout.layout(shown, getWidth() / scale, getHeight() / scale, fonts.measure());
            drawing = laidOut;
            marks = laidOut.marks();
        }
        paintGround(marks.stream().filter(ChartView::isTurned).toList());
        painter.paint(canvas, marks.stream().filter(mark -> !isTurned(mark)).toList(), zoom.get());
        if (hit(active).isEmpty()) {
            active = NONE;
        }
        paintOverlay();
    }

    /**
     * Background and turned words. Turned words are the names below columns: slow to paint (some 10 ms for 56 of them
     * in software), and the same from frame to frame while values are dragged.
     */
    private void paintGround(List<Mark> turned) {
        if (!turned.equals(onGround)) {
            onGround = turned;
            painter.ground(ground);
            painter.paint(ground, turned, zoom.get());
        }
    }

    private static boolean isTurned(Mark mark) {
        return mark instanceof Mark.Label label && label.degrees() != 0;
    }

    private Optional<Hit> hit(int index) {
        return hits().stream().filter(hit -> hit.index() == index).findFirst();
    }

    private List<Hit> hits() {
        Drawing shown = drawing;
        return shown == null ? List.of() : shown.hits();
    }

    private void paintOverlay() {
        ChartPainter.clear(overlay);
        ChartSpec shown = spec.get();
        Drawing laidOut = drawing;
        if (shown != null && laidOut != null) {
            hits().stream().filter(hit -> lit.get().contains(hit.index())).forEach(this::paintLit);
            hit(active).ifPresent(hit -> {
                painter.paint(overlay, hit.highlight(), zoom.get());
                painter.paint(
                        overlay,
                        TipLayout.layout(
                                ChartTips.of(shown, hit.index()),
                                hit.at(),
                                laidOut.width(),
                                laidOut.height(),
                                fonts.measure()),
                        zoom.get());
            });
        }
        if (isFocusVisible()) {
            GraphicsContext gc = overlay.getGraphicsContext2D();
            gc.setStroke(painter.color(ColorRole.ACCENT));
            gc.setLineWidth(2);
            gc.strokeRoundRect(1, 1, getWidth() - 2, getHeight() - 2, 8, 8);
        }
    }

    /** The outline is what can be seen: the tint alone is too faint to be told apart. */
    private void paintLit(Hit hit) {
        List<Mark> marks = new ArrayList<>(hit.highlight());
        hit.highlight().stream()
                .filter(Mark.Box.class::isInstance)
                .map(mark -> new Mark.Border(((Mark.Box) mark).area(), 3, ColorRole.ACCENT))
                .forEach(marks::add);
        painter.paint(overlay, marks, zoom.get());
    }

    private void activate(int index) {
        if (active != index) {
            active = index;
            paintOverlay();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void point(MouseEvent event) {
        Drawing laidOut = drawing;
        double scale = zoom.get();
        activate(
                laidOut == null
                        ? NONE
                        : laidOut.hitAt(event.getX() / scale, event.getY() / scale)
                                .map(Hit::index)
                                .orElse(NONE));
    }

    private void walk(KeyEvent event) {
        int last = hits().size() - 1;
        if (last < 0 || event.getTarget() != this || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int next = switch (event.getCode()) {
            case RIGHT, DOWN -> Math.min(last, active + 1);
            case LEFT, UP -> active == NONE ? last : Math.max(0, active - 1);
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> NONE;
            default -> active;
        };
        if (next != active) {
            activate(next);
            event.consume();
        }
    }

    /** The chart as it stands there, to be copied or saved; empty as long as there is none. */
    public Optional<ChartActions.Shown> shown() {
        ChartSpec shown = spec.get();
        Drawing laidOut = drawing;
        return shown == null || laidOut == null
                ? Optional.empty()
                : Optional.of(new ChartActions.Shown(shown, laidOut.width(), laidOut.height(), palette.get()));
    }

    /** The menu, in the language of now; at most one is open. */
    private ContextMenu openMenu() {
        ContextMenu before = open;
        if (before != null) {
            before.hide();
        }
        ContextMenu now = menu.in(messages.get());
        open = now;
        return now;
    }

    /** Screen readers ask for the text when they need it: tables of words are not built for every frame of a drag. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        ChartSpec shown = spec.get();
        if (attribute != AccessibleAttribute.TEXT || shown == null) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        if (active != NONE) {
            return ChartTips.of(shown, active).words();
        }
        String table = shown.isEmpty()
                ? shown.heading().whenEmpty()
                : ChartTable.of(shown).words();
        return shown.heading().summary().isEmpty() ? table : shown.heading().summary() + "\n" + table;
    }
}
