package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.query.Names;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Series counted as GPUs or instances: an instance with two pods has two. */
final class CountedSeries implements Check {
    @Override
    public String id() {
        return "counted-series";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        // of what is counted again only whether it is there matters: the inner count may be of any size
        Set<Aggregate> inner = Collections.newSetFromMap(new IdentityHashMap<>());
        Dcgm.aggregates(asked.expr(), "count", "group")
                .flatMap(outer -> outer.expr() instanceof Aggregate counted ? Stream.of(counted) : Stream.empty())
                .forEach(inner::add);
        return Dcgm.aggregates(asked.expr(), "count")
                .filter(Dcgm::isOverSeries)
                .filter(count -> !inner.contains(count))
                .filter(count -> Exprs.all(count, Selector.class).anyMatch(Dcgm::isDcgm))
                .findFirst()
                .map(count -> new Found(
                        count,
                        Text.of("promql.check.counted-series"),
                        once(count).map(better -> Repairs.replaced(asked.expr(), count, better))));
    }

    private static Optional<Expr> once(Aggregate count) {
        Grouping grouping = count.grouping();
        if (grouping != null && !grouping.isBy()) {
            return Optional.empty();
        }
        Names names =
                Exprs.all(count, Selector.class).findFirst().map(Repairs::names).orElse(Names.DCGM);
        Set<String> labels = new LinkedHashSet<>(List.of(names.uuid(), names.instance()));
        if (grouping != null) {
            labels.addAll(grouping.labels());
        }
        Grouping each = new Grouping(true, new ArrayList<>(labels));
        return Optional.of(new Aggregate("count", grouping, null, new Aggregate("group", each, null, count.expr())));
    }
}
