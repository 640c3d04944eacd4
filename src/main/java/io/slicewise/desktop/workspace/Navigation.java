package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** All screens, of which one is shown; those that the document in front has nothing for are grey and say why. */
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
        setVisible(view != null);
        getChildren().clear();
        if (view != null) {
            for (Screen screen : Screen.values()) {
                ToggleButton button = button(view, screen);
                Optional<Text> missing = view.capabilities().missing(screen);
                getChildren().add(missing.isEmpty() ? button : greyed(button, missing.get()));
            }
        }
    }

    /** Where the keyboard begins when a window has just opened its document. */
    void begin() {
        getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** A disabled control does not feel the pointer: what it lies in does, and says why. */
    private Node greyed(ToggleButton button, Text why) {
        button.setDisable(true);
        button.accessibleHelpProperty().bind(words.languageProperty().map(_ -> words.now(why)));
        StackPane place = new StackPane(button);
        place.getStyleClass().add("segmented-place");
        Tooltips.on(place, () -> words.now(why));
        return place;
    }

    private ToggleButton button(DocumentView view, Screen screen) {
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
