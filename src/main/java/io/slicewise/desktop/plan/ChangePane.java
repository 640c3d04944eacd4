package io.slicewise.desktop.plan;

import io.slicewise.commands.Checklist;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.plan.ChangeModel.Target;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** From this document to another one, or to what the moves lead to: what is kept, drained and created, steps and commands. */
final class ChangePane extends VBox {
    private static final int MOST_GPUS = 40;
    private static final int MOST_STEPS = 200;
    private static final int LINES = 16;

    private final PlanDesk desk;
    private final ChangeModel model;
    private final Words words;
    private final PlanParts parts;
    private final VBox content = new VBox();
    private final VBox commands = new VBox();
    private final TextArea text = new TextArea();

    ChangePane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.change();
        this.words = words;
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        content.getStyleClass().add("plan-section");
        commands.getStyleClass().add("plan-section");
        text.setEditable(false);
        text.setPrefRowCount(LINES);
        text.getStyleClass().add("plan-code");
        text.accessibleTextProperty().bind(words.of("planner.commands"));
        FlowPane bar = new FlowPane(
                parts.segments(
                        List.of(ChangeModel.Kind.values()),
                        ChangeModel.Kind::title,
                        model.kindProperty(),
                        model.kindProperty()::set),
                parts.button("planner.copyCommands", () -> desk.actions().copy(text.getText())),
                parts.button("planner.saveCommands", this::save));
        bar.getStyleClass().add("plan-ways");
        commands.getChildren().addAll(parts.title("planner.commands"), bar, text);
        getChildren().addAll(target(), content, commands);
        model.changeProperty().subscribe(this::show);
        model.kindProperty().subscribe((_, _) -> show(model.changeProperty().get()));
        words.languageProperty().subscribe((_, _) -> show(model.changeProperty().get()));
    }

    private Node target() {
        MenuButton target = new MenuButton();
        target.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ ->
                                model.targetProperty().map(this::name).orElse(words.now("planner.change.choose"))));
        target.setOnShowing(_ -> target.getItems().setAll(choices()));
        target.getItems().add(new MenuItem());
        Label way = new Label();
        way.getStyleClass().add("section-title");
        way.textProperty()
                .bind(words.of(
                        model.backProperty().map(back -> Text.of(back ? "planner.change.from" : "planner.change.to"))));
        Button swap = new Button("⇄");
        swap.getStyleClass().add("quiet");
        swap.accessibleTextProperty().bind(words.of("planner.change.swap"));
        Tooltips.on(swap, () -> words.now("planner.change.swap"));
        swap.setOnAction(_ -> model.backProperty().set(!model.backProperty().get()));
        FlowPane row = new FlowPane(way, target, swap);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private String name(@Nullable Target target) {
        return switch (target) {
            case null -> "";
            case Target.Moved _ -> words.now("planner.change.moves");
            case Target.Sized _ -> words.now("sizing.target.sizes");
            case Target.Laid laid ->
                words.now(
                        "planner.change.layout",
                        desk.document()
                                .scenario()
                                .fleet()
                                .gpu(laid.gpu())
                                .map(naming()::gpu)
                                .orElse(laid.gpu()));
            case Target.Planned _ -> words.now("planner.change.plan");
            case Target.Other other -> other.document().scenario().name().in(words.language());
        };
    }

    private List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        if (model.hasMoves()) {
            items.add(item(new Target.Moved()));
        }
        if (model.hasSizes()) {
            items.add(item(new Target.Sized()));
        }
        if (model.hasPlan()) {
            items.add(item(new Target.Planned()));
        }
        for (Document other : desk.actions().documents()) {
            if (other != desk.document()) {
                items.add(item(new Target.Other(other)));
            }
        }
        MenuItem open = new MenuItem(words.now("planner.change.open"));
        open.setOnAction(
                _ -> desk.actions().openBeside(other -> model.targetProperty().set(new Target.Other(other))));
        items.add(open);
        return items;
    }

    private MenuItem item(Target target) {
        MenuItem item = new MenuItem(name(target));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.targetProperty().set(target));
        return item;
    }

    private void show(@Nullable FleetChange change) {
        content.getChildren().clear();
        boolean isPossible = change != null
                && change.impossible().isEmpty()
                && !change.changed().isEmpty();
        commands.setVisible(isPossible);
        commands.setManaged(isPossible);
        if (change == null) {
            content.getChildren().add(PlanParts.sentence(words.now("planner.change.how"), "muted"));
            return;
        }
        content.getChildren()
                .add(PlanParts.sentence(
                        words.now(
                                "moves.change.total",
                                change.kept(),
                                change.drained(),
                                change.created(),
                                change.migPartedDrains()),
                        "plan-sentence"));
        if (!change.impossible().isEmpty()) {
            content.getChildren()
                    .add(PlanParts.sentence(
                            words.now("moves.change.impossible", names(change.impossible())), "danger"));
        }
        if (!change.unmatched().isEmpty()) {
            content.getChildren()
                    .add(PlanParts.sentence(words.now("moves.unmatched", names(change.unmatched())), "muted"));
        }
        if (change.changed().isEmpty()) {
            content.getChildren().add(PlanParts.sentence(words.now("planner.change.nothing"), "muted"));
            return;
        }
        content.getChildren().add(table(change));
        steps(change);
        text.setText(model.kindProperty().get().of(change, Messages.in(words.language())));
    }

    private Listing names(List<Gpu> gpus) {
        return new Listing(gpus.stream().map(naming()::gpu).limit(MOST_GPUS).toList());
    }

    /** What GPUs are called in the document that is changed. */
    private Naming naming() {
        return Naming.of(desk.document().scenario().fleet());
    }

    private Node table(FleetChange change) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-served");
        for (double share : List.of(20.0, 26.0, 22.0, 22.0, 10.0)) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                caption("planner.change.gpu"),
                caption("moves.column.kept"),
                caption("moves.column.drained"),
                caption("moves.column.created"),
                caption("moves.column.migParted"));
        Naming naming = naming();
        for (GpuChange gpu : change.changed().stream().limit(MOST_GPUS).toList()) {
            grid.addRow(
                    grid.getRowCount(),
                    PlanParts.sentence(naming.gpu(gpu.before())),
                    PlanParts.sentence(instances(gpu.kept()), "muted"),
                    PlanParts.sentence(instances(gpu.drained()), gpu.drained().isEmpty() ? "muted" : "danger"),
                    PlanParts.sentence(placements(gpu.created()), gpu.created().isEmpty() ? "muted" : "success"),
                    PlanParts.sentence(
                            words.now("plan.value", gpu.migPartedDrains().size())));
        }
        VBox box = new VBox(grid);
        if (change.changed().size() > MOST_GPUS) {
            box.getChildren()
                    .add(PlanParts.sentence(
                            words.now("planner.more", change.changed().size() - MOST_GPUS), "muted"));
        }
        return box;
    }

    private Label caption(String key) {
        return PlanParts.sentence(words.now(key), "caption");
    }

    private static String instances(List<Instance> instances) {
        return instances.isEmpty()
                ? Numbers.NONE
                : instances.stream()
                        .map(instance -> placed(instance.placement())
                                + (instance.name().isEmpty() ? "" : " " + instance.name())
                                + (instance.owner().isEmpty() ? "" : " (" + instance.owner() + ")"))
                        .collect(Collectors.joining(", "));
    }

    private static String placements(List<Placement> placements) {
        return placements.isEmpty()
                ? Numbers.NONE
                : placements.stream().map(ChangePane::placed).collect(Collectors.joining(", "));
    }

    private static String placed(Placement placement) {
        return placement.profile().name() + "@" + placement.start();
    }

    private void steps(FleetChange change) {
        List<String> lines = Checklist.of(change, Messages.in(words.language()));
        content.getChildren().add(parts.title("planner.steps"));
        for (String line : lines.stream().limit(MOST_STEPS).toList()) {
            CheckBox tick = new CheckBox(line.replaceFirst("^- \\[ ] ", ""));
            tick.setMnemonicParsing(false);
            tick.setWrapText(true);
            content.getChildren().add(tick);
        }
        if (lines.size() > MOST_STEPS) {
            content.getChildren()
                    .add(PlanParts.sentence(words.now("planner.more", lines.size() - MOST_STEPS), "muted"));
        }
    }

    private void save() {
        String name = desk.document().scenario().name().in(words.language());
        desk.actions().export(name + model.kindProperty().get().extension(), text.getText());
    }
}
