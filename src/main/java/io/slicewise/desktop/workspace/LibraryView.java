package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The left side: recent files, and the samples that ship with the product, each with a line that says what it shows. */
final class LibraryView extends ScrollPane {
    private final Words words;

    LibraryView(
            SampleLibrary samples,
            ObservableValue<List<Path>> recent,
            Words words,
            Consumer<Sample> onSample,
            Consumer<Path> onFile) {
        this.words = words;
        getStyleClass().add("library");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        VBox files = new VBox();
        files.getStyleClass().add("library-group");
        recent.subscribe(paths -> {
            files.getChildren()
                    .setAll(paths.stream().map(path -> file(path, onFile)).toList());
            files.getChildren().addFirst(heading(words.of("desktop.library.recent")));
            files.setVisible(!paths.isEmpty());
            files.setManaged(!paths.isEmpty());
        });
        VBox shelves = new VBox();
        for (SampleLibrary.Group group : samples.groups()) {
            VBox box = new VBox(heading(words.languageProperty().map(group.name()::in)));
            box.getStyleClass().add("library-group");
            group.samples().forEach(sample -> box.getChildren().add(sample(sample, onSample)));
            shelves.getChildren().add(box);
        }
        VBox content = new VBox(shelves, files);
        content.getStyleClass().add("library-content");
        setContent(content);
        ShelfKeys keys = ShelfKeys.install(
                this,
                () -> Stream.concat(shelves.getChildren().stream(), Stream.of(files))
                        .flatMap(group -> ((Parent) group).getChildrenUnmodifiable().stream())
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .toList());
        files.getChildren().addListener((ListChangeListener<Node>) _ -> keys.update());
        keys.update();
    }

    private static Label heading(ObservableValue<String> text) {
        Label heading = new Label();
        heading.getStyleClass().add("library-heading");
        heading.textProperty().bind(text);
        return heading;
    }

    private Node sample(Sample sample, Consumer<Sample> onSample) {
        Button item = item(words.languageProperty().map(sample.title()::in));
        Tooltips.on(item, () -> sample.shows().in(words.language()));
        item.accessibleHelpProperty().bind(words.languageProperty().map(sample.shows()::in));
        item.setOnAction(_ -> onSample.accept(sample));
        return item;
    }

    private Node file(Path path, Consumer<Path> onFile) {
        String name = String.valueOf(path.getFileName()).replace(".slicewise.json", "");
        Button item = item(words.languageProperty().map(_ -> name));
        item.setWrapText(false);
        item.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltips.on(item, path::toString);
        item.setOnAction(_ -> onFile.accept(path));
        return item;
    }

    private static Button item(ObservableValue<String> text) {
        Button item = new Button();
        item.getStyleClass().addAll("quiet", "library-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setWrapText(true);
        item.setMinHeight(USE_PREF_SIZE);
        item.textProperty().bind(text);
        return item;
    }
}
