package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.Figure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** Divided by 7 whatever the GPU: an A30 has 4 slices. */
final class SevenForAll implements Check {
    private static final double SEVEN = 7;

    @Override
    public String id() {
        return "seven-for-all";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        boolean anyModel = Dcgm.utilizations(asked.expr()).findAny().isPresent()
                && Dcgm.utilizations(asked.expr()).noneMatch(Dcgm::namesModels);
        return Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> anyModel && binary.op() == Op.DIVIDE && hasSeven(binary.right()))
                .filter(binary -> Dcgm.utilizations(binary.left()).findAny().isPresent())
                .findFirst()
                .map(binary -> new Found(
                        binary, Text.of("promql.check.seven-for-all"), repairs.figure(Figure.WHOLE_GPU, asked.expr())));
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
