package io.slicewise.promql.check;

import io.slicewise.promql.query.Figure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** An average of instances, in which the smallest counts as much as the largest. */
final class UnweightedAverage implements Check {
    @Override
    public String id() {
        return "unweighted-average";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Dcgm.aggregates(asked.expr(), "avg")
                .filter(avg -> Dcgm.isOverSeries(avg) && !Dcgm.isPerInstance(avg))
                .filter(avg -> Dcgm.utilizations(avg).anyMatch(selector -> !Weighing.isOfOneSize(selector)))
                .findFirst()
                .map(avg -> new Found(
                        avg,
                        Text.of("promql.check.unweighted-average"),
                        repairs.figure(Figure.WEIGHTED_AVERAGE, asked.expr(), avg)));
    }
}
