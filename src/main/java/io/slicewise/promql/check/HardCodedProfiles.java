package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** Profiles by their names: instances of all others are left out without a word. */
final class HardCodedProfiles implements Check {
    private static final Pattern NAME = Pattern.compile("[1-9]g\\\\*\\.\\d+gb");

    @Override
    public String id() {
        return "hard-coded-profiles";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Aggregate.class)
                .flatMap(aggregate -> Exprs.all(aggregate.expr(), Selector.class))
                .filter(selector -> Dcgm.isUtilization(selector) && namesProfiles(selector))
                .findFirst()
                .map(selector -> new Found(
                        isOfOneProfile(asked.expr()) ? Severity.INFO : Severity.WARNING,
                        selector,
                        Text.of(
                                "promql.check.hard-coded-profiles",
                                Dcgm.profile(selector).map(Matcher::value).orElse("")),
                        repaired(asked.expr(), selector, repairs)));
    }

    /** An average of all; whether a number or a sum was meant of all, only a person can tell. */
    private static Optional<Expr> repaired(Expr query, Selector selector, Repairs repairs) {
        return repairs.average(query, selector)
                .or(() -> Dcgm.aggregates(query, "avg")
                        .filter(avg -> Dcgm.isOverSeries(avg) && Places.isIn(avg, selector))
                        .findFirst()
                        .flatMap(avg -> repairs.figure(QueryFigure.WEIGHTED_AVERAGE, query, avg, avg)));
    }

    /** Whether a query is about one size throughout: then that may be what it is for. */
    private static boolean isOfOneProfile(Expr query) {
        return Dcgm.utilizations(query).map(Dcgm::profile).distinct().count() == 1;
    }

    private static boolean namesProfiles(Selector selector) {
        return Dcgm.profile(selector)
                .filter(profile -> profile.op() == Matcher.Op.EQUAL || profile.op() == Matcher.Op.REGEX)
                .filter(profile -> NAME.matcher(profile.value()).find())
                .isPresent();
    }
}
