package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pieces that forms of this screen are made of; their words follow the language. */
record Parts(Words words) {
    /** A control under its name. */
    VBox field(String key, Region control) {
        Label name = wrapped("field-name");
        name.textProperty().bind(words.of(key));
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(words.of(key));
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(name, control);
        box.getStyleClass().add("form-field");
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    Label section(String key) {
        Label label = wrapped("section-title");
        label.textProperty().bind(words.of(key));
        return label;
    }

    /** A sentence. */
    Label sentence(String key, String style) {
        Label label = wrapped(style);
        label.textProperty().bind(words.of(key));
        return label;
    }

    /** A sentence that changes; takes no room without one. */
    Label said(ObservableValue<@Nullable Text> text, String style) {
        Label label = wrapped(style);
        label.textProperty()
                .bind(words.languageProperty().flatMap(_ -> text.map(words::now).orElse("")));
        label.visibleProperty().bind(label.textProperty().map(shown -> !shown.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** A label that breaks its lines. */
    static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    Button copy(Runnable action) {
        Button button = button("monitoring.copy", action);
        button.setGraphic(Icon.COPY.node());
        Tooltips.on(button, () -> words.now("monitoring.copy.help"));
        return button;
    }

    CheckBox check(String key, Consumer<Boolean> changed) {
        CheckBox box = new CheckBox();
        // an underscore is a part of a label's name
        box.setMnemonicParsing(false);
        box.textProperty().bind(words.of(key));
        box.setWrapText(true);
        box.selectedProperty().subscribe((_, now) -> changed.accept(now));
        return box;
    }

    /** A choice of things with names in both languages. */
    <T> ComboBox<T> choice(List<T> items, Function<T, Text> name, T first, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(items);
        box.setValue(first);
        box.setCellFactory(_ -> new Named<>(words, name));
        box.setButtonCell(new Named<>(words, name));
        box.valueProperty().subscribe((_, now) -> chosen.accept(now));
        return box;
    }

    /** One of a row of toggles of which exactly one is chosen. */
    <T> HBox segments(List<T> items, Function<T, Text> name, ObservableValue<T> now, Consumer<T> choose) {
        return new Segmented<>(items, now, choose, item -> words.of(name.apply(item)));
    }

    /** Text that can be read, marked and copied, but not changed. */
    TextArea reading(String key) {
        TextArea area = new TextArea();
        area.setEditable(false);
        area.accessibleTextProperty().bind(words.of(key));
        area.getStyleClass().add("code-area");
        area.addEventFilter(KeyEvent.KEY_PRESSED, Parts::leaveByTab);
        return area;
    }

    /** Tab goes on from a text area as from everything else: else the keyboard is caught in it. */
    static void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof Node node && !event.isControlDown()) {
            node.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** A column that scrolls when it is too high. */
    static ScrollPane scroll(Region content, String style) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", style);
        return scroll;
    }

    private static final class Named<T> extends ListCell<T> {
        private final Words words;
        private final Function<T, Text> name;

        private Named(Words words, Function<T, Text> name) {
            this.words = words;
            this.name = name;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(words.of(name.apply(item)));
            }
        }
    }
}
