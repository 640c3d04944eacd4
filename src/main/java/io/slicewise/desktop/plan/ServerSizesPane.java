package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.plan.LayoutChoice.Start;
import io.slicewise.desktop.plan.ServerSizes.Replaying;
import io.slicewise.desktop.plan.ServerSizes.State;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.live.sums.AskedReplay;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.timeline.Measure;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Right sizes of a fleet that a server sums up, and its range in any layout of its instances: worked out by the server, and said to be.
 */
public final class ServerSizesPane extends VBox {
    private final ServerSizesModel model;
    private final ServerSizes source;
    private final Words words;
    private final PlanParts parts;
    private final Consumer<PlanInput> plan;
    private final ObjectProperty<SizeRules> rules = new SimpleObjectProperty<>(this, "rules", SizeRules.USUAL);
    private final VBox answer = new VBox();
    private final FlowPane tiles = new FlowPane();
    private final FlowPane ways = new FlowPane();
    private final StackPane tables = new StackPane();
    private final Button take;
    private @Nullable SizesTable table;

    /** @param plan opens a plan as a document of its own */
    public ServerSizesPane(PlanDesk desk, ServerSizes source, Words words, Consumer<PlanInput> plan) {
        this.source = source;
        this.words = words;
        this.plan = plan;
        model = new ServerSizesModel(source, desk.actions());
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        answer.getStyleClass().add("plan-section");
        tiles.getStyleClass().add("plan-tiles");
        ways.getStyleClass().add("plan-ways");
        VBox.setVgrow(tables, Priority.ALWAYS);
        take = parts.button("sizing.server.take", this::take);
        Tooltips.on(take, () -> words.now("sizing.server.take.help"));
        getChildren().addAll(question(), answer, tiles, ways, tables);
        model.choiceProperty().subscribe(this::choose);
        source.stateProperty().subscribe(_ -> show());
        source.replayProperty().subscribe((_, _) -> show());
        words.languageProperty().subscribe((_, _) -> show());
    }

    private Node question() {
        FlowPane row = new FlowPane(new SizeRuleFields(rules, parts, words).all());
        Button ask = parts.button("sizing.server.ask", () -> source.ask(rules.get()));
        ask.getStyleClass().add("primary");
        Tooltips.on(ask, () -> words.now("sizing.server.help"));
        Button stop = parts.button("planner.stop", source::stop);
        stop.disableProperty()
                .bind(source.stateProperty()
                        .flatMap(state -> source.replayProperty()
                                .map(replay ->
                                        !(state instanceof State.Asking) && !(replay instanceof Replaying.Asking))));
        row.getChildren().addAll(ask, stop);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    /** Another fleet has another table, and a layout of its own. */
    private void choose(@Nullable LayoutChoice choice) {
        ways.getChildren().clear();
        tables.getChildren().clear();
        table = null;
        if (choice != null) {
            SizesTable made = new SizesTable(choice, words);
            table = made;
            tables.getChildren().add(made);
            ways.getChildren().addAll(take, made.starts(), plans(choice));
            ways.getChildren().addAll(made.byHand());
        }
    }

    /** Whose plan is replayed: a fleet of sums has none of its own. */
    private Node plans(LayoutChoice choice) {
        MenuButton plans = new MenuButton();
        plans.setMnemonicParsing(false);
        plans.textProperty()
                .bind(words.of(model.planOfProperty()
                        .map(document -> Text.of(
                                "sizing.server.planOf", document.scenario().name()))
                        .orElse(Text.of("sizing.server.plan"))));
        plans.getItems().add(new MenuItem());
        plans.setOnShowing(_ -> plans.getItems().setAll(planItems()));
        plans.visibleProperty().bind(choice.startProperty().map(start -> start == Start.PLANNED));
        plans.managedProperty().bind(plans.visibleProperty());
        return plans;
    }

    private List<MenuItem> planItems() {
        List<MenuItem> items = model.plans().stream().map(this::planItem).toList();
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(words.now("sizing.server.plan.none"));
            none.setDisable(true);
            return List.of(none);
        }
        return items;
    }

    private MenuItem planItem(Document document) {
        MenuItem item = new MenuItem(document.scenario().name().in(words.language()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.planOfProperty().set(document));
        return item;
    }

    private void show() {
        answer.getChildren().clear();
        tiles.getChildren().clear();
        State state = source.stateProperty().get();
        boolean told = state instanceof State.Told now && !now.sizes().sizes().isEmpty();
        for (Node node : List.of(ways, tables)) {
            node.setVisible(told);
        }
        take.setDisable(!told);
        switch (state) {
            case State.Before() -> say("sizing.server.before", "muted");
            case State.Asking() -> say("sizing.server.asking", "muted");
            case State.Failed failed -> answer.getChildren().add(PlanParts.sentence(words.now(failed.why()), "danger"));
            case State.Told all -> show(all);
        }
    }

    private void say(String key, String style) {
        answer.getChildren().add(PlanParts.sentence(words.now(key), style));
    }

    private void show(State.Told told) {
        AskedSizes sizes = told.sizes();
        if (sizes.sizes().isEmpty()) {
            say("sizing.server.nothing", "plan-sentence");
        } else {
            answer.getChildren()
                    .add(PlanParts.sentence(words.now(SizeSentences.counts(sizes.sizes())), "plan-sentence"));
        }
        answer.getChildren().add(PlanParts.sentence(words.now(told.way()), "label"));
        if (!sizes.unknownModels().isEmpty()) {
            answer.getChildren()
                    .add(PlanParts.sentence(words.now("sums.unknown", new Listing(sizes.unknownModels())), "warning"));
        }
        switch (source.replayProperty().get()) {
            case Replaying.Before() -> noRows();
            case Replaying.Asking() -> say("sizing.server.replaying", "muted");
            case Replaying.Failed failed -> {
                noRows();
                answer.getChildren().add(PlanParts.sentence(words.now(failed.why()), "danger"));
            }
            case Replaying.Told all -> show(sizes, all.replay());
        }
    }

    private void noRows() {
        if (table != null) {
            table.show(List.of());
        }
    }

    private void show(AskedSizes sizes, AskedReplay replay) {
        LayoutChoice choice = model.choiceProperty().get();
        if (choice == null || table == null) {
            return;
        }
        table.show(choice.rows(replay.groups(), sizes.sizes()));
        if (choice.startProperty().get() == Start.PLANNED && model.named() == 0) {
            say("sizing.server.planned.none", "warning");
        }
        table.tooMuchMemory(replay.groups()).ifPresent(answer.getChildren()::add);
        answer.getChildren().add(PlanParts.sentence(words.now("sizing.server.replayed", replay.numbers()), "label"));
        if (replay.before() == null) {
            say("sizing.server.silent", "muted");
        }
        say("sizing.assumption", "muted");
        tile("sizing.server.gpus", words.now("sizing.freed.of", replay.gpusNeeded(), replay.gpus()));
        tile(
                "sizing.lost",
                words.now("sizing.lost.of", new Percent(replay.lostShare()), new Decimal(replay.lost(), 1)));
        Averages before = replay.before();
        Averages after = replay.after();
        if (before != null && after != null) {
            figure(Measure.WHOLE_GPU, before.wholeGpu(), after.wholeGpu());
            figure(Measure.WEIGHTED_AVERAGE, before.weightedAverage(), after.weightedAverage());
            figure(Measure.INSTANCE_AVERAGE, before.instanceAverage(), after.instanceAverage());
            figure(Measure.ALLOCATED_SHARE, before.allocatedShare(), after.allocatedShare());
        }
    }

    private void figure(Measure measure, double before, double after) {
        tile(TimelineExhibits.key(measure), words.now("sizing.change.of", new Percent(before), new Percent(after)));
    }

    private void tile(String key, String value) {
        tiles.getChildren().add(parts.tile(key, value));
    }

    /** What the instances need, or have by choice, as the demand, for GPUs of the models that there are. */
    private void take() {
        if (source.stateProperty().get() instanceof State.Told told && table != null) {
            plan.accept(PlanInput.NONE
                    .withDemand(LayoutChoice.demand(
                            List.copyOf(table.getItems()), told.sizes().sizes(), told.rules()))
                    .withOffers(Offer.of(told.sizes().sizes().stream()
                            .map(one -> Objects.requireNonNull(one.gpu().model())))));
        }
    }
}
