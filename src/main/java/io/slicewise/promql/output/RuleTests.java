package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Alert;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Messages;
import io.slicewise.text.Visible;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tests of the rules for {@code promtool test rules}, made of a document's own numbers: the figures as the product
 * computes them, also with a profile absent, and the alerts that they must raise and must not raise.
 */
final class RuleTests {
    private static final String NEAR = "1e-9";
    private static final int SHORTEST = 60;
    /** Up to so many GPUs all are tested; each test is evaluated over every series of them. */
    static final int MOST = 64;
    /** Beyond that as many of those with the same model and profiles. */
    static final int ALIKE = 2;

    /** When the layout changes: not before series are known, and long enough before the end. */
    private static final int CHANGE = 30;

    private final Request request;
    private final Names names;
    private final Weights weights;
    private final Fleet fleet;
    private final int all;
    private final Messages words;
    private final AlertThresholds limits;
    /** By when every alert has fired that is to fire, and how long series go on. */
    private final int settled;

    private final int minutes;

    /**
     * @param fleet the document's GPUs; those whose model is not known are left out, since no rule weighs them
     */
    RuleTests(Request request, Fleet fleet, Messages words) {
        this.request = request;
        this.names = request.plan().names();
        this.weights = request.plan().hardware().weights();
        List<Gpu> weighed = fleet.gpus().stream()
                .filter(gpu -> gpu.model() != null && !gpu.instances().isEmpty())
                .toList();
        this.all = weighed.size();
        this.fleet = new Fleet(all > MOST ? sample(weighed) : weighed);
        this.words = words;
        this.limits = request.limits();
        int longest = Math.max(limits.highFor(), Math.max(limits.coverageFor(), limits.silentFor()));
        this.settled = Math.max(CHANGE, longest + 5);
        this.minutes = Math.max(SHORTEST, 2 * settled);
    }

    /** The first of each model and layout, in the order of the document: what is alike is tested once more at most. */
    private static List<Gpu> sample(List<Gpu> gpus) {
        Map<List<Object>, Integer> times = new HashMap<>();
        return gpus.stream()
                .filter(gpu -> times.merge(kind(gpu), 1, Integer::sum) <= ALIKE)
                .limit(MOST)
                .toList();
    }

    private static List<Object> kind(Gpu gpu) {
        List<Object> kind = new ArrayList<>(gpu.instances().stream()
                .map(one -> one.profile().name())
                .sorted()
                .toList());
        kind.add(String.valueOf(gpu.model()));
        return kind;
    }

    /** Which GPUs are tested where not all are, as a comment. */
    private String sampled() {
        int tested = fleet.gpus().size();
        return tested == all ? "" : "# " + words.say("promql.file.sample", tested, all, ALIKE, MOST) + "\n";
    }

    /** The test file, for rules in {@code rules}. */
    String text(String rules) {
        List<Object> tests = new ArrayList<>();
        if (fleet.instanceCount() > 0) {
            tests.add(test("promql.test.numbers", series(fleet), numbers(fleet)));
        }
        for (String profile : profiles()) {
            Fleet rest = without(profile);
            if (rest.instanceCount() > 0) {
                tests.add(test("promql.test.without", series(rest), figures(rest, Level.FLEET, ""), profile));
            }
        }
        tests.add(test(
                "promql.test.noData",
                List.of(input("up", "1+0x" + minutes)),
                List.of(fires(Alert.NO_DATA, 1, settled))));
        if (fleet.instanceCount() > 0) {
            // half way from the limit to all there is
            tests.add(test("promql.test.full", series(all((1 + limits.weightedHigh()) / 2)), full()));
            tests.add(test("promql.test.silent", series(firstSilent()), silent()));
            tests.add(test("promql.test.memory", memory(), List.of(fires(Alert.MEMORY_HIGH, 1, settled))));
            tests.add(test("promql.test.gone", series(fleet, limits.silentBefore() + 5), gone()));
            if (request.isOfGpus()) {
                tests.add(test("promql.test.layout", changed(), List.of(fires(Alert.LAYOUT_CHANGED, 1, CHANGE + 5))));
            }
        }
        return "# " + Visible.line(words.say("promql.file.tests", request.title())) + "\n"
                + sampled()
                + YamlText.of(Tree.map("rule_files", List.of(rules), "evaluation_interval", "1m", "tests", tests));
    }

    private Map<String, Object> test(String name, List<Object> input, List<Object> tests, Object... args) {
        return Tree.map(
                "name", words.say(name, args), "interval", "1m", "input_series", input, "promql_expr_test", tests);
    }

    private List<Object> numbers(Fleet all) {
        List<Object> tests = new ArrayList<>(figures(all, Level.FLEET, ""));
        long full = 0;
        for (Map.Entry<String, List<Gpu>> host : byHost(all).entrySet()) {
            Fleet one = new Fleet(host.getValue());
            tests.addAll(figures(one, Level.host(names), matcher(names.host(), host.getKey())));
            full += Figures.of(one, weights.ofEngine()).total().weightedAverage() >= limits.weightedHigh() ? 1 : 0;
        }
        for (Gpu gpu : request.isOfGpus() ? all.gpus() : List.<Gpu>of()) {
            tests.addAll(figures(new Fleet(List.of(gpu)), Level.gpu(names), matcher(names.uuid(), gpu.id())));
        }
        tests.add(fires(Alert.WEIGHTED_HIGH, full, settled));
        tests.add(fires(Alert.NO_DATA, 0, settled));
        tests.add(fires(Alert.LAYOUT_CHANGED, 0, settled));
        tests.add(fires(Alert.UNWEIGHED, 0, SHORTEST - 1));
        return tests;
    }

    private List<Object> full() {
        long hosts = byHost(fleet).size();
        return List.of(
                fires(Alert.WEIGHTED_HIGH, 0, limits.highFor() - 1),
                fires(Alert.WEIGHTED_HIGH, hosts, limits.highFor() + 1));
    }

    /** One of the first GPU's instances has no reading; whether that is too few is for the limits to say. */
    private List<Object> silent() {
        int instances = fleet.gpus().getFirst().instances().size();
        boolean tooFew = (instances - 1.0) / instances < limits.coverage();
        return List.of(fires(Alert.READINGS_MISSING, tooFew ? 1 : 0, settled));
    }

    /** Series end ten minutes later than the alert looks back, counting how long servers still take the last sample. */
    private List<Object> gone() {
        int end = limits.silentBefore() + 10;
        return List.of(
                fires(Alert.HOST_SILENT, 0, end),
                fires(Alert.HOST_SILENT, byHost(fleet).size(), end + limits.silentFor() + 2));
    }

    private List<Object> figures(Fleet one, Level level, String matcher) {
        Averages averages = Figures.of(one, weights.ofEngine()).total();
        return List.of(
                equals(series(QueryFigure.INSTANCE_AVERAGE, level) + matcher, averages.instanceAverage()),
                equals(series(QueryFigure.WEIGHTED_AVERAGE, level) + matcher, averages.weightedAverage()),
                equals(series(QueryFigure.WHOLE_GPU, level) + matcher, averages.wholeGpu()),
                equals(series(QueryFigure.ALLOCATED, level) + matcher, averages.allocatedShare()),
                equals(series(QueryFigure.GAP, level) + matcher, averages.gap()),
                equals(series(QueryFigure.INSTANCES, level) + matcher, averages.instances()),
                equals(series(QueryFigure.UNWEIGHED, level) + matcher, 0));
    }

    private String series(QueryFigure figure, Level level) {
        return request.plan().series().figure(figure, level);
    }

    /** A figure to within a billionth: servers add up in another order than the product. */
    private Map<String, Object> equals(String series, double value) {
        if (Double.isNaN(value)) {
            return Tree.map("expr", series, "eval_time", settled + "m", "exp_samples", List.of());
        }
        String expr = "sum(abs(" + series + " - " + difference(value) + ") <= bool " + NEAR + ")";
        return Tree.map("expr", expr, "eval_time", settled + "m", "exp_samples", one(1));
    }

    private static String difference(double value) {
        String number = JsonText.number(value);
        return value < 0 ? "(" + number + ")" : number;
    }

    private static Map<String, Object> fires(String alert, long times, int minute) {
        String expr =
                "count(ALERTS" + Promql.line(Promql.of("{alertname=\"" + alert + "\", alertstate=\"firing\"}")) + ")";
        return Tree.map("expr", expr, "eval_time", minute + "m", "exp_samples", times == 0 ? List.of() : one(times));
    }

    private static List<Object> one(long value) {
        return List.of(Tree.map("labels", "{}", "value", value));
    }

    private static String matcher(String label, String value) {
        return "{" + label + "=" + Promql.quoted(value) + "}";
    }

    private static Map<String, Object> input(String series, String values) {
        return Tree.map("series", series, "values", values);
    }

    private List<Object> series(Fleet one) {
        return series(one, minutes);
    }

    private List<Object> series(Fleet one, int length) {
        List<Object> input = new ArrayList<>();
        for (FleetSeries.Series series :
                FleetSeries.of(one, names, request.plan().isPercent())) {
            input.add(input(series.selector(), series.number() + "+0x" + length));
        }
        return input;
    }

    /** The first instance comes half an hour late: between two moments its GPU has another layout. */
    private List<Object> changed() {
        Gpu gpu = fleet.gpus().stream()
                .max(Comparator.comparingInt(one -> one.instances().size()))
                .orElseThrow();
        Instance late = gpu.instances().getFirst();
        Fleet before = new Fleet(List.of(
                gpu.withInstances(gpu.instances().subList(1, gpu.instances().size()))));
        Gpu marker = gpu.withInstances(List.of(late.withId("late").withUtilization(0.5)));
        List<Object> input = new ArrayList<>(series(before.instanceCount() > 0 ? before : new Fleet(List.of(gpu))));
        for (FleetSeries.Series series :
                FleetSeries.of(new Fleet(List.of(marker)), names, request.plan().isPercent())) {
            input.add(
                    input(series.selector(), "_x" + (CHANGE - 1) + " " + series.number() + "+0x" + (minutes - CHANGE)));
        }
        return input;
    }

    /** One instance has hardly any memory left. */
    private List<Object> memory() {
        Gpu gpu = fleet.gpus().getFirst();
        Fleet one = new Fleet(
                List.of(gpu.withInstances(List.of(gpu.instances().getFirst().withOwner("")))));
        List<Object> input = new ArrayList<>();
        for (FleetSeries.Series series :
                FleetSeries.of(one, names, request.plan().isPercent())) {
            if (series.metric().equals(names.presence())) {
                String free = names.memoryFree()
                        + series.selector().substring(series.metric().length());
                input.add(input(series.selector(), "1000+0x" + minutes));
                input.add(input(free, "1+0x" + minutes));
            }
        }
        return input;
    }

    private Fleet firstSilent() {
        Gpu first = fleet.gpus().getFirst();
        List<Instance> instances = new ArrayList<>(first.instances());
        instances.set(0, instances.getFirst().withUtilization(Instance.NO_READING));
        return new Fleet(List.of(first.withInstances(instances)));
    }

    private Fleet all(double utilization) {
        return changed(instance -> instance.withUtilization(utilization));
    }

    private Fleet changed(UnaryOperator<Instance> change) {
        return new Fleet(fleet.gpus().stream()
                .map(gpu ->
                        gpu.withInstances(gpu.instances().stream().map(change).toList()))
                .toList());
    }

    private Collection<String> profiles() {
        return fleet.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .map(instance -> instance.profile().name())
                .distinct()
                .toList();
    }

    private Fleet without(String profile) {
        return new Fleet(fleet.gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .filter(one -> !one.profile().name().equals(profile))
                        .toList()))
                .filter(gpu -> !gpu.instances().isEmpty())
                .toList());
    }

    private static Map<String, List<Gpu>> byHost(Fleet all) {
        Map<String, List<Gpu>> hosts = new LinkedHashMap<>();
        for (Gpu gpu : all.gpus()) {
            hosts.computeIfAbsent(gpu.host(), _ -> new ArrayList<>()).add(gpu);
        }
        return hosts;
    }
}
