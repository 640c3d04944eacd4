package io.slicewise.desktop.control;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A few things side by side of which exactly one is chosen; a second press on it changes nothing. */
public final class Segmented<T> extends HBox {
    /**
     * @param chosen which one is
     * @param choose is told what was pressed
     * @param name what each is called
     */
    public Segmented(
            List<T> things,
            ObservableValue<? extends T> chosen,
            Consumer<? super T> choose,
            Function<? super T, ObservableValue<String>> name) {
        this(things, chosen, choose, (thing, button) -> button.textProperty().bind(name.apply(thing)));
    }

    /** @param dress gives the button of each its words, and what else it has */
    public Segmented(
            List<T> things,
            ObservableValue<? extends T> chosen,
            Consumer<? super T> choose,
            BiConsumer<? super T, ToggleButton> dress) {
        getStyleClass().add("segmented");
        setMinWidth(USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (T thing : things) {
            ToggleButton button = new ToggleButton();
            button.setMinWidth(USE_PREF_SIZE);
            dress.accept(thing, button);
            chosen.subscribe(now -> button.setSelected(thing.equals(now)));
            button.setOnAction(_ -> {
                choose.accept(thing);
                button.setSelected(thing.equals(chosen.getValue()));
            });
            getChildren().add(button);
        }
    }
}
