package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.snapshot.MetricKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a selector asks DCGM for. */
final class Dcgm {
    /** What a GPU has once, and the exporter repeats for each of its instances. */
    private static final Set<String> OF_THE_GPU = Set.of(
            "dcgm_fi_dev_power_usage",
            "dcgm_fi_dev_total_energy_consumption",
            "dcgm_fi_dev_gpu_temp",
            "dcgm_fi_dev_memory_temp",
            "dcgm_fi_dev_sm_clock",
            "dcgm_fi_dev_mem_clock",
            "dcgm_fi_dev_xid_errors");

    /** Of those what adds up over GPUs. */
    private static final Set<String> DRAWN = Set.of("dcgm_fi_dev_power_usage", "dcgm_fi_dev_total_energy_consumption");

    private static final Set<String> PER_GPU = Set.of("gpuiid", "uuid", "gpuuuid", "gpu", "device", "pcibusid");
    private static final Set<String> OWNERS =
            Set.of("pod", "podname", "exportedpod", "container", "containername", "exportedcontainer");

    private Dcgm() {}

    /** The metric's name, wherever it stands. */
    static String metric(Selector selector) {
        if (!selector.metric().isEmpty()) {
            return selector.metric();
        }
        return selector.matchers().stream()
                .filter(matcher -> matcher.label().equals("__name__"))
                .map(Matcher::value)
                .findFirst()
                .orElse("");
    }

    static boolean isUtilization(Selector selector) {
        MetricKind kind = MetricKind.of(metric(selector));
        return kind == MetricKind.UTILIZATION || kind == MetricKind.UTILIZATION_RATIO;
    }

    static boolean isGpuUtil(Selector selector) {
        return MetricKind.of(metric(selector)) == MetricKind.GPU_UTIL;
    }

    /** Whether it is one of the ratios from 0 to 1. */
    static boolean isRatio(Selector selector) {
        String name = lower(metric(selector));
        return name.startsWith("dcgm_fi_prof_")
                && (name.endsWith("_active") || name.endsWith("_ratio") || name.endsWith("_occupancy"));
    }

    static boolean isOfTheGpu(Selector selector) {
        return OF_THE_GPU.contains(lower(metric(selector)));
    }

    /** Whether it is what a GPU draws: watts, or energy. */
    static boolean isDrawn(Selector selector) {
        return DRAWN.contains(lower(metric(selector)));
    }

    static boolean isDcgm(Selector selector) {
        return lower(metric(selector)).startsWith("dcgm_");
    }

    static Stream<Selector> utilizations(Expr expr) {
        return Exprs.all(expr, Selector.class).filter(Dcgm::isUtilization);
    }

    /** The condition on the profile. */
    static Optional<Matcher> profile(Selector selector) {
        return matcher(selector, "gpuiprofile");
    }

    /** Whether only some models are asked for. */
    static boolean namesModels(Selector selector) {
        return model(selector).isPresent();
    }

    /** The condition on the model. */
    static Optional<Matcher> model(Selector selector) {
        return matcher(selector, "modelname");
    }

    private static Optional<Matcher> matcher(Selector selector, String label) {
        return selector.matchers().stream()
                .filter(matcher -> plain(matcher.label()).equals(label))
                .findFirst();
    }

    private static String plain(String label) {
        return lower(label).replace("_", "");
    }

    /**
     * Whether an aggregation takes series as the exporter wrote them: nothing in between makes one of an instance's
     * several.
     */
    static boolean isOverSeries(Aggregate aggregate) {
        return Exprs.all(aggregate.expr()).noneMatch(Aggregate.class::isInstance);
    }

    /** Whether an aggregation gives one result for each instance. */
    static boolean isPerInstance(Aggregate aggregate) {
        return keeps(aggregate, Set.of("gpuiid"));
    }

    /** Whether an aggregation gives one result for each instance or GPU. */
    static boolean isPerGpu(Aggregate aggregate) {
        return keeps(aggregate, PER_GPU);
    }

    /** Whether an aggregation gives one result for each owner of an instance. */
    static boolean isPerOwner(Aggregate aggregate) {
        return keeps(aggregate, OWNERS);
    }

    /** Whether the results of an aggregation differ in one of these labels. */
    static boolean keeps(Aggregate aggregate, Set<String> labels) {
        Expr.Grouping grouping = aggregate.grouping();
        return grouping != null
                && grouping.isBy() == grouping.labels().stream().anyMatch(label -> labels.contains(plain(label)));
    }

    /** Whether only whole GPUs are asked for. */
    static boolean isOfWholeGpus(Selector selector) {
        return matcher(selector, "gpuiid").filter(id -> id.matches("")).isPresent();
    }

    /** Whether one owner's series are asked for. */
    static boolean namesOwner(Selector selector) {
        return selector.matchers().stream()
                .anyMatch(matcher -> matcher.op() == Matcher.Op.EQUAL && OWNERS.contains(plain(matcher.label())));
    }

    /** Whether everything that is asked for is DCGM's. */
    static boolean isAllDcgm(Expr expr) {
        return Exprs.all(expr, Selector.class).allMatch(Dcgm::isDcgm);
    }

    static Stream<Aggregate> aggregates(Expr expr, String... ops) {
        Set<String> wanted = Set.of(ops);
        return Exprs.all(expr, Aggregate.class).filter(aggregate -> wanted.contains(aggregate.op()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
