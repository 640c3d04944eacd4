package io.slicewise.planning.alternative;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.purchase.PlanInput;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A named variant.
 *
 * @param name what it is called
 * @param layout other GPUs, or other instances on them; {@code null} for the same
 * @param demand what is wanted instead; {@code null} for the same
 * @param growth how much more of it, a ratio; {@code null} for the same
 * @param rates by the id of a model what an hour costs instead; a model that is not there costs the same
 */
public record Alternative(
        String name,
        @Nullable Fleet layout,
        @Nullable Demand demand,
        @Nullable Double growth,
        Map<String, BigDecimal> rates) {
    public Alternative {
        rates = Collections.unmodifiableMap(new TreeMap<>(rates));
        if (growth != null && !(growth >= 0)) {
            throw new IllegalArgumentException("a growth of " + growth);
        }
    }

    /** One that differs in nothing yet. */
    public static Alternative of(String name) {
        return new Alternative(name, null, null, null, Map.of());
    }

    /** In what one document differs from another; an empty demand, or no GPU, is no difference. */
    public static Alternative between(String name, Basis from, Basis to) {
        Demand demand = to.plan().demand();
        Map<String, BigDecimal> rates = new TreeMap<>();
        to.assumptions().rates().forEach((model, rate) -> {
            BigDecimal before = from.assumptions().rate(model);
            if (before == null || before.compareTo(rate) != 0) {
                rates.put(model, rate);
            }
        });
        return new Alternative(
                name,
                to.fleet().gpus().isEmpty() || to.fleet().equals(from.fleet()) ? null : to.fleet(),
                demand.lines().isEmpty() || demand.equals(from.plan().demand()) ? null : demand,
                to.plan().growth() == from.plan().growth()
                        ? null
                        : (Double) to.plan().growth(),
                rates);
    }

    /** Whether it differs in nothing. */
    public boolean isSame() {
        return layout == null && demand == null && growth == null && rates.isEmpty();
    }

    /** What it amounts to, as something that can stand by itself. */
    public Basis on(Basis basis) {
        PlanInput plan = basis.plan();
        plan = demand == null ? plan : plan.withDemand(demand);
        plan = growth == null ? plan : plan.withGrowth(growth);
        Assumptions assumptions = basis.assumptions();
        for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
            assumptions = assumptions.with(rate.getKey(), Assumed.HOURLY, rate.getValue());
        }
        return new Basis(layout == null ? basis.fleet() : layout, basis.weights(), plan, assumptions);
    }

    public Alternative withName(String newName) {
        return new Alternative(newName, layout, demand, growth, rates);
    }

    public Alternative withGrowth(@Nullable Double newGrowth) {
        return new Alternative(name, layout, demand, newGrowth, rates);
    }

    /** With another rate of a model; {@code null} for the same as in the document. */
    public Alternative withRate(String model, @Nullable BigDecimal rate) {
        Map<String, BigDecimal> changed = new TreeMap<>(rates);
        if (rate == null) {
            changed.remove(model);
        } else {
            changed.put(model, rate);
        }
        return new Alternative(name, layout, demand, growth, changed);
    }
}
