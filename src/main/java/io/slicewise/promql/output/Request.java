package io.slicewise.promql.output;

import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Limits;
import io.slicewise.promql.query.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What files are to be made.
 *
 * @param title what they are for: a document's name
 * @param plan for which hardware, under which names
 * @param levels of what figures are recorded, the fleet, hosts and GPUs always among them
 * @param limits when alerts fire
 */
public record Request(String title, Plan plan, List<Level> levels, Limits limits) {
    public Request {
        List<Level> all = new ArrayList<>(List.of(Level.FLEET, Level.host(plan.names()), Level.gpu(plan.names())));
        for (Level level : levels) {
            if (all.stream().noneMatch(one -> one.id().equals(level.id()))) {
                all.add(level);
            }
        }
        levels = List.copyOf(all);
    }

    /** With the usual levels and limits. */
    public static Request of(String title, Plan plan) {
        return new Request(title, plan, List.of(Level.model(plan.names())), Limits.USUAL);
    }
}
