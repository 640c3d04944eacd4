package io.slicewise.promql.check;

import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.Set;

/** An average of instances, in which the smallest counts as much as the largest. */
final class UnweightedAverage implements Check {
    /** What instances have in common that weigh alike. */
    private static final Set<String> ALIKE = Set.of("gpuiid", "gpuiprofile");

    @Override
    public String id() {
        return "unweighted-average";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Dcgm.aggregates(asked.expr(), "avg")
                .filter(avg -> Dcgm.isOverSeries(avg) && !Dcgm.keeps(avg, ALIKE))
                .filter(avg -> Dcgm.utilizations(avg).anyMatch(selector -> !Weighing.isOfOneSize(selector)))
                .findFirst()
                .map(avg -> new Found(
                        Severity.INFO,
                        avg,
                        Text.of("promql.check.unweighted-average"),
                        repairs.figure(QueryFigure.WEIGHTED_AVERAGE, asked.expr(), avg, avg)));
    }
}
