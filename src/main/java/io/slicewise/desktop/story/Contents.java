package io.slicewise.desktop.story;

import io.slicewise.desktop.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** The table of contents beside the page; the section that is read is marked. */
final class Contents extends VBox {
    private final Map<Part, ToggleButton> entries = new EnumMap<>(Part.class);

    /** @param go brings a section into sight */
    Contents(Words words, Consumer<Part> go) {
        getStyleClass().add("explain-contents");
        Label title = new Label();
        title.getStyleClass().add("explain-contents-title");
        title.textProperty().bind(words.of("explain.contents"));
        getChildren().add(title);
        for (Part part : Part.values()) {
            ToggleButton entry = new ToggleButton();
            entry.getStyleClass().addAll("quiet", "explain-contents-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setWrapText(true);
            entry.setMinHeight(USE_PREF_SIZE);
            entry.textProperty().bind(words.of(part.title()));
            entry.setOnAction(_ -> {
                go.accept(part);
                mark(part);
            });
            entries.put(part, entry);
            getChildren().add(entry);
        }
    }

    /** Marks the section that is read. */
    void mark(Part read) {
        entries.forEach((part, entry) -> entry.setSelected(part == read));
    }
}
