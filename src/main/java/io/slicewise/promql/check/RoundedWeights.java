package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Decimal;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Comparator;
import java.util.IdentityHashMap;
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
    public Optional<Found> find(Asked asked, Repairs repairs) {
        List<Weighing> all = Weighing.of(asked.expr())
                .filter(weighing -> exact(weighing).isPresent())
                .toList();
        IdentityHashMap<Expr, Expr> exact = new IdentityHashMap<>();
        all.forEach(weighing -> exact(weighing).ifPresent(fraction -> exact.put(weighing.number(), fraction)));
        return all.stream()
                .findFirst()
                .map(weighing -> new Found(
                        Severity.WARNING,
                        weighing.part(),
                        Text.of("promql.check.rounded-weights", new Decimal(weighing.weight(), 6), weighing.slices()),
                        Optional.of(
                                Places.replaced(asked.expr(), exact.keySet(), one -> exact.getOrDefault(one, one)))));
    }

    /** The fraction that was rounded; empty where nothing was. */
    private static Optional<Expr> exact(Weighing weighing) {
        for (int whole : List.of(1, 100)) {
            if (isRounded(weighing, whole)) {
                double share = weighing.weight() / whole;
                int slices = SLICES_OF_GPUS.stream()
                        .filter(all -> distance(share, weighing.slices(), all) < NEAR)
                        .min(Comparator.comparingDouble(all -> distance(share, weighing.slices(), all)))
                        .orElseThrow();
                return Optional.of(new Binary(
                        Op.DIVIDE, new Num((double) weighing.slices() * whole), new Num(slices), false, null));
            }
        }
        return Optional.empty();
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
