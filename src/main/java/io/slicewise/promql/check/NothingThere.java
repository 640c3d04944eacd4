package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import java.util.Optional;
import java.util.function.Predicate;

/** A number or a sum that is 0 where nothing fits and there is data, and nothing where there is none. */
final class NothingThere {
    private NothingThere() {}

    /**
     * What an aggregation is where none of its series fits: 0 for each of its groups of which anything is there. Empty
     * where it asks for all of it anyway.
     *
     * @param aggregate of DCGM's series, a {@code count} or a {@code sum}
     * @param stays whether a condition says where to look, and not what for
     */
    static Optional<Expr> zero(Aggregate aggregate, Predicate<Matcher> stays) {
        Selector asked = Exprs.all(aggregate, Selector.class)
                .filter(Dcgm::isDcgm)
                .findFirst()
                .orElseThrow();
        Selector any = new Selector(
                asked.metric(), asked.matchers().stream().filter(stays).toList());
        boolean isAll = any.equals(asked)
                && Exprs.all(aggregate, Binary.class)
                        .noneMatch(binary ->
                                binary.op().isComparison() || binary.op().isSet());
        Expr then = Exprs.all(aggregate, Shifted.class)
                .findFirst()
                .<Expr>map(shift -> new Shifted(any, shift.offset(), shift.at()))
                .orElse(any);
        Expr count = new Aggregate("count", aggregate.grouping(), null, then);
        return isAll ? Optional.empty() : Optional.of(new Binary(Op.MULTIPLY, new Num(0), count, false, null));
    }
}
