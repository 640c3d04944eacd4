package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.Figure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** {@code a + b} over profiles: empty as soon as one of them has no series. */
final class VanishingSum implements Check {
    @Override
    public String id() {
        return "vanishing-sum";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> binary.op() == Op.ADD || binary.op() == Op.SUBTRACT)
                .filter(binary -> vanishes(binary.left()) && vanishes(binary.right()))
                .findFirst()
                .map(binary -> new Found(
                        binary,
                        Text.of("promql.check.vanishing-sum"),
                        repairs.figure(Figure.WEIGHTED_AVERAGE, asked.expr(), binary)));
    }

    /** Whether a side is about one profile and has nothing that stands in for it. */
    private static boolean vanishes(Expr side) {
        boolean hasDefault = Exprs.all(side, Binary.class).anyMatch(binary -> binary.op() == Op.OR);
        return !hasDefault
                && Dcgm.utilizations(side).findAny().isPresent()
                && Dcgm.utilizations(side)
                        .allMatch(selector -> Dcgm.profile(selector).isPresent());
    }
}
