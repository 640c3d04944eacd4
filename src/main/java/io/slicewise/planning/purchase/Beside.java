package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.program.Effort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A demand on GPUs that are there, beside the instances that run on them, and the GPUs that have to come.
 *
 * @param here where instances are placed on the GPUs that are there: those of the demand, and those that may move
 * @param rest what is left for GPUs that have to come
 * @param more how many of those are needed, hosts counted whole
 * @param cost what they cost; {@code null} without prices
 * @param lowerBound no choice needs fewer, or where they have prices costs less
 */
public record Beside(
        List<Spot> here, Demand rest, long more, @Nullable BigDecimal cost, PurchasePlan.Least lowerBound) {
    public Beside {
        here = List.copyOf(here);
    }

    /**
     * Fills what is there so that the fewest GPUs have to come, or where they have prices so that they cost the least; and of
     * such choices so that the most is placed there.
     *
     * @param fleet the GPUs that are there; those of a model that is not offered, and those whose instances' places are not
     *     known or not legal, take no part
     * @param movable instances that may move to other GPUs of their model; all others stay where they are
     * @param demand what is wanted, each line served by an offered model
     * @param offers models whose placements are known, with prices for all of them or for none
     * @param effort how long to search
     * @return empty where there are not enough GPUs of the models that are limited
     * @throws ArithmeticException where prices times numbers go beyond what can be counted exactly
     */
    public static Optional<Beside> of(
            Fleet fleet, Set<InstanceRef> movable, Demand demand, List<Offer> offers, Effort effort) {
        return new BesideProgram(fleet, movable, demand, offers).solve(effort);
    }

    /** Whether {@link #of} can say something: every line is served, and every offered model has placements. */
    public static boolean isAnswerable(Demand demand, List<Offer> offers) {
        return !offers.isEmpty()
                && offers.stream().allMatch(offer -> offer.model().hasPlacements())
                && demand.lines().stream()
                        .noneMatch(line -> Wanted.serving(line, offers).stream().allMatch(p -> p == null));
    }

    public boolean isProven() {
        BigDecimal least = lowerBound.cost();
        Long gpus = lowerBound.gpus();
        return least != null && cost != null ? cost.compareTo(least) == 0 : gpus != null && gpus == more;
    }
}
