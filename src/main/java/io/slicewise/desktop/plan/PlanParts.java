package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces that the panes of this screen are made of; their words follow the language. */
record PlanParts(Words words) {
    Label title(String key) {
        Label label = new Label();
        label.getStyleClass().add("section-title");
        label.textProperty().bind(words.of(key));
        return label;
    }

    /** A sentence that breaks its lines. */
    static Label sentence(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    Button button(String key, Runnable action) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.textProperty().bind(words.of(key));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A small field behind its name. */
    HBox labelled(String key, LiveField field) {
        field.setPrefColumnCount(4);
        field.getStyleClass().add("number");
        Label name = new Label();
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.textProperty().bind(words.of(key));
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(words.of(key));
        HBox box = new HBox(name, field);
        box.getStyleClass().add("plan-inline");
        return box;
    }

    /** A control under its name. */
    VBox field(Text name, Region control) {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.textProperty().bind(words.of(name));
        label.setLabelFor(control);
        control.accessibleTextProperty().bind(words.of(name));
        VBox box = new VBox(label, control);
        box.getStyleClass().add("plan-field");
        return box;
    }

    /** One of a row of toggles of which exactly one is chosen. */
    <T> HBox segments(List<T> items, Function<T, Text> name, ObservableValue<T> now, Consumer<T> choose) {
        return new Segmented<>(items, now, choose, item -> words.of(name.apply(item)));
    }

    /** What a replay comes to, below what it is called. */
    VBox tile(String key, String value) {
        Label number = new Label(value);
        number.getStyleClass().add("plan-sentence");
        return new VBox(sentence(words.now(key), "caption"), number);
    }

    /** As a number that the language groups. */
    static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** A part that fills the height, and scrolls when there is less of it than it needs. */
    static ScrollPane filling(Region content) {
        ScrollPane scroll = scroll(content);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /** A column that scrolls when it is too high. */
    static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "plan-scroll");
        return scroll;
    }
}
