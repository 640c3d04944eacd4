package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A weight that a query gives to the instances of one profile, whatever their GPU's model.
 *
 * @param part where it does
 * @param slices the number before the {@code g}
 * @param weight the number that it multiplies with
 */
record Weighing(Binary part, int slices, double weight) {
    private static final Pattern SLICES = Pattern.compile("([1-9])g.*");
    private static final double PERCENT = 100;
    private static final int WHOLE = 7;

    /** All weights of a query, from left to right. */
    static Stream<Weighing> of(Expr query) {
        return Exprs.all(query, Binary.class)
                .filter(binary -> binary.op() == Op.MULTIPLY)
                .flatMap(binary -> of(binary).stream());
    }

    private static Optional<Weighing> of(Binary binary) {
        Optional<Double> weight = number(binary.left()).or(() -> number(binary.right()));
        Expr other = number(binary.left()).isPresent() ? binary.right() : binary.left();
        if (weight.isEmpty() || isQuotient(other)) {
            return Optional.empty();
        }
        Optional<Selector> selector = Dcgm.utilizations(other).findFirst();
        if (selector.isEmpty() || Dcgm.namesModels(selector.get())) {
            return Optional.empty();
        }
        return Dcgm.profile(selector.get())
                .flatMap(Weighing::slices)
                // a ratio shown in percent; a whole GPU alone can weigh that much
                .filter(slices -> weight.get() != PERCENT || slices == WHOLE)
                .map(slices -> new Weighing(binary, slices, weight.get()));
    }

    /** What is multiplied after it was divided has its weights already. */
    private static boolean isQuotient(Expr expr) {
        return expr instanceof Binary binary && binary.op() == Op.DIVIDE;
    }

    private static Optional<Integer> slices(Matcher profile) {
        java.util.regex.Matcher parts = SLICES.matcher(profile.value());
        boolean one = profile.op() == Matcher.Op.EQUAL || profile.op() == Matcher.Op.REGEX;
        return one && parts.matches() ? Optional.of(Integer.valueOf(parts.group(1))) : Optional.empty();
    }

    /** Whether only instances of one size are asked for; those weigh alike. */
    static boolean isOfOneSize(Selector selector) {
        return Dcgm.profile(selector)
                .filter(profile -> !profile.value().contains("|"))
                .flatMap(Weighing::slices)
                .isPresent();
    }

    /** A number, also one that is written as a fraction. */
    private static Optional<Double> number(Expr expr) {
        return switch (expr) {
            case Num num -> Optional.of(num.value());
            case Binary share
            when share.op() == Op.DIVIDE && share.left() instanceof Num above && share.right() instanceof Num below ->
                Optional.of(above.value() / below.value());
            default -> Optional.empty();
        };
    }

    /** The number itself, as it stands in the query. */
    Expr number() {
        return number(part.left()).isPresent() ? part.left() : part.right();
    }

    /** The weight of one slice. */
    double perSlice() {
        return weight / slices;
    }
}
