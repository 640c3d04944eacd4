package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.editor.EditorActions;
import io.slicewise.desktop.words.Words;
import io.slicewise.scenario.History;
import io.slicewise.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What changes the document in front, and takes it back: undo and redo say what they would do. */
final class EditMenu {
    private final MenuItems items;
    private final Workspace workspace;
    private final Words words;
    private final ClipboardAccess clipboard;
    private final ObservableValue<@Nullable EditorActions> editor;

    EditMenu(
            MenuItems items,
            Workspace workspace,
            Words words,
            ClipboardAccess clipboard,
            ObservableValue<@Nullable DocumentView> view) {
        this.items = items;
        this.workspace = workspace;
        this.words = words;
        this.clipboard = clipboard;
        editor = view.flatMap(v -> v.screenProperty()
                .map(screen -> screen == Screen.EXPLORE ? v.editor().actions() : null));
    }

    Menu menu() {
        Menu menu = items.menu("desktop.menu.edit");
        MenuItem undo = items.item("desktop.menu.undo", "Shortcut+Z", () -> items.active(Document::undo));
        MenuItem redo = items.item("desktop.menu.redo", "Shortcut+Shift+Z", () -> items.active(Document::redo));
        ObservableValue<History> history = workspace.activeProperty().flatMap(Document::historyProperty);
        name(
                undo,
                history.map(h -> h.canUndo() ? h.past().getLast().label() : null),
                "desktop.menu.undo",
                "desktop.menu.undo.of");
        name(
                redo,
                history.map(h -> h.canRedo() ? h.future().getFirst().label() : null),
                "desktop.menu.redo",
                "desktop.menu.redo.of");
        Menu steps = items.menu("desktop.menu.history");
        menu.setOnShowing(_ -> fill(steps));
        menu.getItems()
                .addAll(
                        undo,
                        redo,
                        steps,
                        new SeparatorMenuItem(),
                        onEditor("desktop.menu.cut", "Shortcut+X", EditorActions::hasSelection, EditorActions::cut),
                        onEditor("desktop.menu.copy", "Shortcut+C", EditorActions::hasSelection, EditorActions::copy),
                        items.item("desktop.menu.paste", "Shortcut+V", this::paste),
                        items.item("desktop.menu.pasteSnapshot", "Shortcut+Shift+V", this::pasteSnapshot),
                        onEditor(
                                "desktop.menu.duplicate",
                                "Shortcut+D",
                                EditorActions::hasSelection,
                                EditorActions::duplicate),
                        onEditor("desktop.menu.delete", null, EditorActions::hasSelection, EditorActions::delete),
                        onEditor(
                                "desktop.menu.utilization",
                                "Shortcut+U",
                                EditorActions::hasSelection,
                                EditorActions::setUtilization),
                        new SeparatorMenuItem(),
                        onEditor(
                                "desktop.menu.selectAll",
                                "Shortcut+A",
                                EditorActions::canSelectAll,
                                EditorActions::selectAll));
        return menu;
    }

    /**
     * What a monitoring printed becomes a document wherever it is pasted, a table too in which the editor finds no instance;
     * the editor takes everything else.
     */
    private void paste() {
        EditorActions actions = editor.getValue();
        String text = clipboard.text();
        if (actions != null
                && actions.canPaste().getValue()
                && !workspace.recognises(text)
                && (actions.findsInstances(text) || !workspace.recognisesTable(text))) {
            actions.paste();
        } else {
            pasteSnapshot();
        }
    }

    private void pasteSnapshot() {
        workspace.openText(clipboard.text());
    }

    private void name(MenuItem item, ObservableValue<Text> label, String key, String keyOf) {
        item.textProperty().unbind();
        item.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ ->
                                label.map(l -> words.now(keyOf, words.now(l))).orElse(words.now(key))));
        item.disableProperty().bind(label.map(_ -> false).orElse(true));
    }

    /** The steps that can be undone, the last one first: choosing one undoes it and all after it. */
    private void fill(Menu steps) {
        Document document = workspace.activeProperty().get();
        List<History.Step> past =
                document == null ? List.of() : document.historyProperty().get().past();
        steps.setDisable(past.isEmpty());
        steps.getItems().clear();
        for (int i = past.size() - 1; i >= Math.max(0, past.size() - 20); i--) {
            int back = past.size() - i;
            MenuItem item = new MenuItem(words.now(past.get(i).label()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> items.active(d -> {
                for (int step = 0; step < back; step++) {
                    d.undo();
                }
            }));
            steps.getItems().add(item);
        }
    }

    private MenuItem onEditor(
            String key,
            @Nullable String keys,
            Function<EditorActions, ObservableValue<Boolean>> can,
            Consumer<EditorActions> action) {
        MenuItem item = items.item(key, keys, () -> {
            EditorActions actions = editor.getValue();
            if (actions != null) {
                action.accept(actions);
            }
        });
        item.disableProperty()
                .bind(editor.flatMap(can).map(possible -> !possible).orElse(true));
        return item;
    }
}
