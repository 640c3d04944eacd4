package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Capabilities.Use;
import io.slicewise.text.Text;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Makes menus and their entries: with words in the language of the moment, keys, and what they do with the document in front. */
final class MenuItems {
    private final Workspace workspace;
    private final Words words;
    private final ObservableValue<Boolean> noDocument;
    private final ObservableValue<Capabilities> capabilities;

    MenuItems(Workspace workspace, Words words) {
        this.workspace = workspace;
        this.words = words;
        capabilities =
                workspace.activeProperty().flatMap(Document::contentProperty).map(Capabilities::of);
        noDocument = workspace.activeProperty().map(_ -> false).orElse(true);
    }

    /** What can be done with the document in front. */
    ObservableValue<Capabilities> capabilities() {
        return capabilities;
    }

    /** Does something with the document in front, where there is one. */
    void active(Consumer<Document> action) {
        Document document = workspace.activeProperty().get();
        if (document != null) {
            action.accept(document);
        }
    }

    /** An entry for the document in front. */
    MenuItem onDocument(String key, String keys, Consumer<Document> action) {
        MenuItem item = item(key, keys, () -> active(action));
        item.disableProperty().bind(noDocument);
        return item;
    }

    /** An entry for the document in front; where it cannot be done with the document in front, the entry says why. */
    MenuItem onDocument(String key, String keys, Use use, Consumer<Document> action) {
        MenuItem item = item(key, keys, () -> active(action));
        refuse(item, Text.of(key), capabilities.map(can -> can.refused(use).orElse(null)));
        return item;
    }

    /** Names an entry, and says why it cannot be chosen where it cannot. */
    void refuse(MenuItem item, Text name, ObservableValue<@Nullable Text> why) {
        item.textProperty().unbind();
        item.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> why.map(reason -> words.now(Text.of("desktop.menu.refused", name, reason)))
                                .orElse(words.now(name))));
        item.disableProperty()
                .bind(noDocument.flatMap(
                        none -> none ? noDocument : why.map(_ -> true).orElse(false)));
    }

    /** An empty menu. */
    Menu menu(String key) {
        Menu menu = new Menu();
        menu.textProperty().bind(words.of(key));
        return menu;
    }

    /** An entry with its key, where it has one. */
    MenuItem item(String key, @Nullable String keys, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.of(key));
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
