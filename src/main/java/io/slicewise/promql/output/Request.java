package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.promql.lang.Duration;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Limit;
import io.slicewise.promql.query.QueryPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What files are to be made.
 *
 * @param title what they are for: a document's name
 * @param plan for which hardware, under which names
 * @param levels of what figures are recorded, the fleet and hosts always among them. GPUs, and with them each instance,
 *     are recorded where {@link Level#gpu} is, or where a limit of an alert of GPUs was set: that is hundreds of
 *     thousands of series in a large cluster
 * @param limits when alerts fire
 * @param delivery how they are to fit where they go
 * @param size how large the document is, which decides how often rules are evaluated
 */
public record Request(
        String title, QueryPlan plan, List<Level> levels, AlertThresholds limits, Delivery delivery, RuleSize size) {
    public Request {
        List<Level> all = new ArrayList<>(List.of(Level.FLEET, Level.host(plan.names())));
        boolean asksForGpus = limits.changed().containsKey(Limit.WHOLE_LOW)
                || limits.changed().containsKey(Limit.LOW_FOR);
        if (asksForGpus) {
            all.add(Level.gpu(plan.names()));
        }
        for (Level level : levels) {
            if (all.stream().noneMatch(one -> one.id().equals(level.id()))) {
                all.add(level);
            }
        }
        levels = List.copyOf(all);
    }

    /** With nothing special about where the files go. */
    public Request(String title, QueryPlan plan, List<Level> levels, AlertThresholds limits) {
        this(title, plan, levels, limits, Delivery.USUAL, RuleSize.NONE);
    }

    /** The same under another title. */
    Request titled(String newTitle) {
        return new Request(newTitle, plan, levels, limits, delivery, size);
    }

    /** The same for another place. */
    public Request with(Delivery other) {
        return new Request(title, plan, levels, limits, other, size);
    }

    /** The same for a document of this size. */
    public Request sized(Fleet fleet) {
        return new Request(title, plan, levels, limits, delivery, RuleSize.of(fleet));
    }

    /** How often the rules are to be evaluated. */
    Duration interval() {
        return size.interval(levels, plan.names());
    }

    /** Whether figures of single GPUs are recorded. */
    boolean isOfGpus() {
        return levels.contains(Level.gpu(plan.names()));
    }

    /** With the usual levels and limits. */
    public static Request of(String title, QueryPlan plan) {
        return new Request(title, plan, List.of(Level.model(plan.names())), AlertThresholds.USUAL);
    }
}
