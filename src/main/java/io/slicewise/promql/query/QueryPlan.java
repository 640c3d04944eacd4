package io.slicewise.promql.query;

import io.slicewise.fleet.ReadingKind;
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
public record QueryPlan(Hardware hardware, Names names, boolean isPercent, List<Filter> filters) {
    public QueryPlan {
        filters = List.copyOf(filters);
        if (hardware.isEmpty()) {
            throw new IllegalArgumentException("nothing of this hardware has a weight");
        }
    }

    /** What is asked of the instances. */
    public ReadingKind reading() {
        return hardware.weights().reading();
    }

    /** What series are called that rules of this plan record. */
    public SeriesNames series() {
        return new SeriesNames(reading());
    }

    /** As dcgm-exporter writes it, all series. */
    public static QueryPlan of(Hardware hardware) {
        return new QueryPlan(hardware, Names.DCGM, false, List.of());
    }

    public QueryPlan withNames(Names newNames) {
        return new QueryPlan(hardware, newNames, isPercent, filters);
    }

    public QueryPlan withPercent(boolean percent) {
        return new QueryPlan(hardware, names, percent, filters);
    }

    public QueryPlan withFilters(List<Filter> newFilters) {
        return new QueryPlan(hardware, names, isPercent, newFilters);
    }

    /** With one more condition. */
    public QueryPlan and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return withFilters(more);
    }
}
