package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Series taken once for what they are of, however many the exporter writes for it. */
final class Once {
    private Once() {}

    /**
     * An aggregation in which each GPU counts once, or each instance where its series are those of instances; with what
     * it is grouped by. Empty where that is said by what is left out.
     */
    static Optional<Expr> of(Aggregate aggregate) {
        Grouping grouping = aggregate.grouping();
        if (grouping != null && !grouping.isBy()) {
            return Optional.empty();
        }
        Names names = Exprs.all(aggregate, Selector.class)
                .filter(Dcgm::isDcgm)
                .findFirst()
                .map(Repairs::names)
                .orElse(Names.DCGM);
        boolean ofGpus = Exprs.all(aggregate, Selector.class).allMatch(Dcgm::isOfTheGpu)
                && !(aggregate.op().equals("count") && tellsInstances(aggregate, names));
        Set<String> each = new LinkedHashSet<>();
        each.add(names.uuid());
        if (!ofGpus) {
            each.add(names.instance());
        }
        List<String> by = grouping == null ? List.of() : grouping.labels();
        each.addAll(by);
        String op = aggregate.op().equals("count") ? "group" : "max";
        Expr once = new Aggregate(op, new Grouping(true, new ArrayList<>(each)), null, aggregate.expr());
        boolean isDone = op.equals("max") && by.containsAll(each);
        return Optional.of(isDone ? once : new Aggregate(aggregate.op(), grouping, null, once));
    }

    /** Whether it is by labels in which instances of one GPU differ, or of such a label: then instances are counted. */
    private static boolean tellsInstances(Aggregate aggregate, Names names) {
        Grouping grouping = aggregate.grouping();
        Stream<String> by = grouping == null ? Stream.empty() : grouping.labels().stream();
        Stream<String> of = Exprs.all(aggregate, Selector.class)
                .flatMap(selector -> selector.matchers().stream())
                .map(Matcher::label);
        return Stream.concat(by, of).anyMatch(label -> names.scope(label) == Scope.INSTANCE);
    }
}
