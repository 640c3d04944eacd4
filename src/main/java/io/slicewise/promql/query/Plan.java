package io.slicewise.promql.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What queries are made for.
 *
 * @param hardware what weighs how much, never nothing: {@link Hardware#any} where a document has no GPU
 * @param names what things are called there
 * @param isPercent whether the metric goes to 100 instead of to 1
 * @param filters which series count; all of them must hold
 */
public record Plan(Hardware hardware, Names names, boolean isPercent, List<Filter> filters) {
    public Plan {
        filters = List.copyOf(filters);
        if (hardware.isEmpty()) {
            throw new IllegalArgumentException("nothing of this hardware has a weight");
        }
    }

    /** As dcgm-exporter writes it, all series. */
    public static Plan of(Hardware hardware) {
        return new Plan(hardware, Names.DCGM, false, List.of());
    }

    public Plan withNames(Names newNames) {
        return new Plan(hardware, newNames, isPercent, filters);
    }

    public Plan withPercent(boolean percent) {
        return new Plan(hardware, names, percent, filters);
    }

    public Plan withFilters(List<Filter> newFilters) {
        return new Plan(hardware, names, isPercent, newFilters);
    }

    /** With one more condition. */
    public Plan and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return withFilters(more);
    }
}
