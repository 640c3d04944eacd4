package io.slicewise.promql.lang;

import java.util.Locale;
import java.util.Set;

/** The words that mean something. Each can also be the name of a metric or of a label. */
final class Words {
    static final Set<String> WITH_PARAMETER =
            Set.of("topk", "bottomk", "quantile", "count_values", "limitk", "limit_ratio");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "group", "stddev", "stdvar", "count");
    /** Functions whose result is one number. */
    private static final Set<String> SCALARS = Set.of("scalar", "time", "pi");

    private Words() {}

    static boolean isAggregation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return AGGREGATIONS.contains(lower) || WITH_PARAMETER.contains(lower);
    }

    /** Whether an expression is one number and no vector; variables could be either. */
    static boolean isScalar(Expr expr) {
        return switch (expr) {
            case Expr.Num _ -> true;
            case Expr.Unary unary -> isScalar(unary.expr());
            case Expr.Binary binary -> isScalar(binary.left()) && isScalar(binary.right());
            case Expr.Call call -> SCALARS.contains(call.function());
            default -> false;
        };
    }

    /** Whether an expression is a range of samples. */
    static boolean isRange(Expr expr) {
        return switch (expr) {
            case Expr.Range _, Expr.Subquery _ -> true;
            case Expr.Shifted shifted -> isRange(shifted.expr());
            default -> false;
        };
    }
}
