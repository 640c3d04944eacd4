package io.slicewise.desktop.timeline;

import io.slicewise.desktop.chart.TargetLine;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Whether the curves go on to what is to come, which is worked out when it is first looked at, and what is said of it above them. */
final class ForecastSwitch {
    private final TimelineModel model;
    private final TimelineChartPane chart;
    private final Supplier<TimeAhead> outlook;
    private final ToggleButton button = new ToggleButton();
    private final StackPane words = new StackPane();
    private @Nullable TimeAhead ahead;

    ForecastSwitch(TimelineModel model, Words language, TimelineChartPane chart, Supplier<TimeAhead> outlook) {
        this.model = model;
        this.chart = chart;
        this.outlook = outlook;
        button.textProperty().bind(language.of("trend.door"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltips.on(button, () -> language.now("trend.door.help"));
        button.setOnAction(_ -> lookAhead());
        words.getStyleClass().add("timeline-ahead");
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.visibleProperty().bind(button.selectedProperty());
        words.managedProperty().bind(button.selectedProperty());
        model.powerShownProperty().subscribe((_, watts) -> {
            if (watts && button.isSelected()) {
                button.setSelected(false);
                show();
            }
        });
    }

    ToggleButton button() {
        return button;
    }

    /** What is said of the forecast; nothing while it is not on show. */
    Node words() {
        return words;
    }

    private void lookAhead() {
        if (ahead == null) {
            TimeAhead made = outlook.get();
            ahead = made;
            words.getChildren().add(made.words());
            TargetLine line = new TargetLine(chart, chart.chart(), made::setTarget);
            model.aheadProperty().subscribe(now -> line.setTarget(now == null ? Double.NaN : now.capacity()));
            made.forecast().subscribe((_, _) -> show());
        }
        if (button.isSelected()) {
            model.powerShownProperty().set(false);
        }
        show();
    }

    private void show() {
        TimeAhead made = ahead;
        model.aheadProperty()
                .set(
                        made == null || !button.isSelected()
                                ? null
                                : made.forecast().getValue());
    }
}
