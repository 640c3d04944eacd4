package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import java.util.stream.Stream;

/** Utilizations divided by the seven slices that an A100 has. */
final class Sevenths {
    private static final double SEVEN = 7;

    private Sevenths() {}

    /** All such divisions of a query, from the outside inwards. */
    static Stream<Binary> of(Expr query) {
        return Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.DIVIDE && hasSeven(binary.right()))
                .filter(binary -> utilizations(binary.left()).findAny().isPresent());
    }

    /** Whether only some models are asked for. */
    static boolean namesModels(Expr expr) {
        return utilizations(expr).anyMatch(Dcgm::namesModels);
    }

    static Stream<Selector> utilizations(Expr expr) {
        return Exprs.all(expr, Selector.class)
                .filter(selector -> Dcgm.isUtilization(selector) || Dcgm.isGpuUtil(selector));
    }

    /** 7, or 7 times the number of something. */
    private static boolean hasSeven(Expr divisor) {
        return switch (divisor) {
            case Num num -> num.value() == SEVEN;
            case Binary product
            when product.op() == Op.MULTIPLY ->
                isSevenOf(product.left(), product.right()) || isSevenOf(product.right(), product.left());
            default -> false;
        };
    }

    /** 7 for each of something; for each instance of the profile 7g it is right. */
    private static boolean isSevenOf(Expr number, Expr other) {
        return number instanceof Num num
                && num.value() == SEVEN
                && Dcgm.utilizations(other)
                        .allMatch(selector -> Dcgm.profile(selector).isEmpty());
    }
}
