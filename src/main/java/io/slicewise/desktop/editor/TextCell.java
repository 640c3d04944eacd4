package io.slicewise.desktop.editor;

import io.slicewise.desktop.editor.InstanceRow.Shown;
import io.slicewise.fleet.Instance;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A text of an instance, edited in place: a double click or F2 begins, Enter or leaving takes it, Escape does not. */
final class TextCell extends TableCell<InstanceRow, Shown> {
    private static final PseudoClass UNNAMED = PseudoClass.getPseudoClass("unnamed");

    private final Function<Instance, String> text;
    private final Function<Shown, String> instead;
    private final BiConsumer<InstanceRow, String> taken;
    private @Nullable TextField field;

    /**
     * A cell.
     *
     * @param text what is edited
     * @param instead what is shown, muted, where there is no text
     * @param taken gets what was typed
     */
    TextCell(Function<Instance, String> text, Function<Shown, String> instead, BiConsumer<InstanceRow, String> taken) {
        this.text = text;
        this.instead = instead;
        this.taken = taken;
        getStyleClass().add("text-cell");
    }

    @Override
    public void startEdit() {
        super.startEdit();
        Shown shown = getItem();
        if (!isEditing() || shown == null) {
            return;
        }
        TextField editor = new TextField(text.apply(shown.instance()));
        editor.getStyleClass().add("cell-field");
        editor.setAccessibleText(getTableColumn().getText());
        editor.setOnAction(_ -> take());
        editor.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take();
            }
        });
        editor.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        field = editor;
        setText(null);
        setGraphic(editor);
        editor.requestFocus();
        editor.selectAll();
    }

    private void take() {
        TextField editor = field;
        InstanceRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (editor == null || row == null) {
            return;
        }
        field = null;
        String typed = editor.getText().strip();
        if (!typed.equals(text.apply(row.instance()))) {
            taken.accept(row, typed);
        }
        super.cancelEdit();
        show(getItem());
        getTableView().requestFocus();
    }

    @Override
    public void cancelEdit() {
        field = null;
        super.cancelEdit();
        show(getItem());
    }

    @Override
    protected void updateItem(@Nullable Shown shown, boolean empty) {
        super.updateItem(shown, empty);
        if (field == null) {
            show(empty ? null : shown);
        }
    }

    private void show(@Nullable Shown shown) {
        setGraphic(null);
        String words = shown == null ? "" : text.apply(shown.instance());
        boolean unnamed = shown != null && words.isEmpty();
        pseudoClassStateChanged(UNNAMED, unnamed);
        setText(unnamed ? instead.apply(shown) : words);
    }
}
