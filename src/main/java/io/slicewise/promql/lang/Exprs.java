package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Expr.Unary;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walks through expressions. */
public final class Exprs {
    private Exprs() {}

    /** What an expression is directly made of, in the order written. */
    public static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Range range -> List.of(range.expr());
            case Subquery subquery -> List.of(subquery.expr());
            case Shifted shifted -> List.of(shifted.expr());
            case Call call -> call.args();
            case Aggregate aggregate -> {
                Expr param = aggregate.param();
                yield param == null ? List.of(aggregate.expr()) : List.of(param, aggregate.expr());
            }
            case Unary unary -> List.of(unary.expr());
            case Binary binary -> List.of(binary.left(), binary.right());
            case Expr.Num _, Expr.Str _, Expr.Variable _, Expr.Selector _ -> List.of();
        };
    }

    /** The expression and everything in it, from the outside inwards. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), parts(expr).stream().flatMap(Exprs::all));
    }

    /** Everything of one kind. */
    public static <T extends Expr> Stream<T> all(Expr expr, Class<T> kind) {
        return all(expr).filter(kind::isInstance).map(kind::cast);
    }

    /** The expression with every part replaced by what {@code change} makes of it, the innermost first. */
    public static Expr map(Expr expr, UnaryOperator<Expr> change) {
        Expr changed = switch (expr) {
            case Range(Expr inner, Duration range) -> new Range(map(inner, change), range);
            case Subquery(Expr inner, Duration range, Duration step) -> new Subquery(map(inner, change), range, step);
            case Shifted(Expr inner, Duration offset, Expr.At at) -> new Shifted(map(inner, change), offset, at);
            case Call(String function, List<Expr> args) ->
                new Call(function, args.stream().map(arg -> map(arg, change)).toList());
            case Aggregate(String op, Expr.Grouping grouping, Expr param, Expr inner) ->
                new Aggregate(op, grouping, param == null ? null : map(param, change), map(inner, change));
            case Unary(boolean isMinus, Expr inner) -> new Unary(isMinus, map(inner, change));
            case Binary(Op op, Expr left, Expr right, boolean isBool, Expr.Matching matching) ->
                new Binary(op, map(left, change), map(right, change), isBool, matching);
            case Expr.Num _, Expr.Str _, Expr.Variable _, Expr.Selector _ -> expr;
        };
        return change.apply(changed);
    }
}
