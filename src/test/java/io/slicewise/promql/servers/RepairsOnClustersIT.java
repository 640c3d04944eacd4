package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.QueryFinding;
import io.slicewise.promql.query.Hardware;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random clusters a repaired query gives what is right, in particular wherever the original did; also where two pods
 * share each instance, as far as the repair is about that.
 */
class RepairsOnClustersIT {
    private static final double NEAR = 1e-9;
    private static final int CLUSTERS = 8;
    private static final List<List<String>> LAYOUTS_A100 = List.of(
            List.of("1g.10gb", "1g.10gb", "1g.10gb", "2g.20gb"),
            List.of("3g.40gb", "2g.20gb", "1g.10gb"),
            List.of("4g.40gb", "3g.40gb"),
            List.of("1g.10gb", "1g.10gb"),
            List.of("7g.80gb"));
    private static final List<List<String>> LAYOUTS_A30 =
            List.of(List.of("1g.6gb", "1g.6gb", "2g.12gb"), List.of("4g.24gb"), List.of("2g.12gb"));

    @TempDir
    private static Path folder;

    /**
     * Somebody's query.
     *
     * @param id of the finding whose repair is tried
     * @param query of the metric {@code M}, with conditions {@code J}
     * @param isOfPods whether it is right as well where pods share instances
     * @param right what it should give; NaN for nothing
     */
    private record Theirs(String id, String query, boolean isOfPods, ToDoubleFunction<Fleet> right) {}

    private static List<Theirs> theirs() {
        return List.of(
                new Theirs("unweighted-average", "avg(M{J})", true, RepairsOnClustersIT::weighted),
                new Theirs("unweighted-average", "1 - avg(M{J})", true, fleet -> 1 - weighted(fleet)),
                new Theirs("unweighted-average", "100 * avg(M{J} >= 0)", true, fleet -> 100 * weighted(fleet)),
                new Theirs(
                        "seven-for-all",
                        "sum(M{J}) / 7",
                        true,
                        fleet -> total(fleet).wholeGpu()),
                new Theirs(
                        "percent-on-ratio",
                        "avg(M{J}) / 100",
                        false,
                        fleet -> total(fleet).instanceAverage()),
                new Theirs("counted-series", "count(M{J})", true, fleet -> reported(fleet)),
                new Theirs(
                        "summed-series",
                        "sum(M{J})",
                        true,
                        fleet -> total(fleet).instanceAverage() * reported(fleet)),
                new Theirs("counted-series", "count(M{J} > 0.5) / count(M{J})", true, fleet -> share(fleet, 0.5)),
                new Theirs(
                        "counted-series",
                        "sum(M{J}) / count(M{J})",
                        true,
                        fleet -> total(fleet).instanceAverage()),
                new Theirs("no-data-as-zero", "count(M{J} > 0.99) or vector(0)", false, fleet -> above(fleet, 0.99)),
                new Theirs(
                        "no-data-as-zero",
                        "sum(M{J,GPU_I_PROFILE=~'7g.*'}) or vector(0)",
                        false,
                        fleet -> load(fleet, "7g.80gb")),
                new Theirs(
                        "vanishing-sum",
                        "sum(M{J,GPU_I_PROFILE='1g.10gb'}) + 2 * sum(M{J,GPU_I_PROFILE='2g.20gb'})",
                        false,
                        fleet -> load(fleet, "1g.10gb") + 2 * load(fleet, "2g.20gb")),
                new Theirs(
                        "rounded-weights",
                        "sum(0.143 * M{J,GPU_I_PROFILE='1g.10gb'}) or vector(0)",
                        false,
                        fleet -> load(fleet, "1g.10gb") / 7),
                new Theirs("gpu-util", "max(DCGM_FI_DEV_GPU_UTIL{J})", true, fleet -> 100 * largest(fleet)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void repairedQueriesAreRight(String program) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Case plain = Case.of("c" + seed, cluster(new Random(seed)), Weights.DEFAULT);
            String text = plain.exposition();
            cases.add(plain);
            cases.add(plain.with("p" + seed, text.replace("{", "{pod=\"a\",") + text.replace("{", "{pod=\"b\",")));
        }
        Checker checker = new Checker(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT));
        int right = 0;
        try (Lab lab = Lab.open(program, folder, cases)) {
            for (Case one : cases) {
                for (Theirs theirs : theirs()) {
                    if (theirs.isOfPods() || one.name().startsWith("c")) {
                        right += tried(lab.server(), checker, one, theirs);
                    }
                }
            }
        }
        assertTrue(right > 0 && right < cases.size() * theirs().size(), "queries that were right before: " + right);
    }

    /** Whether the query was right before. */
    private static int tried(Server server, Checker checker, Case one, Theirs theirs) {
        String query = theirs.query()
                .replaceAll("\\bM\\b", "DCGM_FI_PROF_GR_ENGINE_ACTIVE")
                .replace("J", "job='" + one.name() + "'");
        double expected = theirs.right().applyAsDouble(one.fleet());
        QueryFinding finding = checker.check("theirs", query).findings().stream()
                .filter(found -> found.id().equals(theirs.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(query));
        assertEquals(expected, value(server, finding.repaired()), NEAR, () -> one.name() + ": " + finding.repaired());
        return Math.abs(value(server, query) - expected) <= NEAR ? 1 : 0;
    }

    private static double value(Server server, String query) {
        List<Server.Sample> samples = server.query(query);
        assertTrue(samples.size() <= 1, () -> query + ": " + samples);
        return samples.isEmpty() ? Double.NaN : samples.getFirst().value();
    }

    private static Fleet cluster(Random random) {
        List<Gpu> gpus = new ArrayList<>();
        int number = 1 + random.nextInt(5);
        for (int i = 0; i < number; i++) {
            boolean isA30 = random.nextInt(4) == 0;
            List<List<String>> layouts = isA30 ? LAYOUTS_A30 : LAYOUTS_A100;
            String[] instances = layouts.get(random.nextInt(layouts.size())).stream()
                    .map(profile ->
                            profile + " " + (random.nextInt(6) == 0 ? "-" : String.valueOf(random.nextInt(101))))
                    .toArray(String[]::new);
            Gpu gpu = Fleets.gpu("GPU-" + i, isA30 ? "a30-24gb" : "a100-80gb", instances);
            gpus.add(new Gpu(gpu.id(), gpu.name(), "node-" + i % 2, gpu.model(), gpu.modelName(), gpu.instances()));
        }
        return new Fleet(gpus);
    }

    private static Averages total(Fleet fleet) {
        return Figures.of(fleet, Weights.DEFAULT).total();
    }

    private static double weighted(Fleet fleet) {
        return total(fleet).weightedAverage();
    }

    private static Stream<Instance> instances(Fleet fleet) {
        return fleet.gpus().stream().flatMap(gpu -> gpu.instances().stream()).filter(Instance::isReported);
    }

    private static double reported(Fleet fleet) {
        return instances(fleet).findAny().isEmpty()
                ? Double.NaN
                : instances(fleet).count();
    }

    private static double above(Fleet fleet, double limit) {
        return reported(fleet) * 0
                + instances(fleet).filter(one -> one.utilization() > limit).count();
    }

    /** Of none above the limit there is nothing to divide. */
    private static double share(Fleet fleet, double limit) {
        double above = above(fleet, limit);
        return above == 0 ? Double.NaN : above / reported(fleet);
    }

    private static double load(Fleet fleet, String profile) {
        return reported(fleet) * 0
                + instances(fleet)
                        .filter(one -> one.profile().name().equals(profile))
                        .mapToDouble(Instance::utilization)
                        .sum();
    }

    private static double largest(Fleet fleet) {
        return instances(fleet).mapToDouble(Instance::utilization).max().orElse(Double.NaN);
    }
}
