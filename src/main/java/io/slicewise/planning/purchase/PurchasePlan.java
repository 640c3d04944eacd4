package io.slicewise.planning.purchase;

import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to buy, and why not less.
 *
 * @param objective what was made as little as possible
 * @param proven whether no plan is better
 * @param placed whether the placements of all models are known; otherwise the numbers are what is needed at least
 * @param total everything together
 * @param lowerBound what no plan can undercut
 * @param taxes what rounding and placing costs
 * @param models the models of which there are GPUs
 * @param demands who is served by what
 * @param impossible why there is no such plan; {@code null} where there is one. The numbers are then nothing
 */
public record PurchasePlan(
        Objective objective,
        boolean proven,
        boolean placed,
        Totals total,
        Least lowerBound,
        Taxes taxes,
        List<ModelPlan> models,
        List<ServedLine> demands,
        @Nullable Text impossible) {
    /** The same about some of the lines. */
    PurchasePlan withLines(Predicate<DemandLine> which) {
        List<ServedLine> lines =
                demands.stream().filter(served -> which.test(served.line())).toList();
        return new PurchasePlan(objective, proven, placed, total, lowerBound, taxes, models, lines, impossible);
    }

    /** What a plan makes as little as possible. */
    public enum Objective {
        /** The number of GPUs that are bought. */
        GPUS,
        /** What they cost. */
        COST,
        /** The value of what is not served, within a budget. */
        VALUE
    }

    /**
     * Sums over all models.
     *
     * @param gpus GPUs that are needed
     * @param installed GPUs that the plan uses: with hosts, all of their GPUs
     * @param bought those of them that are not there already
     * @param cost of what is bought; {@code null} without prices
     * @param hosts hosts; {@code null} where all GPUs are bought one by one
     * @param watts nominal ones of all that are installed; {@code null} where a model's are not known
     */
    public record Totals(
            long gpus,
            long installed,
            long bought,
            @Nullable BigDecimal cost,
            @Nullable Long hosts,
            @Nullable Long watts) {}

    /**
     * A bound.
     *
     * @param gpus no plan buys fewer; {@code null} where the number of GPUs was not what was sought
     * @param cost no plan costs less; {@code null} where the cost was not what was sought
     */
    public record Least(@Nullable Long gpus, @Nullable BigDecimal cost) {}

    /**
     * The same demand in GPUs, three times.
     *
     * @param divisible if GPUs could be divided at will
     * @param rounded if each instance takes whole slices
     * @param legal in layouts that exist
     */
    public record Taxes(double divisible, double rounded, long legal) {}

    /**
     * GPUs of one model.
     *
     * @param offer what was offered
     * @param gpus GPUs that are needed
     * @param hosts hosts with their spare one; {@code null} where the GPUs are bought one by one
     * @param installed GPUs that the plan uses
     * @param rows what each row needs, in the order of the model's rows
     * @param binding the row that says why not fewer
     * @param layouts how they are partitioned
     */
    public record ModelPlan(
            Offer offer,
            long gpus,
            @Nullable Long hosts,
            long installed,
            List<RowValue> rows,
            PackingRow binding,
            List<PackedLayout> layouts) {
        public ModelPlan {
            rows = List.copyOf(rows);
            layouts = List.copyOf(layouts);
        }
    }

    /**
     * A row and what it needs.
     *
     * @param row the row
     * @param value GPUs, not rounded
     */
    public record RowValue(PackingRow row, double value) {}

    /**
     * A line of the demand.
     *
     * @param line what was wanted
     * @param profiles what serves it, by the id of the model, of all models that can
     * @param served how many are, by the id of the model
     */
    public record ServedLine(DemandLine line, Map<String, Profile> profiles, Map<String, Integer> served) {
        public long servedCount() {
            return served.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    public PurchasePlan {
        models = List.copyOf(models);
        demands = List.copyOf(demands);
    }
}
