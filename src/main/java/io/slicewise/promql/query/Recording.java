package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recording rules: what instances and GPUs weigh and read once, and every figure of that. Names are {@code
 * level:metric:operations}, as Prometheus recommends.
 *
 * @param sources the rules that ask the exporter's series, in the order to evaluate them
 * @param figures the rules that use them
 */
public record Recording(List<Rule> sources, List<Rule> figures) {
    public Recording {
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
     * @param levels of what; those by a label of instances ask the exporter's series themselves
     */
    public static Recording of(Plan plan, List<Level> levels) {
        Names names = plan.names();
        Sources raw = new RawSources(plan);
        List<String> host = List.of(names.host());
        List<String> gpu = List.of(names.host(), names.model());
        List<Rule> sources = List.of(
                new Rule(RecordedSources.READINGS, raw.readings(host)),
                new Rule(RecordedSources.WEIGHTS, raw.weights(host)),
                new Rule(RecordedSources.PRESENT, raw.present(host)),
                new Rule(RecordedSources.CAPACITIES, raw.capacities(gpu)),
                new Rule(RecordedSources.POWER, raw.power(gpu)));
        Set<String> recorded = new HashSet<>(names.identity());
        recorded.addAll(host);
        List<Rule> figures = new ArrayList<>();
        for (Level level : levels) {
            boolean fits = recorded.containsAll(level.labels())
                    && level.labels().stream().allMatch(label -> names.scope(label) == Scope.GPU);
            FigureQueries queries = fits ? FigureQueries.recorded(plan) : FigureQueries.of(plan);
            for (Figure figure : Figure.values()) {
                figures.add(new Rule(
                        figure.rule(level), queries.query(figure, level).expr()));
            }
        }
        return new Recording(sources, figures);
    }

    /** The name of the series with one for each instance that is there, whatever its weight. */
    public static String presentSeries() {
        return RecordedSources.PRESENT;
    }
}
