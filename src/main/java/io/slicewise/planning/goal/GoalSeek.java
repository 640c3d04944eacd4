package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Weights;
import java.util.Set;

/**
 * What some utilizations have to be so that a figure is as wanted.
 *
 * <p>Worked example: an A100 with 1g at 0.9, 0.9 and 0.9 and a 3g: for W = 0.7 the 3g has to be at 0.5; for 0.97 it would have to
 * be at 1.04, which is impossible; between 0.45 and 0.95 everything can be reached.
 *
 * @param needed what they would have to be, whether that is possible or not; {@code NaN} where the figure does not depend on them
 * @param least the least that the figure can be
 * @param most the most that it can be
 */
public record GoalSeek(double needed, double least, double most) {
    /** So much beyond 0 or 1 is what rounding adds. */
    private static final double NOISE = 1e-12;

    /**
     * Seeks.
     *
     * @param vary the instances that are all set to one value
     */
    public static GoalSeek of(Fleet fleet, Weights weights, GoalFigure figure, double goal, Set<InstanceRef> vary) {
        Loads loads = new Loads(fleet, weights);
        loads.set(vary, 0);
        double least = loads.figure(figure);
        loads.set(vary, 1);
        double most = loads.figure(figure);
        double needed = (goal - least) / (most - least);
        return new GoalSeek(Double.isFinite(needed) ? needed : Double.NaN, least, most);
    }

    /** Whether it can be reached. */
    public boolean isPossible() {
        return needed >= -NOISE && needed <= 1 + NOISE;
    }

    /** What they have to be, a ratio from 0 to 1; {@code NaN} where it is impossible. */
    public double value() {
        return isPossible() ? Math.clamp(needed, 0, 1) : Double.NaN;
    }
}
