package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.live.http.Failure;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.text.Decimal;
import io.slicewise.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A range to load from the server that is connected. */
final class RangePane extends VBox {
    private static final double MEGABYTE = 1e6;
    private static final List<Duration> SPANS = List.of(
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final List<Duration> STEPS = List.of(
            Duration.ZERO, Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));

    private static final double BESIDE_CHART = 560;
    private static final int LEAST_POINTS = 200;
    private static final int MOST_POINTS = 1200;

    private final RangeDesk desk;
    private final Words words;
    private final Parts parts;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final ObjectProperty<Duration> step = new SimpleObjectProperty<>(Duration.ZERO);
    private Duration span = SPANS.getFirst();
    private RangeAsk filled = new RangeAsk("", "", Duration.ZERO);

    RangePane(RangeDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        parts = new Parts(words);
        getStyleClass().addAll("card", "range-pane");
        fill(SPANS.getFirst());
        HBox fields = new HBox(
                parts.field("monitoring.range.from", from),
                parts.field("monitoring.range.to", to),
                parts.field(
                        "monitoring.range.step", parts.choice(STEPS, RangePane::stepName, Duration.ZERO, step::set)));
        fields.getStyleClass().add("range-fields");
        HBox spans = new HBox();
        spans.getStyleClass().add("monitoring-head");
        for (Duration span : SPANS) {
            Button button = new Button();
            button.getStyleClass().add("quiet");
            button.textProperty().bind(words.of(spanName(span)));
            button.setOnAction(_ -> fill(span));
            spans.getChildren().add(button);
        }
        getChildren()
                .addAll(
                        parts.section("monitoring.range.title"),
                        parts.sentence("monitoring.range.about", "muted"),
                        spans,
                        fields,
                        actions(),
                        parts.said(desk.problemProperty(), "danger"),
                        outcome());
    }

    private void fill(Duration wanted) {
        RangeAsk ask = RangeAsk.last(wanted, Instant.now(), ZoneId.systemDefault(), Duration.ZERO);
        from.setText(ask.from());
        to.setText(ask.to());
        span = wanted;
        filled = ask;
    }

    /** What is in the fields; the last hour is the last one before now, and not before the form was made. */
    private RangeAsk asked() {
        if (from.getText().equals(filled.from()) && to.getText().equals(filled.to())) {
            fill(span);
        }
        return new RangeAsk(from.getText(), to.getText(), step.get());
    }

    private Node actions() {
        Button load = parts.button("monitoring.range.load", () -> desk.load(asked(), ZoneId.systemDefault(), shown()));
        load.getStyleClass().add("primary");
        load.disableProperty().bind(desk.loadingProperty());
        ProgressBar bar = new ProgressBar();
        bar.accessibleTextProperty().bind(words.of("monitoring.range.progress"));
        bar.progressProperty()
                .bind(desk.progressProperty().map(RangeProgress::share).orElse(ProgressBar.INDETERMINATE_PROGRESS));
        Label said = parts.said(desk.progressProperty().map(RangePane::sentence), "muted");
        HBox.setHgrow(said, Priority.ALWAYS);
        Button cancel = parts.button("desktop.cancel", desk::cancel);
        HBox row = new HBox(load, bar, cancel, said);
        for (Node node : List.of(bar, cancel)) {
            node.visibleProperty().bind(desk.loadingProperty());
            node.managedProperty().bind(desk.loadingProperty());
        }
        row.getStyleClass().add("monitoring-head");
        return row;
    }

    /** How many points the chart has room for: one each two pixels, beside the names and the figures. */
    private int shown() {
        double width = getScene() == null ? 0 : getScene().getWidth();
        return (int) Math.clamp((width - BESIDE_CHART) / 2, LEAST_POINTS, MOST_POINTS);
    }

    private static Text sentence(RangeProgress progress) {
        Failure why = progress.why();
        Decimal megabytes = new Decimal(progress.bytes() / MEGABYTE, 1);
        return why == null
                ? Text.of("monitoring.range.so", progress.done(), progress.count(), megabytes)
                : Text.of("monitoring.range.waits", why.message());
    }

    private Node outcome() {
        VBox box = new VBox();
        box.getStyleClass().addAll("monitoring-list", "range-outcome");
        Runnable show = () -> box.getChildren()
                .setAll(desk.outcomeProperty().get().stream().map(this::line).toList());
        desk.outcomeProperty().subscribe(show);
        words.languageProperty().subscribe(show);
        return box;
    }

    private Label line(Text text) {
        Label label = Parts.wrapped("range-line");
        label.setText(words.now(text));
        return label;
    }

    private static Text spanName(Duration span) {
        return span.toDays() > 0
                ? Text.of("monitoring.range.days", span.toDays())
                : Text.of("monitoring.range.hours", span.toHours());
    }

    private static Text stepName(Duration step) {
        if (step.isZero()) {
            return Text.of("monitoring.range.auto");
        }
        return step.toMinutes() == 0
                ? Text.of("monitoring.range.seconds", step.toSeconds())
                : Text.of("monitoring.range.minutes", step.toMinutes());
    }
}
