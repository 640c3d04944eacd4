package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.LiveState;
import io.slicewise.live.http.Failure;
import io.slicewise.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How the live view stands: how old it is, what failed, how often it asks. Above the document that it fills. */
public final class LiveStrip extends HBox {
    private static final String SHEET = Objects.requireNonNull(LiveStrip.class.getResource("monitoring.css"))
            .toExternalForm();
    private static final List<Duration> INTERVALS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private final LiveDesk desk;
    private final Words words;
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(
            javafx.util.Duration.seconds(1), _ -> show(desk().stateProperty().get())));

    public LiveStrip(LiveDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        Parts parts = new Parts(words);
        getStyleClass().add("live-strip");
        getStylesheets().add(SHEET);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        text.getStyleClass().add("live-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        ComboBox<Duration> interval = parts.choice(
                INTERVALS, LiveStrip::every, desk.intervalProperty().get(), desk.intervalProperty()::set);
        desk.intervalProperty().subscribe(interval::setValue);
        interval.accessibleTextProperty().bind(words.of("monitoring.live.interval"));
        interval.setMinWidth(Region.USE_PREF_SIZE);
        Button refresh = parts.button("monitoring.live.refresh", desk::refresh);
        Button disconnect = parts.button("monitoring.live.disconnect", desk::disconnect);
        getChildren().addAll(badge, text, interval, refresh, disconnect);
        managedProperty().bind(visibleProperty());
        desk.readerProperty().subscribe(reader -> setVisible(reader != null));
        desk.stateProperty().subscribe(this::show);
        desk.watchedProperty().subscribe(() -> show(desk.stateProperty().get()));
        words.languageProperty().subscribe(() -> show(desk.stateProperty().get()));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
    }

    private LiveDesk desk() {
        return desk;
    }

    private static Text every(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) < 0
                ? Text.of("monitoring.live.everySeconds", time.toSeconds())
                : Text.of("monitoring.live.everyMinutes", time.toMinutes());
    }

    private void show(LiveState state) {
        Document document = desk.documentProperty().get();
        boolean held = document != null && document.isEdited();
        String style = switch (state) {
            case LiveState.Fresh _ -> held ? "warning" : "success";
            case LiveState.Stale _ -> "warning";
            case LiveState.Failed _ -> "danger";
            case LiveState.Idle _, LiveState.Connecting _ -> "muted";
        };
        badge.getStyleClass().setAll("label", "badge", style);
        badge.setText(words.now(held ? "monitoring.live.held" : "monitoring.live.badge." + id(state)));
        text.setText(words.now(held ? Text.of("monitoring.live.held.text") : sentence(state)));
    }

    private static String id(LiveState state) {
        return switch (state) {
            case LiveState.Idle _ -> "idle";
            case LiveState.Connecting _ -> "connecting";
            case LiveState.Fresh _ -> "fresh";
            case LiveState.Stale _ -> "stale";
            case LiveState.Failed _ -> "failed";
        };
    }

    private Text sentence(LiveState state) {
        return switch (state) {
            case LiveState.Idle _, LiveState.Connecting _ -> Text.of("monitoring.live.asking");
            case LiveState.Fresh fresh ->
                Text.of("monitoring.live.fresh", age(), fresh.reading().way());
            case LiveState.Stale stale -> Text.of("monitoring.live.stale", age(), failed(stale.why(), stale.next()));
            case LiveState.Failed failed -> failed(failed.why(), failed.next());
        };
    }

    private static Text failed(Failure why, @Nullable Instant next) {
        return next == null
                ? Text.of("monitoring.live.stopped.text", why.message())
                : Text.of("monitoring.live.again", why.message());
    }

    private Text age() {
        Duration age = Objects.requireNonNullElse(desk.age(), Duration.ZERO);
        return age.toMinutes() < 2
                ? Text.of("monitoring.live.seconds", age.toSeconds())
                : Text.of("monitoring.live.minutes", age.toMinutes());
    }
}
