package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is offered, a card for each model, and what a plan has to keep. */
final class OffersPane extends VBox {
    private static final int FIELD = 4;
    private static final double LIST_HEIGHT = 190;
    private static final int MOST_WATTS = 999_999_999;

    private final PurchaseModel model;
    private final PlanActions actions;
    private final Words words;
    private final PlanParts parts;
    private final VBox cards = new VBox();
    private final List<LiveField> cardFields = new ArrayList<>();
    private final List<LiveField> ruleFields = new ArrayList<>();
    private final TextField find = new TextField();
    private final ListView<GpuModel> found = new ListView<>();
    private List<GpuModel> carded = List.of();

    OffersPane(PlanDesk desk, Words words) {
        this.model = desk.purchase();
        this.actions = desk.actions();
        this.words = words;
        parts = new PlanParts(words);
        getStyleClass().add("plan-column");
        cards.getStyleClass().add("plan-cards");
        getChildren().addAll(parts.title("planner.offers"), cards, finder(), parts.title("planner.rules"), rules());
        model.inputProperty().subscribe(this::show);
    }

    private Node finder() {
        find.promptTextProperty().bind(words.of("planner.offers.find"));
        find.accessibleTextProperty().bind(words.of("planner.offers.find"));
        found.setPrefHeight(LIST_HEIGHT);
        found.accessibleTextProperty().bind(words.of("planner.offers.models"));
        found.setCellFactory(_ -> new ModelCell());
        found.visibleProperty().bind(find.focusedProperty().or(found.focusedProperty()));
        found.managedProperty().bind(found.visibleProperty());
        find.textProperty().subscribe(this::list);
        find.focusedProperty().subscribe(() -> list(find.getText()));
        find.setOnAction(_ -> {
            if (!found.getItems().isEmpty()) {
                offer(found.getItems().getFirst());
            }
        });
        find.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !found.getItems().isEmpty()) {
                found.requestFocus();
                found.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        found.setOnKeyPressed(event -> {
            GpuModel chosen = found.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                offer(chosen);
                event.consume();
            }
        });
        return new VBox(find, found);
    }

    private void list(String typed) {
        List<String> wanted = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        found.getItems()
                .setAll(actions.catalogue().models().stream()
                        .filter(candidate -> model.input().offers().stream()
                                .noneMatch(offer -> offer.model().equals(candidate)))
                        .filter(candidate -> {
                            String name = (candidate.name() + " " + candidate.id()).toLowerCase(Locale.ROOT);
                            return wanted.stream().allMatch(name::contains);
                        })
                        .toList());
    }

    private void offer(GpuModel chosen) {
        model.addOffer(Offer.of(chosen, null));
        find.clear();
        list("");
        getParent().requestFocus();
    }

    private Node rules() {
        CheckBox spare = check("planner.rules.spare", rules -> rules.spareHost(), OffersPane::withSpare);
        CheckBox own = check("planner.rules.teamOwn", rules -> rules.teamOwn(), OffersPane::withTeams);
        LiveField budget = rule(
                () -> Typed.plain(model.input().rules().budget()),
                typed -> {
                    BigDecimal money = Typed.decimal(typed);
                    boolean fits = money != null || typed.isBlank();
                    if (fits) {
                        PlanRules now = model.input().rules();
                        set(new PlanRules(now.teamOwn(), now.spareHost(), money, now.watts()), "budget");
                    }
                    return fits;
                },
                Text.of("planner.expected.price"));
        LiveField watts = rule(
                () -> Optional.ofNullable(model.input().rules().watts())
                        .map(String::valueOf)
                        .orElse(""),
                this::takeWatts,
                Text.of("planner.expected.watts"));
        FlowPane limits = new FlowPane(
                parts.field(Text.of("planner.rules.budget"), budget),
                parts.field(Text.of("planner.rules.watts"), watts));
        limits.getStyleClass().add("plan-fields");
        VBox box = new VBox(spare, own, bySms(), limits);
        box.getStyleClass().add("plan-cards");
        return box;
    }

    /** What a share is a share of; there only where one is wanted. */
    private Node bySms() {
        CheckBox box = new CheckBox();
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.textProperty().bind(words.of("planner.rules.bySms"));
        Tooltips.on(box, () -> words.now("planner.rules.bySms.help"));
        model.inputProperty().subscribe(input -> {
            box.setSelected(input.demand().isBySms());
            box.setVisible(input.demand().lines().stream().anyMatch(line -> line.need() instanceof Need.PartOfGpu));
            box.setManaged(box.isVisible());
        });
        box.setOnAction(_ ->
                model.edit(model.input().withDemand(model.input().demand().withShares(box.isSelected())), null));
        return box;
    }

    private boolean takeWatts(String typed) {
        OptionalInt watts = Typed.whole(typed, 1, MOST_WATTS);
        boolean fits = watts.isPresent() || typed.isBlank();
        if (fits) {
            PlanRules now = model.input().rules();
            Long cap = watts.isPresent() ? (Long) (long) watts.getAsInt() : null;
            set(new PlanRules(now.teamOwn(), now.spareHost(), now.budget(), cap), "watts");
        }
        return fits;
    }

    private static PlanRules withSpare(PlanRules now, boolean spare) {
        return new PlanRules(now.teamOwn(), spare, now.budget(), now.watts());
    }

    private static PlanRules withTeams(PlanRules now, boolean own) {
        return new PlanRules(own, now.spareHost(), now.budget(), now.watts());
    }

    private interface Switch {
        PlanRules with(PlanRules now, boolean on);
    }

    private CheckBox check(String key, Predicate<PlanRules> is, Switch change) {
        CheckBox box = new CheckBox();
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.textProperty().bind(words.of(key));
        model.inputProperty().subscribe(input -> box.setSelected(is.test(input.rules())));
        box.setOnAction(_ -> set(change.with(model.input().rules(), box.isSelected()), null));
        return box;
    }

    private void set(PlanRules rules, @Nullable Object key) {
        model.edit(model.input().withRules(rules), key);
    }

    private LiveField rule(Supplier<String> shown, Predicate<String> take, Text expected) {
        LiveField field = new LiveField(shown, take, model::settle, () -> expected, words);
        field.setPrefColumnCount(FIELD + 3);
        field.getStyleClass().add("number");
        ruleFields.add(field);
        return field;
    }

    private void show(PlanInput input) {
        List<GpuModel> models = input.offers().stream().map(Offer::model).toList();
        if (models.equals(carded)) {
            cardFields.forEach(LiveField::show);
        } else {
            carded = models;
            cardFields.clear();
            cards.getChildren().clear();
            for (int i = 0; i < models.size(); i++) {
                cards.getChildren().add(card(i, models.get(i)));
            }
        }
        ruleFields.forEach(LiveField::show);
    }

    private Node card(int index, GpuModel offered) {
        Label name = PlanParts.sentence(offered.shortName(), "figure-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button();
        remove.setGraphic(Icon.CLOSE.node());
        remove.getStyleClass().add("quiet");
        remove.accessibleTextProperty().bind(words.of("planner.offer.remove", offered.shortName()));
        Tooltips.on(remove, () -> words.now("planner.offer.remove", offered.shortName()));
        remove.setOnAction(_ -> model.removeOffer(index));
        HBox head = new HBox(name, remove);
        head.getStyleClass().add("plan-head");
        FlowPane fields = new FlowPane();
        fields.getStyleClass().add("plan-fields");
        for (OfferFields kind : OfferFields.values()) {
            LiveField field = new LiveField(
                    () -> index < model.input().offers().size()
                            ? kind.shown(model.input().offers().get(index))
                            : "",
                    typed -> kind.typed(model.input().offers().get(index), typed)
                            .map(offer -> {
                                model.setOffer(index, offer, kind);
                                return true;
                            })
                            .orElse(false),
                    model::settle,
                    kind::expected,
                    words);
            field.setPrefColumnCount(FIELD);
            field.getStyleClass().add("number");
            field.show();
            cardFields.add(field);
            fields.getChildren().add(parts.field(kind.title(), field));
        }
        VBox card = new VBox(head, fields);
        card.getStyleClass().addAll("card", "plan-card");
        return card;
    }

    /** A model that can be offered: a click does. */
    private final class ModelCell extends ListCell<GpuModel> {
        ModelCell() {
            setOnMousePressed(_ -> {
                GpuModel chosen = getItem();
                if (chosen != null) {
                    offer(chosen);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable GpuModel shown, boolean empty) {
            super.updateItem(shown, empty);
            setText(empty || shown == null ? null : shown.shortName());
        }
    }
}
