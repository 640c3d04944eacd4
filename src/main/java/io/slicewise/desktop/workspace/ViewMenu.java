package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.present.Presentations;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Capabilities.Use;
import io.slicewise.story.Findings;
import io.slicewise.story.Rule;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** What is on show, and what it looks like: screens, presentation, theme, language, alert threshold, findings, text size. */
final class ViewMenu {
    private static final List<Integer> ALERTS = List.of(70, 75, 80, 85, AlertLevel.USUAL, 95);

    private final MenuItems items;
    private final Words words;
    private final Look look;
    private final AlertLevel alert;
    private final ObservableValue<@Nullable DocumentView> view;
    private final Presentations presentations;
    private final TextSize size;

    ViewMenu(
            MenuItems items,
            Words words,
            Look look,
            AlertLevel alert,
            ObservableValue<@Nullable DocumentView> view,
            Presentations presentations) {
        this.items = items;
        this.words = words;
        this.look = look;
        this.alert = alert;
        this.view = view;
        this.presentations = presentations;
        size = new TextSize(look);
    }

    Menu menu(BooleanProperty library) {
        CheckMenuItem shelf = new CheckMenuItem();
        shelf.textProperty().bind(words.of("desktop.menu.library"));
        shelf.setAccelerator(KeyCombination.valueOf("Shortcut+L"));
        shelf.selectedProperty().bindBidirectional(library);
        Menu theme = items.menu("desktop.menu.theme");
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
        Menu language = items.menu("desktop.menu.language");
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
        Menu menu = items.menu("desktop.menu.view");
        for (Screen screen : Screen.values()) {
            menu.getItems().add(screen(screen));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        items.onDocument("desktop.menu.present", "F5", Use.PRESENT, presentations::present),
                        items.onDocument("desktop.menu.resume", "Shortcut+F5", Use.PRESENT, presentations::resume),
                        items.onDocument("desktop.menu.setUp", "Shift+F5", Use.PRESENT, presentations::setUp),
                        new SeparatorMenuItem(),
                        shelf,
                        new SeparatorMenuItem(),
                        theme,
                        language,
                        alert(),
                        rules(),
                        new SeparatorMenuItem(),
                        items.item("desktop.menu.larger", "Shortcut+PLUS", size::larger),
                        items.item("desktop.menu.smaller", "Shortcut+MINUS", size::smaller),
                        items.item("desktop.menu.usual", "Shortcut+0", size::usual));
        return menu;
    }

    /** The levels that people use; another one that somebody typed on a screen stands among them. */
    private Menu alert() {
        Menu menu = items.menu("desktop.alert");
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
        Menu menu = items.menu("desktop.menu.rules");
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
        items.refuse(
                item,
                screen.title(),
                items.capabilities().map(can -> can.missing(screen).orElse(null)));
        item.setAccelerator(KeyCombination.valueOf(screen.keys()));
        item.setOnAction(_ -> {
            DocumentView inFront = view.getValue();
            if (inFront != null) {
                inFront.screenProperty().set(screen);
            }
        });
        return item;
    }
}
