package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.IdentityHashMap;
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
    public Optional<Found> find(Asked asked, Repairs repairs) {
        List<Weighing> all = Weighing.of(asked.expr()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        // what most of them say is taken for what was meant, of two the lighter
        double usual = all.stream().mapToDouble(Weighing::perSlice).sorted().toArray()[(all.size() - 1) / 2];
        List<Weighing> wrong = all.stream()
                .filter(weighing -> Math.abs(weighing.perSlice() / usual - 1) > ROUNDING)
                .toList();
        IdentityHashMap<Expr, Expr> right = new IdentityHashMap<>();
        wrong.forEach(weighing -> right.put(weighing.number(), new Num(usual * weighing.slices())));
        return wrong.stream()
                .findFirst()
                .map(weighing -> new Found(
                        Severity.ERROR,
                        weighing.part(),
                        Text.of(
                                "promql.check.wrong-weights",
                                new Decimal(weighing.weight(), 6),
                                weighing.slices(),
                                new Decimal(usual * weighing.slices(), 6)),
                        Optional.of(
                                Places.replaced(asked.expr(), right.keySet(), one -> right.getOrDefault(one, one)))));
    }
}
