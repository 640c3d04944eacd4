package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.change.Turnover;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PurchasePlan.Objective;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Plans a purchase: the fewest GPUs where nothing has a price, the least money otherwise. */
public final class Purchase {
    private final Demand demand;
    private final List<Offer> offers;
    private final PlanRules rules;
    private final Effort effort;
    private final Wanted wanted;
    private final Money money;
    private final boolean priced;

    private Purchase(Demand demand, List<Offer> offers, PlanRules rules, Effort effort) {
        this.demand = demand;
        this.offers = offers;
        this.rules = rules;
        this.effort = effort;
        this.wanted = Wanted.of(demand, offers, rules.teamOwn());
        this.money = Money.of(offers, rules.budget());
        this.priced = offers.stream().allMatch(offer -> offer.unitPrice() != null);
    }

    /**
     * Plans.
     *
     * @param demand what is wanted
     * @param offers what can be bought, at least one; with prices for all of them or for none, and for a cap on watts with those
     * @param rules what must be kept; a budget needs prices
     * @param known all models, to say which would do where none of those offered does
     * @param effort how long to search
     * @throws ArithmeticException where prices times numbers go beyond what can be counted exactly
     */
    public static PurchasePlan plan(
            Demand demand, List<Offer> offers, PlanRules rules, List<GpuModel> known, Effort effort) {
        for (DemandLine line : demand.lines()) {
            if (line.count() > 0 && Wanted.serving(line, offers).stream().allMatch(Objects::isNull)) {
                return nothing(objective(offers), Unservable.why(line, offers, known));
            }
        }
        return new Purchase(demand, offers, rules, effort).plan();
    }

    /**
     * Plans for a demand of which some is wanted by day only and some by night only: one pool that changes over twice a day,
     * and one that does not.
     *
     * <p>Parameters as those of {@link #plan}. Example: 28 of 1g and 4 of 2g by day, 5 of 7g by night: 6 GPUs with two layouts
     * each, 11 with one.
     */
    public static DayNightPlan dayAndNight(
            Demand demand, List<Offer> offers, PlanRules rules, List<GpuModel> known, Effort effort) {
        PurchasePlan atOnce = plan(demand, offers, rules, known, effort);
        for (DemandLine line : demand.lines()) {
            if (line.count() > 0 && Wanted.serving(line, offers).stream().allMatch(Objects::isNull)) {
                return new DayNightPlan(atOnce, atOnce, atOnce, Turnover.NONE, Turnover.NONE);
            }
        }
        return new Purchase(demand, offers, rules, effort).changing(atOnce);
    }

    private DayNightPlan changing(PurchasePlan atOnce) {
        Objective objective = priced ? Objective.COST : Objective.GPUS;
        PurchaseProgram.Limits limits = new PurchaseProgram.Limits(
                new long[offers.size()],
                priced ? prices() : perUnit(Offer::perHost),
                false,
                rules.spareHost(),
                true,
                caps(true, true));
        PurchaseProgram.Solved solved = new PurchaseProgram(wanted, limits).solve(effort);
        if (solved == null || solved.isNothing()) {
            PurchasePlan nothing =
                    nothing(objective, Text.of("plan.impossible." + (solved == null ? "most" : "stopped")));
            return new DayNightPlan(nothing, nothing, atOnce, Turnover.NONE, Turnover.NONE);
        }
        PurchasePlan day = turn(objective, solved, Shift.DAY);
        PurchasePlan night = turn(objective, solved, Shift.NIGHT);
        return new DayNightPlan(day, night, atOnce, turnover(day, night), turnover(night, day));
    }

    private PurchasePlan turn(Objective objective, PurchaseProgram.Solved solved, Shift turn) {
        return new Answer(wanted, demand, money)
                .plan(objective, solved, PurchaseProgram.TURNS.indexOf(turn), true)
                .withLines(line -> line.shift().isIn(turn));
    }

    private static Turnover turnover(PurchasePlan from, PurchasePlan to) {
        Turnover all = Turnover.NONE;
        for (int m = 0; m < from.models().size(); m++) {
            all = all.plus(Turnover.between(
                    from.models().get(m).layouts(), to.models().get(m).layouts()));
        }
        return all;
    }

    private static Objective objective(List<Offer> offers) {
        return offers.stream().allMatch(offer -> offer.unitPrice() != null) ? Objective.COST : Objective.GPUS;
    }

    private PurchasePlan plan() {
        Objective objective = priced ? Objective.COST : Objective.GPUS;
        long[] costs = priced ? prices() : perUnit(offer -> offer.perHost());
        PurchaseProgram.Solved all = solve(new long[offers.size()], costs, false, caps(true, true));
        if (all != null && !all.isNothing()) {
            return new Answer(wanted, demand, money).plan(objective, all, 0, rules.spareHost());
        }
        if (all != null && effort.cancel().isCancelled()) {
            return nothing(objective, Text.of("plan.impossible.stopped"));
        }
        if (rules.budget() != null && demand.hasValues()) {
            return ofMostValue(costs);
        }
        return nothing(objective, all == null ? why(costs) : Text.of("plan.impossible.stopped"));
    }

    /** What is worth the most within the budget, and of plans that serve as much the cheapest. */
    private PurchasePlan ofMostValue(long[] costs) {
        long[] none = new long[offers.size()];
        PurchaseProgram.Solved most = solve(none, none, true, caps(true, true));
        if (most == null || most.isNothing()) {
            return nothing(Objective.VALUE, Text.of("plan.impossible.stopped"));
        }
        List<Wanted.Group> served = new ArrayList<>();
        for (int g = 0; g < wanted.groups().size(); g++) {
            Wanted.Group group = wanted.groups().get(g);
            long count = Arrays.stream(most.served().getFirst()[g]).sum();
            served.add(group.withCount((int) count));
        }
        Wanted less = new Wanted(offers, wanted.rows(), wanted.teams(), served);
        PurchaseProgram.Solved cheapest = new PurchaseProgram(
                        less,
                        new PurchaseProgram.Limits(none, costs, false, rules.spareHost(), false, caps(true, true)))
                .solve(effort);
        PurchaseProgram.Solved shown = cheapest == null || cheapest.isNothing() ? most : cheapest;
        return new Answer(less, demand, money)
                .plan(
                        Objective.VALUE,
                        new PurchaseProgram.Solved(shown.served(), shown.units(), most.cost(), most.bound()),
                        0,
                        rules.spareHost());
    }

    private PurchaseProgram.@Nullable Solved solve(
            long[] unitCosts, long[] boughtCosts, boolean valueCounts, List<PurchaseProgram.Cap> caps) {
        PurchaseProgram.Limits limits =
                new PurchaseProgram.Limits(unitCosts, boughtCosts, valueCounts, rules.spareHost(), false, caps);
        return new PurchaseProgram(wanted, limits).solve(effort);
    }

    private long[] prices() {
        return perUnit(offer -> money.parts(offer.unitPrice()));
    }

    private long[] watts() {
        return perUnit(offer ->
                (long) offer.perHost() * Optional.ofNullable(offer.watts()).orElse(0));
    }

    private long[] perUnit(ToLongFunction<Offer> each) {
        return offers.stream().mapToLong(each).toArray();
    }

    private List<PurchaseProgram.Cap> caps(boolean ofMoney, boolean ofWatts) {
        List<PurchaseProgram.Cap> caps = new ArrayList<>();
        if (ofMoney && rules.budget() != null) {
            caps.add(new PurchaseProgram.Cap(prices(), true, money.parts(rules.budget())));
        }
        if (ofWatts && rules.watts() != null) {
            caps.add(new PurchaseProgram.Cap(watts(), false, rules.watts()));
        }
        return caps;
    }

    /** Which limit is in the way, and what would be enough. */
    private Text why(long[] costs) {
        long[] none = new long[offers.size()];
        Long cap = rules.watts();
        if (cap != null) {
            PurchaseProgram.Solved least = solve(watts(), none, false, List.of());
            if (least != null && least.bound() > cap) {
                return Text.of("plan.impossible.watts", cap, least.bound());
            }
        }
        BigDecimal budget = rules.budget();
        if (budget != null) {
            PurchaseProgram.Solved least = solve(none, costs, false, caps(false, true));
            if (least != null) {
                return Text.of(
                        "plan.impossible.budget",
                        PlanSentences.amount(budget),
                        PlanSentences.amount(money.money(least.bound())));
            }
        }
        return Text.of("plan.impossible.most");
    }

    private static PurchasePlan nothing(Objective objective, Text why) {
        return new PurchasePlan(
                objective,
                true,
                true,
                new PurchasePlan.Totals(0, 0, 0, null, null, null),
                new PurchasePlan.Least(null, null),
                new PurchasePlan.Taxes(Double.NaN, Double.NaN, 0),
                List.of(),
                List.of(),
                why);
    }
}
