package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** {@code or vector(0)}: an exporter that is down looks like a GPU that is idle. */
final class NoDataAsZero implements Check {
    private static final Expr ZERO = new Call("vector", List.of(new Num(0)));

    @Override
    public String id() {
        return "no-data-as-zero";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> binary.op() == Op.OR && binary.right().equals(ZERO))
                .filter(binary -> Exprs.all(binary.left(), Selector.class).anyMatch(Dcgm::isDcgm))
                .findFirst()
                .map(binary -> new Found(
                        binary,
                        Text.of("promql.check.no-data-as-zero"),
                        Optional.of(Repairs.replaced(asked.expr(), binary, binary.left()))));
    }
}
