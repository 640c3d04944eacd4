package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.program.Effort;
import java.util.List;
import java.util.Set;

/**
 * A demand on GPUs that are there, beside the instances that run on them, and the GPUs that have to come.
 *
 * @param here where instances are placed on the GPUs that are there: those of the demand, and those that may move
 * @param rest what is left for GPUs that have to come
 * @param more how many of those are needed
 * @param atLeast no choice needs fewer; equal to {@code more} where that is proven
 */
public record Beside(List<Spot> here, Demand rest, long more, long atLeast) {
    public Beside {
        here = List.copyOf(here);
    }

    /**
     * Fills what is there so that the fewest GPUs have to come, and of such choices so that the most is placed there.
     *
     * @param fleet the GPUs that are there; those of another model, and those whose instances' places are not known or not
     *     legal, take no part
     * @param movable instances that may move; all others stay where they are
     * @param demand what is wanted, all of it served by the offered model
     * @param offer the model, and its speed
     * @param effort how long to search
     */
    public static Beside of(Fleet fleet, Set<InstanceRef> movable, Demand demand, Offer offer, Effort effort) {
        return new BesideProgram(fleet, movable, demand, offer).solve(effort);
    }

    public boolean isProven() {
        return more == atLeast;
    }
}
