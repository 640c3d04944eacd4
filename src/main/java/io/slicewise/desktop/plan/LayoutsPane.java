package io.slicewise.desktop.plan;

import io.slicewise.desktop.plan.LayoutsModel.Ranking;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Layouts;
import io.slicewise.planning.layout.RankedLayout;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The layouts that a GPU could have: what each serves of its load, what it leaves to others, and how many restart. */
final class LayoutsPane extends VBox {
    private static final double STRIP = 320;

    private final PlanDesk desk;
    private final LayoutsModel model;
    private final Words words;
    private final PlanParts parts;
    private final VBox content = new VBox();

    LayoutsPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.layouts();
        this.words = words;
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        content.getStyleClass().add("plan-section");
        getChildren().addAll(question(), content);
        model.rankingProperty().subscribe(this::show);
        words.languageProperty()
                .subscribe((_, _) -> show(model.rankingProperty().get()));
    }

    private Node question() {
        MenuButton which = new MenuButton();
        which.setMnemonicParsing(false);
        which.textProperty()
                .bind(model.rankingProperty()
                        .map(ranking -> Naming.of(model.gpus()).gpu(ranking.gpu()))
                        .orElse(""));
        which.disableProperty().bind(model.rankingProperty().isNull());
        which.getItems().add(new MenuItem());
        which.setOnShowing(_ -> {
            Naming naming = Naming.of(model.gpus());
            which.getItems()
                    .setAll(model.gpus().stream()
                            .map(gpu -> choice(gpu, naming.gpu(gpu)))
                            .toList());
        });
        FlowPane row = new FlowPane(parts.field(Text.of("planner.layouts.gpu"), which));
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private MenuItem choice(Gpu gpu, String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.gpuProperty().set(gpu.id()));
        return item;
    }

    private void show(@Nullable Ranking ranking) {
        content.getChildren().clear();
        if (ranking == null || ranking.layouts().isEmpty()) {
            content.getChildren()
                    .add(PlanParts.sentence(
                            words.now(ranking == null ? "planner.layouts.none" : "planner.layouts.unknown"), "muted"));
            return;
        }
        content.getChildren()
                .addAll(
                        PlanParts.sentence(
                                words.now(
                                        "planner.layouts.how",
                                        Typed.shownPercent(desk.source()
                                                .observingProperty()
                                                .get()
                                                .target())),
                                "muted"),
                        present(ranking.gpu()),
                        table(ranking));
    }

    /** The GPU as it is. */
    private Node present(Gpu gpu) {
        GpuStrip strip = GpuStrip.of(gpu, _ -> List.of(), null);
        strip.setMaxWidth(STRIP);
        VBox box = new VBox(PlanParts.sentence(words.now("planner.layouts.present"), "caption"), strip);
        box.getStyleClass().add("plan-field");
        return box;
    }

    private Node table(Ranking ranking) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-served");
        ColumnConstraints strip = new ColumnConstraints(STRIP);
        ColumnConstraints served = new ColumnConstraints();
        served.setHalignment(HPos.RIGHT);
        ColumnConstraints spare = new ColumnConstraints();
        ColumnConstraints restarts = new ColumnConstraints();
        restarts.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(strip, served, spare, restarts);
        grid.addRow(
                0,
                caption("planner.layouts.layout"),
                caption("planner.layouts.serves"),
                caption("planner.layouts.spare"),
                caption("planner.layouts.restarts"));
        for (RankedLayout one : ranking.layouts()) {
            grid.addRow(
                    grid.getRowCount(),
                    GpuStrip.of(one.layout()),
                    PlanParts.sentence(
                            words.now("planner.layouts.of", one.served(), one.wanted()),
                            "number",
                            one.servesAll() ? "success" : "warning"),
                    PlanParts.sentence(spare(one), "muted"),
                    PlanParts.sentence(words.now("plan.value", one.restarts()), "number"),
                    buttons(ranking.gpu(), one));
        }
        return grid;
    }

    private String spare(RankedLayout one) {
        return one.spare().isEmpty()
                ? words.now("planner.layouts.nothing")
                : Layouts.describe(one.spare().reversed());
    }

    private Label caption(String key) {
        return PlanParts.sentence(words.now(key), "caption");
    }

    private Node buttons(Gpu gpu, RankedLayout one) {
        Button steps = parts.button("planner.layouts.steps", () -> steps(gpu, one));
        Button apply = parts.button("planner.layouts.apply", () -> apply(gpu, one));
        for (Button button : List.of(steps, apply)) {
            button.getStyleClass().add("quiet");
        }
        FlowPane ways = new FlowPane(apply, steps);
        ways.getStyleClass().add("plan-ways");
        return ways;
    }

    private void apply(Gpu gpu, RankedLayout one) {
        desk.document().edit(new ScenarioEdit.ApplyLayout(gpu.id(), one.layout()));
        desk.document().settle();
    }

    private void steps(Gpu gpu, RankedLayout one) {
        desk.change().backProperty().set(false);
        desk.change().targetProperty().set(new ChangeModel.Target.Laid(gpu.id(), one.layout()));
        desk.go(PlanTab.CHANGE);
    }
}
