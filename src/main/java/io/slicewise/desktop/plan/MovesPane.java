package io.slicewise.desktop.plan;

import io.slicewise.desktop.editor.SliceMapModel.Block;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.moves.Move;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.MoveSentences;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.room.ProfileRoom;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Room for a profile: the question, both answers, the maps before and after, and the steps to tick. */
final class MovesPane extends VBox {
    private static final int MOST_GPUS = 12;

    private final PlanDesk desk;
    private final MovesModel model;
    private final Words words;
    private final PlanParts parts;
    private final VBox answers = new VBox();
    private final VBox map = new VBox();
    private final VBox steps = new VBox();
    private final VBox room = new VBox();
    private final FlowPane onward;

    MovesPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.moves();
        this.words = words;
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        Button change = parts.button("planner.moves.change", this::toChange);
        change.getStyleClass().add("primary");
        onward = new FlowPane(change, parts.button("planner.moves.scenario", this::openScenario));
        onward.getStyleClass().add("plan-ways");
        for (VBox box : List.of(answers, map, steps, room)) {
            box.getStyleClass().add("plan-section");
        }
        getChildren().addAll(question(), answers, map, steps, onward, room);
        model.madeProperty().subscribe(this::show);
        model.newFirstProperty().subscribe((_, _) -> show(model.madeProperty().get()));
        words.languageProperty().subscribe((_, _) -> show(model.madeProperty().get()));
    }

    private Node question() {
        ComboBox<String> wanted = new ComboBox<>(FXCollections.observableArrayList(model.profiles()));
        wanted.setEditable(true);
        wanted.getEditor().textProperty().bindBidirectional(model.wantedProperty());
        wanted.setPrefWidth(170);
        desk.document().scenarioProperty().map(Scenario::fleet).subscribe((_, _) -> {
            String typed = model.wantedProperty().get();
            wanted.getItems().setAll(model.profiles());
            model.wantedProperty().set(typed);
        });
        CheckBox newFirst = new CheckBox();
        newFirst.setMnemonicParsing(false);
        newFirst.textProperty().bind(words.of("planner.moves.newFirst"));
        newFirst.selectedProperty().bindBidirectional(model.newFirstProperty());
        Tooltips.on(newFirst, () -> words.now("planner.moves.newFirst.help"));
        MenuButton pin = new MenuButton();
        pin.textProperty()
                .bind(words.of(model.pinnedProperty().map(pinned -> Text.of("planner.moves.pinned", pinned.size()))));
        pin.setOnShowing(_ -> pin.getItems().setAll(pins()));
        pin.getItems().add(new MenuItem());
        FlowPane row = new FlowPane(
                parts.field(Text.of("planner.moves.free"), wanted),
                parts.field(Text.of("planner.moves.on"), where()),
                pin,
                newFirst);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private List<MenuItem> pins() {
        List<MenuItem> items = new ArrayList<>();
        MenuItem none = new MenuItem(words.now("planner.moves.unpin"));
        none.setDisable(model.pinnedProperty().get().isEmpty());
        none.setOnAction(_ -> model.unpin());
        items.add(none);
        for (String owner : model.owners()) {
            MenuItem item = new MenuItem(words.now("planner.moves.pinOwner", owner));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.pinOwner(owner));
            items.add(item);
        }
        return items;
    }

    /** Anywhere, or one of the GPUs. */
    private ComboBox<String> where() {
        ObservableList<String> ids = FXCollections.observableArrayList();
        ComboBox<String> box = new ComboBox<>(ids);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null || id.isEmpty()
                        ? words.now("planner.moves.anywhere")
                        : Naming.of(model.gpus()).gpu(id);
            }

            @Override
            public @Nullable String fromString(String shown) {
                return box.getValue();
            }
        });
        box.setPrefWidth(210);
        desk.document().scenarioProperty().map(Scenario::fleet).subscribe(fleet -> {
            String now = model.onProperty().get();
            ids.setAll(FXCollections.observableArrayList(""));
            fleet.gpus().forEach(gpu -> ids.add(gpu.id()));
            box.setValue(now == null ? "" : now);
        });
        model.onProperty().subscribe(id -> box.setValue(id == null ? "" : id));
        box.setOnAction(_ -> {
            String id = box.getValue();
            model.onProperty().set(id == null || id.isEmpty() ? null : id);
        });
        words.languageProperty().subscribe((_, _) -> {
            String now = box.getValue();
            box.setValue(null);
            box.setValue(now);
        });
        return box;
    }

    private void show(MovesModel.@Nullable Made made) {
        for (VBox box : List.of(answers, map, steps, room)) {
            box.getChildren().clear();
        }
        MoveAnswer.Found found =
                made == null ? null : made.found(model.newFirstProperty().get());
        onward.setVisible(found != null);
        onward.setManaged(found != null);
        if (made == null) {
            return;
        }
        answer(made);
        map(made, found);
        if (found != null) {
            steps(made, found);
        }
        room(made);
    }

    private void answer(MovesModel.Made made) {
        if (made.answers() == null) {
            answers.getChildren().add(PlanParts.sentence(words.now("planner.moves.ask"), "muted"));
            return;
        }
        boolean newFirst = model.newFirstProperty().get();
        answers.getChildren()
                .addAll(
                        answer("moves.withStop", Objects.requireNonNull(made.answer(false)), !newFirst),
                        answer("moves.newFirst", Objects.requireNonNull(made.answer(true)), newFirst));
        List<Gpu> left = made.room().left();
        if (!left.isEmpty()) {
            answers.getChildren()
                    .add(PlanParts.sentence(
                            words.now(
                                    "moves.left",
                                    new Listing(left.stream()
                                            .map(Naming.of(made.fleet())::gpu)
                                            .limit(MOST_GPUS)
                                            .toList())),
                            "muted"));
        }
    }

    private Label answer(String key, MoveAnswer answer, boolean chosen) {
        Label label = PlanParts.sentence(words.now("moves.answer", Text.of(key), MoveSentences.of(answer)));
        if (answer instanceof MoveAnswer.Impossible) {
            label.getStyleClass().add("danger");
        }
        label.getStyleClass().add(chosen ? "plan-sentence" : "label");
        return label;
    }

    /** The GPUs that the answer is about, before and after; a click pins. */
    private void map(MovesModel.Made made, MoveAnswer.@Nullable Found found) {
        Fleet after = found == null ? made.fleet() : made.after(found);
        Set<String> touched = found == null ? Set.of() : made.touched(found);
        List<Gpu> asked = made.request().on() == null
                ? made.fleet().gpus()
                : made.fleet().gpu(Objects.requireNonNull(made.request().on())).stream()
                        .toList();
        List<Gpu> all = touched.isEmpty()
                ? asked
                : made.fleet().gpus().stream()
                        .filter(gpu -> touched.contains(gpu.id()))
                        .toList();
        Set<InstanceRef> moved = found == null
                ? Set.of()
                : found.plan().moves().stream().map(Move::instance).collect(Collectors.toSet());
        Set<String> arrived = found == null
                ? Set.of()
                : found.plan().moves().stream().map(move -> spot(move.to())).collect(Collectors.toSet());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-maps");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(18);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(39);
        ColumnConstraints arrow = new ColumnConstraints();
        arrow.setPercentWidth(4);
        grid.getColumnConstraints().addAll(names, half, arrow, half);
        Naming naming = Naming.of(made.fleet());
        for (Gpu gpu : all.stream().limit(MOST_GPUS).toList()) {
            Label name = PlanParts.sentence(naming.gpu(gpu), "caption");
            Node before = GpuStrip.of(
                    gpu,
                    block -> style(model.pinnedProperty().get().contains(block.ref()), moved.contains(block.ref())),
                    model::pin);
            grid.addRow(grid.getRowCount(), name, before);
            if (found != null) {
                Gpu then = after.gpu(gpu.id()).orElse(gpu);
                Node now = GpuStrip.of(then, block -> arrival(then, block, arrived), null);
                Label to = new Label("→");
                to.getStyleClass().add("plan-arrow");
                grid.add(to, 2, grid.getRowCount() - 1);
                grid.add(now, 3, grid.getRowCount() - 1);
            }
        }
        map.getChildren().addAll(PlanParts.sentence(words.now("planner.moves.pinHow"), "muted"), grid);
        if (all.size() > MOST_GPUS) {
            map.getChildren().add(PlanParts.sentence(words.now("planner.more", all.size() - MOST_GPUS), "muted"));
        }
    }

    private static List<String> style(boolean isPinned, boolean isMoved) {
        Set<String> styles = new HashSet<>();
        if (isPinned) {
            styles.add("pinned");
        }
        if (isMoved) {
            styles.add("leaving");
        }
        return List.copyOf(styles);
    }

    private static List<String> arrival(Gpu gpu, Block block, Set<String> arrived) {
        if (block.ref().instance().startsWith(MovesModel.ROOM)) {
            return List.of("made-room");
        }
        return arrived.contains(spot(new Spot(gpu.id(), block.instance().placement())))
                ? List.of("arriving")
                : List.of();
    }

    private static String spot(Spot spot) {
        return spot.gpu() + "@" + spot.placement().start()
                + spot.placement().profile().name();
    }

    private void steps(MovesModel.Made made, MoveAnswer.Found found) {
        steps.getChildren().add(parts.title("planner.steps"));
        Fleet fleet = made.fleet();
        Naming naming = Naming.of(fleet);
        for (Move move : found.plan().moves()) {
            steps.getChildren()
                    .add(tick(words.now(
                            "moves.move",
                            named(fleet, move.instance()),
                            shown(naming, move.from()),
                            shown(naming, move.to()))));
        }
        for (Spot spot : found.plan().room()) {
            steps.getChildren()
                    .add(PlanParts.sentence(
                            words.now("moves.room", spot.placement().profile().name(), shown(naming, spot)),
                            "success"));
        }
    }

    private static CheckBox tick(String step) {
        CheckBox box = new CheckBox(step);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        return box;
    }

    private static String named(Fleet fleet, InstanceRef ref) {
        return fleet.instance(ref)
                .map(instance -> instance.name().isEmpty()
                        ? instance.profile().name()
                        : instance.profile().name() + " " + instance.name())
                .orElse(ref.instance());
    }

    private static String shown(Naming naming, Spot spot) {
        return naming.gpu(spot.gpu()) + " @" + spot.placement().start();
    }

    /** What still fits, in three numbers a profile; a click asks for the moves. */
    private void room(MovesModel.Made made) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-served");
        grid.addRow(
                0,
                caption("planner.room.profile"),
                caption("moves.column.now"),
                caption("moves.column.afterMoves"),
                caption("moves.column.bySlices"));
        Naming naming = Naming.of(made.fleet());
        for (ProfileRoom one : made.room().profiles()) {
            Button ask = new Button(naming.possible(one.model(), one.profile()));
            ask.setMnemonicParsing(false);
            ask.getStyleClass().add("quiet");
            ask.setOnAction(_ -> model.wantedProperty().set(one.profile().name()));
            ask.setAccessibleText(words.now("planner.room.ask", ask.getText()));
            Label after = number((one.isProven() ? "" : "≤ ") + words.now("plan.value", one.afterMoves()));
            if (one.afterMoves() > one.now()) {
                after.getStyleClass().add("success");
            }
            grid.addRow(
                    grid.getRowCount(),
                    ask,
                    number(words.now("plan.value", one.now())),
                    after,
                    number(words.now("plan.value", one.bySlices())));
        }
        room.getChildren().add(parts.title("planner.room"));
        if (made.room().profiles().isEmpty()) {
            room.getChildren().add(PlanParts.sentence(words.now("planner.room.none"), "muted"));
            return;
        }
        room.getChildren().add(grid);
        if (!Double.isNaN(made.fragmentation())) {
            room.getChildren()
                    .add(PlanParts.sentence(
                            words.now("moves.fragmentation", new Percent(made.fragmentation())), "muted"));
        }
    }

    private Label caption(String key) {
        return PlanParts.sentence(words.now(key), "caption");
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("number");
        label.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(label, Priority.NEVER);
        return label;
    }

    private void toChange() {
        desk.change().backProperty().set(false);
        desk.change().targetProperty().set(new ChangeModel.Target.Moved());
        desk.go(PlanTab.CHANGE);
    }

    private void openScenario() {
        MovesModel.Made made = model.madeProperty().get();
        MoveAnswer.Found found =
                made == null ? null : made.found(model.newFirstProperty().get());
        if (made != null && found != null) {
            Scenario now = desk.document().scenario();
            desk.actions()
                    .open(now.withPlan(null)
                            .withName(Wording.of(words.now("planner.moves.name", now.name())))
                            .withFleet(made.after(found)));
        }
    }
}
