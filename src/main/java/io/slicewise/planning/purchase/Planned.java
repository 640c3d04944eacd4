package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.planning.purchase.PurchasePlan.Totals;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an input, the same on a screen, in a file and on the command line.
 *
 * @param atOnce the plan that serves everything at the same time
 * @param turns the pool that changes over between day and night; {@code null} where nothing says when it is wanted
 */
public record Planned(PurchasePlan atOnce, @Nullable DayNightPlan turns) {
    /**
     * A plan with its layouts.
     *
     * @param title when it is; {@code null} where it is always
     * @param plan the plan
     */
    public record Turn(@Nullable Text title, PurchasePlan plan) {}

    /** Plans, with the parameters and errors of {@link Purchase#plan}. */
    public static Planned of(Demand demand, List<Offer> offers, PlanRules rules, List<GpuModel> known, Effort effort) {
        if (demand.hasShifts()) {
            DayNightPlan turns = Purchase.dayAndNight(demand, offers, rules, known, effort);
            return new Planned(turns.atOnce(), turns);
        }
        return new Planned(Purchase.plan(demand, offers, rules, known, effort), null);
    }

    /** Whether there is a plan that changes over; otherwise everything is served at once, if at all. */
    public boolean takesTurns() {
        return turns != null && turns.isPossible();
    }

    /** What is to be bought: the pool that changes over where there is one. Its layouts are those of the fuller turn. */
    public PurchasePlan pool() {
        return turns != null && turns.isPossible() ? pool(turns) : atOnce;
    }

    private static PurchasePlan pool(DayNightPlan turns) {
        PurchasePlan day = turns.day();
        List<ModelPlan> models = new ArrayList<>();
        for (int m = 0; m < day.models().size(); m++) {
            ModelPlan byDay = day.models().get(m);
            ModelPlan byNight = turns.night().models().get(m);
            models.add(byNight.gpus() > byDay.gpus() ? byNight : byDay);
        }
        List<ServedLine> lines = new ArrayList<>(day.demands());
        turns.night().demands().stream()
                .filter(served -> served.line().shift() == Shift.NIGHT)
                .forEach(lines::add);
        Totals total = day.total();
        long gpus = models.stream().mapToLong(ModelPlan::gpus).sum();
        return new PurchasePlan(
                day.objective(),
                day.proven(),
                day.placed(),
                new Totals(gpus, total.installed(), total.bought(), total.cost(), total.hosts(), total.watts()),
                day.lowerBound(),
                (turns.night().total().gpus() > total.gpus() ? turns.night() : day).taxes(),
                models,
                lines,
                null);
    }

    public boolean isPossible() {
        return pool().impossible() == null;
    }

    /** The answer in sentences: how many, why not fewer, and whether that is proven. */
    public List<Text> sentences() {
        return turns != null && (turns.isPossible() || atOnce.impossible() != null)
                ? PlanSentences.of(turns)
                : PlanSentences.of(atOnce);
    }

    /** Each plan whose layouts are in use at some time. */
    public List<Turn> parts() {
        return turns != null && turns.isPossible()
                ? List.of(
                        new Turn(Text.of("plan.turns.day"), turns.day()),
                        new Turn(Text.of("plan.turns.night"), turns.night()))
                : List.of(new Turn(null, atOnce));
    }
}
