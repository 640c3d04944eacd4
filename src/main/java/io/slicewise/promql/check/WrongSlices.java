package io.slicewise.promql.check;

import io.slicewise.mig.GpuModel;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** Divided by 7 where the GPUs that are asked for, or those at hand, have another number of slices. */
final class WrongSlices implements Check {
    @Override
    public String id() {
        return "wrong-slices";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Sevenths.of(asked.expr())
                .filter(binary -> !repairs.otherThanSeven(binary).isEmpty())
                .findFirst()
                .map(binary -> {
                    List<GpuModel> models = repairs.otherThanSeven(binary);
                    Listing names =
                            new Listing(models.stream().map(GpuModel::shortName).toList());
                    Text why = Text.of(
                            "promql.check.wrong-slices",
                            names,
                            models.getFirst().computeSlices());
                    return new Found(
                            Severity.ERROR,
                            binary,
                            why,
                            repairs.figure(QueryFigure.WHOLE_GPU, asked.expr(), binary, binary.left()));
                });
    }
}
