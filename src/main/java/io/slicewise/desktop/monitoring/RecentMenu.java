package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** Connections that came about before: to be filled in again, or forgotten. */
final class RecentMenu extends MenuButton {
    private final LiveDesk desk;
    private final Words words;
    private final Consumer<Remembered> fill;

    /** @param fill fills a connection into the form */
    RecentMenu(LiveDesk desk, Words words, Consumer<Remembered> fill) {
        this.desk = desk;
        this.words = words;
        this.fill = fill;
        textProperty().bind(words.of("monitoring.live.recent"));
        Tooltips.on(this, () -> words.now("monitoring.live.recent.help"));
        setMinWidth(Region.USE_PREF_SIZE);
        visibleProperty().bind(desk.recentProperty().map(recent -> !recent.isEmpty()));
        managedProperty().bind(visibleProperty());
        desk.recentProperty().subscribe(this::fillIn);
        words.languageProperty()
                .subscribe((_, _) -> fillIn(desk.recentProperty().get()));
    }

    private void fillIn(List<Remembered> recent) {
        getItems().clear();
        for (Remembered one : recent) {
            MenuItem item = new MenuItem(one.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> fill.accept(one));
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        for (Remembered one : recent) {
            MenuItem item = new MenuItem(words.now(Text.of("monitoring.live.recent.forget", one.name())));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> desk.forget(one));
            getItems().add(item);
        }
    }
}
