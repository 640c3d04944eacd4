package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Recording rules: what instances and GPUs read once, by host, model and profile; that with its weights, by host and
 * model; and every figure of that. {@link SeriesNames} says what they are called.
 *
 * @param sources the rules that ask the exporter's series, and those that weigh them, in the order to evaluate them
 * @param figures the rules that use them
 */
public record RecordedSeries(List<Rule> sources, List<Rule> figures) {
    public RecordedSeries {
        sources = List.copyOf(sources);
        figures = List.copyOf(figures);
    }

    /**
     * A rule.
     *
     * @param name of the series that it makes
     */
    public record Rule(String name, Expr expr) {}

    /**
     * The rules of a plan.
     *
     * @param levels of what; those by other labels than host and model ask the exporter's series themselves. With that of
     *     GPUs each instance is recorded too, which is where the number of series is
     */
    public static RecordedSeries of(QueryPlan plan, List<Level> levels) {
        Names names = plan.names();
        SeriesNames series = plan.series();
        RawSources raw = new RawSources(plan);
        List<String> models = List.of(names.host(), names.model());
        List<String> profiles = List.of(names.host(), names.model(), names.profile());
        List<Rule> sources = new ArrayList<>(List.of(
                new Rule(series.ofProfiles(SeriesNames.SUMS), raw.sum(profiles, List.of())),
                new Rule(series.ofProfiles(SeriesNames.REPORTED), raw.reported(profiles, List.of())),
                new Rule(series.ofProfiles(SeriesNames.INSTANCES), raw.instances(profiles, List.of())),
                new Rule(series.gpus(), raw.gpus(models, List.of())),
                new Rule(series.power(), raw.power(models))));
        if (levels.contains(Level.gpu(names))) {
            sources.add(new Rule(series.present(), raw.present(List.of(names.host()), List.of())));
        }
        sources.addAll(ofModels(plan, models));
        List<Rule> figures = new ArrayList<>();
        for (Level level : levels) {
            boolean fits = models.containsAll(level.labels());
            FigureQueries queries = fits ? FigureQueries.recorded(plan.withFilters(List.of())) : FigureQueries.of(plan);
            for (QueryFigure figure : QueryFigure.values()) {
                figures.add(new Rule(series.figure(figure, level), queries.expr(figure, level)));
            }
        }
        return new RecordedSeries(sources, figures);
    }

    /** By host and model, with weights and without. */
    private static List<Rule> ofModels(QueryPlan plan, List<String> models) {
        QueryPlan all = plan.withFilters(List.of());
        SeriesNames series = plan.series();
        RecordedSources recorded = RecordedSources.ofProfiles(all);
        List<Rule> rules = new ArrayList<>(List.of(
                new Rule(series.ofModels(SeriesNames.SUMS), recorded.sum(models, List.of())),
                new Rule(series.ofModels(SeriesNames.REPORTED), recorded.reported(models, List.of())),
                new Rule(series.ofModels(SeriesNames.INSTANCES), recorded.instances(models, List.of()))));
        FigureQueries queries = FigureQueries.ofProfiles(all);
        for (WeighedTotal total : WeighedTotal.values()) {
            rules.add(new Rule(series.total(total), queries.total(total, models)));
        }
        return rules;
    }
}
