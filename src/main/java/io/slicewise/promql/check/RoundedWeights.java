package io.slicewise.promql.check;

import io.slicewise.promql.query.Figure;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** 0.143 instead of 1 of 7. */
final class RoundedWeights implements Check {
    private static final List<Integer> SLICES_OF_GPUS = List.of(7, 4, 3, 2);
    private static final double EXACT = 1e-9;
    private static final double NEAR = 0.02;

    @Override
    public String id() {
        return "rounded-weights";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Weighing.of(asked.expr())
                .filter(weighing -> isRounded(weighing, 1) || isRounded(weighing, 100))
                .findFirst()
                .map(weighing -> new Found(
                        weighing.part(),
                        Text.of("promql.check.rounded-weights", new Decimal(weighing.weight(), 6), weighing.slices()),
                        repairs.figure(Figure.WEIGHTED_AVERAGE, asked.expr(), weighing.part())));
    }

    /** Whether it is nearly, and not exactly, the profile's share of a GPU. */
    private static boolean isRounded(Weighing weighing, int whole) {
        double share = weighing.weight() / whole;
        return share < 1
                && SLICES_OF_GPUS.stream().noneMatch(all -> distance(share, weighing.slices(), all) < EXACT)
                && SLICES_OF_GPUS.stream().anyMatch(all -> distance(share, weighing.slices(), all) < NEAR);
    }

    private static double distance(double share, int slices, int all) {
        return Math.abs(share * all - slices) / slices;
    }
}
