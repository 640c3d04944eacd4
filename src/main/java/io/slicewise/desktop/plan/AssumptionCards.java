package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.text.Decimal;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a planner knows about each model that is there, a card each, and about electricity. */
final class AssumptionCards extends VBox {
    private static final int FIELD = 6;
    private static final int RATE_DECIMALS = 6;

    private final LedgerModel model;
    private final Words words;
    private final PlanParts parts;
    private final List<List<Assumed>> rows;
    private final VBox cards = new VBox();
    private final List<LiveField> fields = new ArrayList<>();
    private final List<LiveField> common = new ArrayList<>();
    private List<GpuModel> carded = List.of();

    /**
     * @param title the key of what stands above
     * @param rows the numbers of a model, row by row; each row but the first has a caption
     */
    AssumptionCards(LedgerModel model, String title, List<List<Assumed>> rows, boolean withCurrency, Words words) {
        this.model = model;
        this.words = words;
        this.rows = rows;
        parts = new PlanParts(words);
        getStyleClass().add("plan-column");
        cards.getStyleClass().add("plan-cards");
        Node heading = parts.title(title);
        // without a model there is nothing to head
        heading.visibleProperty().bind(Bindings.isNotEmpty(cards.getChildren()));
        heading.managedProperty().bind(heading.visibleProperty());
        cards.managedProperty().bind(heading.visibleProperty());
        getChildren().addAll(heading, cards, parts.title("money.electricity"), electricity(withCurrency));
        model.assumptionsProperty().subscribe(_ -> show());
        model.madeProperty().subscribe(_ -> show());
        words.languageProperty().subscribe((_, _) -> {
            carded = List.of();
            show();
        });
    }

    private Node electricity(boolean withCurrency) {
        FlowPane box = new FlowPane();
        box.getStyleClass().add("plan-fields");
        add(box, "perKwh", Assumptions::perKwh, _ -> true, Assumptions::withPerKwh, true);
        add(
                box,
                "pue",
                Assumptions::pue,
                number -> number.compareTo(BigDecimal.ONE) >= 0,
                (now, number) -> now.withPue(number == null ? BigDecimal.ONE : number),
                true);
        if (withCurrency) {
            LiveField currency = field(
                    () -> model.assumptionsProperty().get().currency(),
                    typed -> {
                        model.edit(model.assumptionsProperty().get().withCurrency(typed.strip()), "currency");
                        return true;
                    },
                    Text.of("money.expected.currency"),
                    common);
            box.getChildren().add(parts.field(Text.of("money.currency"), currency));
        }
        return box;
    }

    private interface Change {
        Assumptions with(Assumptions now, @Nullable BigDecimal number);
    }

    private void add(
            FlowPane box,
            String key,
            Function<Assumptions, @Nullable BigDecimal> get,
            Predicate<BigDecimal> fits,
            Change change,
            boolean mayBeEmpty) {
        LiveField field = field(
                () -> Typed.plain(get.apply(model.assumptionsProperty().get())),
                typed -> {
                    BigDecimal number = Typed.decimal(typed);
                    boolean understood = number == null ? mayBeEmpty && typed.isBlank() : fits.test(number);
                    if (understood) {
                        model.edit(change.with(model.assumptionsProperty().get(), number), key);
                    }
                    return understood;
                },
                Text.of("money.expected." + key),
                common);
        field.getStyleClass().add("number");
        box.getChildren().add(parts.field(Text.of("money." + key), field));
    }

    private LiveField field(Supplier<String> shown, Predicate<String> take, Text expected, List<LiveField> into) {
        LiveField field = new LiveField(shown, take, model::settle, () -> expected, words);
        field.setPrefColumnCount(FIELD);
        into.add(field);
        return field;
    }

    private void show() {
        List<GpuModel> models = model.models();
        if (!models.equals(carded)) {
            carded = models;
            fields.clear();
            cards.getChildren().setAll(models.stream().map(this::card).toList());
        }
        fields.forEach(LiveField::show);
        common.forEach(LiveField::show);
    }

    private Node card(GpuModel of) {
        VBox card = new VBox(PlanParts.sentence(of.shortName(), "figure-name"));
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                card.getChildren().add(PlanParts.sentence(words.now("money.purchase"), "caption"));
            }
            FlowPane box = new FlowPane();
            box.getStyleClass().add("plan-fields");
            rows.get(i).forEach(assumed -> box.getChildren().add(number(of, assumed)));
            card.getChildren().add(box);
        }
        if (rows.size() > 1) {
            card.getChildren().add(rate(of));
        }
        card.getStyleClass().addAll("card", "plan-card");
        return card;
    }

    private Node number(GpuModel of, Assumed assumed) {
        LiveField field = field(
                () -> Typed.plain(model.assumptionsProperty().get().of(of.id()).get(assumed)),
                typed -> {
                    BigDecimal number = Typed.decimal(typed);
                    boolean understood = number == null ? typed.isBlank() : assumed.canBe(number);
                    if (understood) {
                        model.set(of, assumed, number);
                    }
                    return understood;
                },
                Text.of("money.expected." + assumed.id()),
                fields);
        field.getStyleClass().add("number");
        field.setId("assumed-" + of.id() + "-" + assumed.id());
        return parts.field(Text.of("money.assumed." + assumed.id()), field);
    }

    /** What an hour costs by all that is known, or what is missing for it. */
    private Node rate(GpuModel of) {
        Label said = PlanParts.sentence("", "muted");
        said.textProperty().bind(words.of(model.assumptionsProperty().map(now -> {
            BigDecimal rate = now.rate(of.id());
            boolean needsPrice = rate == null
                    && now.of(of.id()).get(Assumed.WATTS) != null
                    && now.of(of.id()).get(Assumed.PRICE) != null
                    && now.of(of.id()).get(Assumed.YEARS) != null;
            return rate != null
                    ? Text.of("money.rate", new Decimal(rate.doubleValue(), RATE_DECIMALS))
                    : Text.of(needsPrice ? "money.rate.electricity" : "money.rate.missing");
        })));
        return said;
    }
}
