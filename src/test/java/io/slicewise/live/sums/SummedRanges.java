package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.range.Grid;
import io.slicewise.usage.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ranges as a server would have summed them up. */
public final class SummedRanges {
    private SummedRanges() {}

    /** The utilization of all of a host's instances. */
    @FunctionalInterface
    public interface Load {
        /** @return {@code NaN} where the server had nothing */
        double of(int host, int index);
    }

    /** Two hosts over three minutes, one busier than the other. */
    public static SummedRange two() {
        Instant start = Instant.parse("2026-05-31T06:00:00Z");
        return of(new Grid(start, Duration.ofMinutes(1), 3), List.of("h1", "h2"), (host, _) -> 0.3 + 0.3 * host);
    }

    /** Hosts with an A100 of seven 1g each. */
    public static SummedRange of(Grid grid, List<String> hosts, Load load) {
        List<SummedRange.Row> rows = new ArrayList<>();
        for (int host = 0; host < hosts.size(); host++) {
            SumColumns columns = new SumColumns(grid.count());
            for (int i = 0; i < grid.count(); i++) {
                double utilization = load.of(host, i);
                if (!Double.isNaN(utilization)) {
                    for (Sum sum :
                            List.of(Sum.INSTANCES, Sum.REPORTED, Sum.WEIGHT, Sum.REPORTED_WEIGHT, Sum.HARDWARE)) {
                        columns.add(sum, i, 7);
                    }
                    columns.add(Sum.LOAD, i, 7 * utilization);
                    columns.add(Sum.WEIGHTED_LOAD, i, 7 * utilization);
                }
            }
            rows.add(new SummedRange.Row(hosts.get(host), "", columns));
        }
        return new SummedRange(grid, Group.HOST, LabelNames.EXPORTER, Weights.DEFAULT, rows, List.of(), 1);
    }
}
