package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/**
 * A field of which each key counts: what can be understood goes into the model at once, what cannot is marked and says on
 * pointing what was expected. When it is left it shows what the model has.
 */
final class LiveField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Supplier<String> shown;
    private boolean showing;
    private boolean taking;

    /**
     * @param shown what the model has
     * @param take takes what was typed; {@code false} where it cannot be understood
     * @param settle ends a stretch of typing
     * @param expected what can be typed
     */
    LiveField(Supplier<String> shown, Predicate<String> take, Runnable settle, Supplier<Text> expected, Words words) {
        this.shown = shown;
        getStyleClass().add("live-field");
        textProperty().subscribe((_, typed) -> {
            if (!showing && isFocused()) {
                taking = true;
                boolean understood = take.test(typed);
                taking = false;
                pseudoClassStateChanged(WRONG, !understood);
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                settle.run();
                show();
            }
        });
        Tooltips.on(this, () -> words.now(expected.get()));
    }

    /** Shows what the model has, unless this very field is changing it. */
    void show() {
        if (!taking) {
            showing = true;
            pseudoClassStateChanged(WRONG, false);
            String now = shown.get();
            if (!now.equals(getText())) {
                setText(now);
                positionCaret(now.length());
            }
            showing = false;
        }
    }
}
