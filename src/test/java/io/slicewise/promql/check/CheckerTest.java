package io.slicewise.promql.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is found where it is, and nowhere else. */
class CheckerTest {
    private static final Hardware ANY = Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT);
    private static final Checker CHECKER = new Checker(ANY);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "unweighted-average;avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod=\"x\"})",
                "unweighted-average;avg by (Hostname) (avg_over_time(dcgm_fi_prof_gr_engine_active[5m]))",
                "vanishing-sum;sum(A{GPU_I_PROFILE=\"1g.10gb\"}) + sum(A{GPU_I_PROFILE=\"2g.20gb\"} * 2)",
                "wrong-weights;sum(A{GPU_I_PROFILE=\"1g.10gb\"} * 1 or 2 * A{GPU_I_PROFILE=\"2g.20gb\"} or 4 *"
                        + " A{GPU_I_PROFILE=\"3g.40gb\"})",
                "rounded-weights;0.143 * A{GPU_I_PROFILE=~\"1g.*\"}",
                "rounded-weights;A{GPU_I_PROFILE=\"3g.40gb\"} * 42.9",
                "seven-for-all;sum(A) / 7",
                "seven-for-all;sum(A) / (7 * count(group by (UUID) (A)))",
                "seven-for-all;sum(DCGM_FI_DEV_GPU_UTIL) / 7",
                "wrong-slices;sum(A{modelName=\"NVIDIA A30\"}) / 7",
                "wrong-slices;sum by (Hostname) (A{modelName=~\".*A30.*\"}) / (7 * count(group by (UUID) (A)))",
                "wrong-slices;sum(DCGM_FI_DEV_GPU_UTIL{modelName=\"NVIDIA A30\"}) / 7 > 80",
                "hard-coded-profiles;avg(A{GPU_I_PROFILE=\"1g.10gb\"})",
                "hard-coded-profiles;avg(A{GPU_I_PROFILE=~\"1g\\\\.10gb|2g\\\\.20gb\"})",
                "percent-on-ratio;max(A) > 90",
                "percent-on-ratio;avg_over_time(DCGM_FI_PROF_SM_ACTIVE[5m]) >= bool 80",
                "gpu-values-per-instance;sum(DCGM_FI_DEV_POWER_USAGE)",
                "gpu-values-per-instance;avg by (Hostname) (DCGM_FI_DEV_GPU_TEMP{Hostname=\"a\"})",
                "gpu-util;DCGM_FI_DEV_GPU_UTIL{gpu=\"0\"}",
                "counted-series;count(A)",
                "counted-series;count(A > 0.9) / count(A)",
                "counted-series;count(DCGM_FI_DEV_GPU_TEMP) > 2",
                "summed-series;sum by (UUID, GPU_I_ID) (A)",
                "summed-series;sum by (Hostname, GPU_I_ID) (DCGM_FI_DEV_FB_USED)",
                "summed-series;sum(A)",
                "summed-series;sum by (Hostname) (A{modelName=\"NVIDIA A30\"}) > 3",
                "percent-on-ratio;avg(A) / 100",
                "percent-on-ratio;avg(A) * 0.01 > 0.9",
                "percent-on-ratio;round(sum(A) / 100, 0.01)",
                "vanishing-sum;sum(A{GPU_I_PROFILE=\"1g.10gb\"}) * 1 + sum(A{GPU_I_PROFILE=\"2g.20gb\"}) * 2 + 1",
                "no-data-as-zero;sum(A) or vector(0)"
            })
    void aMistakeIsFound(String id, String query) {
        List<QueryFinding> found = find(query);
        QueryFinding finding = found.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found));
        assertFalse(finding.repaired().isEmpty());
        assertInstanceOf(Parsed.Query.class, Promql.parse(finding.part()));
        List<QueryFinding> again = CHECKER.check("again", finding.repaired()).findings();
        assertTrue(again.stream().noneMatch(one -> one.id().equals(id)), () -> again.toString());
        assertFalse(Messages.in(Language.KOREAN).say(finding.message()).contains("promql."));
    }

    /** What it is compared with is a percentage and stays one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "max(U{GPU_I_ID!=\"\"}) > 90;max(100 * A{GPU_I_ID!=\"\"}) > 90",
                "max_over_time(U{GPU_I_ID!=\"\"}[5m] offset 1h) > 90;100 * max_over_time(A{GPU_I_ID!=\"\"}[5m] offset"
                        + " 1h) > 90",
                "U{GPU_I_ID!=\"\"} offset 5m;100 * A{GPU_I_ID!=\"\"} offset 5m",
                // without a sign of MIG other GPUs keep what they had
                "max(U) > 90;max(100 * A or on (UUID) U) > 90",
                "max_over_time(U[5m]) > 90;(100 * max_over_time(A[5m]) or on (UUID) max_over_time(U[5m])) > 90"
            })
    void theRatioIsMadeAPercentageWhereThePercentsStood(String query, String repaired) {
        QueryFinding finding = only(query.replaceAll("\\bU\\b", "DCGM_FI_DEV_GPU_UTIL"), "gpu-util");
        assertEquals(
                query.contains("GPU_I_ID") ? Problem.Severity.ERROR : Problem.Severity.WARNING, finding.severity());
        assertEquals(
                repaired.replaceAll("\\bA\\b", "DCGM_FI_PROF_GR_ENGINE_ACTIVE")
                        .replaceAll("\\bU\\b", "DCGM_FI_DEV_GPU_UTIL"),
                Promql.line(((Parsed.Query) Promql.parse(finding.repaired())).expr()));
    }

    /** As GPU_UTIL, which is right where MIG is off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "sum(DCGM_FI_DEV_POWER_USAGE);WARNING",
                "avg(DCGM_FI_DEV_GPU_TEMP);WARNING",
                "sum(DCGM_FI_DEV_POWER_USAGE{GPU_I_ID!=\"\"});ERROR",
                "avg by (GPU_I_PROFILE) (DCGM_FI_DEV_GPU_TEMP);ERROR"
            })
    void repeatedValuesAreAnErrorWhereMigIsOn(String query, Problem.Severity severity) {
        QueryFinding finding = only(query, "gpu-values-per-instance");
        assertEquals(severity, finding.severity());
        String said = Messages.in(Language.ENGLISH).say(finding.message());
        assertEquals(severity == Problem.Severity.WARNING, said.startsWith("On GPUs with MIG on"), said);
        assertEquals(
                Problem.Severity.ERROR,
                new Checker(ANY, true)
                        .check("known", query)
                        .findings()
                        .getFirst()
                        .severity());
    }

    /** The zero is counted on both sides: without it on one of them the difference would be another one. */
    @Test
    void aZeroThatIsCountedIsFoundAndLeftToPeople() {
        String busy = "count(count by (UUID, GPU_I_ID) (DCGM_FI_PROF_GR_ENGINE_ACTIVE%s) or vector(0))";
        QueryFinding finding = only(busy.formatted("") + " - " + busy.formatted("{pod=~\".+\"}"), "no-data-as-zero");
        assertEquals("", finding.repaired());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg by (UUID, GPU_I_ID) (A)",
                "avg(max by (UUID, GPU_I_ID) (A))",
                "avg(node_load1)",
                "sum(A{GPU_I_PROFILE=~\"1g.*\"}) or sum(A{GPU_I_PROFILE=~\"2g.*\"})",
                "sum(1 * A{GPU_I_PROFILE=~\"1g.*\"} or 2 * A{GPU_I_PROFILE=~\"2g.*\"})",
                "1 / 7 * A{GPU_I_PROFILE=~\"1g.*\"}",
                "sum(A{modelName=\"NVIDIA A100-SXM4-80GB\"}) / 7",
                "sum(A{modelName=~\".*(A30|A100).*\"}) / 7",
                "avg(A{GPU_I_PROFILE=~\"1g.*\"}) > 0.9",
                "max(A) > 0.9",
                "100 * max(A) > 90",
                "A <= 1.1",
                "sum(max by (UUID) (DCGM_FI_DEV_POWER_USAGE))",
                "max(DCGM_FI_DEV_GPU_TEMP) > 83",
                "count(group by (UUID) (A))",
                "count(up)",
                "A{GPU_I_PROFILE=\"1g.10gb\"}",
                "sum(up) or vector(0)",
                "clamp(count by (UUID) (A), 1, 1)",
                "sum(clamp_max(count by (Hostname) (A), 1))",
                "count by (Hostname) (A) > 0",
                "absent(count(A))",
                "max(A) unless count(A{pod=\"x\"})",
                "count(count by (Hostname) (DCGM_FI_DEV_POWER_USAGE))",
                "count by (UUID, GPU_I_ID) (A)",
                "avg by (Hostname, GPU_I_ID) (A)",
                "avg by (GPU_I_PROFILE) (A)",
                "avg by (GPU_I_ID, UUID) (DCGM_FI_DEV_POWER_USAGE)",
                "avg by (UUID) (DCGM_FI_DEV_GPU_TEMP)",
                "sum by (UUID, GPU_I_ID, pod) (A)",
                "sum by (pod) (A)",
                "sum(A{pod=\"x\"})",
                "sum(max by (UUID) (sum by (UUID, GPU_I_ID, pod) (DCGM_FI_DEV_POWER_USAGE)))",
                "sum by (UUID, GPU_I_ID, pod) (DCGM_FI_DEV_GPU_TEMP)",
                "sum by (UUID, GPU_I_ID) (A) / count by (UUID, GPU_I_ID) (A)",
                "count_over_time(A[1h]) > 60",
                "time() - timestamp(A) > 90",
                "changes(A[1h]) > 5",
                "DCGM_FI_DEV_GPU_UTIL{GPU_I_ID=\"\"}",
                "100 * A or on (UUID) DCGM_FI_DEV_GPU_UTIL",
                "DCGM_FI_DEV_GPU_UTIL or 100 * A{GPU_I_ID!=\"\"}",
                "count(kube_pod_status_phase > 0 and on (pod) A)",
                "clamp_max(A, 100) / 100",
                "node_load1 / 7"
            })
    void whatIsRightIsLeftAlone(String query) {
        assertEquals(List.of(), find(query).stream().map(QueryFinding::id).toList());
    }

    /** A ratio that is shown in percent has no weight of 100. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(A{GPU_I_PROFILE=\"1g.10gb\"} * 1) / (count(A{GPU_I_PROFILE=\"1g.10gb\"}) * 1) * 100",
                "100 * sum(A{GPU_I_PROFILE=\"1g.10gb\"} * 0.143) / sum(A{GPU_I_PROFILE=\"1g.10gb\"} * 0.143)",
                "100 * avg(A{GPU_I_PROFILE=\"1g.10gb\"}) or 100 * avg(A{GPU_I_PROFILE=\"2g.20gb\"})"
            })
    void percentIsNoWeight(String query) {
        assertTrue(find(query).stream().noneMatch(one -> one.id().equals("wrong-weights")), query);
    }

    /** What is done with the figure stays; only how it is computed is repaired. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "avg(A) > 0.9;W > 0.9",
                "avg(A) > 90;W > 0.9",
                "avg(A) * 100 > 90 and on () up;W * 100 > 90 and on () up",
                "round(100 * avg(A), 0.1);round(100 * W, 0.1)",
                "avg(avg_over_time(A[$__rate_interval])) > bool 0.5;avg_over_time(W[$__rate_interval:]) > bool 0.5",
                "max_over_time(avg(A)[1d:5m]);max_over_time(W[1d:5m])",
                "topk(3, avg(A));topk(3, W)"
            })
    void repairsKeepWhatIsDoneWithTheFigure(String query, String repaired) {
        QueryFinding finding = only(query, "unweighted-average");
        Expr weighted = FigureQueries.of(QueryPlan.of(ANY))
                .query(QueryFigure.WEIGHTED_AVERAGE, Level.FLEET)
                .expr();
        Expr expected = Exprs.map(
                Promql.of(repaired),
                one -> one instanceof Expr.Selector selector
                                && selector.metric().equals("W")
                        ? weighted
                        : one);
        assertEquals(Promql.line(expected), Promql.line(Promql.of(finding.repaired())));
    }

    /** What stood around what is repaired stays, and nothing that was there is lost. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "no-data-as-zero;count(A > 0.9) or vector(0);count(A > 0.9) or 0 * count(A)",
                "no-data-as-zero;count by (Hostname) (A{pod=\"x\"}) or vector(0);"
                        + "count by (Hostname) (A{pod=\"x\"}) or 0 * count by (Hostname) (A)",
                "no-data-as-zero;100 * sum(A{Hostname=\"h\",GPU_I_PROFILE=\"1g.10gb\"}) / 7 or vector(0);"
                        + "100 * sum(A{Hostname=\"h\", GPU_I_PROFILE=\"1g.10gb\"}) / 7 or 0 * count(A{Hostname=\"h\"})",
                "no-data-as-zero;(sum(A{GPU_I_PROFILE=\"1g.10gb\"}) or vector(0)) + (sum(A{GPU_I_PROFILE=\"2g.20gb\"})"
                        + " or vector(0));(sum(A{GPU_I_PROFILE=\"1g.10gb\"}) or 0 * count(A)) +"
                        + " (sum(A{GPU_I_PROFILE=\"2g.20gb\"}) or 0 * count(A))",
                "no-data-as-zero;max(A{pod=\"x\"}) or vector(0);max(A{pod=\"x\"})",
                "no-data-as-zero;count(A) or vector(0);count(A)",
                "vanishing-sum;2 * sum(A{GPU_I_PROFILE=\"2g.20gb\"}) + sum(A{GPU_I_PROFILE=\"1g.10gb\"});"
                        + "2 * (sum(A{GPU_I_PROFILE=\"2g.20gb\"}) or 0 * count(A))"
                        + " + (sum(A{GPU_I_PROFILE=\"1g.10gb\"}) or 0 * count(A))",
                "rounded-weights;sum(0.143 * A{GPU_I_PROFILE=\"1g.10gb\"});sum(1 / 7 * A{GPU_I_PROFILE=\"1g.10gb\"})",
                "wrong-weights;sum(1 * A{GPU_I_PROFILE=~\"1g.*\"} or 3 * A{GPU_I_PROFILE=~\"2g.*\"} or 3 *"
                        + " A{GPU_I_PROFILE=~\"3g.*\"});sum(1 * A{GPU_I_PROFILE=~\"1g.*\"} or 2 *"
                        + " A{GPU_I_PROFILE=~\"2g.*\"} or 3 * A{GPU_I_PROFILE=~\"3g.*\"})",
                "counted-series;sum(A) / count(A);"
                        + "sum(max by (UUID, GPU_I_ID) (A)) / count(group by (UUID, GPU_I_ID) (A))",
                "summed-series;sum by (UUID, GPU_I_ID) (A);max by (UUID, GPU_I_ID) (A)",
                "summed-series;sum by (Hostname) (A) > 3;sum by (Hostname) (max by (UUID, GPU_I_ID, Hostname) (A)) > 3",
                "gpu-values-per-instance;sum by (UUID, GPU_I_ID, pod) (DCGM_FI_DEV_POWER_USAGE);",
                "gpu-values-per-instance;sum(sum by (GPU_I_ID) (DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION));",
                "gpu-values-per-instance;sum by (gpu) (DCGM_FI_DEV_POWER_USAGE);"
                        + "sum by (gpu) (max by (UUID, gpu) (DCGM_FI_DEV_POWER_USAGE))",
                "percent-on-ratio;avg(A) / 100;avg(A)",
                "percent-on-ratio;sum by (Hostname) (A) / 100;sum by (Hostname) (A)",
                "counted-series;count by (GPU_I_PROFILE) (DCGM_FI_DEV_GPU_TEMP);"
                        + "count by (GPU_I_PROFILE) (group by (UUID, GPU_I_ID, GPU_I_PROFILE) (DCGM_FI_DEV_GPU_TEMP))",
                "counted-series;count(DCGM_FI_DEV_GPU_TEMP{GPU_I_ID!=\"\"});"
                        + "count(group by (UUID, GPU_I_ID) (DCGM_FI_DEV_GPU_TEMP{GPU_I_ID!=\"\"}))",
                "counted-series;count by (pod) (DCGM_FI_DEV_SM_CLOCK);"
                        + "count by (pod) (group by (UUID, GPU_I_ID, pod) (DCGM_FI_DEV_SM_CLOCK))",
                "counted-series;count by (modelName) (DCGM_FI_DEV_SM_CLOCK);"
                        + "count by (modelName) (group by (UUID, modelName) (DCGM_FI_DEV_SM_CLOCK))",
                "hard-coded-profiles;count(A{GPU_I_PROFILE=\"1g.10gb\"});",
                "hard-coded-profiles;sum(A{GPU_I_PROFILE=\"1g.10gb\"});",
                "unweighted-average;avg(A > 0.1);",
                "unweighted-average;avg(A * on (pod) group_left (team) kube_pod_labels);",
                "unweighted-average;avg without (GPU_I_ID) (A);",
                "seven-for-all;sum without (GPU_I_ID) (A) / 7;",
            })
    void aRepairTakesNothingAway(String id, String query, String repaired) {
        String expected = repaired == null ? "" : repaired.replaceAll("\\bA\\b", "DCGM_FI_PROF_GR_ENGINE_ACTIVE");
        String made = only(query, id).repaired();
        assertEquals(expected, made.isEmpty() ? "" : Promql.line(Promql.of(made)));
    }

    /** Thresholds and units count where they show. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "\"color\": {\"mode\": \"palette-classic\"}, \"custom\": {\"thresholdsStyle\": {\"mode\":"
                        + " \"off\"}},;false",
                "\"color\": {\"mode\": \"palette-classic\"}, \"custom\": {\"thresholdsStyle\": {\"mode\":"
                        + " \"line\"}},;true",
                "\"color\": {\"mode\": \"thresholds\"},;true",
                "\"unit\": \"percentunit\",;true"
            })
    void thresholdsCountWhereTheyShow(String fields, boolean isFound) {
        String board = """
            {"panels": [{"targets": [{"expr": "max(DCGM_FI_PROF_GR_ENGINE_ACTIVE)"}], "fieldConfig": {"defaults": {%s
             "thresholds": {"mode": "%s", "steps": [{"value": null}, {"value": 80}]}}}}]}\
            """;
        assertEquals(
                isFound ? 1 : 0,
                CHECKER.check("x", board.formatted(fields, "absolute"))
                        .findings()
                        .size());
        assertEquals(
                0,
                CHECKER.check("x", board.formatted(fields, "percentage"))
                        .findings()
                        .size());
    }

    @Test
    void theSameFindingIsSaidOnce() {
        String panel = "{\"title\": \"P%d\", \"targets\": [{\"expr\": \"avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE)\"}]}";
        String panels = IntStream.range(0, 3000).mapToObj(panel::formatted).collect(Collectors.joining(","));
        Checker.Report report = CHECKER.check("x", "{\"panels\": [" + panels + "]}");
        assertEquals(3000, report.findings().size());
        assertEquals(1, report.groups().size());
        assertEquals(3000, report.groups().getFirst().all().size());
    }

    /** Long is not deep: it ends, and with a repair. */
    @Test
    void whatIsLongIsRead() {
        String sum = IntStream.range(0, 50_000)
                .mapToObj(i -> "sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE{GPU_I_PROFILE=\"" + (1 + i % 7) + "g.10gb\"})")
                .collect(Collectors.joining(" + "));
        QueryFinding finding = CHECKER.check("x", sum).findings().getFirst();
        assertEquals("vanishing-sum", finding.id());
        assertInstanceOf(Parsed.Query.class, Promql.parse(finding.repaired()));
        String numbers = "1 + ".repeat(50_000) + "avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE)";
        assertEquals(
                List.of("unweighted-average"),
                CHECKER.check("x", numbers).findings().stream()
                        .map(QueryFinding::id)
                        .toList());
        String matchers =
                IntStream.range(0, 100_000).mapToObj(i -> "l" + i + "=\"x\"").collect(Collectors.joining(","));
        QueryFinding many = CHECKER.check("x", "avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE{" + matchers + "})")
                .findings()
                .getFirst();
        assertEquals("", many.repaired());
        assertEquals(List.of(), CHECKER.check("x", "up" + "p".repeat(200_000)).problems());
        assertEquals(
                List.of(), CHECKER.check("x", "# a\n".repeat(50_000) + "up").problems());
    }

    @Test
    void aRepairAsksForTheSameModelsAndInstances() {
        String repaired = only("avg(A{modelName=\"NVIDIA A30\",GPU_I_ID=~\"1|2\"})", "unweighted-average")
                .repaired();
        assertTrue(repaired.contains("modelName=\"NVIDIA A30\", GPU_I_ID=~\"1|2\""), repaired);
        assertTrue(repaired.contains("vector(4)"), repaired);
        assertFalse(repaired.contains("A100") || repaired.contains("vector(28)"), repaired);
    }

    @Test
    void theDocumentsOwnGpusSayWhetherSevenIsRight() {
        String query = "sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE) / 7";
        Fleet a30 = Fleets.of(Fleets.gpu("a", "a30-24gb", "1g.6gb 20", "2g.12gb 40"));
        QueryFinding finding = new Checker(Hardware.of(a30, Weights.DEFAULT))
                .check("query", query).findings().stream().findFirst().orElseThrow();
        assertEquals("wrong-slices", finding.id());
        assertEquals(
                "Divided by 7, but these have 4 slices: A30 24GB. The figure is too low.",
                Messages.in(Language.ENGLISH).say(finding.message()));
        Checker main = new Checker(Hardware.of(Fleets.main(), Weights.DEFAULT));
        assertEquals(
                "seven-for-all",
                main.check("query", query).findings().getFirst().id());
    }

    private static QueryFinding only(String query, String id) {
        return find(query).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<QueryFinding> find(String query) {
        Checker.Report report = CHECKER.check("query", query.replaceAll("\\bA\\b", "DCGM_FI_PROF_GR_ENGINE_ACTIVE"));
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.queries());
        return report.findings();
    }

    @ParameterizedTest
    @EnumSource(WeightBasis.Hardware.class)
    void generatedQueriesRaiseNoAlarm(WeightBasis.Hardware basis) {
        Weights weights = Weights.DEFAULT.withBasis(basis);
        Fleet mixed = Fleets.of(
                Fleets.gpu("a", "a100-80gb", "4g.40gb 10", "3g.40gb -"),
                Fleets.gpu("b", "a30-24gb", "1g.6gb 20"),
                Fleets.gpu("c", "h100-80gb-sxm", "1g.20gb 30", "3g.40gb 40"));
        for (Fleet fleet : List.of(mixed, Fleets.main())) {
            QueryPlan plan = QueryPlan.of(Hardware.of(fleet, weights));
            for (QueryPlan one : List.of(
                    plan,
                    plan.withPercent(true),
                    plan.withNames(Names.DCGM.lowerCase()),
                    plan.withNames(Names.DCGM.with(Names.Metric.BOTH)))) {
                Messages words = Messages.in(Language.ENGLISH);
                for (QueryFigure figure : QueryFigure.values()) {
                    String query = FigureQueries.of(one)
                            .query(figure, Level.host(one.names()))
                            .commented(words);
                    assertEquals(List.of(), CHECKER.check("query", query).findings());
                }
                Request request = Request.of("fleet", one);
                for (String file : List.of(
                        Bundle.rules(request, words),
                        Objects.requireNonNull(Bundle.of(request, fleet, words).get(Bundle.KUBERNETES)),
                        Bundle.dashboard(request, words))) {
                    Checker.Report report = CHECKER.check("file", file);
                    assertEquals(List.of(), report.findings());
                    assertEquals(List.of(), report.problems());
                    assertTrue(report.queries() > 15);
                }
            }
        }
    }

    @Test
    void theSourceDocumentsQueryVanishesAndRounds() {
        String query = """
            (
              sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="1g.10gb"} * 0.143) +
              sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="2g.20gb"} * 0.286)
            ) / (
              count(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="1g.10gb"}) * 0.143 +
              count(DCGM_FI_PROF_GR_ENGINE_ACTIVE{pod="your-pod", GPU_I_PROFILE="2g.20gb"}) * 0.286
            )\
            """;
        List<QueryFinding> findings = CHECKER.check("query", query).findings();
        assertEquals(
                List.of("vanishing-sum", "rounded-weights", "hard-coded-profiles", "counted-series"),
                findings.stream().map(QueryFinding::id).toList());
        assertTrue(findings.getFirst().repaired().contains("pod=\"your-pod\""), findings.getFirst()::repaired);
        assertEquals(
                "The weight 0.143 is rounded: 1 slice of the GPU weighs 1, exactly.",
                Messages.in(Language.ENGLISH).say(findings.get(1).message()));
    }

    @Test
    void rulesAndPanelsAreFoundByTheirNames() {
        String rules = """
            groups:
            - name: gpu
              rules:
              - alert: Busy
                expr: avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE) > 90
              - record: broken
                expr: sum(
            """;
        Checker.Report report = CHECKER.check("rules.yaml", rules);
        assertEquals(
                List.of("percent-on-ratio", "unweighted-average"),
                report.findings().stream().map(QueryFinding::id).toList());
        assertEquals("Busy", report.findings().getFirst().title());
        assertEquals(
                "rules.yaml: groups[0].rules[0].expr",
                report.findings().getFirst().where().toString());
        assertEquals(
                "rules.yaml: groups[0].rules[1].expr",
                report.problems().getFirst().where().toString());

        String panel = """
            {"panels": [{"type": "row", "panels": [{"title": "Load", "fieldConfig": {"defaults": {"unit": "percentunit",
             "thresholds": {"steps": [{"value": null}, {"value": 80}]}}},
             "targets": [{"expr": "max(DCGM_FI_PROF_GR_ENGINE_ACTIVE{GPU_I_ID=~\\"$id\\"})"}, {"refId": "B"}]}]}]}\
            """;
        Checker.Report panels = CHECKER.check("board.json", panel);
        assertEquals(
                List.of("percent-on-ratio"),
                panels.findings().stream().map(QueryFinding::id).toList());
        assertEquals(
                "board.json: panels[0].panels[0].targets[0].expr",
                panels.findings().getFirst().where().toString());
    }

    @Test
    void severalQueriesAreToldApartByTheirLines() {
        Checker.Report report = CHECKER.check("q", "up\n\n\ncount(DCGM_FI_DEV_FB_USED)\n\nsum(\n");
        assertEquals(2, report.queries());
        assertEquals("q:4", report.findings().getFirst().where().toString());
        assertEquals("q:6", report.problems().getFirst().where().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "{}", "groups: []", "{\"panels\": 3}", "spec: x"})
    void whatHasNoQueryIsSaid(String text) {
        Checker.Report report = CHECKER.check("file", text);
        assertEquals(1, report.problems().size());
        assertEquals(Problem.Severity.ERROR, report.problems().getFirst().severity());
    }

    @Test
    void nvidiasDashboardIsReadAndItsMistakesAreFound() throws IOException {
        Path file = Path.of(System.getProperty("slicewise.shared", "../shared"))
                .resolve("corpus/grafana/nvidia-dcgm-exporter-dashboard-12239.json");
        assumeTrue(Files.exists(file), "the corpus is not here");
        Checker.Report report = CHECKER.check("12239", Files.readString(file));
        assertEquals(List.of(), report.problems());
        assertEquals(8, report.queries());
        assertEquals(
                List.of(
                        "GPU Avg. Temp: gpu-values-per-instance",
                        "GPU Power Total: gpu-values-per-instance",
                        "GPU Utilization: gpu-util"),
                report.findings().stream()
                        .map(one -> one.title() + ": " + one.id())
                        .sorted()
                        .toList());
    }
}
