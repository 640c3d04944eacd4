package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.Set;

/** A sum of instances: one that two pods share has two series, and counts twice. */
final class SummedSeries implements Check {
    @Override
    public String id() {
        return "summed-series";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        Expr query = asked.expr();
        // a sum divided by how many it is of is an average, whatever their number
        Set<Aggregate> averaged = Places.of(Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.DIVIDE
                        && Dcgm.aggregates(binary.right(), "count").findAny().isPresent())
                .flatMap(binary -> Dcgm.aggregates(binary.left(), "sum")));
        Set<Aggregate> drawn = Places.of(GpuValuesPerInstance.drawnByEach(query));
        // of a sum that is computed with, others know whether it is right
        Set<Expr> shown = Places.of(Places.inside(query));
        return Dcgm.aggregates(query, "sum")
                .filter(sum -> Dcgm.isOverSeries(sum) && !Dcgm.isPerOwner(sum))
                .filter(sum ->
                        Dcgm.isPerInstance(sum) ? !drawn.contains(sum) : isOfUtilization(sum) && shown.contains(sum))
                .filter(sum -> Exprs.all(sum, Selector.class).findAny().isPresent() && Dcgm.isAllDcgm(sum))
                .filter(sum -> Exprs.all(sum, Selector.class).noneMatch(Dcgm::namesOwner) && !averaged.contains(sum))
                .findFirst()
                .map(sum -> new Found(
                        Severity.WARNING,
                        sum,
                        Text.of(
                                Dcgm.isPerInstance(sum)
                                        ? "promql.check.summed-series"
                                        : "promql.check.summedUtilization"),
                        Once.of(sum).map(better -> Repairs.replaced(query, sum, better))));
    }

    /** Whether it adds up the utilization of instances as it was reported. */
    private static boolean isOfUtilization(Aggregate sum) {
        return sum.expr() instanceof Selector selector && Dcgm.isUtilization(selector);
    }
}
