package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.help.Chapter;
import io.slicewise.desktop.help.HelpTopic;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.present.Presentations;
import io.slicewise.desktop.report.Reports;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Capabilities.Use;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menus of the window. An entry that can do nothing is disabled. */
final class Menus {
    private final Workspace workspace;
    private final Words words;
    private final Reports reports;
    private final MenuItems items;
    private final EditMenu edit;
    private final ViewMenu view;

    Menus(
            Workspace workspace,
            Words words,
            Look look,
            AlertLevel alert,
            ObservableValue<@Nullable DocumentView> view,
            ClipboardAccess clipboard,
            Presentations presentations,
            Reports reports) {
        this.workspace = workspace;
        this.words = words;
        this.reports = reports;
        items = new MenuItems(workspace, words);
        edit = new EditMenu(items, workspace, words, clipboard, view);
        this.view = new ViewMenu(items, words, look, alert, view, presentations);
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
                file(recent, clearRecent, connect, quit),
                edit.menu(),
                view.menu(library),
                help(explain, help, updates));
        bar.getStyleClass().add("menus");
        return bar;
    }

    private Menu file(ObservableValue<List<Path>> recent, Runnable clearRecent, Runnable connect, Runnable quit) {
        Menu recentMenu = items.menu("desktop.menu.recent");
        recent.subscribe(paths -> {
            recentMenu.getItems().setAll(paths.stream().map(this::recent).toList());
            MenuItem clear = items.item("desktop.menu.clearRecent", null, clearRecent);
            recentMenu.getItems().addAll(new SeparatorMenuItem(), clear);
            recentMenu.setDisable(paths.isEmpty());
        });
        Menu menu = items.menu("desktop.menu.file");
        menu.getItems()
                .addAll(
                        items.item("desktop.menu.new", "Shortcut+N", workspace::newScenario),
                        items.item("desktop.menu.open", "Shortcut+O", workspace::open),
                        recentMenu,
                        items.item("desktop.menu.connect", null, connect),
                        new SeparatorMenuItem(),
                        items.onDocument("desktop.menu.save", "Shortcut+S", Use.SAVE, workspace::save),
                        items.onDocument("desktop.menu.saveAs", "Shortcut+Shift+S", Use.SAVE, workspace::saveAs),
                        new SeparatorMenuItem(),
                        items.onDocument("desktop.menu.report", "Shortcut+Shift+E", Use.REPORT, reports::make),
                        items.onDocument(
                                "desktop.menu.copyMarkdown", "Shortcut+Shift+M", Use.REPORT, reports::copyMarkdown),
                        items.onDocument("desktop.menu.copyTable", "Shortcut+Shift+T", Use.REPORT, reports::copyTable),
                        columns(),
                        new SeparatorMenuItem(),
                        items.onDocument("desktop.menu.close", "Shortcut+W", workspace::close),
                        items.item("desktop.menu.quit", "Shortcut+Q", quit));
        return menu;
    }

    private MenuItem columns() {
        MenuItem item = items.item("desktop.menu.columns", null, () -> items.active(workspace::correctColumns));
        ObservableValue<@Nullable Text> why = workspace
                .activeProperty()
                .map(document -> workspace.hasColumns(document) ? null : Text.of("desktop.refused.noTable"));
        items.refuse(item, Text.of("desktop.menu.columns"), why);
        return item;
    }

    private MenuItem recent(Path path) {
        MenuItem item = new MenuItem(path.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> workspace.open(List.of(path)));
        return item;
    }

    private Menu help(Runnable explain, Consumer<HelpTopic> show, @Nullable BooleanProperty updates) {
        Menu menu = items.menu("desktop.menu.help");
        menu.getItems()
                .addAll(
                        items.item("help.menu.explain", "F1", explain),
                        new SeparatorMenuItem(),
                        items.item("help.menu.guide", null, () -> show.accept(Chapter.START)),
                        items.item("help.menu.glossary", null, () -> show.accept(Chapter.GLOSSARY)),
                        items.item("help.menu.keyboard", null, () -> show.accept(Chapter.KEYBOARD)),
                        items.item("help.menu.news", null, () -> show.accept(Chapter.NEWS)),
                        new SeparatorMenuItem(),
                        items.item("help.menu.about", null, () -> show.accept(Chapter.ABOUT)));
        if (updates != null) {
            CheckMenuItem tell = new CheckMenuItem();
            tell.textProperty().bind(words.of("help.menu.updates"));
            tell.selectedProperty().bindBidirectional(updates);
            menu.getItems().add(tell);
        }
        return menu;
    }
}
