package io.slicewise.desktop.report;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows of a form: what is asked for at the left, what answers it at the right. */
final class Fields extends GridPane {
    private final Words words;
    private int rows;

    Fields(Words words) {
        this.words = words;
        getStyleClass().add("report-fields");
    }

    /** Adds a row; the name is also what a screen reader says before the answer. */
    Label row(String key, Node answer) {
        Label name = new Label();
        name.getStyleClass().add("report-field-name");
        name.textProperty().bind(words.of(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(answer);
        add(name, 0, rows);
        add(answer, 1, rows);
        GridPane.setHgrow(answer, Priority.ALWAYS);
        rows++;
        return name;
    }

    /** Something below the last answer. */
    void below(Node node) {
        add(node, 1, rows++);
    }

    TextField text(String key) {
        TextField field = new TextField();
        field.accessibleTextProperty().bind(words.of(key));
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A sentence that is there only while there is something to say. */
    Label said(ObservableValue<Text> text, String style) {
        Label label = new Label();
        label.getStyleClass().addAll("report-said", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(words.of(text).orElse(""));
        label.visibleProperty().bind(text.map(_ -> true).orElse(false));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** One of a few, beside each other. */
    <T> Node oneOf(String key, List<T> values, Function<T, Text> title, ObservableValue<T> chosen, Consumer<T> choose) {
        return new Segmented<>(values, chosen, choose, (value, button) -> {
            ObservableValue<String> name = words.of(title.apply(value));
            button.textProperty().bind(name);
            button.accessibleTextProperty().bind(words.of(key).flatMap(what -> name.map(n -> what + ": " + n)));
        });
    }
}
