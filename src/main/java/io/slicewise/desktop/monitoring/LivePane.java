package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.words.Words;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A server: how to reach it, how it stands, and ranges of it. */
public final class LivePane extends BorderPane {
    private final Parts parts;
    private final ConnectionForm form;

    public LivePane(LiveDesk desk, Words words) {
        parts = new Parts(words);
        getStyleClass().add("live-pane");
        form = new ConnectionForm(desk, words);
        setLeft(Parts.scroll(form, "monitoring-form-scroll"));
        LiveStrip strip = new LiveStrip(desk, words);
        strip.getStyleClass().add("card");
        RangePane range = new RangePane(desk.range(), words);
        range.managedProperty().bind(range.visibleProperty());
        Node empty = empty();
        VBox right = new VBox(empty, strip, range);
        right.getStyleClass().add("monitoring-result");
        setCenter(Parts.scroll(right, "monitoring-scroll"));
        desk.readerProperty().subscribe(reader -> {
            range.setVisible(reader != null);
            empty.setVisible(reader == null);
            empty.setManaged(reader == null);
        });
    }

    /** Gives the keyboard to the address, which is the first thing to be entered. */
    public void begin() {
        Focus.prepare(this);
        form.begin();
    }

    private Node empty() {
        VBox box = new VBox(
                parts.section("monitoring.live.empty.title"), parts.sentence("monitoring.live.empty", "muted"));
        box.getStyleClass().add("empty-state");
        return box;
    }
}
