package io.slicewise.promql.servers;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.output.FleetSeries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.Scope;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happens in real clusters, each made of the source document's example or of a mixed fleet. */
final class Variants {
    private static final Weights SLICES = Weights.DEFAULT;

    private Variants() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(data());
        cases.addAll(names());
        cases.addAll(weights());
        return cases;
    }

    /** Each sample without the instances of one of its profiles. */
    static List<Case> withoutOneProfile(List<Case> samples) {
        List<Case> cases = new ArrayList<>();
        for (Case sample : samples) {
            List<String> profiles = sample.fleet().gpus().stream()
                    .flatMap(gpu -> gpu.instances().stream())
                    .map(instance -> instance.profile().name())
                    .distinct()
                    .toList();
            for (String profile : profiles) {
                List<Gpu> gpus = sample.fleet().gpus().stream()
                        .map(gpu -> gpu.withInstances(gpu.instances().stream()
                                .filter(one -> !one.profile().name().equals(profile))
                                .toList()))
                        .filter(gpu -> !gpu.instances().isEmpty())
                        .toList();
                // the queries are those of the whole document
                QueryPlan plan = sample.plan().withFilters(List.of());
                String name = sample.name() + "-without-" + profile.replaceAll("\\W", "-");
                cases.add(Case.of(name, new Fleet(gpus), plan));
            }
        }
        return cases;
    }

    private static List<Case> data() {
        Case main = Case.of("main", Fleets.main(), SLICES);
        String text = main.exposition();
        Case silent = Case.of("no-reading", withoutReading(Fleets.main(), "2"), SLICES);
        String nan =
                line(text, "GPU_I_ID=\"2\"", "DCGM_FI_PROF_GR_ENGINE_ACTIVE").replaceAll("\\S+$", "NaN");
        Case mixed = Case.of("mixed-models", mixed(), SLICES);
        return List.of(
                silent,
                silent.with("nan", silent.exposition() + nan + "\n"),
                silent.with("blank", silent.exposition() + nan.replace("NaN", "9223372036854775794") + "\n"),
                main.with("pods", text + duplicated(text, "pod=\"a\"") + duplicated(text, "pod=\"b\",container=\"c\"")),
                main.with("whole-gpus", text + wholeGpus()),
                main.with("power", text + "DCGM_FI_DEV_POWER_USAGE{UUID=\"GPU 0\",GPU_I_ID=\"1\"} 300\n"),
                mixed,
                mixed.with("any-hardware", plan -> QueryPlan.of(Hardware.any(Fleets.CATALOGUE, SLICES))),
                Case.of("odd-names", odd(), SLICES));
    }

    private static List<Case> names() {
        Fleet fleet = mixed();
        QueryPlan plan = QueryPlan.of(Hardware.of(fleet, SLICES));
        Case old = Case.of("names-both-old", fleet, plan);
        Case both = old.with("names-both-old", one -> one.withNames(Names.DCGM.with(Names.Metric.BOTH)));
        String twice = both.exposition()
                + both.exposition()
                        .replaceAll("(?m)^DCGM_FI_DEV.*\n", "")
                        .replace("GR_ENGINE_ACTIVE", "GR_ENGINE_UTIL_RATIO");
        return List.of(
                Case.of("names-new", fleet, plan.withNames(Names.DCGM.with(Names.Metric.NEW))),
                both,
                both.with("names-both", twice),
                Case.of("names-lower", fleet, plan.withNames(Names.DCGM.lowerCase())),
                Case.of("percent", fleet, plan.withPercent(true)),
                Case.of(
                        "exported",
                        fleet,
                        plan.withNames(Names.DCGM
                                .withLabel(Names.NAMESPACE, "exported_namespace")
                                .withLabel(Names.HOST, "node"))));
    }

    private static List<Case> weights() {
        Fleet h100 =
                Fleets.of(Fleets.gpu("GPU 0", "h100-80gb-sxm", "1g.20gb 90", "1g.10gb 20", "1g.10gb 35", "3g.40gb 60"));
        Fleet both = mixed();
        WeightBasis own = new WeightBasis.Own(Map.of(
                "h100-80gb-sxm/1g.20gb",
                2.5,
                "h100-80gb-sxm/1g.10gb",
                1.25,
                "h100-80gb-sxm/2g.20gb",
                2.0,
                "h100-80gb-sxm/3g.40gb",
                4.0,
                "h100-80gb-sxm",
                10.0));
        GpuWeight cost = new GpuWeight.Own(Map.of("a100-80gb", 1.1, "a30-24gb", 0.4, "h100-80gb-sxm", 2.3));
        return List.of(
                Case.of("basis-sms", h100, SLICES.withBasis(WeightBasis.Hardware.SMS)),
                Case.of("basis-memory-slices", h100, SLICES.withBasis(WeightBasis.Hardware.MEMORY_SLICES)),
                Case.of("basis-memory-gib", h100, SLICES.withBasis(WeightBasis.Hardware.MEMORY_GIB)),
                Case.of("basis-own", h100, SLICES.withBasis(own)),
                Case.of("mixed-sms", both, SLICES.withBasis(WeightBasis.Hardware.SMS)),
                Case.of("mixed-memory", both, SLICES.withBasis(WeightBasis.Hardware.MEMORY_SLICES)),
                Case.of("gpus-by-sms", both, SLICES.withGpus(new GpuWeight.BySms())),
                Case.of("gpus-by-cost", both, SLICES.withGpus(cost)));
    }

    /** A100, A30 and H100 in two hosts, with owners that share GPUs. */
    static Fleet mixed() {
        return new Fleet(List.of(
                owned(Fleets.gpu("GPU-a", "a100-80gb", "4g.40gb 70", "3g.40gb 20"), "node-1", "red/x", "blue/y"),
                owned(
                        Fleets.gpu("GPU-b", "a30-24gb", "1g.6gb 50", "1g.6gb 60", "2g.12gb -"),
                        "node-1",
                        "red/z",
                        "",
                        "blue/w"),
                owned(
                        Fleets.gpu("GPU-c", "h100-80gb-sxm", "2g.20gb 40", "1g.10gb 10", "3g.40gb 90"),
                        "node-2",
                        "blue/v",
                        "red/u",
                        "red/t")));
    }

    private static Fleet odd() {
        Gpu gpu =
                owned(Fleets.gpu("GPU \"0\"\\", "a100-80gb", "1g.10gb 10", "3g.40gb 80"), "호스트", "팀 \"가\"/p", "b\\s/q");
        return new Fleet(List.of(gpu));
    }

    static Filter namespace(String name) {
        return new Filter(Matcher.equal("namespace", name), Scope.INSTANCE);
    }

    private static Gpu owned(Gpu gpu, String host, String... owners) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < owners.length; i++) {
            instances.add(gpu.instances().get(i).withOwner(owners[i]));
        }
        return new Gpu(gpu.id(), gpu.name(), host, gpu.model(), gpu.modelName(), instances);
    }

    static Fleet withoutReading(Fleet fleet, String instance) {
        return new Fleet(fleet.gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .map(one -> one.id().equals(instance) ? one.withUtilization(Instance.NO_READING) : one)
                        .toList()))
                .toList());
    }

    private static String line(String text, String with, String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric) && line.contains(with))
                .findFirst()
                .orElseThrow();
    }

    private static String duplicated(String text, String labels) {
        return text.replace("{", "{" + labels + ",");
    }

    /** MIG off, and MIG on without instances: neither is a GPU in use. */
    private static String wholeGpus() {
        return FleetSeries.exposition(List.of(
                new FleetSeries.Series(
                        "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                        Map.of("UUID", "GPU-x", "modelName", "NVIDIA A100-SXM4-80GB"),
                        0.95),
                new FleetSeries.Series("DCGM_FI_DEV_FB_USED", Map.of("UUID", "GPU-y", "modelName", "NVIDIA A30"), 12)));
    }
}
