package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.plan.ServerSizes.State;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.live.sums.AskedSizes.Row;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.planning.size.SizedDemand;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Right sizes of a fleet that a server sums up, and what a replay in them comes to: worked out by the server, and said to be. */
public final class ServerSizesPane extends VBox {
    private static final int DECIMALS = 2;

    private final ServerSizes source;
    private final Words words;
    private final PlanParts parts;
    private final Consumer<PlanInput> plan;
    private final ObjectProperty<SizeRules> rules = new SimpleObjectProperty<>(this, "rules", SizeRules.USUAL);
    private final VBox answer = new VBox();
    private final FlowPane tiles = new FlowPane();
    private final TableView<Row> table = new TableView<>();
    private final Button take;

    /** @param plan opens a plan as a document of its own */
    public ServerSizesPane(ServerSizes source, Words words, Consumer<PlanInput> plan) {
        this.source = source;
        this.words = words;
        this.plan = plan;
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        answer.getStyleClass().add("plan-section");
        tiles.getStyleClass().add("plan-tiles");
        table.getStyleClass().add("sizes-table");
        table.accessibleTextProperty().bind(words.of("planner.part.sizes"));
        table.setPlaceholder(new Label());
        columns();
        VBox.setVgrow(table, Priority.ALWAYS);
        take = parts.button("sizing.server.take", this::take);
        Tooltips.on(take, () -> words.now("sizing.server.take.help"));
        FlowPane ways = new FlowPane(take);
        ways.getStyleClass().add("plan-ways");
        getChildren().addAll(question(), answer, tiles, ways, table);
        source.stateProperty().subscribe(_ -> show());
        words.languageProperty().subscribe((_, _) -> show());
    }

    private Node question() {
        FlowPane row = new FlowPane(new SizeRuleFields(rules, parts, words).all());
        Button ask = parts.button("sizing.server.ask", () -> source.ask(rules.get()));
        ask.getStyleClass().add("primary");
        Tooltips.on(ask, () -> words.now("sizing.server.help"));
        Button stop = parts.button("planner.stop", source::stop);
        stop.disableProperty().bind(source.stateProperty().map(state -> !(state instanceof State.Asking)));
        row.getChildren().addAll(ask, stop);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private void show() {
        answer.getChildren().clear();
        tiles.getChildren().clear();
        State state = source.stateProperty().get();
        switch (state) {
            case State.Before() -> say("sizing.server.before", "muted");
            case State.Asking() -> say("sizing.server.asking", "muted");
            case State.Failed failed -> answer.getChildren().add(PlanParts.sentence(words.now(failed.why()), "danger"));
            case State.Told told -> show(told);
        }
        if (!(state instanceof State.Told)) {
            table.getItems().clear();
        }
        take.setDisable(table.getItems().isEmpty());
    }

    private void say(String key, String style) {
        answer.getChildren().add(PlanParts.sentence(words.now(key), style));
    }

    private void show(State.Told told) {
        AskedSizes asked = told.reading().asked();
        table.getItems().setAll(asked.rows());
        if (asked.rows().isEmpty()) {
            say("sizing.server.nothing", "plan-sentence");
        } else {
            answer.getChildren()
                    .add(PlanParts.sentence(
                            words.now(
                                    "sizing.counts",
                                    count(asked, Verdict.TOO_LARGE),
                                    count(asked, Verdict.TOO_SMALL),
                                    count(asked, Verdict.FITS),
                                    count(asked, Verdict.NO_ANSWER)),
                            "plan-sentence"));
            double lost = asked.rows().stream().mapToDouble(Row::lost).sum();
            tile("sizing.server.gpus", words.now("sizing.freed.of", asked.gpusNeeded(), asked.gpus()));
            tile("sizing.lost", words.now("sizing.lost.of", new Percent(asked.lostShare()), new Decimal(lost, 1)));
        }
        answer.getChildren().add(PlanParts.sentence(words.now(told.reading().way()), "label"));
        if (!asked.unknownModels().isEmpty()) {
            answer.getChildren()
                    .add(PlanParts.sentence(words.now("sums.unknown", new Listing(asked.unknownModels())), "warning"));
        }
        say("sizing.assumption", "muted");
    }

    private static long count(AskedSizes asked, Verdict verdict) {
        return asked.sizes().stream()
                .filter(one -> one.answer().verdict() == verdict)
                .count();
    }

    private void tile(String key, String value) {
        Label number = new Label(value);
        number.getStyleClass().add("plan-sentence");
        tiles.getChildren().add(new VBox(PlanParts.sentence(words.now(key), "caption"), number));
    }

    /** What the instances need as the demand, for GPUs of the models that there are. */
    private void take() {
        if (source.stateProperty().get() instanceof State.Told told) {
            List<SizedInstance> sizes = told.reading().sizes();
            List<Offer> offers = sizes.stream()
                    .map(one -> Objects.requireNonNull(one.gpu().model()))
                    .distinct()
                    .map(model -> Offer.of(model, null))
                    .toList();
            plan.accept(PlanInput.NONE
                    .withDemand(SizedDemand.of(sizes, told.rules()))
                    .withOffers(offers));
        }
    }

    private void columns() {
        SizeColumns<Row> columns = new SizeColumns<>(table, words);
        columns.text(
                "sizing.column.instance",
                20,
                row -> SizedDemand.name(row.size().gpu(), row.size().instance()));
        columns.text(
                "sizing.column.profile",
                7,
                row -> row.size().instance().profile().name());
        columns.number("sizing.column.use", row -> percent(row.size().use().quantile()));
        columns.number(
                "sizing.column.slices", row -> decimal(row.size().answer().slices()));
        columns.number("sizing.column.gib", row -> decimal(row.size().answer().gib()));
        columns.text("sizing.column.verdict", 16, row -> words.now(SizeSentences.inShort(row.size())));
        columns.text("sizing.column.becomes", 8, row -> row.size().proposed().name());
        columns.number("sizing.column.full", row -> percent(row.fullShare()));
        columns.number("sizing.column.lost", row -> Numbers.decimal(row.lost(), 1));
    }

    private String percent(double ratio) {
        return Numbers.percent(ratio, words.language());
    }

    private static String decimal(double number) {
        return Numbers.decimal(number, DECIMALS);
    }
}
