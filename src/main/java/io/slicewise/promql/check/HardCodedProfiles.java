package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.query.Figure;
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
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Aggregate.class)
                .flatMap(aggregate -> Exprs.all(aggregate.expr(), Selector.class))
                .filter(selector -> Dcgm.isUtilization(selector) && namesProfiles(selector))
                .findFirst()
                .map(selector -> new Found(
                        selector,
                        Text.of(
                                "promql.check.hard-coded-profiles",
                                Dcgm.profile(selector).map(Matcher::value).orElse("")),
                        repairs.figure(Figure.WEIGHTED_AVERAGE, asked.expr(), selector)));
    }

    private static boolean namesProfiles(Selector selector) {
        return Dcgm.profile(selector)
                .filter(profile -> profile.op() == Matcher.Op.EQUAL || profile.op() == Matcher.Op.REGEX)
                .filter(profile -> NAME.matcher(profile.value()).find())
                .isPresent();
    }
}
