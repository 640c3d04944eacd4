package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where in a query parts of it stand, of which others can be equal elsewhere. */
final class Places {
    private static final Set<String> LEAVING_OUT = Set.of("clamp", "clamp_max", "sgn", "absent", "absent_over_time");

    private Places() {}

    /** The very parts, and no others that are equal to them. */
    static <T> Set<T> of(Stream<? extends T> parts) {
        Set<T> places = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(places::add);
        return places;
    }

    /** The query with these parts of it replaced, each by what {@code by} makes of it. */
    static Expr replaced(Expr query, Collection<? extends Expr> parts, UnaryOperator<Expr> by) {
        Set<Expr> places = of(parts.stream());
        return Exprs.map(query, one -> places.contains(one) ? by.apply(one) : one);
    }

    /** Aggregations of which only matters whether they are there, or whether they are 0. */
    static Set<Expr> ofPresence(Expr query) {
        return of(Exprs.all(query).flatMap(Places::present));
    }

    private static Stream<Expr> present(Expr expr) {
        return switch (expr) {
            case Aggregate outer when outer.op().equals("count") || outer.op().equals("group") -> inside(outer.expr());
            case Binary binary when binary.op() == Op.AND || binary.op() == Op.UNLESS -> inside(binary.right());
            case Binary binary
            when binary.op().isComparison() && isNextToNothing(binary) ->
                Stream.concat(inside(binary.left()), inside(binary.right()));
            case Binary binary
            when binary.op() == Op.MULTIPLY && (isZero(binary.left()) || isZero(binary.right())) ->
                Stream.concat(inside(binary.left()), inside(binary.right()));
            case Call call
            when LEAVING_OUT.contains(call.function()) && isCutToOne(call) ->
                inside(call.args().getFirst());
            default -> Stream.empty();
        };
    }

    /** The aggregation that an expression is, with what leaves series out of it. */
    static Stream<Expr> inside(Expr expr) {
        return switch (expr) {
            case Aggregate aggregate -> Stream.of(aggregate);
            case Binary binary when binary.op().isComparison() -> inside(binary.left());
            default -> Stream.empty();
        };
    }

    private static boolean isNextToNothing(Binary binary) {
        return isAtMost(binary.left(), 1, binary.op(), false) || isAtMost(binary.right(), 1, binary.op(), true);
    }

    /** Whether a number parts nothing from something: 0 on any side, 1 where it is part of something. */
    private static boolean isAtMost(Expr expr, double limit, Op op, boolean isRight) {
        if (!(expr instanceof Num num)) {
            return false;
        }
        boolean partsOne =
                op == (isRight ? Op.GREATER_OR_EQUAL : Op.LESS_OR_EQUAL) || op == (isRight ? Op.LESS : Op.GREATER);
        return num.value() == 0 || (num.value() == limit && partsOne);
    }

    private static boolean isZero(Expr expr) {
        return expr instanceof Num num && num.value() == 0;
    }

    /** Whether no result is larger than 1. */
    private static boolean isCutToOne(Call call) {
        return !call.function().startsWith("clamp") || (call.args().getLast() instanceof Num num && num.value() <= 1);
    }

    /** Selectors of GPU_UTIL beside the instances' utilization: each stands in where the other is missing. */
    static Set<Selector> standingIn(Expr query) {
        return of(Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.OR)
                .flatMap(binary ->
                        Stream.concat(beside(binary.left(), binary.right()), beside(binary.right(), binary.left()))));
    }

    private static Stream<Selector> beside(Expr instances, Expr other) {
        return Dcgm.utilizations(instances).findAny().isPresent() ? Exprs.all(other, Selector.class) : Stream.empty();
    }

    /** The divisions around a part, the innermost first. */
    static List<Binary> divisionsAround(Expr query, Expr part) {
        return Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.DIVIDE && isIn(binary, part))
                .toList()
                .reversed();
    }

    /** Whether the very part stands in an expression. */
    static boolean isIn(Expr expr, Expr part) {
        Set<Expr> one = of(Stream.of(part));
        return Exprs.all(expr).anyMatch(one::contains);
    }
}
