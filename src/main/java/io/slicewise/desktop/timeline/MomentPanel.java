package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimeAxis;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Numbers;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The moment that is looked at: its figures, and the ways on with the GPUs as they were then. */
final class MomentPanel extends VBox {
    private final TimeModel model;
    private final Words words;
    private final Label title = new Label();
    private final GridPane figures = new GridPane();
    private final FlowPane ways;

    /** What can be done with the GPUs as they were at a moment. */
    interface Ways {
        /** Shows them in the editor of this document. */
        void showInEditor(long time, String moment);

        /** Opens them as a scenario of their own. */
        void openAsScenario(long time, String moment);
    }

    /** @param ways {@code null} where there are none */
    MomentPanel(TimeModel model, Words words, @Nullable Ways ways) {
        this.model = model;
        this.words = words;
        getStyleClass().add("timeline-panel");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        figures.getStyleClass().add("range-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        figures.getColumnConstraints().addAll(names, values);
        this.ways = ways == null ? new FlowPane() : buttons(ways);
        this.ways.getStyleClass().add("timeline-ways");
        getChildren().addAll(title, figures, this.ways);
        show();
    }

    private FlowPane buttons(Ways onward) {
        Button editor = new Button();
        editor.getStyleClass().add("primary");
        editor.textProperty().bind(words.of("timeline.toEditor"));
        editor.setOnAction(_ -> model.cursor().ifPresent(at -> onward.showInEditor(at, moment(at))));
        Button scenario = new Button();
        scenario.textProperty().bind(words.of("timeline.toScenario"));
        scenario.setOnAction(_ -> model.cursor().ifPresent(at -> onward.openAsScenario(at, moment(at))));
        return new FlowPane(editor, scenario);
    }

    private String moment(long at) {
        Stretch shown = model.stretch();
        return new TimeAxis(shown.from(), shown.to(), model.zoneProperty().get(), words.language()).moment(at);
    }

    /** The same for another moment. */
    void show() {
        figures.getChildren().clear();
        Curves curves = model.curvesProperty().get();
        Long at = model.cursorProperty().get();
        boolean leadsOn = at != null && !ways.getChildren().isEmpty();
        ways.setVisible(leadsOn);
        ways.setManaged(leadsOn);
        if (at == null || curves == null) {
            title.setText(words.now("timeline.noMoment"));
            title.getStyleClass().setAll("label", "muted");
            return;
        }
        title.getStyleClass().setAll("label", "section-title");
        title.setText(moment(at));
        int row = 0;
        for (Measure measure : Measure.values()) {
            Label name = new Label(words.now(TimelineSpec.key(measure)));
            name.getStyleClass().addAll("muted", RangeTable.termOf(measure));
            Label value = new Label(value(curves, measure, at));
            value.getStyleClass().addAll("range-figure", "moment-figure");
            value.setMinWidth(USE_PREF_SIZE);
            if (TimelineSpec.FIGURES.containsKey(measure)) {
                value.getStyleClass().addAll("figure", RangeTable.styleOf(measure));
            }
            figures.addRow(row++, name, value);
        }
    }

    private String value(Curves curves, Measure measure, long at) {
        return Numbers.percent(curves.at(measure, at), words.language());
    }
}
