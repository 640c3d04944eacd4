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
 * From series that recording rules made: of {@link RawSources} a few for each host, model and profile, and of these one for
 * each host and model, weighed already, so that a dashboard over a day adds up a few series at each of its moments and looks
 * nothing up.
 */
final class RecordedSources implements Sources {
    private final SeriesNames series;
    private final List<Matcher> chosen;
    private final boolean isOfModels;

    private RecordedSources(QueryPlan plan, boolean isOfModels) {
        series = plan.series();
        chosen = plan.filters().stream().map(Filter::matcher).toList();
        this.isOfModels = isOfModels;
    }

    /**
     * The series of each host, model and profile.
     *
     * @param plan whose conditions are on hosts and models, besides those that the rules have in them
     */
    static RecordedSources ofProfiles(QueryPlan plan) {
        return new RecordedSources(plan, false);
    }

    /**
     * The series of each host and model.
     *
     * @param plan whose conditions are on hosts and models, besides those that the rules have in them
     */
    static RecordedSources ofModels(QueryPlan plan) {
        return new RecordedSources(plan, true);
    }

    @Override
    public Expr average(List<String> labels) {
        return binary(sum(labels, List.of()), Op.DIVIDE, reported(labels, List.of()));
    }

    @Override
    public Expr sum(List<String> labels, List<Matcher> models) {
        return of(name(SeriesNames.SUMS), labels, models);
    }

    @Override
    public Expr reported(List<String> labels, List<Matcher> models) {
        return of(name(SeriesNames.REPORTED), labels, models);
    }

    @Override
    public Expr instances(List<String> labels, List<Matcher> models) {
        return of(name(SeriesNames.INSTANCES), labels, models);
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
        return isOfModels ? Optional.of(of(series.total(total), labels, List.of())) : Optional.empty();
    }

    private String name(String what) {
        return isOfModels ? series.ofModels(what) : series.ofProfiles(what);
    }

    private Expr of(String recorded, List<String> labels, List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>(models);
        matchers.addAll(chosen);
        return aggregate("sum", labels, new Selector(recorded, matchers));
    }
}
