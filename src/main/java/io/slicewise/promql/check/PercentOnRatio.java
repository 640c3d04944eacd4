package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** 90 where the metric goes from 0 to 1: it never fires. */
final class PercentOnRatio implements Check {
    private static final double HUNDRED = 100;

    @Override
    public String id() {
        return "percent-on-ratio";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> binary.op().isComparison()
                        && isRatio(binary.left())
                        && binary.right() instanceof Num num
                        && isPercent(num.value()))
                .findFirst()
                .map(binary -> compared(asked, binary))
                .or(() -> shown(asked));
    }

    private static Found compared(Asked asked, Binary binary) {
        double limit = ((Num) binary.right()).value();
        Expr ratio =
                new Binary(binary.op(), binary.left(), new Num(limit / HUNDRED), binary.isBool(), binary.matching());
        return new Found(
                binary,
                Text.of("promql.check.percent-on-ratio", new Decimal(limit, 2), new Decimal(limit / HUNDRED, 4)),
                Optional.of(Repairs.replaced(asked.expr(), binary, ratio)));
    }

    /** Thresholds and units of a panel. */
    private static Optional<Found> shown(Asked asked) {
        if (!isRatio(asked.expr())) {
            return Optional.empty();
        }
        Optional<Double> limit =
                asked.thresholds().stream().filter(PercentOnRatio::isPercent).findFirst();
        Expr percent = new Binary(Op.MULTIPLY, new Num(HUNDRED), asked.expr(), false, null);
        if (asked.unit().equals("percent")) {
            return Optional.of(new Found(asked.expr(), Text.of("promql.check.percentUnit"), Optional.of(percent)));
        }
        return limit.map(value -> new Found(
                asked.expr(),
                Text.of("promql.check.percentThreshold", new Decimal(value, 2), new Decimal(value / HUNDRED, 4)),
                asked.unit().isEmpty() ? Optional.of(percent) : Optional.empty()));
    }

    private static boolean isPercent(double value) {
        // up to 2 it can be what somebody keeps blanks out with
        return value >= 2 && value <= HUNDRED;
    }

    /** Whether an expression is a ratio still: of a ratio metric, and not multiplied, summed or counted. */
    private static boolean isRatio(Expr expr) {
        boolean fromRatio = Exprs.all(expr, Selector.class).anyMatch(Dcgm::isRatio)
                && Exprs.all(expr, Selector.class).allMatch(Dcgm::isRatio);
        boolean scaled =
                Exprs.all(expr, Binary.class).anyMatch(binary -> !binary.op().isComparison());
        boolean counted = Dcgm.aggregates(expr, "sum", "count", "group", "count_values")
                .findAny()
                .isPresent();
        return fromRatio && !scaled && !counted;
    }
}
