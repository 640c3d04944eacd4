package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Power or temperature added up or averaged over instances: the exporter repeats the GPU's for each. */
final class GpuValuesPerInstance implements Check {
    @Override
    public String id() {
        return "gpu-values-per-instance";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Dcgm.aggregates(asked.expr(), "sum", "avg")
                .filter(aggregate -> Dcgm.isOverSeries(aggregate) && !isRight(aggregate))
                .filter(aggregate -> Exprs.all(aggregate.expr(), Selector.class).anyMatch(Dcgm::isOfTheGpu))
                .findFirst()
                .map(aggregate -> ofAll(asked, aggregate))
                .or(() -> drawnByEach(asked.expr())
                        .findFirst()
                        .map(sum -> new Found(
                                Severity.WARNING, sum, Text.of("promql.check.drawnByEach"), Optional.empty())));
    }

    private static Found ofAll(Asked asked, Aggregate aggregate) {
        return new Found(
                asked.isMig() ? Severity.ERROR : Severity.WARNING,
                aggregate,
                Text.of(why(aggregate.op().equals("sum"), asked.isMig())),
                Dcgm.isAllDcgm(aggregate)
                        ? Once.of(aggregate).map(better -> Repairs.replaced(asked.expr(), aggregate, better))
                        : Optional.empty());
    }

    private static String why(boolean isSum, boolean isMig) {
        if (isSum) {
            return isMig ? "promql.check.summed" : "promql.check.summedMaybe";
        }
        return isMig ? "promql.check.averaged" : "promql.check.averagedMaybe";
    }

    /** The average of one value, however often it is repeated, is the value; a sum for each instance has it once. */
    private static boolean isRight(Aggregate aggregate) {
        return aggregate.op().equals("avg") ? Dcgm.isPerGpu(aggregate) : Dcgm.isPerInstance(aggregate);
    }

    /**
     * Sums that show for each instance what all of its GPU draws. No one knows what of it an instance draws, so that only a
     * person can tell what was meant.
     */
    static Stream<Aggregate> drawnByEach(Expr query) {
        Set<Aggregate> taken = Places.of(Dcgm.aggregates(query, "max", "min", "avg", "group", "count")
                .flatMap(outer -> Dcgm.aggregates(outer.expr(), "sum")));
        return Dcgm.aggregates(query, "sum")
                .filter(sum -> Dcgm.isOverSeries(sum) && Dcgm.isPerInstance(sum) && !taken.contains(sum))
                .filter(sum -> Exprs.all(sum, Selector.class).anyMatch(Dcgm::isDrawn));
    }
}
