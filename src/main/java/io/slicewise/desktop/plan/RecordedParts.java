package io.slicewise.desktop.plan;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The parts of the screen that need a recorded range; what to load where there is none. */
record RecordedParts(PlanDesk desk, Words words, Look look, ChartActions charts) {
    /** Right sizes. */
    Node sizes() {
        SizesModel model = desk.sizes();
        return model == null ? empty("sizing.loading") : PlanParts.filling(new SizesPane(desk, model, words, look, charts));
    }

    /** When the hardware is full. */
    Node when() {
        WhenModel model = desk.when();
        return model == null ? empty("trend.loading") : PlanParts.scroll(new WhenPane(model, words, look, charts));
    }

    private Node empty(String key) {
        Label what = PlanParts.sentence("", "muted");
        what.textProperty().bind(words.of(key));
        VBox box = new VBox(what);
        box.getStyleClass().add("plan-empty");
        return box;
    }
}
