package io.slicewise.desktop.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Rows of which one is chosen, by mouse or by the arrow keys: for screen readers a group of radio buttons. Tab comes to
 * the chosen row only, and goes on from there.
 *
 * @param <K> what a row stands for
 */
final class ChoiceRows<K> extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Consumer<K> onChoice;
    private final List<Row> rows = new ArrayList<>();

    /** @param onChoice told what was chosen */
    ChoiceRows(Consumer<K> onChoice) {
        this.onChoice = onChoice;
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    /**
     * A row.
     *
     * @param node what it shows
     * @param words what screen readers say
     */
    record Choice<K>(K key, Region node, String words) {}

    /** Shows other rows. Where a row had the focus, the one that stands for the same has it afterwards. */
    void show(List<Choice<K>> choices, @Nullable K chosen) {
        K focused = rows.stream()
                .filter(Row::isFocused)
                .map(row -> row.key)
                .findFirst()
                .orElse(null);
        rows.clear();
        choices.forEach(choice -> rows.add(new Row(choice)));
        getChildren().setAll(rows);
        choose(chosen);
        rows.stream()
                .filter(row -> focused != null && row.key.equals(focused))
                .findFirst()
                .ifPresent(Row::requestFocus);
    }

    /** Marks the row that is chosen now. */
    void choose(@Nullable K chosen) {
        rows.forEach(row -> row.mark(Objects.equals(row.key, chosen)));
        if (rows.stream().noneMatch(Row::isFocusTraversable) && !rows.isEmpty()) {
            rows.getFirst().setFocusTraversable(true);
        }
    }

    private void walk(KeyEvent event) {
        int at = rows.indexOf(getScene().getFocusOwner());
        int to = switch (event.getCode()) {
            case DOWN -> at + 1;
            case UP -> at - 1;
            case HOME -> 0;
            case END -> rows.size() - 1;
            default -> -1;
        };
        if (at >= 0 && event.getCode() == KeyCode.SPACE) {
            onChoice.accept(rows.get(at).key);
            event.consume();
        }
        if (at < 0 || to < 0 || to >= rows.size() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Row row = rows.get(to);
        onChoice.accept(row.key);
        row.requestFocus();
        event.consume();
    }

    private final class Row extends VBox {
        private final K key;
        private boolean chosen;

        private Row(Choice<K> choice) {
            super(choice.node());
            key = choice.key();
            getStyleClass().add("choice-row");
            setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            setAccessibleText(choice.words());
            addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        }

        private void press(MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY) {
                onChoice.accept(key);
                requestFocus();
                // a scroll pane around it would take the focus away again
                event.consume();
            }
        }

        private void mark(boolean now) {
            chosen = now;
            setFocusTraversable(now);
            pseudoClassStateChanged(SELECTED, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.SELECTED
                    ? Boolean.valueOf(chosen)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
