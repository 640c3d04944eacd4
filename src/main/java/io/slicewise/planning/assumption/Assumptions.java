package io.slicewise.planning.assumption;

import io.slicewise.fleet.Gpu;
import io.slicewise.planning.money.CostRule;
import io.slicewise.planning.money.HourlyRate;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a planner knows about money and watts.
 *
 * @param currency what amounts are in, free text; may be empty
 * @param perKwh the price of a kWh; {@code null} where it was not said
 * @param pue what the building draws for each watt of the GPUs, at least 1
 * @param rule by what the price of a GPU is shared out
 * @param spread whether what is not allocated is spread over the rest
 * @param models by the id of the model what is known about it
 */
public record Assumptions(
        String currency,
        @Nullable BigDecimal perKwh,
        BigDecimal pue,
        CostRule rule,
        boolean spread,
        Map<String, ModelAssumptions> models) {
    /** Nothing is known. */
    public static final Assumptions NONE = new Assumptions("", null, BigDecimal.ONE, CostRule.SLICES, false, Map.of());

    public Assumptions {
        models = Collections.unmodifiableMap(new TreeMap<>(models));
        if (pue.compareTo(BigDecimal.ONE) < 0 || (perKwh != null && perKwh.signum() < 0)) {
            throw new IllegalArgumentException("PUE " + pue + ", " + perKwh + " a kWh");
        }
    }

    /** What is known about a model. */
    public ModelAssumptions of(String model) {
        return models.getOrDefault(model, ModelAssumptions.NONE);
    }

    /**
     * What an hour of a GPU costs: as it was typed, else from its purchase; {@code null} where neither is known. With watts and no
     * price of a kWh it is not known either: electricity is not for nothing.
     */
    public @Nullable BigDecimal rate(String model) {
        ModelAssumptions known = of(model);
        BigDecimal typed = known.get(Assumed.HOURLY);
        BigDecimal price = known.get(Assumed.PRICE);
        BigDecimal years = known.get(Assumed.YEARS);
        BigDecimal watts = known.get(Assumed.WATTS);
        if (typed != null) {
            return typed;
        }
        if (price == null || years == null || (watts != null && perKwh == null)) {
            return null;
        }
        return new HourlyRate(
                        price,
                        orNothing(known.get(Assumed.REST)),
                        years,
                        orNothing(watts),
                        pue,
                        orNothing(perKwh),
                        orNothing(known.get(Assumed.OTHER)))
                .amount();
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** By the id of each model with a rate what an hour costs. */
    public Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        models.keySet().forEach(model -> {
            BigDecimal rate = rate(model);
            if (rate != null) {
                rates.put(model, rate);
            }
        });
        return rates;
    }

    /** What a GPU draws with nothing to do, as the planner says; {@code NaN} for nothing. */
    public double idleOf(Gpu gpu) {
        return watts(gpu, Assumed.IDLE);
    }

    /** What a GPU draws at most, as the planner says; {@code NaN} for nothing. */
    public double maxOf(Gpu gpu) {
        return watts(gpu, Assumed.MAX);
    }

    private double watts(Gpu gpu, Assumed which) {
        return gpu.model() == null ? Double.NaN : of(gpu.model().id()).number(which);
    }

    public Assumptions withCurrency(String newCurrency) {
        return new Assumptions(newCurrency, perKwh, pue, rule, spread, models);
    }

    public Assumptions withPerKwh(@Nullable BigDecimal newPerKwh) {
        return new Assumptions(currency, newPerKwh, pue, rule, spread, models);
    }

    public Assumptions withPue(BigDecimal newPue) {
        return new Assumptions(currency, perKwh, newPue, rule, spread, models);
    }

    public Assumptions withRule(CostRule newRule) {
        return new Assumptions(currency, perKwh, pue, newRule, spread, models);
    }

    public Assumptions withSpread(boolean newSpread) {
        return new Assumptions(currency, perKwh, pue, rule, newSpread, models);
    }

    /** With another number of a model; {@code null} takes it away. */
    public Assumptions with(String model, Assumed assumed, @Nullable BigDecimal number) {
        Map<String, ModelAssumptions> changed = new TreeMap<>(models);
        ModelAssumptions one = of(model).with(assumed, number);
        if (one.numbers().isEmpty()) {
            changed.remove(model);
        } else {
            changed.put(model, one);
        }
        return new Assumptions(currency, perKwh, pue, rule, spread, changed);
    }
}
