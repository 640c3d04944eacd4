package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** {@code GPU_UTIL}, which is absent, 0 or a blank while MIG is on. */
final class GpuUtilUnderMig implements Check {
    @Override
    public String id() {
        return "gpu-util";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Selector.class)
                .filter(Dcgm::isGpuUtil)
                .findFirst()
                .map(selector ->
                        new Found(selector, Text.of("promql.check.gpu-util"), Optional.of(repaired(asked.expr()))));
    }

    /**
     * The ratio of the instances, a hundredfold where the percents stood: whatever is compared with it stays as it is. A
     * range of time cannot be multiplied, what a function makes of it can.
     */
    private static Expr repaired(Expr query) {
        Expr overTime = Exprs.map(query, one -> isOverTime(one) ? percent(one) : one);
        return Exprs.map(
                overTime, one -> one instanceof Selector selector && Dcgm.isGpuUtil(selector) ? percent(one) : one);
    }

    /** A function of a range of it, or its value of an earlier time. */
    private static boolean isOverTime(Expr expr) {
        return switch (expr) {
            case Call call -> call.args().stream().anyMatch(arg -> isRange(arg) && hasGpuUtil(arg));
            case Shifted shifted -> shifted.expr() instanceof Selector selector && Dcgm.isGpuUtil(selector);
            default -> false;
        };
    }

    private static boolean isRange(Expr expr) {
        return expr instanceof Range || (expr instanceof Shifted shifted && shifted.expr() instanceof Range);
    }

    private static boolean hasGpuUtil(Expr expr) {
        return Exprs.all(expr, Selector.class).anyMatch(Dcgm::isGpuUtil);
    }

    private static Expr percent(Expr expr) {
        Expr ratio = Exprs.map(
                expr,
                one -> one instanceof Selector selector && Dcgm.isGpuUtil(selector)
                        ? new Selector(Repairs.names(selector).utilization().getFirst(), selector.matchers())
                        : one);
        return new Binary(Op.MULTIPLY, new Num(100), ratio, false, null);
    }
}
