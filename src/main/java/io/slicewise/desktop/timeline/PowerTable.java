package io.slicewise.desktop.timeline;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What the power of the GPUs on show amounts to in the stretch on show, and at the moment that is looked at. The labels stay, since
 * new ones are styled anew in each frame.
 */
final class PowerTable extends GridPane {
    private final TimelineModel model;
    private final Words words;
    private final Line moment;
    private final Line gpus;
    private final Line mean;
    private final Line highQuantile;
    private final Line most;
    private final Line energy;

    /** Its name and its figure. */
    private record Line(Label name, Label figure) {}

    /** What a stretch amounts to. */
    record Amount(RangeStatistics watts, double kilowattHours) {
        /** Of a month of a large fleet it takes longer than a part of a frame. */
        static Amount of(PowerCurve power, Stretch shown) {
            return new Amount(
                    power.statistics(shown.from(), shown.to()), power.kilowattHours(shown.from(), shown.to()));
        }
    }

    PowerTable(TimelineModel model, Words words) {
        this.model = model;
        this.words = words;
        moment = line("timeline.power.moment");
        mean = line("timeline.mean");
        highQuantile = line("timeline.p95");
        most = line("timeline.max");
        energy = line("timeline.power.energy");
        gpus = line("timeline.power.gpus");
        getStyleClass().add("range-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    private Line line(String key) {
        Label name = new Label();
        name.textProperty().bind(words.of(key));
        name.getStyleClass().add("muted");
        Label figure = new Label(Numbers.NONE);
        figure.getStyleClass().add("range-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        return new Line(name, figure);
    }

    /** The same at another moment. */
    void show() {
        PowerCurve power = model.powerProperty().get();
        if (power == null || !model.hasPower()) {
            return;
        }
        layLines(
                model.cursor().isPresent()
                        ? List.of(moment, mean, highQuantile, most, energy, gpus)
                        : List.of(mean, highQuantile, most, energy, gpus));
        model.cursor().ifPresent(at -> write(moment, watts(power.at(at))));
        write(gpus, measured(power));
    }

    /** A grid leaves a gap even for a row without anything in it, so that lines that are not needed are not there. */
    private void layLines(List<Line> lines) {
        if (getRowCount() != lines.size()) {
            getChildren().clear();
            for (int row = 0; row < lines.size(); row++) {
                addRow(row, lines.get(row).name(), lines.get(row).figure());
            }
        }
    }

    /** Writes what was worked out of the stretch on show. */
    void fill(Amount amount) {
        write(mean, watts(amount.watts().mean()));
        write(highQuantile, watts(amount.watts().p95()));
        write(most, watts(amount.watts().max()));
        write(energy, Text.of("timeline.power.kwh", new Decimal(amount.kilowattHours(), 1)));
    }

    private Text measured(PowerCurve power) {
        return model.cursor()
                .map(at -> Text.of("timeline.power.measured", power.measuredAt(at), power.gpus()))
                .orElseGet(() -> Text.of("timeline.power.count", power.gpus()));
    }

    private static @Nullable Text watts(double watts) {
        return Double.isNaN(watts) ? null : Text.of("timeline.power.watts", new Decimal(watts, 0));
    }

    private void write(Line line, @Nullable Text value) {
        line.figure().setText(value == null ? Numbers.NONE : words.now(value));
    }
}
