package io.slicewise.promql.check;

import io.slicewise.promql.query.Figure;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** Weights of which one does not go with the others: 1 for 1g, 3 for 2g. */
final class WrongWeights implements Check {
    private static final double ROUNDING = 0.03;

    @Override
    public String id() {
        return "wrong-weights";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        List<Weighing> all = Weighing.of(asked.expr()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        // what most of them say is taken for what was meant
        double usual = all.stream().mapToDouble(Weighing::perSlice).sorted().toArray()[all.size() / 2];
        return all.stream()
                .filter(weighing -> Math.abs(weighing.perSlice() / usual - 1) > ROUNDING)
                .findFirst()
                .map(weighing -> new Found(
                        weighing.part(),
                        Text.of(
                                "promql.check.wrong-weights",
                                new Decimal(weighing.weight(), 6),
                                weighing.slices(),
                                new Decimal(usual * weighing.slices(), 6)),
                        repairs.figure(Figure.WEIGHTED_AVERAGE, asked.expr(), weighing.part())));
    }
}
