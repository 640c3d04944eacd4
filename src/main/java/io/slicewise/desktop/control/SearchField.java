package io.slicewise.desktop.control;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;

/** A field that narrows what is shown to what has the typed words; a click at its end, or Escape, clears it. */
public final class SearchField extends CustomTextField {
    /**
     * @param prompt the key of what stands there while nothing is typed
     * @param spoken the key of what it is called
     */
    public SearchField(Words words, String prompt, String spoken) {
        getStyleClass().add("search-field");
        promptTextProperty().bind(words.of(prompt));
        accessibleTextProperty().bind(words.of(spoken));
        Button clear = new Button("", Icon.CLOSE.node());
        clear.getStyleClass().addAll("quiet", "search-clear");
        clear.accessibleTextProperty().bind(words.of("desktop.search.clear"));
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        clear.setOnAction(_ -> clear());
        setRight(clear);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
