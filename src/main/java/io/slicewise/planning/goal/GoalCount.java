package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How many instances have to be at a value so that a figure reaches a goal: the fewest that do, those that move it most first.
 * Instances without a reading are not counted on. A goal above the figure has to be reached from below, one below it from above.
 *
 * <p>Worked example: an A100 with 1g at 0.9, 0.9 and 0.9 and a 3g at 0.3, W = 0.6. With full instances it takes one
 * for W = 0.9, since the 3g alone makes it 0.95, and two for W = 0.96: 0.966667 with a 1g beside it. For 0.9 among the 1g alone
 * none do: 0.65 is the most.
 *
 * <p>That these are the fewest follows from each instance moving the figure by an amount of its own, whatever the others do.
 *
 * @param chosen which they are; none where the figure is there already, all that move it where the goal is out of reach
 * @param reached the figure with them; {@code NaN} where there is none
 * @param oneFewer the figure with all but the last of them; {@code NaN} where there are none
 * @param least the least that the figure can be by setting some of them
 * @param most the most that it can be
 * @param isPossible whether the goal is reached
 */
public record GoalCount(
        List<InstanceRef> chosen, double reached, double oneFewer, double least, double most, boolean isPossible) {
    /** So much below a goal is what rounding takes. */
    private static final double NOISE = 1e-12;

    public GoalCount {
        chosen = List.copyOf(chosen);
    }

    /**
     * Seeks.
     *
     * @param value what an instance is set to, a ratio
     * @param among the instances of which some are set
     */
    public static GoalCount of(
            Fleet fleet, Weights weights, GoalFigure figure, double goal, double value, Set<InstanceRef> among) {
        Loads loads = new Loads(fleet, weights);
        double now = loads.figure(figure);
        boolean isUp = goal >= now;
        List<Loads.Pull> up = new ArrayList<>();
        List<Loads.Pull> down = new ArrayList<>();
        for (Loads.Pull pull : loads.pulls(figure, value, among)) {
            if (pull.by() > 0) {
                up.add(pull);
            } else if (pull.by() < 0) {
                down.add(pull);
            }
        }
        double most = loads.with(refs(up), value).figure(figure);
        double least = loads.with(refs(down), value).figure(figure);
        List<InstanceRef> ways = refs(isUp ? up : down);
        if (Double.isNaN(now)) {
            return new GoalCount(List.of(), now, Double.NaN, now, now, false);
        }
        int enough = 0;
        int tooMany = ways.size();
        // more of them bring it nearer: halved until the fewest are left
        while (enough < tooMany) {
            int half = (enough + tooMany) / 2;
            if (isThere(loads.with(ways.subList(0, half), value).figure(figure), goal, isUp)) {
                tooMany = half;
            } else {
                enough = half + 1;
            }
        }
        double reached = loads.with(ways.subList(0, enough), value).figure(figure);
        double fewer = enough == 0
                ? Double.NaN
                : loads.with(ways.subList(0, enough - 1), value).figure(figure);
        return new GoalCount(ways.subList(0, enough), reached, fewer, least, most, isThere(reached, goal, isUp));
    }

    private static boolean isThere(double figure, double goal, boolean isUp) {
        return isUp ? figure >= goal - NOISE : figure <= goal + NOISE;
    }

    private static List<InstanceRef> refs(List<Loads.Pull> pulls) {
        return pulls.stream()
                .sorted(Comparator.comparingDouble((Loads.Pull pull) -> Math.abs(pull.by()))
                        .reversed())
                .map(Loads.Pull::ref)
                .toList();
    }
}
