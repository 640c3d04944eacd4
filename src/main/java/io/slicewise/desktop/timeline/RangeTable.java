package io.slicewise.desktop.timeline;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What the three figures amount to in the stretch on show: by the time for which each value held. */
final class RangeTable extends GridPane {
    private static final List<Line> LINES = List.of(
            new Line("timeline.mean", RangeStatistics::mean),
            new Line("timeline.median", RangeStatistics::median),
            new Line("timeline.p95", RangeStatistics::p95),
            new Line("timeline.max", RangeStatistics::max));

    private final TimeModel model;
    private final Words words;

    /** A line of the table. */
    private record Line(String key, ToDoubleFunction<RangeStatistics> value) {}

    RangeTable(TimeModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("range-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
        for (int i = 0; i < TimelineSpec.FIGURES.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(column);
        }
    }

    /** The same for other data; nothing while they are worked out. */
    void show(@Nullable Curves curves) {
        getChildren().clear();
        List<Measure> measures = List.copyOf(TimelineSpec.FIGURES.keySet());
        List<@Nullable RangeStatistics> found = new ArrayList<>();
        Stretch shown = model.stretch();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            Label head = new Label(letter(measure));
            add(head, i + 1, 0);
            head.getStyleClass().addAll("range-head", styleOf(measure));
            found.add(
                    curves == null
                            ? null
                            : curves.statistics(
                                    measure,
                                    shown.from(),
                                    shown.to(),
                                    model.alert().ratio().getValue()));
        }
        for (int row = 0; row < LINES.size(); row++) {
            Line line = LINES.get(row);
            add(name(words.now(line.key())), 0, row + 1);
            for (int i = 0; i < found.size(); i++) {
                RangeStatistics one = found.get(i);
                add(figure(one == null ? Double.NaN : line.value().applyAsDouble(one)), i + 1, row + 1);
            }
        }
        int above = LINES.size() + 1;
        add(name(words.now("timeline.above", new Percent(model.alert().ratio().getValue()))), 0, above);
        for (int i = 0; i < found.size(); i++) {
            RangeStatistics one = found.get(i);
            add(cell(one == null ? Numbers.NONE : words.now(lasting(one.above()))), i + 1, above);
            add(figure(one == null ? Double.NaN : one.aboveShare()), i + 1, above + 1);
        }
        add(name(words.now("timeline.aboveShare")), 0, above + 1);
    }

    private Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Label figure(double value) {
        return cell(Numbers.percent(value, words.language()));
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("range-figure");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A duration in two units at most. */
    static Text lasting(long millis) {
        Duration all = Duration.ofMillis(millis);
        if (all.toDays() > 0) {
            return Text.of("timeline.days", all.toDays(), all.toHoursPart());
        }
        if (all.toHours() > 0) {
            return Text.of("timeline.hours", all.toHours(), all.toMinutesPart());
        }
        return all.toMinutes() > 0 || millis == 0
                ? Text.of("timeline.minutes", all.toMinutes())
                : Text.of("timeline.seconds", all.toSeconds());
    }

    static String styleOf(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "instance-average";
            case WEIGHTED_AVERAGE -> "weighted";
            default -> "whole-gpu";
        };
    }

    /** The style class of the glossary's term for it. */
    static String termOf(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "term-instance-average";
            case WEIGHTED_AVERAGE -> "term-weighted";
            case WHOLE_GPU -> "term-whole-gpu";
            case ALLOCATED_SHARE -> "term-allocated";
            case COVERAGE -> "term-coverage";
        };
    }

    /** The letter of the formulas: S, W, G. */
    static String letter(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "S";
            case WEIGHTED_AVERAGE -> "W";
            default -> "G";
        };
    }
}
