package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.query.Names;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Power or temperature added up or averaged over instances: the exporter repeats the GPU's for each. */
final class GpuValuesPerInstance implements Check {
    @Override
    public String id() {
        return "gpu-values-per-instance";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        return Dcgm.aggregates(asked.expr(), "sum", "avg")
                .filter(Dcgm::isOverSeries)
                .filter(aggregate -> Exprs.all(aggregate.expr(), Selector.class).anyMatch(Dcgm::isOfTheGpu))
                .findFirst()
                .map(aggregate -> new Found(
                        aggregate,
                        Text.of(aggregate.op().equals("sum") ? "promql.check.summed" : "promql.check.averaged"),
                        once(aggregate).map(better -> Repairs.replaced(asked.expr(), aggregate, better))));
    }

    /** Once a GPU; with what it is grouped by, where that is said by naming it. */
    private static Optional<Expr> once(Aggregate aggregate) {
        Grouping grouping = aggregate.grouping();
        if (grouping != null && !grouping.isBy()) {
            return Optional.empty();
        }
        boolean lower = Exprs.all(aggregate, Selector.class)
                .anyMatch(selector -> Dcgm.metric(selector).startsWith("dcgm"));
        List<String> labels = new ArrayList<>();
        labels.add(lower ? Names.DCGM.lowerCase().uuid() : Names.UUID);
        if (grouping != null) {
            grouping.labels().stream().filter(label -> !labels.contains(label)).forEach(labels::add);
        }
        Expr each = new Aggregate("max", new Grouping(true, labels), null, aggregate.expr());
        return Optional.of(new Aggregate(aggregate.op(), grouping, null, each));
    }
}
