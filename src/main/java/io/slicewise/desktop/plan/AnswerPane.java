package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.purchase.DayNightPlan;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The answer: how many, why not fewer, partitioned how, and who is served by what. */
final class AnswerPane extends VBox {
    private static final int MOST_LAYOUTS = 40;
    private static final int MOST_LINES = 60;

    private final PlanDesk desk;
    private final PurchaseModel model;
    private final PlanOnward onward;
    private final ComparePane compared;
    private final Words words;
    private final PlanParts parts;
    private final VBox content = new VBox();

    AnswerPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.purchase();
        this.words = words;
        compared = new ComparePane(desk, words);
        onward = new PlanOnward(desk, words);
        parts = new PlanParts(words);
        getStyleClass().addAll("plan-column", "plan-answer");
        content.getStyleClass().add("plan-answer-content");
        getChildren().addAll(parts.title("planner.answer"), progress(), content);
        model.answerProperty().subscribe(this::show);
        model.workingProperty().subscribe(working -> content.setOpacity(working ? 0.45 : 1));
        words.languageProperty().subscribe(() -> show(model.answerProperty().get()));
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label said = new Label();
        said.textProperty().bind(words.of("planner.working"));
        Button stop = parts.button("planner.stop", model::stop);
        HBox box = new HBox(said, bar, stop);
        box.getStyleClass().add("plan-head");
        box.visibleProperty().bind(model.workingProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void show(PurchaseModel.Answer answer) {
        content.getChildren().clear();
        switch (answer) {
            case PurchaseModel.Answer.Missing(Text what) -> add(PlanParts.sentence(words.now(what), "muted"));
            case PurchaseModel.Answer.Made made -> show(made);
        }
    }

    private void show(PurchaseModel.Answer.Made made) {
        PurchasePlan plan = made.plan();
        DayNightPlan turns = made.planned().turns();
        if (turns != null) {
            show(turns);
        }
        showAtOnce(made, plan);
        if (made.planned().isPossible() && !made.planned().pool().models().isEmpty()) {
            add(buttons());
        }
    }

    /** Everything at once. */
    private void showAtOnce(PurchaseModel.Answer.Made made, PurchasePlan plan) {
        List<Text> sentences = PlanSentences.of(plan);
        if (plan.impossible() != null) {
            Label why = PlanParts.sentence(words.now(sentences.getFirst()), "danger", "plan-sentence");
            add(PlanParts.sentence(words.now("planner.impossible"), "badge", "danger"));
            add(why);
            add(compared);
            return;
        }
        boolean sure = plan.proven() && plan.placed();
        if (!plan.models().isEmpty()) {
            add(PlanParts.sentence(
                    words.now(sure ? "planner.proven" : "planner.notProven"), "badge", sure ? "success" : "warning"));
        }
        for (int i = 0; i < sentences.size(); i++) {
            add(PlanParts.sentence(
                    words.now(sentences.get(i)), i < plan.models().size() ? "plan-sentence" : "label"));
        }
        made.notes().forEach(note -> add(PlanParts.sentence(words.now(note), "muted")));
        if (!plan.models().isEmpty()) {
            spare(plan).forEach(text -> add(PlanParts.sentence(words.now(text), "label")));
            add(totals(plan));
            add(compared);
            PurchaseModel.Here here = made.here();
            if (here != null) {
                add(section("planner.beside", here(here)));
            }
            add(taxes(plan));
            add(section("planner.layouts", new PlannedLayouts(plan, words)));
            add(served(plan));
        }
    }

    /** What fits on the GPUs that are here, and where. */
    private Node here(PurchaseModel.Here here) {
        VBox box = new VBox();
        here.said().forEach(text -> box.getChildren().add(PlanParts.sentence(words.now(text), "label")));
        Map<String, List<String>> byGpu = new LinkedHashMap<>();
        Naming naming = Naming.of(desk.document().scenario().fleet());
        here.spots()
                .forEach(spot -> byGpu.computeIfAbsent(naming.gpu(spot.gpu()), _ -> new ArrayList<>())
                        .add(spot.placement().profile().name() + "@"
                                + spot.placement().start()));
        byGpu.entrySet().stream()
                .limit(MOST_LAYOUTS)
                .map(entry -> words.now("plan.beside.spot", entry.getKey(), String.join(" ", entry.getValue())))
                .forEach(text -> box.getChildren().add(PlanParts.sentence(text, "muted")));
        if (byGpu.size() > MOST_LAYOUTS) {
            box.getChildren().add(PlanParts.sentence(words.now("planner.more", byGpu.size() - MOST_LAYOUTS), "muted"));
        }
        return box;
    }

    /** One pool that changes over between day and night, before the plan that does not. */
    private void show(DayNightPlan turns) {
        List<Text> sentences = PlanSentences.of(turns);
        add(parts.title("planner.turns"));
        if (!turns.isPossible()) {
            add(PlanParts.sentence(words.now(sentences.getFirst()), "danger", "plan-sentence"));
        } else {
            boolean sure = turns.day().proven() && turns.day().placed();
            add(PlanParts.sentence(
                    words.now(sure ? "planner.proven" : "planner.notProven"), "badge", sure ? "success" : "warning"));
            for (int i = 0; i < sentences.size(); i++) {
                add(PlanParts.sentence(words.now(sentences.get(i)), i == 0 ? "plan-sentence" : "label"));
            }
            add(section("plan.turns.day", new PlannedLayouts(turns.day(), words)));
            add(section("plan.turns.night", new PlannedLayouts(turns.night(), words)));
        }
        add(parts.title("planner.atOnce"));
    }

    private void add(Node node) {
        content.getChildren().add(node);
    }

    /** GPUs that are there and that the plan does not need. */
    private static List<Text> spare(PurchasePlan plan) {
        List<Text> said = new ArrayList<>();
        for (ModelPlan one : plan.models()) {
            int have = one.offer().have();
            if (have > one.gpus()) {
                said.add(Text.of(
                        "planner.note.spare",
                        have - one.gpus(),
                        have,
                        one.offer().model().shortName()));
            }
        }
        return said;
    }

    private Node totals(PurchasePlan plan) {
        PurchasePlan.Totals total = plan.total();
        FlowPane tiles = new FlowPane();
        tiles.getStyleClass().add("plan-tiles");
        tile(tiles, "planner.total.gpus", words.now("plan.value", total.gpus()));
        if (total.installed() != total.gpus()) {
            tile(tiles, "planner.total.installed", words.now("plan.value", total.installed()));
        }
        if (total.bought() != total.installed()) {
            tile(tiles, "planner.total.bought", words.now("plan.value", total.bought()));
        }
        if (total.hosts() != null) {
            tile(tiles, "planner.total.hosts", words.now("plan.value", total.hosts()));
        }
        BigDecimal cost = total.cost();
        if (cost != null) {
            tile(tiles, "planner.total.cost", words.now("plan.value", PlanSentences.amount(cost)));
        }
        if (total.watts() != null) {
            tile(tiles, "planner.total.watts", words.now("plan.watts", total.watts()));
        }
        return tiles;
    }

    private void tile(FlowPane tiles, String key, String value) {
        Label name = PlanParts.sentence(words.now(key), "caption");
        Label number = new Label(value);
        number.getStyleClass().addAll("figure-value", "small");
        tiles.getChildren().add(new VBox(number, name));
    }

    /** The same demand in GPUs, from what would be enough if they could be divided at will to what is installed. */
    private Node taxes(PurchasePlan plan) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-bars");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setMinWidth(80);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, bars, values);
        double most = Math.max(plan.total().installed(), plan.taxes().legal());
        bar(grid, "planner.tax.divisible", plan.taxes().divisible(), most, 1);
        bar(grid, "planner.tax.rounded", plan.taxes().rounded(), most, 1);
        bar(grid, "planner.tax.legal", (double) plan.taxes().legal(), most, 0);
        if (plan.total().installed() != plan.taxes().legal()) {
            bar(grid, "planner.tax.installed", (double) plan.total().installed(), most, 0);
        }
        return section("planner.taxes", grid);
    }

    private void bar(GridPane grid, String key, double value, double most, int decimals) {
        int row = grid.getRowCount();
        Label name = new Label(words.now(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label number = new Label(words.now("plan.value", PlanParts.rounded(value, decimals)));
        number.getStyleClass().add("number");
        ProgressBar bar = new ProgressBar(most > 0 ? value / most : 0);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("plan-bar");
        bar.setAccessibleText(name.getText() + " " + number.getText());
        grid.addRow(row, name, bar, number);
    }

    private Node section(String key, Node body) {
        VBox box = new VBox(parts.title(key), body);
        box.getStyleClass().add("plan-section");
        return box;
    }

    private Node served(PurchasePlan plan) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-served");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(34);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints by = new ColumnConstraints();
        by.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, counts, by);
        for (ServedLine line : plan.demands().stream().limit(MOST_LINES).toList()) {
            Label count = new Label(words.now("plan.value", line.line().count()));
            count.getStyleClass().add("number");
            boolean all = line.servedCount() >= line.line().count();
            grid.addRow(
                    grid.getRowCount(),
                    PlanParts.sentence(line.line().name(), "label"),
                    count,
                    PlanParts.sentence(by(line), all ? "muted" : "warning"));
        }
        VBox box = new VBox(grid);
        if (plan.demands().size() > MOST_LINES) {
            box.getChildren()
                    .add(PlanParts.sentence(
                            words.now("planner.more", plan.demands().size() - MOST_LINES), "muted"));
        }
        return section("planner.served", box);
    }

    private String by(ServedLine line) {
        String by = line.served().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> words.now(
                        "planner.served.by",
                        entry.getValue(),
                        line.profiles().get(entry.getKey()) == null
                                ? Numbers.NONE
                                : line.profiles().get(entry.getKey()).name(),
                        name(entry.getKey())))
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? Numbers.NONE : by;
    }

    private String name(String id) {
        return model.input().offers().stream()
                .filter(offer -> offer.model().id().equals(id))
                .map(offer -> offer.model().shortName())
                .findFirst()
                .orElse(id);
    }

    private Node buttons() {
        Button scenario = parts.button("planner.toScenario", onward::openScenario);
        scenario.getStyleClass().add("primary");
        MenuButton commands = new MenuButton();
        commands.textProperty().bind(words.of("planner.commands"));
        for (ChangeModel.Kind kind : ChangeModel.Kind.values()) {
            MenuItem item = new MenuItem();
            item.setMnemonicParsing(false);
            item.textProperty().bind(words.of(kind.title()));
            item.setOnAction(_ -> onward.copyCommands(kind));
            commands.getItems().add(item);
        }
        FlowPane buttons = new FlowPane(
                scenario,
                compared.menu(onward::compare),
                parts.button("planner.toChange", onward::change),
                commands,
                parts.button("planner.copy", onward::copyAnswer),
                parts.button("planner.save", onward::savePlan));
        buttons.getStyleClass().add("plan-ways");
        return buttons;
    }
}
