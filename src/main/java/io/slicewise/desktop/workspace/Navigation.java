package io.slicewise.desktop.workspace;

import io.slicewise.desktop.words.Words;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The screens of the document in front, of which one is shown. Stays away where there is no choice. */
final class Navigation extends HBox {
    private final Words words;

    Navigation(ObservableValue<@Nullable DocumentView> view, Words words) {
        this.words = words;
        getStyleClass().addAll("segmented", "navigation");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        accessibleTextProperty().bind(words.of("desktop.screens"));
        view.subscribe(this::offer);
        managedProperty().bind(visibleProperty());
    }

    private void offer(@Nullable DocumentView view) {
        Set<Screen> screens = view == null ? Set.of() : view.capabilities().screens();
        setVisible(screens.size() > 1);
        getChildren()
                .setAll(
                        view == null
                                ? Set.of()
                                : screens.stream()
                                        .map(screen -> button(view, screen))
                                        .toList());
    }

    private Node button(DocumentView view, Screen screen) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words.languageProperty().map(_ -> words.now(screen.title())));
        view.screenProperty().subscribe(now -> button.setSelected(now == screen));
        button.setOnAction(_ -> {
            view.screenProperty().set(screen);
            button.setSelected(true);
        });
        return button;
    }
}
