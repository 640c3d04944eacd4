package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

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
                .map(aggregate -> new Found(
                        Severity.ERROR,
                        aggregate,
                        Text.of(aggregate.op().equals("sum") ? "promql.check.summed" : "promql.check.averaged"),
                        Dcgm.isAllDcgm(aggregate)
                                ? Once.of(aggregate).map(better -> Repairs.replaced(asked.expr(), aggregate, better))
                                : Optional.empty()));
    }

    /** The average of one value, however often it is repeated, is the value; a sum for each instance has it once. */
    private static boolean isRight(Aggregate aggregate) {
        return aggregate.op().equals("avg") ? Dcgm.isPerGpu(aggregate) : Dcgm.isPerInstance(aggregate);
    }
}
