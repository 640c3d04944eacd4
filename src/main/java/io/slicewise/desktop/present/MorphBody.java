package io.slicewise.desktop.present;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The three figures one after the other, on columns that grow from equal widths to their slices. */
final class MorphBody extends SlideBody {
    private final MorphView morph;
    private final Label hint = label("hint");
    private final BooleanSupplier moving;
    private boolean shown;

    /**
     * @param whatIf takes what is dragged; {@code null} for a picture that is only looked at
     * @param moving whether columns grow
     */
    MorphBody(@Nullable WhatIf whatIf, BooleanSupplier moving) {
        super("morph-body");
        this.moving = moving;
        morph = new MorphView(whatIf);
        VBox.setVgrow(morph, Priority.ALWAYS);
        getChildren().add(morph);
        if (whatIf != null) {
            getChildren().add(hint);
        }
    }

    @Override
    void show(View view) {
        morph.show(view.figures(), view.words());
        morph.go(view.step(), shown && moving.getAsBoolean());
        shown = true;
        hint.setText(view.words().say("present.hint"));
    }
}
