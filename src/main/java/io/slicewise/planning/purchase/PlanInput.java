package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.program.Effort;
import io.slicewise.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is made from. What comes of it is not in it: that is computed anew.
 *
 * @param demand what is wanted, before it grows
 * @param growth how much more of everything is wanted, a ratio: 0.5 is half as much again
 * @param offers what is offered, which may be nothing yet
 * @param rules what must be kept
 */
public record PlanInput(Demand demand, double growth, List<Offer> offers, PlanRules rules) {
    /** Nothing wanted, nothing offered. */
    public static final PlanInput NONE = new PlanInput(new Demand(List.of()), 0, List.of(), PlanRules.NONE);

    public PlanInput {
        offers = List.copyOf(offers);
        if (!(growth >= 0)) {
            throw new IllegalArgumentException("a growth of " + growth);
        }
    }

    /** What is wanted after the growth. */
    public Demand grown() {
        return growth == 0 ? demand : demand.grown(growth);
    }

    /** What has to be said before anything can be planned; {@code null} where nothing has. */
    public @Nullable Text missing() {
        if (demand.lines().isEmpty()) {
            return Text.of("plan.missing.demand");
        }
        if (offers.isEmpty()) {
            return Text.of("plan.missing.offer");
        }
        long priced = offers.stream().filter(offer -> offer.unitPrice() != null).count();
        if (priced > 0 && priced < offers.size()) {
            return Text.of("plan.missing.prices");
        }
        if (rules.budget() != null && priced == 0) {
            return Text.of("plan.missing.budget");
        }
        if (rules.watts() != null && offers.stream().anyMatch(offer -> offer.watts() == null)) {
            return Text.of("plan.missing.watts");
        }
        double grown = demand.count() * (1 + growth);
        boolean isTooMany =
                demand.lines().stream().anyMatch(line -> Math.ceil(line.count() * (1 + growth)) > DemandLine.MOST);
        return isTooMany || grown > Integer.MAX_VALUE ? Text.of("plan.usage.tooMany", grown) : null;
    }

    /**
     * What comes of it.
     *
     * @param known all models, to say which would do where none of those offered does
     * @return {@code null} where something has to be said before, or numbers are too large to be counted exactly
     */
    public @Nullable Planned planned(List<GpuModel> known, Effort effort) {
        if (missing() != null) {
            return null;
        }
        try {
            return Planned.of(grown(), offers, rules, known, effort);
        } catch (ArithmeticException _) {
            return null;
        }
    }

    public PlanInput withDemand(Demand newDemand) {
        return new PlanInput(newDemand, growth, offers, rules);
    }

    public PlanInput withGrowth(double newGrowth) {
        return new PlanInput(demand, newGrowth, offers, rules);
    }

    public PlanInput withOffers(List<Offer> newOffers) {
        return new PlanInput(demand, growth, newOffers, rules);
    }

    public PlanInput withRules(PlanRules newRules) {
        return new PlanInput(demand, growth, offers, newRules);
    }
}
