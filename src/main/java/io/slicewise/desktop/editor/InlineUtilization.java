package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Focus;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A field over a block, in which a utilization is typed; Enter and leaving it take it, Escape does not. */
final class InlineUtilization {
    private final EditorContext context;
    private final SliceMap map;
    private final InstanceRef ref;
    private final TextField field = new TextField();
    private final String shown;
    private @Nullable Node back;
    private boolean ring;
    private boolean over;

    /**
     * A field that is not started yet.
     *
     * @param typed what was typed already and replaces the figure; empty to edit the figure
     */
    InlineUtilization(EditorContext context, SliceMap map, SliceMapModel.Block block, String typed) {
        this.context = context;
        this.map = map;
        this.ref = block.ref();
        double now = block.instance().utilization();
        shown = Double.isNaN(now) ? "" : Numbers.percentNumber(now);
        field.setText(typed.isEmpty() ? shown : typed);
        field.getStyleClass().add("inline-utilization");
        field.setAccessibleText(context.words().now("editor.utilization.title"));
        field.setOnAction(_ -> finish(true));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                finish(true);
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finish(false);
                event.consume();
            }
        });
    }

    InstanceRef ref() {
        return ref;
    }

    TextField field() {
        return field;
    }

    void start() {
        boolean fresh = !field.getText().equals(shown);
        // the skin selects everything when it comes to a field that has the focus, and the next digit would replace the
        // first
        field.applyCss();
        back = map.getScene().getFocusOwner();
        ring = back != null && back.isFocusVisible();
        field.requestFocus();
        if (fresh) {
            field.end();
        } else {
            field.selectAll();
        }
    }

    /** To where it came from, such as the profile that was pressed; to the map where that can have it no longer. */
    private void returnFocus() {
        Node from = back;
        Focus.put(from != null && Focus.isPossible(from) ? from : map, ring);
    }

    private void finish(boolean take) {
        if (over) {
            return;
        }
        over = true;
        boolean hadFocus = field.isFocused();
        String typed = field.getText();
        map.stopEditing();
        if (hadFocus) {
            returnFocus();
        }
        if (take && !typed.equals(shown)) {
            Optional<Double> value = UtilizationInput.parse(typed);
            value.ifPresentOrElse(
                    ratio -> context.actions().setUtilization(context.actions().targets(ref), ratio),
                    () -> context.actions().tell(Text.of("editor.utilization.invalid", typed)));
        }
    }
}
