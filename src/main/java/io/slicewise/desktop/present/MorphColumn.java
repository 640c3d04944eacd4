package io.slicewise.desktop.present;

import io.slicewise.desktop.look.Load;
import io.slicewise.desktop.present.Morph.Column;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** An instance as a column: filled as far as it is used. Dragging it tries another utilization. */
final class MorphColumn extends Region {
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final double STEP = 0.01;
    private static final double LARGE_STEP = 0.1;
    private static final double BELOW_EMS = 1.9;

    private final MorphView view;
    private final @Nullable WhatIf whatIf;
    private final Region fill = new Region();
    private final Label figure = new Label();
    private final Label name = new Label();
    private @Nullable Column column;
    private String load = "";
    private String percent = "";
    private double draggedFrom;
    private double em = 1;
    private double plot;

    MorphColumn(MorphView view, @Nullable WhatIf whatIf) {
        this.view = view;
        this.whatIf = whatIf;
        getStyleClass().add("morph-column");
        fill.getStyleClass().add("morph-fill");
        figure.getStyleClass().add("morph-figure");
        name.getStyleClass().add("morph-name");
        fill.setMouseTransparent(true);
        getChildren().addAll(fill, figure, name);
        setAccessibleRole(AccessibleRole.SLIDER);
        focusedProperty().subscribe(_ -> requestLayout());
        if (whatIf != null) {
            setFocusTraversable(true);
            addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
            addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, whatIf));
        }
    }

    void show(Column shown, Messages words) {
        column = shown;
        percent = Numbers.percent(shown.utilization(), words.language());
        figure.setText(percent);
        name.setText(shown.name());
        setAccessibleText(words.say(Text.of("present.column", shown.name(), new Percent(shown.utilization()))));
        String now = Load.styleClass(shown.utilization());
        if (!now.equals(load)) {
            getStyleClass().remove(load);
            getStyleClass().add(now);
            load = now;
        }
        requestLayout();
    }

    /** Puts it between two heights; its name stands below them. */
    void place(double x, double top, double width, double bottom, double size) {
        em = size;
        plot = bottom - top;
        resizeRelocate(x, top, Math.max(1, width), plot + BELOW_EMS * em);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Column shown = column;
        double width = getWidth();
        double height = shown == null ? 0 : shown.utilization() * plot;
        fill.resizeRelocate(0, plot - height, width, height);
        // a narrow one has no room for its words, but says them over its neighbours while it has the keyboard
        boolean told = isFocused();
        boolean narrow = width < 3.6 * em && !told;
        figure.setText(narrow && shown != null ? Numbers.percentNumber(shown.utilization()) : percent);
        figure.setVisible(told || width > 2.2 * em);
        name.setVisible(told || width > 2.6 * em);
        setViewOrder(told ? -1 : 0);
        double line = figure.prefHeight(-1);
        boolean inside = height > 1.7 * line;
        figure.pseudoClassStateChanged(INSIDE, inside);
        figure.pseudoClassStateChanged(TOLD, told && figure.prefWidth(-1) > width);
        name.pseudoClassStateChanged(TOLD, told && name.prefWidth(-1) > width);
        // at the foot, where the lines of the figures seldom run
        double y = inside ? plot - line - 0.3 * em : plot - height - line;
        lay(figure, Math.max(0, y), line, told);
        lay(name, plot + 0.25 * em, name.prefHeight(-1), told);
    }

    /** Within the column, or as wide as its words and over its middle. */
    private void lay(Label label, double y, double height, boolean told) {
        double width = told ? Math.max(getWidth(), label.prefWidth(-1)) : getWidth();
        label.resizeRelocate((getWidth() - width) / 2, y, width, height);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        draggedFrom = view.utilizationAt(event.getSceneY());
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double now = view.utilizationAt(event.getSceneY());
        Column shown = column;
        WhatIf target = whatIf;
        if (shown != null && target != null) {
            if (shown.refs().size() == 1) {
                target.set(shown.refs().iterator().next(), Math.round(Math.clamp(now, 0, 1) * 100) / 100.0);
            } else {
                target.shift(shown.refs(), now - draggedFrom);
                draggedFrom = now;
            }
        }
        event.consume();
    }

    private void pressed(KeyEvent event, WhatIf target) {
        Column shown = column;
        if (shown == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        Set<InstanceRef> refs = shown.refs();
        switch (event.getCode()) {
            case UP, KP_UP, PLUS, ADD -> target.shift(refs, step);
            case DOWN, KP_DOWN, MINUS, SUBTRACT -> target.shift(refs, -step);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
