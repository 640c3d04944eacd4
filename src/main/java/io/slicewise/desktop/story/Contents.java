package io.slicewise.desktop.story;

import io.slicewise.desktop.words.Words;
import io.slicewise.page.Section;
import io.slicewise.page.SectionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The table of contents beside the page; the section that is read is marked. */
final class Contents extends VBox {
    private final Map<SectionKind, ToggleButton> entries = new EnumMap<>(SectionKind.class);
    private final Label title = new Label();
    private final Consumer<SectionKind> go;
    private @Nullable SectionKind read;

    /** @param go brings a section into sight */
    Contents(Words words, Consumer<SectionKind> go) {
        this.go = go;
        getStyleClass().add("explain-contents");
        title.getStyleClass().add("explain-contents-title");
        title.textProperty().bind(words.of("explain.contents"));
        getChildren().add(title);
    }

    /** Lists these sections. */
    void show(List<Section> sections) {
        getChildren().setAll(title);
        for (Section section : sections) {
            ToggleButton entry = entries.computeIfAbsent(section.kind(), this::entry);
            entry.setText(section.title());
            getChildren().add(entry);
        }
    }

    private ToggleButton entry(SectionKind kind) {
        ToggleButton entry = new ToggleButton();
        entry.getStyleClass().addAll("quiet", "explain-contents-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setWrapText(true);
        entry.setMinHeight(USE_PREF_SIZE);
        entry.setSelected(kind == read);
        entry.setOnAction(_ -> {
            go.accept(kind);
            mark(kind);
        });
        return entry;
    }

    /** Marks the section that is read. */
    void mark(SectionKind now) {
        read = now;
        entries.forEach((kind, entry) -> entry.setSelected(kind == now));
    }
}
