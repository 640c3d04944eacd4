package io.slicewise.desktop.timeline;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What the power of the GPUs on show amounts to in the stretch on show, and at the moment that is looked at. */
final class PowerTable extends GridPane {
    private final TimelineModel model;
    private final Words words;

    PowerTable(TimelineModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("range-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    /** The same for another stretch or moment. */
    void show() {
        getChildren().clear();
        PowerCurve power = model.powerProperty().get();
        if (power == null) {
            return;
        }
        Stretch shown = model.stretch();
        RangeStatistics all = power.statistics(shown.from(), shown.to());
        model.cursor().ifPresent(at -> line("timeline.power.moment", watts(power.at(at))));
        line("timeline.mean", watts(all.mean()));
        line("timeline.p95", watts(all.p95()));
        line("timeline.max", watts(all.max()));
        line(
                "timeline.power.energy",
                Text.of("timeline.power.kwh", new Decimal(power.kilowattHours(shown.from(), shown.to()), 1)));
        line("timeline.power.gpus", measured(power));
    }

    private Text measured(PowerCurve power) {
        return model.cursor()
                .map(at -> Text.of("timeline.power.measured", power.measuredAt(at), power.gpus()))
                .orElseGet(() -> Text.of("timeline.power.count", power.gpus()));
    }

    private static @Nullable Text watts(double watts) {
        return Double.isNaN(watts) ? null : Text.of("timeline.power.watts", new Decimal(watts, 0));
    }

    private void line(String name, @Nullable Text value) {
        Label label = new Label(words.now(name));
        label.getStyleClass().add("muted");
        Label figure = new Label(value == null ? Numbers.NONE : words.now(value));
        figure.getStyleClass().add("range-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        addRow(getRowCount(), label, figure);
    }
}
