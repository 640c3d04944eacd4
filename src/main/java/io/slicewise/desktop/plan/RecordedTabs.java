package io.slicewise.desktop.plan;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tabs that need a recorded range; what to load where there is none. */
public record RecordedTabs(PlanDesk desk, Words words, Look look, ChartActions charts) {
    /** Which instances are too large or too small, by replay of what was recorded. */
    public static final String SIZES = "sizes";

    /** When the hardware is full. */
    public static final String WHEN = "when";

    public List<PlanTab> tabs() {
        return List.of(
                new PlanTab(SIZES, Text.of("planner.part.sizes"), this::sizes),
                new PlanTab(WHEN, Text.of("planner.part.when"), this::when));
    }

    private Node sizes() {
        SizesModel model = desk.sizes();
        return model == null
                ? empty("sizing.loading")
                : PlanParts.filling(new SizesPane(desk, model, words, look, charts));
    }

    private Region when() {
        WhenModel model = desk.when();
        return model == null ? empty("trend.loading") : PlanParts.scroll(new WhenPane(model, words, look, charts));
    }

    /** What is to come, as it stands on another screen: the same target, whatever moves it. */
    public Node forecast() {
        Region when = when();
        when.getStylesheets().add(PlanView.SHEET);
        return when;
    }

    private Region empty(String key) {
        Label what = PlanParts.sentence("", "muted");
        what.textProperty().bind(words.of(key));
        VBox box = new VBox(what);
        box.getStyleClass().add("plan-empty");
        return box;
    }
}
