package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Limit;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/** {@code promtool} accepts every generated rule file, and the generated tests of it succeed. */
class RulesIT {
    /** What somebody could get wrong in the rules of a document, and the generated tests must then not let through. */
    private record Slip(String name, String right, String wrong) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip("a 2g weighs 3", "vector(2)", "vector(3)"),
            new Slip("a 1g weighs a rounded seventh", "vector(1)", "vector(0.143)"),
            new Slip("2g is left out", "\"mig_profiles\", \"2\"", "\"mig_profiles\", \"9\""),
            new Slip("eight slices", "7 * sum by (Hostname, modelName)", "8 * sum by (Hostname, modelName)"),
            new Slip("readings are cut", "<= 1.1", "<= 0.8"),
            new Slip("the model is another", "A100-SXM4-80GB|", "A100-SXM4-40GB|"),
            new Slip("the threshold is too high", ">= 0.9", ">= 0.99"),
            new Slip("the threshold is too low", ">= 0.9", ">= 0.7"),
            new Slip("the alert comes too late", "for: \"10m\"", "for: \"30m\""),
            new Slip("the alert comes at once", "for: \"10m\"", "for: \"0s\""),
            new Slip("a percent for a ratio", ">= 0.9", ">= 90"),
            new Slip("missing readings are let through", "instances:count < 1", "instances:count < 0.1"),
            new Slip("no data is data", "absent(", "count("),
            new Slip("silent hosts are let through", "offset 1h", "offset 1m"),
            new Slip("layouts are compared too early", "offset 15m", "offset 1s"),
            new Slip("an average of sizes", "record: fleet:mig_utilization:avg\n", "record: fleet:mig_other:avg\n"),
            new Slip("numbers for sums", "record: host:mig_instances:count\n", "record: host:mig_other:count\n"));

    // daemons, never shut down: a factory that is tried again needs them again
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().factory());

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> promtoolAcceptsAndTestsTheRules() {
        String promtool = Programs.need("promtool").toString();
        // rules and their tests differ by what hardware there is, on one host or several
        Map<List<Object>, Case> kinds = new LinkedHashMap<>();
        Case.samples().forEach(one -> kinds.putIfAbsent(kind(one.fleet()), one));
        List<Case> cases = new ArrayList<>(kinds.values());
        Variants.all().stream()
                .filter(one -> Set.of(
                                "mixed-models",
                                "odd-names",
                                "names-both",
                                "percent",
                                "gpus-by-cost",
                                "basis-memory-gib")
                        .contains(one.name()))
                .forEach(cases::add);
        return ahead(cases, Case::name, one -> tested(promtool, one));
    }

    private static List<Object> kind(Fleet fleet) {
        Set<String> models = new TreeSet<>();
        Set<String> hosts = new HashSet<>();
        fleet.gpus().forEach(gpu -> {
            models.add(gpu.modelName());
            hosts.add(gpu.host());
        });
        return List.of(models, hosts.size() > 1);
    }

    private void tested(String promtool, Case one) throws Exception {
        QueryPlan plan = one.plan().withFilters(List.of());
        Language language = one.name().length() % 2 == 0 ? Language.ENGLISH : Language.KOREAN;
        Request request = one.name().length() % 3 == 0 ? Request.of(one.name(), plan) : ofGpus(one.name(), plan);
        tested(promtool, request, one.fleet(), language);
    }

    private void tested(String promtool, Request request, Fleet fleet, Language language) throws Exception {
        Path files = Files.createTempDirectory(folder, "rules");
        for (var file : Bundle.of(request, fleet, Messages.in(language)).entrySet()) {
            Files.writeString(files.resolve(file.getKey()), file.getValue());
        }
        Programs.Outcome check = Programs.run(files, promtool, "check", "rules", Bundle.RULES);
        assertEquals(0, check.code(), check.output());
        Programs.Outcome test = Programs.run(files, promtool, "test", "rules", Bundle.TESTS);
        assertEquals(0, test.code(), test.output() + Files.readString(files.resolve(Bundle.TESTS)));
    }

    @TestFactory
    Stream<DynamicTest> theTestsFailWhenARuleIsWrong() throws Exception {
        String promtool = Programs.need("promtool").toString();
        Case main = Case.of("main", owned(), Weights.DEFAULT);
        Request request = ofGpus("main", main.plan().withFilters(List.of()));
        Messages words = Messages.in(Language.ENGLISH);
        String rules = Bundle.rules(request, words);
        String tests = Bundle.tests(request, main.fleet(), words);
        return ahead(SLIPS, Slip::name, slip -> {
            assertTrue(rules.contains(slip.right()), rules);
            Path files = Files.createTempDirectory(folder, "slip");
            Files.writeString(files.resolve(Bundle.RULES), rules.replace(slip.right(), slip.wrong()));
            Files.writeString(files.resolve(Bundle.TESTS), tests);
            Programs.Outcome test = Programs.run(files, promtool, "test", "rules", Bundle.TESTS);
            assertEquals(1, test.code(), test.output());
            assertTrue(test.output().contains("FAILED"), test.output());
        });
    }

    /** Tests that other processes do the work of, as many at once as there are cores. */
    private static <T> Stream<DynamicTest> ahead(List<T> of, Function<T, String> name, ThrowingConsumer<T> work) {
        List<DynamicTest> tests = new ArrayList<>();
        for (T one : of) {
            FutureTask<Void> done = new FutureTask<>(() -> {
                try {
                    work.accept(one);
                } catch (Error | Exception e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
            WORKERS.execute(done);
            tests.add(DynamicTest.dynamicTest(name.apply(one), () -> {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    throw e.getCause();
                }
            }));
        }
        return tests.stream();
    }

    private static Request ofGpus(String name, QueryPlan plan) {
        return new Request(
                name, plan, List.of(Level.model(plan.names()), Level.gpu(plan.names())), AlertThresholds.USUAL);
    }

    /** The main example on a host, so that rules of hosts have something to say. */
    private static Fleet owned() {
        return new Fleet(Fleets.main().gpus().stream()
                .map(gpu -> new Gpu(gpu.id(), gpu.name(), "node-1", gpu.model(), gpu.modelName(), gpu.instances()))
                .toList());
    }

    /** Other limits than the usual ones are tested as well. */
    @Test
    void theTestsFollowTheLimits() throws Exception {
        String promtool = Programs.need("promtool").toString();
        Case main = Case.of("main", owned(), Weights.DEFAULT);
        AlertThresholds limits = AlertThresholds.USUAL
                .with(Limit.WEIGHTED_HIGH, 97.5)
                .with(Limit.HIGH_FOR, 90)
                .with(Limit.COVERAGE, 50)
                .with(Limit.COVERAGE_FOR, 45)
                .with(Limit.SILENT_FOR, 50);
        QueryPlan plan = main.plan().withFilters(List.of());
        tested(promtool, new Request("main", plan, List.of(), limits), main.fleet(), Language.ENGLISH);
    }
}
