package io.slicewise.desktop.workspace;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** What is being read, how far it is, and a way to stop it. Comes up only for what takes a while. */
final class LoadingBar extends HBox {
    private static final Duration PATIENCE = Duration.millis(400);
    private static final Duration STEP = Duration.millis(100);
    private static final long MEGABYTE = 1_000_000;

    /** From there on all is read, and put together: there is no forecast for that. */
    private static final double READ = 0.995;

    private final ObservableList<Loading> loadings;
    private final Words words;

    /** Held, because the list does not hold it: it would be gone with the next collection of garbage. */
    private final BooleanBinding nothing;

    private final Timeline clock;
    private boolean begun;

    private final Label sentence = new Label();
    private final ProgressBar bar = new ProgressBar();

    LoadingBar(ObservableList<Loading> loadings, Words words) {
        this.loadings = loadings;
        this.words = words;
        getStyleClass().add("loading-bar");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        clock = new Timeline(new KeyFrame(PATIENCE), new KeyFrame(PATIENCE.add(STEP), _ -> show()));
        clock.setOnFinished(_ -> {
            if (!loadings.isEmpty()) {
                clock.playFrom(PATIENCE);
            }
        });
        nothing = Bindings.isEmpty(loadings);
        nothing.subscribe(none -> {
            if (none) {
                clock.stop();
                setVisible(false);
            } else if (begun && clock.getStatus() != Animation.Status.RUNNING) {
                clock.playFromStart();
            }
        });
    }

    /** A person waits from now on: there is a window. */
    void begin() {
        begun = true;
        if (!loadings.isEmpty()) {
            clock.playFromStart();
        }
    }

    private void show() {
        if (loadings.isEmpty()) {
            return;
        }
        if (getChildren().isEmpty()) {
            fill();
        }
        Loading loading = loadings.getFirst();
        bar.setProgress(loading.done());
        sentence.setText(words.now(sentence(loading)));
        setVisible(true);
    }

    /** Only now: most starts read nothing that takes a while. */
    private void fill() {
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = new Button();
        stop.textProperty().bind(words.of("desktop.loading.stop"));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> loadings.forEach(Loading::stop));
        getChildren().addAll(sentence, bar, stop);
    }

    private Text sentence(Loading loading) {
        long megabytes = loading.bytes() / MEGABYTE;
        if (loading.cancelled()) {
            return Text.of("desktop.loading.stopping", loading.name());
        }
        if (loading.total() <= 0) {
            return Text.of("desktop.loading.unknown", loading.name(), megabytes);
        }
        if (loading.done() > READ) {
            return Text.of("desktop.loading.finishing", loading.name());
        }
        long of = Math.max(1, loading.total() / MEGABYTE);
        return loading.remaining()
                .map(left -> Text.of("desktop.loading.left", loading.name(), megabytes, of, left.toSeconds() + 1))
                .orElseGet(() -> Text.of("desktop.loading", loading.name(), megabytes, of));
    }
}
