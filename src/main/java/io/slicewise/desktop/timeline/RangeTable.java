package io.slicewise.desktop.timeline;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.work.Cancel;
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

    /** Below the lines: for how long a figure was at the threshold or above, and for what part of the time. */
    private static final int ABOVE = LINES.size() + 1;

    private final TimeModel model;
    private final Words words;

    /** The name of the line whose figures are of a threshold: it changes with them. */
    private final Label above = new Label();

    private final List<List<Label>> figures = new ArrayList<>();

    /** A line of the table. */
    private record Line(String key, ToDoubleFunction<RangeStatistics> value) {}

    RangeTable(TimeModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("range-table");
        ColumnConstraints left = new ColumnConstraints();
        left.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(left);
        TimelineSpec.FIGURES.keySet().forEach(this::head);
        LINES.forEach(line -> line(named(line.key())));
        line(above);
        line(named("timeline.aboveShare"));
        fill(null);
    }

    private void head(Measure measure) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        getColumnConstraints().add(column);
        Label head = new Label(letter(measure));
        head.getStyleClass().addAll("range-head", styleOf(measure));
        add(head, getColumnConstraints().size() - 1, 0);
    }

    private Label named(String key) {
        Label name = new Label();
        name.textProperty().bind(words.of(key));
        return name;
    }

    private void line(Label name) {
        int row = figures.size() + 1;
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        add(name, 0, row);
        List<Label> cells = new ArrayList<>();
        for (int i = 1; i < getColumnConstraints().size(); i++) {
            Label cell = new Label();
            cell.getStyleClass().add("range-figure");
            cell.setMinWidth(USE_PREF_SIZE);
            cells.add(cell);
            add(cell, i, row);
        }
        figures.add(cells);
    }

    /** The same for other data, which is little; nothing while they are worked out. */
    void show(@Nullable Curves curves) {
        fill(curves == null ? null : statistics(curves, model.stretch(), threshold(), Cancel.NEVER));
    }

    /** From where on time counts as above. */
    double threshold() {
        return model.alert().ratio().getValue();
    }

    /**
     * What each of the figures amounts to; of a month of a large fleet it takes longer than a part of a frame.
     *
     * @param cancel asked before each figure
     */
    static List<RangeStatistics> statistics(Curves curves, Stretch shown, double threshold, Cancel cancel) {
        List<RangeStatistics> all = new ArrayList<>();
        for (Measure measure : TimelineSpec.FIGURES.keySet()) {
            cancel.check();
            all.add(curves.statistics(measure, shown.from(), shown.to(), threshold));
        }
        return all;
    }

    /** Writes what was worked out; nothing while it is not. The labels stay, since new ones are styled anew in each frame. */
    void fill(@Nullable List<RangeStatistics> found) {
        above.setText(words.now("timeline.above", new Percent(threshold())));
        for (int i = 0; i < TimelineSpec.FIGURES.size(); i++) {
            RangeStatistics one = found == null ? null : found.get(i);
            for (int row = 0; row < LINES.size(); row++) {
                figure(row, i, one == null ? Double.NaN : LINES.get(row).value().applyAsDouble(one));
            }
            figures.get(ABOVE - 1).get(i).setText(one == null ? Numbers.NONE : words.now(lasting(one.above())));
            figure(ABOVE, i, one == null ? Double.NaN : one.aboveShare());
        }
    }

    private void figure(int row, int column, double value) {
        figures.get(row).get(column).setText(Numbers.percent(value, words.language()));
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
