package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Expr.Unary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    /** The expression and everything in it, from the outside inwards; a sum can have any number of terms. */
    public static Stream<Expr> all(Expr expr) {
        Deque<Expr> open = new ArrayDeque<>(List.of(expr));
        return Stream.generate(() -> next(open)).takeWhile(Optional::isPresent).map(Optional::get);
    }

    private static Optional<Expr> next(Deque<Expr> open) {
        Expr next = open.poll();
        if (next != null) {
            parts(next).reversed().forEach(open::push);
        }
        return Optional.ofNullable(next);
    }

    /** Everything of one kind. */
    public static <T extends Expr> Stream<T> all(Expr expr, Class<T> kind) {
        return all(expr).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * The expression with every part replaced by what {@code change} makes of it, the innermost first. What stays as it is
     * stays the very same part.
     */
    public static Expr map(Expr expr, UnaryOperator<Expr> change) {
        Deque<Binary> chain = new ArrayDeque<>();
        Expr first = expr;
        // a sum of many terms is a chain of as many operations, each the left side of the next
        while (first instanceof Binary binary) {
            chain.push(binary);
            first = binary.left();
        }
        List<Expr> parts = parts(first);
        List<Expr> mapped = parts.stream().map(part -> map(part, change)).toList();
        Expr left = change.apply(isSame(parts, mapped) ? first : with(first, mapped));
        for (Binary next : chain) {
            List<Expr> sides = List.of(left, map(next.right(), change));
            left = change.apply(isSame(parts(next), sides) ? next : with(next, sides));
        }
        return left;
    }

    /** Whether they are the very same: equality would walk through all of a long sum. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(List<Expr> parts, List<Expr> others) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same of other parts. */
    private static Expr with(Expr expr, List<Expr> parts) {
        return switch (expr) {
            case Range range -> new Range(parts.getFirst(), range.range());
            case Subquery subquery -> new Subquery(parts.getFirst(), subquery.range(), subquery.step());
            case Shifted shifted -> new Shifted(parts.getFirst(), shifted.offset(), shifted.at());
            case Call call -> new Call(call.function(), parts);
            case Aggregate aggregate ->
                new Aggregate(
                        aggregate.op(),
                        aggregate.grouping(),
                        parts.size() == 1 ? null : parts.getFirst(),
                        parts.getLast());
            case Unary unary -> new Unary(unary.isMinus(), parts.getFirst());
            case Binary binary ->
                new Binary(binary.op(), parts.getFirst(), parts.getLast(), binary.isBool(), binary.matching());
            case Expr.Num _, Expr.Str _, Expr.Variable _, Expr.Selector _ -> expr;
        };
    }
}
