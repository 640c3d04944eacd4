package io.slicewise.document.json;

import io.slicewise.json.JsonValue;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.assumption.ModelAssumptions;
import io.slicewise.planning.money.CostRule;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a planner knows about money and watts, in a document's file. */
final class AssumptionsJson {
    private static final Set<String> FIELDS = Set.of("currency", "perKwh", "pue", "rule", "spread", "models");
    private static final Set<String> MODEL =
            Arrays.stream(Assumed.values()).map(Assumed::id).collect(Collectors.toUnmodifiableSet());
    private static final double MOST = 1e12;
    private static final double MOST_PUE = 100;

    private AssumptionsJson() {}

    /** What stands in an object; nothing where there is none. */
    static Assumptions read(JsonValue value) {
        if (value.isMissing() || !value.objectOf(FIELDS)) {
            return Assumptions.NONE;
        }
        Map<String, ModelAssumptions> models = new TreeMap<>();
        value.get("models").fields().forEach((id, model) -> {
            ModelAssumptions known = model(model);
            if (!known.numbers().isEmpty()) {
                models.put(id, known);
            }
        });
        BigDecimal pue = amount(value.get("pue"), 1, MOST_PUE);
        return new Assumptions(
                value.get("currency").string(""),
                amount(value.get("perKwh"), 0, MOST),
                pue == null ? BigDecimal.ONE : pue,
                rule(value.get("rule")),
                value.get("spread").bool(false),
                models);
    }

    private static CostRule rule(JsonValue value) {
        String id = value.string(CostRule.SLICES.id());
        return CostRule.ofId(id).orElseGet(() -> {
            List<String> known =
                    Arrays.stream(CostRule.values()).map(CostRule::id).toList();
            value.error(Text.of("scenario.file.oneOf", new Listing(known), id));
            return CostRule.SLICES;
        });
    }

    private static ModelAssumptions model(JsonValue value) {
        ModelAssumptions known = ModelAssumptions.NONE;
        if (value.objectOf(MODEL)) {
            for (Assumed assumed : Assumed.values()) {
                double least = assumed == Assumed.YEARS ? 1e-6 : 0;
                known = known.with(assumed, amount(value.get(assumed.id()), least, MOST));
            }
        }
        return known;
    }

    /** An amount of money, or another number that is kept as it is written. */
    static @Nullable BigDecimal amount(JsonValue value, double least, double most) {
        Double number = value.number(least, most);
        return number == null ? null : plain(BigDecimal.valueOf(number));
    }

    /** The same amount is written and compared the same way, whatever zeros a person typed. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static void write(Assumptions assumptions, ObjectNode root) {
        if (assumptions.equals(Assumptions.NONE)) {
            return;
        }
        ObjectNode node = root.putObject("assumptions");
        ScenarioFile.putUnlessEmpty(node, "currency", assumptions.currency());
        if (assumptions.perKwh() != null) {
            node.put("perKwh", plain(assumptions.perKwh()));
        }
        node.put("pue", plain(assumptions.pue()));
        node.put("rule", assumptions.rule().id());
        node.put("spread", assumptions.spread());
        ObjectNode models = node.putObject("models");
        assumptions.models().forEach((id, known) -> {
            ObjectNode model = models.putObject(id);
            known.numbers().forEach((assumed, number) -> model.put(assumed.id(), plain(number)));
        });
    }

    /** Rates by model. */
    static void write(Map<String, BigDecimal> rates, ObjectNode node) {
        rates.forEach((model, rate) -> node.put(model, plain(rate)));
    }

    /** Rates by model. */
    static Map<String, BigDecimal> rates(JsonValue value) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        value.fields().forEach((model, rate) -> {
            BigDecimal amount = amount(rate, 0, MOST);
            if (amount != null) {
                rates.put(model, amount);
            }
        });
        return rates;
    }
}
