package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.Set;

/** A sum for each instance: one that two pods share has two series, and counts twice. */
final class SummedSeries implements Check {
    @Override
    public String id() {
        return "summed-series";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        // a sum divided by how many it is of is an average, whatever their number
        Set<Aggregate> averaged = Places.of(Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> binary.op() == Op.DIVIDE
                        && Dcgm.aggregates(binary.right(), "count").findAny().isPresent())
                .flatMap(binary -> Dcgm.aggregates(binary.left(), "sum")));
        return Dcgm.aggregates(asked.expr(), "sum")
                .filter(sum -> Dcgm.isOverSeries(sum) && Dcgm.isPerInstance(sum) && !Dcgm.isPerOwner(sum))
                .filter(sum -> Exprs.all(sum, Selector.class).findAny().isPresent() && Dcgm.isAllDcgm(sum))
                .filter(sum -> Exprs.all(sum, Selector.class).noneMatch(Dcgm::namesOwner) && !averaged.contains(sum))
                .findFirst()
                .map(sum -> new Found(
                        Severity.WARNING,
                        sum,
                        Text.of("promql.check.summed-series"),
                        Once.of(sum).map(better -> Repairs.replaced(asked.expr(), sum, better))));
    }
}
