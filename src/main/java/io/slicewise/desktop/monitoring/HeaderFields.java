package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.look.Icon;
import io.slicewise.live.connection.Secret;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Further headers, each with its value, which can be a key. */
final class HeaderFields extends VBox {
    private final Parts parts;
    private final VBox rows = new VBox();

    HeaderFields(Parts parts) {
        this.parts = parts;
        Label title = new Label();
        title.getStyleClass().add("field-name");
        title.textProperty().bind(parts.words().of("monitoring.live.header"));
        rows.getStyleClass().add("header-rows");
        Button add = parts.button("monitoring.live.header.add", () -> add("", false));
        add.getStyleClass().add("quiet");
        getStyleClass().add("form-field");
        getChildren().addAll(title, rows, add);
    }

    /** Shows these names, with empty fields for their values. */
    void show(List<String> names, boolean kept) {
        rows.getChildren().clear();
        names.forEach(name -> add(name, kept));
    }

    private void add(String name, boolean kept) {
        TextField nameField = new TextField(name);
        nameField.setPromptText("X-Api-Key");
        nameField.accessibleTextProperty().bind(parts.words().of("monitoring.live.header"));
        PasswordField value = new PasswordField();
        value.accessibleTextProperty().bind(parts.words().of("monitoring.live.headerValue"));
        value.promptTextProperty()
                .bind(parts.words().of(kept ? "monitoring.live.inKeyring" : "monitoring.live.headerValue"));
        HBox row = new HBox(nameField, value);
        Button remove = new Button();
        remove.setGraphic(Icon.MINUS.node());
        remove.getStyleClass().add("quiet");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.accessibleTextProperty().bind(parts.words().of("monitoring.live.header.remove"));
        remove.setOnAction(_ -> rows.getChildren().remove(row));
        row.getChildren().add(remove);
        for (TextField field : List.of(nameField, value)) {
            field.setPrefColumnCount(6);
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        row.getStyleClass().add("header-row");
        rows.getChildren().add(row);
        nameField.requestFocus();
    }

    /** What is in the fields. */
    List<ConnectionInput.Header> entered() {
        return rows.getChildren().stream()
                .map(HBox.class::cast)
                .map(row -> new ConnectionInput.Header(text(row, 0), Secret.of(text(row, 1))))
                .toList();
    }

    private static String text(HBox row, int index) {
        return ((TextField) row.getChildren().get(index)).getText();
    }
}
