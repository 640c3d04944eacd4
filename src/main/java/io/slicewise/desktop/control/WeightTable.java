package io.slicewise.desktop.control;

import io.slicewise.desktop.words.Words;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.text.Numbers;
import io.slicewise.usage.SliceWeight;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the profiles of a model weigh: slices, weight, memory and SMs, with what is said about them. */
public final class WeightTable extends VBox {
    private static final double COLUMN_GAP = 24;
    private static final double ROW_GAP = 6;
    private static final double HIGHEST = 520;

    /** The table of a model in the language of now. */
    public WeightTable(GpuModel model, Words words) {
        setSpacing(ROW_GAP * 2);
        GridPane grid = new GridPane(COLUMN_GAP, ROW_GAP);
        grid.getStyleClass().add("weight-table");
        row(
                grid,
                0,
                "caption",
                List.of(
                        words.now("editor.weights.profile"),
                        words.now("editor.weights.slices"),
                        words.now("editor.weights.weight"),
                        words.now("editor.weights.memory"),
                        words.now("editor.weights.sms")));
        List<Profile> profiles = model.profiles();
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.get(i);
            String name = profile.verified() ? profile.name() : words.now("editor.model.unverified", profile.name());
            row(
                    grid,
                    i + 1,
                    "number",
                    List.of(
                            name,
                            String.valueOf(profile.computeSlices()),
                            SliceWeight.of(model, profile),
                            shown(profile.memory()),
                            shown(profile.sms())));
        }
        getChildren().add(grid);
        remarks(model, words).forEach(remark -> {
            Label label = new Label(remark);
            label.setWrapText(true);
            label.getStyleClass().add("caption");
            getChildren().add(label);
        });
    }

    /** As high as a window has room for. */
    public ScrollPane scrolling() {
        ScrollPane pane = new ScrollPane(this);
        pane.setFitToWidth(true);
        pane.setMaxHeight(HIGHEST);
        pane.getStyleClass().add("plain");
        return pane;
    }

    private static void row(GridPane grid, int row, String style, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Label label = new Label(cells.get(column));
            label.getStyleClass().add(column == 0 && row > 0 ? "name" : style);
            GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.add(label, column, row);
        }
    }

    private static List<String> remarks(GpuModel model, Words words) {
        List<String> remarks = new ArrayList<>();
        remarks.add(words.now("editor.weights.exact"));
        if (!model.verified()) {
            remarks.add(words.now(
                    "editor.model.unverified.why",
                    model.shortName(),
                    model.unverifiedWhy().in(words.language())));
        }
        model.notes().forEach(note -> remarks.add(note.in(words.language())));
        return remarks;
    }

    private static String shown(@Nullable Number figure) {
        return figure == null ? Numbers.NONE : Numbers.decimal(figure.doubleValue(), 2);
    }
}
