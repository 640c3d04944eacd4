package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 90 where the metric goes from 0 to 1: it never fires. */
final class PercentOnRatio implements Check {
    private static final double HUNDRED = 100;
    private static final Set<String> OTHER = Set.of("sum", "count", "group", "count_values");
    private static final Set<String> KEEPING = Set.of(
            "round",
            "ceil",
            "floor",
            "abs",
            "clamp",
            "clamp_min",
            "clamp_max",
            "sort",
            "sort_desc",
            "label_replace",
            "label_join",
            "scalar",
            "vector",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "last_over_time",
            "median_over_time",
            "quantile_over_time",
            "stddev_over_time");

    @Override
    public String id() {
        return "percent-on-ratio";
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
                .or(() -> divided(asked))
                .or(() -> shown(asked));
    }

    private static Found compared(Asked asked, Binary binary) {
        double limit = ((Num) binary.right()).value();
        Expr ratio =
                new Binary(binary.op(), binary.left(), new Num(limit / HUNDRED), binary.isBool(), binary.matching());
        return new Found(
                Severity.ERROR,
                binary,
                Text.of("promql.check.percent-on-ratio", new Decimal(limit, 2), new Decimal(limit / HUNDRED, 4)),
                Optional.of(Repairs.replaced(asked.expr(), binary, ratio)));
    }

    /** By a hundred, as if it were percent. */
    private static Optional<Found> divided(Asked asked) {
        List<Binary> all = Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> isHundredth(binary) && isRatio(summed(binary.left())))
                .toList();
        return all.stream()
                .findFirst()
                .map(binary -> new Found(
                        Severity.ERROR,
                        binary,
                        Text.of("promql.check.dividedRatio"),
                        Optional.of(Places.replaced(asked.expr(), all, one -> ((Binary) one).left()))));
    }

    /** A sum of percents is divided to be shares of GPUs as an average is; as long as nothing in it does that. */
    private static Expr summed(Expr expr) {
        return expr instanceof Aggregate aggregate && aggregate.op().equals("sum") ? aggregate.expr() : expr;
    }

    private static boolean isHundredth(Binary binary) {
        return binary.right() instanceof Num num
                && ((binary.op() == Op.DIVIDE && num.value() == HUNDRED)
                        || (binary.op() == Op.MULTIPLY && num.value() == 1 / HUNDRED));
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
            return Optional.of(
                    new Found(Severity.ERROR, asked.expr(), Text.of("promql.check.percentUnit"), Optional.of(percent)));
        }
        return limit.map(value -> new Found(
                Severity.ERROR,
                asked.expr(),
                Text.of("promql.check.percentThreshold", new Decimal(value, 2), new Decimal(value / HUNDRED, 4)),
                asked.unit().isEmpty() ? Optional.of(percent) : Optional.empty()));
    }

    private static boolean isPercent(double value) {
        // up to 2 it can be what blanks are kept out with
        return value >= 2 && value <= HUNDRED;
    }

    /** Whether an expression is a ratio still: of a ratio metric, and not multiplied, summed or counted. */
    private static boolean isRatio(Expr expr) {
        boolean fromRatio = Exprs.all(expr, Selector.class).anyMatch(Dcgm::isRatio)
                && Exprs.all(expr, Selector.class).allMatch(Dcgm::isRatio);
        return fromRatio && Exprs.all(expr).allMatch(PercentOnRatio::keepsRatio);
    }

    /** Whether what an expression gives is of the size of what it takes. A bound above 1 says that it takes percents. */
    private static boolean keepsRatio(Expr expr) {
        return switch (expr) {
            case Binary binary ->
                binary.op().isComparison()
                        && !binary.isBool()
                        && !(binary.right() instanceof Num num && isPercent(num.value()));
            case Call call ->
                KEEPING.contains(call.function())
                        && call.args().stream().noneMatch(arg -> arg instanceof Num num && isPercent(num.value()));
            case Aggregate aggregate -> !OTHER.contains(aggregate.op());
            default -> true;
        };
    }
}
