package io.slicewise.desktop.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/**
 * A name that can be typed over. Until a person does it reads as a heading: one that does not fit ends in an ellipsis,
 * where a text field would be cut in the middle of a letter.
 */
public final class NameField extends StackPane {
    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

    private final TextField field = new TextField();

    /** @param styles the style classes of the field */
    public NameField(String... styles) {
        field.getStyleClass().addAll(styles);
        Label shown = new Label();
        shown.getStyleClass().add("name-shown");
        shown.setAccessibleRole(AccessibleRole.PARENT); // the field says the name already
        shown.setMouseTransparent(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.textProperty().bind(field.textProperty());
        shown.fontProperty().bind(field.fontProperty());
        shown.paddingProperty().bind(field.paddingProperty());
        shown.translateXProperty().bind(field.translateXProperty());
        shown.visibleProperty().bind(field.focusedProperty().not());
        field.focusedProperty().subscribe(focused -> field.pseudoClassStateChanged(COVERED, !focused));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(field, shown);
    }

    /** What takes the keyboard. */
    public TextField field() {
        return field;
    }
}
