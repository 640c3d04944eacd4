package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.aggregate;
import static io.slicewise.promql.query.Trees.binary;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From series that recording rules made of {@link RecordedSources}: one for each host and model, weighed already, so that
 * a dashboard over a day adds up a few series at each of its moments and looks nothing up.
 */
final class ModelSources implements Sources {
    private final SeriesNames series;
    private final List<Matcher> chosen;

    /** @param plan whose conditions are on hosts and models, besides those that the rules have in them */
    ModelSources(QueryPlan plan) {
        series = plan.series();
        chosen = plan.filters().stream().map(Filter::matcher).toList();
    }

    @Override
    public Expr average(List<String> labels) {
        return binary(sum(labels, List.of()), Op.DIVIDE, reported(labels, List.of()));
    }

    @Override
    public Expr sum(List<String> labels, List<Matcher> models) {
        return of(series.ofModels(SeriesNames.SUMS), labels, models);
    }

    @Override
    public Expr reported(List<String> labels, List<Matcher> models) {
        return of(series.ofModels(SeriesNames.REPORTED), labels, models);
    }

    @Override
    public Expr instances(List<String> labels, List<Matcher> models) {
        return of(series.ofModels(SeriesNames.INSTANCES), labels, models);
    }

    @Override
    public boolean tellsGpus() {
        return false;
    }

    @Override
    public Expr gpus(List<String> labels, List<Matcher> models) {
        return of(series.gpus(), labels, models);
    }

    @Override
    public Expr power(List<String> labels) {
        return of(series.power(), labels, List.of());
    }

    @Override
    public Optional<Expr> total(WeighedTotal total, List<String> labels) {
        return Optional.of(of(series.total(total), labels, List.of()));
    }

    private Expr of(String recorded, List<String> labels, List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>(models);
        matchers.addAll(chosen);
        return aggregate("sum", labels, new Selector(recorded, matchers));
    }
}
