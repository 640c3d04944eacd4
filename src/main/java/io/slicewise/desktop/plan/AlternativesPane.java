package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.mig.GpuModel;
import io.slicewise.page.AlternativeBlocks;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.alternative.Compared;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tab Alternatives: named variants side by side, and a figure over two inputs. */
final class AlternativesPane extends VBox {
    private static final int NAME = 16;
    private static final int FIELD = 6;

    private final PlanDesk desk;
    private final AlternativesModel model;
    private final Words words;
    private final PlanParts parts;
    private final FlowPane cards = new FlowPane();
    private final List<LiveField> fields = new ArrayList<>();
    private final BlockPane blocks;
    private List<List<GpuModel>> carded = List.of();

    AlternativesPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.alternatives();
        this.words = words;
        blocks = new BlockPane(words);
        parts = new PlanParts(words);
        getStyleClass().add("plan-part");
        cards.getStyleClass().add("plan-choices");
        getChildren().addAll(bar(), how(), cards, blocks, new WhatIfPane(desk, words));
        model.alternativesProperty().subscribe(this::showCards);
        model.madeProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> {
            carded = List.of();
            showCards(model.alternativesProperty().get());
            show(model.madeProperty().get());
        });
    }

    /** What a variant is, said as long as there is none. */
    private Node how() {
        Label how = PlanParts.sentence("", "muted");
        how.textProperty().bind(words.of("alternatives.how"));
        how.visibleProperty().bind(model.alternativesProperty().map(List::isEmpty));
        how.managedProperty().bind(how.visibleProperty());
        cards.visibleProperty().bind(how.visibleProperty().not());
        cards.managedProperty().bind(cards.visibleProperty());
        return how;
    }

    /** Where a variant comes from, and with which one the others are compared. */
    private Node bar() {
        MenuButton add = new MenuButton();
        add.setId("alternative-add");
        add.textProperty().bind(words.of("alternatives.add"));
        add.getItems().add(new MenuItem());
        add.setOnShowing(_ -> add.getItems().setAll(sources()));
        MenuButton first = new MenuButton();
        first.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> model.firstProperty()
                                .flatMap(index -> model.alternativesProperty().map(_ -> name(index.intValue())))));
        first.getItems().add(new MenuItem());
        first.setOnShowing(_ -> first.getItems()
                .setAll(IntStream.rangeClosed(
                                0, model.alternativesProperty().get().size())
                        .mapToObj(index ->
                                item(name(index), () -> model.firstProperty().set(index)))
                        .toList()));
        FlowPane row = new FlowPane(add, parts.field(Text.of("alternatives.first"), first));
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private String name(int index) {
        List<Alternative> all = model.alternativesProperty().get();
        return index == 0 || index > all.size()
                ? desk.document().scenario().name().in(words.language())
                : all.get(index - 1).name();
    }

    private List<MenuItem> sources() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(
                words.now("alternatives.add.same"),
                () -> model.add(Alternative.of(words.now(
                        "alternatives.name", model.alternativesProperty().get().size() + 1)))));
        MovesModel.Made moves = desk.moves().madeProperty().get();
        MoveAnswer.Found found = moves == null
                ? null
                : moves.found(desk.moves().newFirstProperty().get());
        if (moves != null && found != null) {
            Scenario moved = desk.document().scenario().withFleet(moves.after(found));
            items.add(
                    item(words.now("planner.change.moves"), () -> model.add(words.now("planner.change.moves"), moved)));
        }
        for (Document other : desk.actions().documents()) {
            if (other != desk.document()) {
                items.add(item(name(other), () -> add(other)));
            }
        }
        items.add(item(words.now("planner.change.open"), () -> desk.actions().openBeside(this::add)));
        return items;
    }

    private void add(Document other) {
        model.add(name(other), other.scenario());
    }

    private String name(Document other) {
        return other.scenario().name().in(words.language());
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void showCards(List<Alternative> all) {
        List<List<GpuModel>> models = all.stream().map(this::models).toList();
        if (!models.equals(carded) || cards.getChildren().isEmpty()) {
            carded = models;
            fields.clear();
            cards.getChildren().clear();
            for (int i = 0; i < all.size(); i++) {
                cards.getChildren().add(card(i, models.get(i)));
            }
        }
        fields.forEach(LiveField::show);
    }

    /** The models whose rate can be another. */
    private List<GpuModel> models(Alternative one) {
        return one.on(desk.document().scenario().basis()).fleet().gpus().stream()
                .map(gpu -> gpu.model())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Alternative at(int index) {
        List<Alternative> all = model.alternativesProperty().get();
        return index < all.size() ? all.get(index) : Alternative.of("");
    }

    private Node card(int index, List<GpuModel> models) {
        LiveField name = field(
                () -> at(index).name(),
                typed -> {
                    model.set(index, at(index).withName(typed), "name");
                    return true;
                },
                Text.of("alternatives.expected.name"));
        name.setPrefColumnCount(NAME);
        name.accessibleTextProperty().bind(words.of("alternatives.expected.name"));
        Button remove = new Button();
        remove.setGraphic(Icon.CLOSE.node());
        remove.getStyleClass().add("quiet");
        remove.accessibleTextProperty().bind(words.of("alternatives.remove"));
        Tooltips.on(remove, () -> words.now("alternatives.remove"));
        remove.setOnAction(_ -> model.remove(index));
        HBox head = new HBox(name, remove);
        head.getStyleClass().add("plan-head");
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().add("plan-fields");
        LiveField growth = field(
                () -> growth(at(index)), typed -> takeGrowth(index, typed), Text.of("alternatives.expected.growth"));
        numbers.getChildren().add(parts.field(Text.of("planner.demand.growth"), growth));
        for (GpuModel of : models) {
            LiveField rate = field(
                    () -> Typed.plain(at(index).rates().get(of.id())),
                    typed -> takeRate(index, of, typed),
                    Text.of("money.expected.hourly"));
            numbers.getChildren().add(parts.field(Text.of("alternatives.rate", of.shortName()), rate));
        }
        VBox card = new VBox(
                head,
                numbers,
                PlanParts.sentence(differs(at(index)), "muted"),
                parts.button("alternatives.open", () -> desk.actions().open(opened(at(index)))));
        card.getStyleClass().addAll("card", "plan-card");
        return card;
    }

    private Scenario opened(Alternative alternative) {
        return model.scenario(alternative).withName(Wording.of(alternative.name()));
    }

    private LiveField field(Supplier<String> shown, Predicate<String> take, Text expected) {
        LiveField field = new LiveField(shown, take, model::settle, () -> expected, words);
        field.setPrefColumnCount(FIELD);
        field.show();
        fields.add(field);
        return field;
    }

    private static String growth(Alternative one) {
        Double growth = one.growth();
        return growth == null ? "" : Typed.shownPercent(growth) + "%";
    }

    private boolean takeGrowth(int index, String typed) {
        OptionalDouble growth = Typed.percent(typed);
        boolean fits = growth.isPresent() || typed.isBlank();
        if (fits) {
            model.set(index, at(index).withGrowth(growth.isPresent() ? (Double) growth.getAsDouble() : null), "growth");
        }
        return fits;
    }

    private boolean takeRate(int index, GpuModel of, String typed) {
        BigDecimal rate = Typed.decimal(typed);
        boolean fits = rate != null || typed.isBlank();
        if (fits) {
            model.set(index, at(index).withRate(of.id(), rate), of.id());
        }
        return fits;
    }

    /** In what a variant differs beyond what can be typed here. */
    private String differs(Alternative one) {
        return words.now(
                one.layout() != null && one.demand() != null
                        ? "alternatives.differs.both"
                        : one.layout() != null
                                ? "alternatives.differs.layout"
                                : one.demand() != null ? "alternatives.differs.demand" : "alternatives.differs.none");
    }

    /** The document is called as the window's language calls it. */
    private List<Compared> named(List<Compared> all) {
        List<Compared> named = new ArrayList<>(all);
        Compared document = named.getFirst();
        named.set(0, new Compared(name(0), document.basis(), document.outcome()));
        return named;
    }

    private void show(AlternativesModel.@Nullable Made made) {
        boolean any = made != null && made.all().size() > 1;
        blocks.setVisible(any);
        blocks.setManaged(any);
        if (made != null && any) {
            blocks.show(new AlternativeBlocks(
                            named(made.all()),
                            made.first(),
                            desk.document().scenario().assumptions().currency(),
                            Messages.in(words.language()))
                    .blocks());
        }
    }
}
