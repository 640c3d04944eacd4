package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.editor.EditorActions;
import io.slicewise.desktop.help.Chapter;
import io.slicewise.desktop.help.HelpTopic;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.present.Presentations;
import io.slicewise.desktop.report.Reports;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Capabilities.Use;
import io.slicewise.scenario.History;
import io.slicewise.story.Findings;
import io.slicewise.story.Rule;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The menus of the window. An entry that can do nothing is disabled; undo and redo say what they would do. */
final class Menus {
    private static final double TEXT_STEP = 0.1;
    private static final List<Integer> ALERTS = List.of(70, 75, 80, 85, AlertLevel.USUAL, 95);

    private final Workspace workspace;
    private final Words words;
    private final Look look;
    private final AlertLevel alert;
    private final ClipboardAccess clipboard;
    private final ObservableValue<@Nullable DocumentView> view;
    private final ObservableValue<@Nullable EditorActions> editor;
    private final ObservableValue<Boolean> noDocument;
    private final ObservableValue<Capabilities> capabilities;
    private final Presentations presentations;
    private final Reports reports;

    Menus(
            Workspace workspace,
            Words words,
            Look look,
            AlertLevel alert,
            ObservableValue<@Nullable DocumentView> view,
            ClipboardAccess clipboard,
            Presentations presentations,
            Reports reports) {
        this.clipboard = clipboard;
        this.presentations = presentations;
        this.reports = reports;
        this.workspace = workspace;
        this.words = words;
        this.look = look;
        this.alert = alert;
        this.view = view;
        editor = view.flatMap(v -> v.screenProperty()
                .map(screen -> screen == Screen.EXPLORE ? v.editor().actions() : null));
        capabilities =
                workspace.activeProperty().flatMap(Document::contentProperty).map(Capabilities::of);
        noDocument = workspace.activeProperty().map(_ -> false).orElse(true);
    }

    MenuBar bar(
            ObservableValue<List<Path>> recent,
            Runnable clearRecent,
            Runnable connect,
            BooleanProperty library,
            Runnable quit,
            Runnable explain,
            Consumer<HelpTopic> help,
            @Nullable BooleanProperty updates) {
        MenuBar bar = new MenuBar(
                file(recent, clearRecent, connect, quit), edit(), view(library), help(explain, help, updates));
        bar.getStyleClass().add("menus");
        return bar;
    }

    /**
     * Keys for the text size beside those that the menu names: a key is called by what it types alone, and {@code +} is
     * above {@code =} on most layouts, the Korean one included; the number pad has keys of its own.
     */
    Map<KeyCombination, Runnable> otherKeys() {
        return Map.of(
                KeyCombination.valueOf("Shortcut+EQUALS"), this::larger,
                KeyCombination.valueOf("Shortcut+Shift+EQUALS"), this::larger,
                KeyCombination.valueOf("Shortcut+Shift+PLUS"), this::larger,
                KeyCombination.valueOf("Shortcut+ADD"), this::larger,
                KeyCombination.valueOf("Shortcut+SUBTRACT"), this::smaller,
                KeyCombination.valueOf("Shortcut+Numpad 0"), this::usual);
    }

    private Menu file(ObservableValue<List<Path>> recent, Runnable clearRecent, Runnable connect, Runnable quit) {
        Menu recentMenu = menu("desktop.menu.recent");
        recent.subscribe(paths -> {
            recentMenu.getItems().setAll(paths.stream().map(this::recent).toList());
            MenuItem clear = item("desktop.menu.clearRecent", null, clearRecent);
            recentMenu.getItems().addAll(new SeparatorMenuItem(), clear);
            recentMenu.setDisable(paths.isEmpty());
        });
        Menu menu = menu("desktop.menu.file");
        menu.getItems()
                .addAll(
                        item("desktop.menu.new", "Shortcut+N", workspace::newScenario),
                        item("desktop.menu.open", "Shortcut+O", workspace::open),
                        recentMenu,
                        item("desktop.menu.connect", null, connect),
                        new SeparatorMenuItem(),
                        onDocument("desktop.menu.save", "Shortcut+S", Use.SAVE, workspace::save),
                        onDocument("desktop.menu.saveAs", "Shortcut+Shift+S", Use.SAVE, workspace::saveAs),
                        new SeparatorMenuItem(),
                        onDocument("desktop.menu.report", "Shortcut+Shift+E", Use.REPORT, reports::make),
                        onDocument("desktop.menu.copyMarkdown", "Shortcut+Shift+M", Use.REPORT, reports::copyMarkdown),
                        onDocument("desktop.menu.copyTable", "Shortcut+Shift+T", Use.REPORT, reports::copyTable),
                        columns(),
                        new SeparatorMenuItem(),
                        onDocument("desktop.menu.close", "Shortcut+W", workspace::close),
                        item("desktop.menu.quit", "Shortcut+Q", quit));
        return menu;
    }

    private MenuItem columns() {
        MenuItem item = item("desktop.menu.columns", null, () -> active(workspace::correctColumns));
        ObservableValue<@Nullable Text> why = workspace
                .activeProperty()
                .map(document -> workspace.hasColumns(document) ? null : Text.of("desktop.refused.noTable"));
        refuse(item, Text.of("desktop.menu.columns"), why);
        return item;
    }

    private MenuItem recent(Path path) {
        MenuItem item = new MenuItem(path.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> workspace.open(List.of(path)));
        return item;
    }

    private Menu edit() {
        Menu menu = menu("desktop.menu.edit");
        MenuItem undo = item("desktop.menu.undo", "Shortcut+Z", () -> active(Document::undo));
        MenuItem redo = item("desktop.menu.redo", "Shortcut+Shift+Z", () -> active(Document::redo));
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
        Menu steps = menu("desktop.menu.history");
        menu.setOnShowing(_ -> fill(steps));
        menu.getItems()
                .addAll(
                        undo,
                        redo,
                        steps,
                        new SeparatorMenuItem(),
                        onEditor("desktop.menu.cut", "Shortcut+X", EditorActions::hasSelection, EditorActions::cut),
                        onEditor("desktop.menu.copy", "Shortcut+C", EditorActions::hasSelection, EditorActions::copy),
                        item("desktop.menu.paste", "Shortcut+V", this::paste),
                        item("desktop.menu.pasteSnapshot", "Shortcut+Shift+V", this::pasteSnapshot),
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

    /** What a monitoring printed becomes a document wherever it is pasted; the editor takes everything else. */
    private void paste() {
        EditorActions actions = editor.getValue();
        boolean editorTakes = actions != null && actions.canPaste().getValue();
        if (editorTakes && !workspace.recognises(clipboard.text())) {
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
            item.setOnAction(_ -> active(d -> {
                for (int step = 0; step < back; step++) {
                    d.undo();
                }
            }));
            steps.getItems().add(item);
        }
    }

    private Menu view(BooleanProperty library) {
        CheckMenuItem shelf = new CheckMenuItem();
        shelf.textProperty().bind(words.of("desktop.menu.library"));
        shelf.setAccelerator(KeyCombination.valueOf("Shortcut+L"));
        shelf.selectedProperty().bindBidirectional(library);
        Menu theme = menu("desktop.menu.theme");
        for (Theme choice : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(words.of("desktop.theme." + choice.name().toLowerCase(Locale.ROOT)));
            look.themeProperty().subscribe(now -> item.setSelected(now == choice));
            item.setOnAction(_ -> {
                look.themeProperty().set(choice);
                item.setSelected(true);
            });
            theme.getItems().add(item);
        }
        Menu language = menu("desktop.menu.language");
        for (Language choice : Language.all()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(words.of("desktop.language." + choice.code()));
            words.languageProperty().subscribe(now -> item.setSelected(now == choice));
            item.setOnAction(_ -> {
                words.languageProperty().set(choice);
                item.setSelected(true);
            });
            language.getItems().add(item);
        }
        Menu menu = menu("desktop.menu.view");
        for (Screen screen : Screen.values()) {
            menu.getItems().add(screen(screen));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        onDocument("desktop.menu.present", "F5", Use.PRESENT, presentations::present),
                        onDocument("desktop.menu.resume", "Shortcut+F5", Use.PRESENT, presentations::resume),
                        onDocument("desktop.menu.setUp", "Shift+F5", Use.PRESENT, presentations::setUp),
                        new SeparatorMenuItem(),
                        shelf,
                        new SeparatorMenuItem(),
                        theme,
                        language,
                        alert(),
                        rules(),
                        new SeparatorMenuItem(),
                        item("desktop.menu.larger", "Shortcut+PLUS", this::larger),
                        item("desktop.menu.smaller", "Shortcut+MINUS", this::smaller),
                        item("desktop.menu.usual", "Shortcut+0", this::usual));
        return menu;
    }

    /** The levels that people use; another one that somebody typed on a screen stands among them. */
    private Menu alert() {
        Menu menu = menu("desktop.alert");
        alert.percentProperty()
                .subscribe(now -> menu.getItems()
                        .setAll(Stream.concat(ALERTS.stream(), Stream.of(now))
                                .distinct()
                                .sorted()
                                .map(percent -> alert(percent, percent.equals(now)))
                                .toList()));
        return menu;
    }

    private MenuItem alert(Integer percent, boolean chosen) {
        RadioMenuItem item = new RadioMenuItem();
        item.textProperty().bind(words.of(Text.of("desktop.alert.at", new Percent(percent / 100.0))));
        item.setSelected(chosen);
        item.setOnAction(_ -> {
            alert.percentProperty().set(percent);
            item.setSelected(true);
        });
        return item;
    }

    /** The rules that look for findings, each to be switched off. */
    private Menu rules() {
        Menu menu = menu("desktop.menu.rules");
        Findings.rules().forEach(rule -> menu.getItems().add(rule(rule)));
        return menu;
    }

    private MenuItem rule(Rule rule) {
        CheckMenuItem item = new CheckMenuItem();
        item.textProperty()
                .bind(words.languageProperty().flatMap(_ -> alert.thresholds().map(limits -> said(rule, limits))));
        alert.rulesOffProperty().subscribe(off -> item.setSelected(!off.contains(rule.id())));
        item.setOnAction(_ -> {
            Set<String> off = new HashSet<>(alert.rulesOffProperty().get());
            if (item.isSelected()) {
                off.remove(rule.id());
            } else {
                off.add(rule.id());
            }
            alert.rulesOffProperty().set(Set.copyOf(off));
        });
        return item;
    }

    private String said(Rule rule, Thresholds limits) {
        return words.now(rule.threshold(limits)
                .map(limit -> Text.of("desktop.rule.limited", rule.title(), limit))
                .orElse(rule.title()));
    }

    private MenuItem screen(Screen screen) {
        MenuItem item = new MenuItem();
        refuse(item, screen.title(), capabilities.map(can -> can.missing(screen).orElse(null)));
        item.setAccelerator(KeyCombination.valueOf(screen.keys()));
        item.setOnAction(_ -> {
            DocumentView inFront = view.getValue();
            if (inFront != null) {
                inFront.screenProperty().set(screen);
            }
        });
        return item;
    }

    private void larger() {
        resize(TEXT_STEP);
    }

    private void smaller() {
        resize(-TEXT_STEP);
    }

    private void usual() {
        look.textSizeProperty().set(1);
    }

    private void resize(double step) {
        double size = Math.round((look.textSizeProperty().get() + step) * 10) / 10.0;
        look.textSizeProperty().set(Math.clamp(size, Look.SMALLEST_TEXT, Look.LARGEST_TEXT));
    }

    private Menu help(Runnable explain, Consumer<HelpTopic> show, @Nullable BooleanProperty updates) {
        Menu menu = menu("desktop.menu.help");
        menu.getItems()
                .addAll(
                        item("help.menu.explain", "F1", explain),
                        new SeparatorMenuItem(),
                        item("help.menu.guide", null, () -> show.accept(Chapter.START)),
                        item("help.menu.glossary", null, () -> show.accept(Chapter.GLOSSARY)),
                        item("help.menu.keyboard", null, () -> show.accept(Chapter.KEYBOARD)),
                        item("help.menu.news", null, () -> show.accept(Chapter.NEWS)),
                        new SeparatorMenuItem(),
                        item("help.menu.about", null, () -> show.accept(Chapter.ABOUT)));
        if (updates != null) {
            CheckMenuItem tell = new CheckMenuItem();
            tell.textProperty().bind(words.of("help.menu.updates"));
            tell.selectedProperty().bindBidirectional(updates);
            menu.getItems().add(tell);
        }
        return menu;
    }

    private void active(Consumer<Document> action) {
        Document document = workspace.activeProperty().get();
        if (document != null) {
            action.accept(document);
        }
    }

    private MenuItem onDocument(String key, String keys, Consumer<Document> action) {
        MenuItem item = item(key, keys, () -> active(action));
        item.disableProperty().bind(noDocument);
        return item;
    }

    /** Where it cannot be done with the document in front, the entry says why. */
    private MenuItem onDocument(String key, String keys, Use use, Consumer<Document> action) {
        MenuItem item = item(key, keys, () -> active(action));
        refuse(item, Text.of(key), capabilities.map(can -> can.refused(use).orElse(null)));
        return item;
    }

    private void refuse(MenuItem item, Text name, ObservableValue<@Nullable Text> why) {
        item.textProperty().unbind();
        item.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> why.map(reason -> words.now(Text.of("desktop.menu.refused", name, reason)))
                                .orElse(words.now(name))));
        item.disableProperty()
                .bind(noDocument.flatMap(
                        none -> none ? noDocument : why.map(_ -> true).orElse(false)));
    }

    private MenuItem onEditor(
            String key,
            @Nullable String keys,
            Function<EditorActions, ObservableValue<Boolean>> can,
            Consumer<EditorActions> action) {
        MenuItem item = item(key, keys, () -> {
            EditorActions actions = editor.getValue();
            if (actions != null) {
                action.accept(actions);
            }
        });
        item.disableProperty()
                .bind(editor.flatMap(can).map(possible -> !possible).orElse(true));
        return item;
    }

    private Menu menu(String key) {
        Menu menu = new Menu();
        menu.textProperty().bind(words.of(key));
        return menu;
    }

    private MenuItem item(String key, @Nullable String keys, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.of(key));
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
