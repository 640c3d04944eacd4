package io.slicewise.promql.query;

import io.slicewise.promql.lang.Duration;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Promql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An alert.
 *
 * @param name as it is shown in an alert manager
 * @param id its part of the keys of its summary and description
 * @param expr of recorded series
 * @param holds how long it must hold before it fires
 * @param severity {@code critical}, {@code warning} or {@code info}
 */
public record Alert(String name, String id, Expr expr, Duration holds, String severity) {
    public static final String WEIGHTED_HIGH = "MigWeightedUtilizationHigh";
    public static final String WHOLE_LOW = "MigWholeGpuUtilizationLow";
    public static final String READINGS_MISSING = "MigReadingsMissing";
    public static final String UNWEIGHED = "MigInstancesUnweighed";
    public static final String MEMORY_HIGH = "MigMemoryHigh";
    public static final String HOST_SILENT = "MigHostSilent";
    public static final String NO_DATA = "MigNoData";
    public static final String LAYOUT_CHANGED = "MigLayoutChanged";
    private static final Set<String> OF_GPUS = Set.of(WHOLE_LOW, LAYOUT_CHANGED);

    /**
     * The alerts of a plan; they need the rules of {@link RecordedSeries} at the levels fleet and host.
     *
     * @param ofGpus whether there are rules of GPUs too, and so alerts of single ones
     */
    public static List<Alert> of(QueryPlan plan, AlertThresholds limits, boolean ofGpus) {
        Names names = plan.names();
        SeriesNames series = plan.series();
        Level host = Level.host(names);
        String weighted = series.figure(QueryFigure.WEIGHTED_AVERAGE, host);
        String whole = series.figure(QueryFigure.WHOLE_GPU, Level.gpu(names));
        String instances = series.figure(QueryFigure.INSTANCES, host);
        String reported = series.figure(QueryFigure.REPORTED, host);
        String used = memory(plan, names.presence());
        String present = series.present();
        Duration before = Duration.ofMinutes(limits.silentBefore());
        String days = limits.lowDays() + "d";
        String gpu = "(" + String.join(", ", Level.gpu(names).labels()) + ")";
        String same = " and on (" + names.uuid() + ") ";
        List<Alert> all = List.of(
                alert(
                        WEIGHTED_HIGH,
                        "weightedHigh",
                        weighted + " >= " + limits.weightedHigh(),
                        limits.highFor(),
                        "warning"),
                alert(
                        WHOLE_LOW,
                        "wholeLow",
                        // over all of the days: a GPU that is new says nothing yet
                        "avg_over_time(" + whole + "[" + days + "]) < " + limits.wholeLow() + " and " + whole
                                + " offset " + days,
                        60,
                        "info"),
                alert(
                        READINGS_MISSING,
                        "readingsMissing",
                        "(" + reported + " or 0 * " + instances + ") / " + instances + " < " + limits.coverage(),
                        limits.coverageFor(),
                        "warning"),
                alert(UNWEIGHED, "unweighed", series.figure(QueryFigure.UNWEIGHED, Level.FLEET) + " > 0", 30, "info"),
                alert(
                        MEMORY_HIGH,
                        "memoryHigh",
                        used + " / (" + used + " + " + memory(plan, names.memoryFree()) + ") > " + limits.memoryHigh(),
                        limits.highFor(),
                        "warning"),
                alert(
                        HOST_SILENT,
                        "hostSilent",
                        instances + " offset " + before + " unless " + instances,
                        limits.silentFor(),
                        "warning"),
                alert(
                        NO_DATA,
                        "noData",
                        "absent(" + series.figure(QueryFigure.INSTANCES, Level.FLEET) + ")",
                        limits.silentFor(),
                        "critical"),
                alert(
                        LAYOUT_CHANGED,
                        "layoutChanged",
                        "count by " + gpu + " ((" + present + " unless " + present + " offset 15m)" + same + present
                                + " offset 15m or (" + present + " offset 15m unless " + present + ")" + same
                                + present + ") > 0",
                        0,
                        "info"));
        return all.stream()
                .filter(alert -> ofGpus || !OF_GPUS.contains(alert.name()))
                .toList();
    }

    /** Memory of each instance, once for each however many pods report it. */
    private static String memory(QueryPlan plan, String metric) {
        Names names = plan.names();
        List<Matcher> matchers = new ArrayList<>(List.of(Matcher.notEqual(names.instance(), "")));
        plan.filters().forEach(filter -> matchers.add(filter.matcher()));
        List<String> each = List.of(names.host(), names.uuid(), names.instance());
        return Promql.line(Trees.aggregate("max", each, new Expr.Selector(metric, matchers)));
    }

    private static Alert alert(String name, String id, String query, int minutes, String severity) {
        return new Alert(name, id, Promql.of(query), Duration.ofMinutes(minutes), severity);
    }
}
