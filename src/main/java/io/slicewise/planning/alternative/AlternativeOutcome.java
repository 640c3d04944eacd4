package io.slicewise.planning.alternative;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.LabelSet;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.watts.FleetPower;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.survey.Attribute;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an alternative.
 *
 * @param gpus how many GPUs it has
 * @param figures their figures, with the readings that stand in it
 * @param month what a month of them costs, 730 hours; {@code null} where a rate or a model is not known
 * @param watts what they draw; {@code NaN} where that is not known
 * @param restarts how many instances of the first have to stop for it; {@code null} for the first itself
 * @param impossible how many of its GPUs cannot be partitioned so
 * @param plan what is to be bought; {@code null} where nothing is planned
 */
public record AlternativeOutcome(
        int gpus,
        Averages figures,
        @Nullable CostBill month,
        double watts,
        @Nullable Integer restarts,
        int impossible,
        @Nullable PurchasePlan plan) {
    /**
     * Works it out.
     *
     * @param first what restarts are counted from; {@code null} for the first itself
     * @param models where models are looked up
     */
    public static AlternativeOutcome of(Basis basis, @Nullable Basis first, List<GpuModel> models, Effort effort) {
        List<Gpu> gpus = basis.fleet().gpus();
        Assumptions assumptions = basis.assumptions();
        FleetChange change = first == null ? null : FleetChange.between(first.fleet(), basis.fleet());
        return new AlternativeOutcome(
                gpus.size(),
                Figures.of(basis.fleet(), basis.weights()).total(),
                month(gpus, assumptions),
                FleetPower.of(gpus, assumptions::idleOf, assumptions::maxOf).total(),
                change == null ? null : (Integer) (change.drained() + gone(change, first)),
                change == null ? 0 : change.impossible().size(),
                plan(basis.plan(), models, effort));
    }

    /** Instances of GPUs that the alternative does not have. */
    private static int gone(FleetChange change, @Nullable Basis first) {
        return first == null
                ? 0
                : change.unmatched().stream()
                        .filter(first.fleet().gpus()::contains)
                        .mapToInt(gpu -> gpu.instances().size())
                        .sum();
    }

    private static @Nullable CostBill month(List<Gpu> gpus, Assumptions assumptions) {
        PaidTime time =
                new PaidTime(assumptions.rates(), PaidTime.MONTH, Attribute.Field.OWNER, (_, _) -> LabelSet.EMPTY);
        return CostStatement.of(gpus, null, time, assumptions.rule(), false).bill();
    }

    private static @Nullable PurchasePlan plan(PlanInput input, List<GpuModel> models, Effort effort) {
        Planned planned = input.planned(models, effort);
        return planned == null || !planned.isPossible() ? null : planned.pool();
    }

    /** What a month costs less than another's; {@code null} where one of them is not known. */
    public @Nullable BigDecimal saves(AlternativeOutcome first) {
        return month == null || first.month == null ? null : first.month.total().subtract(month.total());
    }
}
