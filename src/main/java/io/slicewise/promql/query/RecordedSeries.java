package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Recording rules: what instances and GPUs read once, by host, model and profile; that with its weights, by host and
 * model; and every figure of that. Names are {@code level:metric:operations}, as Prometheus recommends.
 *
 * @param sources the rules that ask the exporter's series, and those that weigh them, in the order to evaluate them
 * @param figures the rules that use them
 */
public record RecordedSeries(List<Rule> sources, List<Rule> figures) {
    private static final String PRESENT = "gpu_instance:mig_present:group";

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
        RawSources raw = new RawSources(plan);
        List<String> models = List.of(names.host(), names.model());
        List<String> profiles = List.of(names.host(), names.model(), names.profile());
        List<Rule> sources = new ArrayList<>(List.of(
                new Rule(RecordedSources.SUMS, raw.sum(profiles, List.of())),
                new Rule(RecordedSources.REPORTED, raw.reported(profiles, List.of())),
                new Rule(RecordedSources.INSTANCES, raw.instances(profiles, List.of())),
                new Rule(RecordedSources.GPUS, raw.gpus(models, List.of())),
                new Rule(RecordedSources.POWER, raw.power(models))));
        if (levels.contains(Level.gpu(names))) {
            sources.add(new Rule(PRESENT, raw.present(List.of(names.host()), List.of())));
        }
        sources.addAll(ofModels(plan, models));
        List<Rule> figures = new ArrayList<>();
        for (Level level : levels) {
            boolean fits = models.containsAll(level.labels());
            FigureQueries queries = fits ? FigureQueries.recorded(plan.withFilters(List.of())) : FigureQueries.of(plan);
            for (QueryFigure figure : QueryFigure.values()) {
                figures.add(new Rule(figure.rule(level), queries.expr(figure, level)));
            }
        }
        return new RecordedSeries(sources, figures);
    }

    /** By host and model, with weights and without. */
    private static List<Rule> ofModels(QueryPlan plan, List<String> models) {
        QueryPlan all = plan.withFilters(List.of());
        RecordedSources recorded = new RecordedSources(all);
        List<Rule> rules = new ArrayList<>(List.of(
                new Rule(ModelSources.SUMS, recorded.sum(models, List.of())),
                new Rule(ModelSources.REPORTED, recorded.reported(models, List.of())),
                new Rule(ModelSources.INSTANCES, recorded.instances(models, List.of()))));
        FigureQueries queries = FigureQueries.ofProfiles(all);
        for (WeighedTotal total : WeighedTotal.values()) {
            rules.add(new Rule(total.rule(), queries.total(total, models)));
        }
        return rules;
    }

    /** The name of the series with the number of GPUs of each host and model. */
    public static String gpusSeries() {
        return RecordedSources.GPUS;
    }

    /** The name of the series with one for each instance that is there, whatever its weight. */
    public static String presentSeries() {
        return PRESENT;
    }
}
