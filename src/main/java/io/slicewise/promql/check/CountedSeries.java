package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Series counted as GPUs or instances: an instance with two pods has two. Where only matters whether something is there,
 * the number may be any.
 */
final class CountedSeries implements Check {
    @Override
    public String id() {
        return "counted-series";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        Set<Expr> presence = Places.ofPresence(asked.expr());
        return Dcgm.aggregates(asked.expr(), "count")
                .filter(count -> Dcgm.isOverSeries(count) && !Dcgm.isPerInstance(count) && !presence.contains(count))
                .filter(CountedSeries::isOfDcgm)
                .findFirst()
                .map(count -> new Found(
                        Severity.WARNING,
                        count,
                        Text.of("promql.check.counted-series"),
                        repaired(asked.expr(), presence)));
    }

    /** Series that are joined with those of others are theirs: what is counted are pods, or nodes. */
    private static boolean isOfDcgm(Aggregate aggregate) {
        return Exprs.all(aggregate, Selector.class).findAny().isPresent() && Dcgm.isAllDcgm(aggregate);
    }

    /** With all counts of series, and the sums that a ratio has on its other side: both sides are taken alike. */
    private static Optional<Expr> repaired(Expr query, Set<Expr> presence) {
        Set<Aggregate> sums = Places.of(Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.DIVIDE
                        && Dcgm.aggregates(binary, "count").findAny().isPresent())
                .flatMap(binary -> Dcgm.aggregates(binary, "sum")));
        List<Aggregate> all = Dcgm.aggregates(query, "count", "sum")
                .filter(one -> Dcgm.isOverSeries(one) && !presence.contains(one))
                .filter(one -> one.op().equals("sum") ? sums.contains(one) : !Dcgm.isPerInstance(one))
                .filter(CountedSeries::isOfDcgm)
                .toList();
        boolean isSure = all.stream().allMatch(one -> Once.of(one).isPresent());
        return isSure
                ? Optional.of(Places.replaced(
                        query, all, one -> Once.of((Aggregate) one).orElse(one)))
                : Optional.empty();
    }
}
