package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.query.Figure;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the query that was meant.
 *
 * @param hardware what weighs how much
 */
record Repairs(Hardware hardware) {
    /** Labels of which the repaired query takes care itself. */
    private static final Set<String> OWN = Set.of("__name__", "gpu_i_profile", "gpu_i_id", "modelname");

    /** A figure of the same series, grouped as the query groups, under the names that it uses. */
    Optional<Expr> figure(Figure figure, Expr query) {
        Optional<Selector> first = Dcgm.utilizations(query).findFirst();
        return first.map(selector -> {
            Names names = names(selector);
            Plan plan = Plan.of(hardware).withNames(names);
            for (Matcher matcher : selector.matchers()) {
                if (!OWN.contains(matcher.label().toLowerCase(Locale.ROOT))) {
                    plan = plan.and(new Filter(matcher, names.scope(matcher.label())));
                }
            }
            return FigureQueries.of(plan)
                    .query(figure, new Level("check", grouping(query)))
                    .expr();
        });
    }

    static Names names(Selector selector) {
        String metric = Dcgm.metric(selector);
        boolean isNew = metric.toLowerCase(Locale.ROOT).contains("util_ratio");
        Names names = Names.DCGM.with(isNew ? Names.Metric.NEW : Names.Metric.OLD);
        return metric.equals(metric.toLowerCase(Locale.ROOT)) ? names.lowerCase() : names;
    }

    /** The labels that the outermost aggregation keeps. */
    private static List<String> grouping(Expr query) {
        return Exprs.all(query, Aggregate.class)
                .findFirst()
                .map(Aggregate::grouping)
                .filter(Grouping::isBy)
                .map(Grouping::labels)
                .orElse(List.of());
    }

    /** The query with one part of it replaced. */
    static Expr replaced(Expr query, Expr part, Expr by) {
        return Exprs.map(query, one -> one.equals(part) ? by : one);
    }
}
