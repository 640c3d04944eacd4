package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** Divided by 7 whatever the GPU: an A30 has 4 slices. */
final class SevenForAll implements Check {
    @Override
    public String id() {
        return "seven-for-all";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Sevenths.of(asked.expr())
                .filter(binary -> !Sevenths.namesModels(binary.left())
                        && repairs.otherThanSeven(binary).isEmpty())
                .findFirst()
                .map(binary -> found(asked, binary, repairs));
    }

    private static Found found(Asked asked, Binary binary, Repairs repairs) {
        return new Found(
                Severity.WARNING,
                binary,
                Text.of("promql.check.seven-for-all"),
                repairs.figure(QueryFigure.WHOLE_GPU, asked.expr(), binary, binary.left()));
    }
}
