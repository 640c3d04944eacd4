package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
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

    /** The ratio of the instances, in percent as before. */
    private static Expr repaired(Expr query) {
        Expr ratio = Exprs.map(
                query,
                one -> one instanceof Selector selector && Dcgm.isGpuUtil(selector)
                        ? new Selector(Repairs.names(selector).utilization().getFirst(), selector.matchers())
                        : one);
        return new Binary(Op.MULTIPLY, new Num(100), ratio, false, null);
    }
}
