package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.Names;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code GPU_UTIL}, which is absent, 0 or a blank while MIG is on. */
final class GpuUtilUnderMig implements Check {
    @Override
    public String id() {
        return "gpu-util";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        Set<Selector> standingIn = Places.standingIn(asked.expr());
        List<Selector> all = Exprs.all(asked.expr(), Selector.class)
                .filter(selector ->
                        Dcgm.isGpuUtil(selector) && !Dcgm.isOfWholeGpus(selector) && !standingIn.contains(selector))
                .toList();
        return all.stream()
                .findFirst()
                .map(selector -> new Found(
                        asked.isMig() ? Severity.ERROR : Severity.WARNING,
                        selector,
                        Text.of(asked.isMig() ? "promql.check.gpu-util" : "promql.check.gpuUtilMaybe"),
                        Optional.of(repaired(asked.expr(), Places.of(all.stream()), asked.isMig()))));
    }

    /**
     * The ratio of the instances, a hundredfold where the percents stood: whatever is compared with it stays as it is. A
     * range of time cannot be multiplied, what a function makes of it can. Where it is not known that MIG is on, a GPU
     * without that ratio keeps what it had.
     */
    private static Expr repaired(Expr query, Set<Selector> wrong, boolean isMig) {
        Expr overTime = Exprs.map(query, one -> isOverTime(one, wrong) ? percent(one, wrong, isMig) : one);
        return Exprs.map(
                overTime, one -> one instanceof Selector && wrong.contains(one) ? percent(one, wrong, isMig) : one);
    }

    /** A function of a range of it, or its value of an earlier time. */
    private static boolean isOverTime(Expr expr, Set<Selector> wrong) {
        return switch (expr) {
            case Call call -> call.args().stream().anyMatch(arg -> isRange(arg) && has(arg, wrong));
            case Shifted shifted -> shifted.expr() instanceof Selector selector && wrong.contains(selector);
            default -> false;
        };
    }

    private static boolean isRange(Expr expr) {
        return expr instanceof Range || (expr instanceof Shifted shifted && shifted.expr() instanceof Range);
    }

    private static boolean has(Expr expr, Set<Selector> wrong) {
        return Exprs.all(expr, Selector.class).anyMatch(wrong::contains);
    }

    private static Expr percent(Expr expr, Set<Selector> wrong, boolean isMig) {
        Expr ratio = Exprs.map(
                expr,
                one -> one instanceof Selector selector && wrong.contains(selector)
                        ? new Selector(Repairs.names(selector).utilization().getFirst(), matchers(selector))
                        : one);
        Expr percent = Repairs.times(100, ratio);
        if (isMig) {
            return percent;
        }
        String uuid = Exprs.all(expr, Selector.class)
                .filter(wrong::contains)
                .findFirst()
                .map(Repairs::names)
                .orElse(Names.DCGM)
                .uuid();
        Matching same = new Matching(true, List.of(uuid), Side.NONE, List.of());
        // a copy, so that it is not taken for what is wrong once more
        Expr before = Exprs.map(
                expr,
                one -> one instanceof Selector selector && wrong.contains(selector)
                        ? new Selector(selector.metric(), selector.matchers())
                        : one);
        return new Binary(Op.OR, percent, before, false, same);
    }

    /** The conditions; the metric's name, where it is one of them, stands before them. */
    private static List<Matcher> matchers(Selector selector) {
        return selector.matchers().stream()
                .filter(matcher -> !matcher.label().equals("__name__"))
                .toList();
    }
}
