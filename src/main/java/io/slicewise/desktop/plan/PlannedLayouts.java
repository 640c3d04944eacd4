package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.RowValue;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the GPUs of a plan are partitioned, model by model, below what each row of the model needs. */
final class PlannedLayouts extends VBox {
    private static final int MOST_LAYOUTS = 40;

    private final Words words;

    PlannedLayouts(PurchasePlan plan, Words words) {
        this.words = words;
        getStyleClass().add("plan-layouts");
        int shown = 0;
        int all = 0;
        for (ModelPlan one : plan.models()) {
            getChildren()
                    .add(PlanParts.sentence(
                            words.now(
                                    "planner.model.head",
                                    one.gpus(),
                                    one.offer().model().shortName()),
                            "figure-name"));
            getChildren().add(PlanParts.sentence(rows(one), "caption"));
            for (PackedLayout packed : one.layouts()) {
                all++;
                if (shown < MOST_LAYOUTS) {
                    shown++;
                    getChildren().add(layout(packed));
                }
            }
        }
        if (all > shown) {
            getChildren().add(PlanParts.sentence(words.now("planner.more", all - shown), "muted"));
        }
    }

    /** Every row with what it needs; the one that binds is marked. */
    private String rows(ModelPlan one) {
        return one.rows().stream().map(value -> row(value, one.binding())).collect(Collectors.joining(" · "));
    }

    private String row(RowValue value, PackingRow binding) {
        Text said = Text.of("planner.row", name(value.row()), PlanParts.rounded(value.value(), 1));
        return words.now(value.row().equals(binding) ? Text.of("planner.row.binds", said) : said);
    }

    private static Text name(PackingRow row) {
        List<String> sizes = row.takers().stream().map(PackingRow::size).toList();
        return switch (row.kind()) {
            case COMPUTE -> Text.of("planner.row.compute");
            case MEMORY -> Text.of("planner.row.memory");
            case PLACES -> Text.of("planner.row.places", sizes.getFirst());
            case ALONE -> Text.of("planner.row.alone", new Listing(sizes));
            case MIXED -> Text.of("planner.row.mixed", new Listing(sizes));
        };
    }

    private Node layout(PackedLayout packed) {
        Label times = new Label(words.now("planner.times", packed.count()));
        times.getStyleClass().addAll("number", "plan-times");
        GpuStrip strip = GpuStrip.of(packed.layout());
        HBox.setHgrow(strip, Priority.ALWAYS);
        HBox row = new HBox(times, strip);
        row.getStyleClass().add("plan-head");
        return row;
    }
}
