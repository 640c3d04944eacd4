package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.aggregate;
import static io.slicewise.promql.query.Trees.binary;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import java.util.ArrayList;
import java.util.List;

/** From series that recording rules made of {@link RawSources}: a few for each host, model and profile. */
final class RecordedSources implements Sources {
    private final SeriesNames series;
    private final List<Matcher> chosen;

    /** @param plan whose conditions are on hosts and models, besides those that the rules have in them */
    RecordedSources(QueryPlan plan) {
        series = plan.series();
        chosen = plan.filters().stream().map(Filter::matcher).toList();
    }

    @Override
    public Expr average(List<String> labels) {
        return binary(sum(labels, List.of()), Op.DIVIDE, reported(labels, List.of()));
    }

    @Override
    public Expr sum(List<String> labels, List<Matcher> models) {
        return of(series.ofProfiles(SeriesNames.SUMS), labels, models);
    }

    @Override
    public Expr reported(List<String> labels, List<Matcher> models) {
        return of(series.ofProfiles(SeriesNames.REPORTED), labels, models);
    }

    @Override
    public Expr instances(List<String> labels, List<Matcher> models) {
        return of(series.ofProfiles(SeriesNames.INSTANCES), labels, models);
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

    private Expr of(String recorded, List<String> labels, List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>(models);
        matchers.addAll(chosen);
        return aggregate("sum", labels, new Selector(recorded, matchers));
    }
}
