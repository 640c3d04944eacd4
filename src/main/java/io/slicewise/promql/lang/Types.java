package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.text.Text;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes with what: numbers, texts, series and ranges of samples. Refuses what Prometheus refuses; only the arguments
 * of functions are left alone, since other servers have more functions and take ranges for granted in some. For one query.
 */
final class Types {
    /** Functions whose result is one number. */
    private static final Set<String> SCALARS = Set.of("scalar", "time", "pi");

    private enum Type {
        SCALAR,
        STRING,
        RANGE,
        VECTOR,
        /** What a variable stands for is known to Grafana alone. */
        ANY
    }

    /** What is known of operations already: each is the left side of the next in a sum of many terms. */
    private final IdentityHashMap<Expr, Type> known = new IdentityHashMap<>();

    private Type of(Expr expr) {
        return switch (expr) {
            case Expr.Num _ -> Type.SCALAR;
            case Expr.Str _ -> Type.STRING;
            case Expr.Variable _ -> Type.ANY;
            case Expr.Range _, Expr.Subquery _ -> Type.RANGE;
            case Expr.Shifted shifted -> of(shifted.expr());
            case Expr.Unary unary -> of(unary.expr());
            case Expr.Call call -> SCALARS.contains(call.function()) ? Type.SCALAR : Type.VECTOR;
            case Expr.Binary binary -> {
                Type type = known.get(binary);
                if (type == null) {
                    type = of(of(binary.left()), of(binary.right()));
                    known.put(binary, type);
                }
                yield type;
            }
            case Expr.Selector _, Expr.Aggregate _ -> Type.VECTOR;
        };
    }

    private static Type of(Type left, Type right) {
        if (left == Type.VECTOR || right == Type.VECTOR) {
            return Type.VECTOR;
        }
        return left == Type.ANY || right == Type.ANY ? Type.ANY : Type.SCALAR;
    }

    /**
     * Refuses what an operator does not take.
     *
     * @param at where the operator stands
     * @throws SyntaxException where it is refused
     */
    void check(Op op, Expr left, Expr right, boolean isBool, @Nullable Matching matching, int at) {
        List<Type> sides = List.of(of(left), of(right));
        if (isBool && !op.isComparison()) {
            throw new SyntaxException(Text.of("promql.syntax.bool", op.sign()), at);
        }
        if (sides.contains(Type.STRING)) {
            throw new SyntaxException(Text.of("promql.syntax.textOperand", op.sign()), at);
        }
        if (sides.contains(Type.RANGE)) {
            throw new SyntaxException(Text.of("promql.syntax.rangeOperand", op.sign()), at);
        }
        if (op.isSet() && sides.contains(Type.SCALAR)) {
            throw new SyntaxException(Text.of("promql.syntax.setOfNumbers", op.sign()), at);
        }
        if (op.isComparison() && !isBool && sides.getFirst() == Type.SCALAR && sides.getLast() == Type.SCALAR) {
            throw new SyntaxException(Text.of("promql.syntax.needsBool", op.sign()), at);
        }
        if (matching != null) {
            check(op, matching, sides.contains(Type.SCALAR), at);
        }
    }

    private static void check(Op op, Matching matching, boolean hasNumber, int at) {
        if (op.isSet() && matching.many() != Side.NONE) {
            throw new SyntaxException(Text.of("promql.syntax.setGroup", op.sign()), at);
        }
        if (hasNumber && !matching.labels().isEmpty()) {
            throw new SyntaxException(Text.of("promql.syntax.matchOfNumbers", op.sign()), at);
        }
        for (String label : matching.isOn() ? matching.include() : List.<String>of()) {
            if (matching.labels().contains(label)) {
                throw new SyntaxException(Text.of("promql.syntax.onAndGroup", label), at);
            }
        }
    }

    /** Refuses a sign before a text or a range. */
    void checkSign(Expr operand, Token sign) {
        if (of(operand) == Type.STRING || of(operand) == Type.RANGE) {
            throw new SyntaxException(Text.of("promql.syntax.sign", sign.text()), sign.start());
        }
    }

    /** Refuses a subquery of anything that is no series. */
    void checkSubquery(Expr expr, int at) {
        Type type = of(expr);
        if (type != Type.VECTOR && type != Type.ANY) {
            throw new SyntaxException(Text.of("promql.syntax.subquery"), at);
        }
    }

    /** An aggregation of arguments that it takes. */
    Expr.Aggregate aggregate(String op, @Nullable Grouping grouping, List<Expr> args, int at) {
        boolean hasParameter = Words.WITH_PARAMETER.contains(op);
        int wanted = hasParameter ? 2 : 1;
        if (args.size() != wanted) {
            throw new SyntaxException(Text.of("promql.syntax.arguments", op, wanted, args.size()), at);
        }
        Type type = of(args.getLast());
        if (type != Type.VECTOR && type != Type.ANY) {
            throw new SyntaxException(Text.of("promql.syntax.aggregated", op), at);
        }
        if (!hasParameter) {
            return new Expr.Aggregate(op, grouping, null, args.getLast());
        }
        Type parameter = of(args.getFirst());
        Type needed = op.equals("count_values") ? Type.STRING : Type.SCALAR;
        if (parameter != needed && parameter != Type.ANY) {
            String key = needed == Type.STRING ? "promql.syntax.textParameter" : "promql.syntax.numberParameter";
            throw new SyntaxException(Text.of(key, op), at);
        }
        return new Expr.Aggregate(op, grouping, args.getFirst(), args.getLast());
    }
}
