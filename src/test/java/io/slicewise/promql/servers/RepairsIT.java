package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.QueryFinding;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.output.FleetSeries;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.usage.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real servers: what somebody had is wrong or empty, what it is repaired to gives the product's own figure. */
class RepairsIT {
    private static final double NEAR = 1e-9;
    private static final String M = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";

    /**
     * A query of somebody's.
     *
     * @param id the finding
     * @param query of the metric {@code M}
     * @param right what it should give; {@code NaN} for nothing
     */
    private record Theirs(String id, String query, double right) {}

    @TempDir
    private static Path folder;

    /** The main example and an A30 at half load; the two figures of both, and those of the A30 alone. */
    private static List<Theirs> theirs() {
        return List.of(
                new Theirs("unweighted-average", "avg(M{job='a100'})", 0.72),
                new Theirs("unweighted-average", "avg(M{job='a100'}) * 100 > 71", 72),
                new Theirs("unweighted-average", "avg(M{job='a100'}) > 0.73", Double.NaN),
                new Theirs(
                        "vanishing-sum",
                        "sum(M{job='a100',GPU_I_PROFILE='1g.10gb'} * 1) + sum(M{job='a100',GPU_I_PROFILE='3g.40gb'} *"
                                + " 3)",
                        2.4),
                new Theirs(
                        "vanishing-sum",
                        "(sum(M{job='a100',GPU_I_PROFILE='1g.10gb'}) + sum(M{job='a100',GPU_I_PROFILE='3g.40gb'}) * 3)"
                                + " / (count(M{job='a100',GPU_I_PROFILE='1g.10gb'})"
                                + " + count(M{job='a100',GPU_I_PROFILE='3g.40gb'}) * 3)",
                        0.72),
                new Theirs("summed-series", "sum by (UUID, GPU_I_ID) (M{job='pods',GPU_I_ID='1'})", 0.9),
                new Theirs("percent-on-ratio", "max(M{job='a100'}) / 100", 0.9),
                new Theirs("counted-series", "count(M{job='pods'} > 0.75) / count(M{job='a100'})", 0.5),
                new Theirs(
                        "wrong-weights",
                        "sum(1 * M{job='a100',GPU_I_PROFILE=~'1g.*'} or 3 * M{job='a100',GPU_I_PROFILE=~'2g.*'})",
                        3.6),
                new Theirs(
                        "rounded-weights",
                        "sum(0.143 * M{job='a100',GPU_I_PROFILE=~'1g.*'} or 0.286 *"
                                + " M{job='a100',GPU_I_PROFILE=~'2g.*'})",
                        3.6 / 7),
                new Theirs("hard-coded-profiles", "avg(M{job='a100',GPU_I_PROFILE='1g.10gb'})", 0.72),
                new Theirs("seven-for-all", "sum(M{job='a100'}) / 7", 3.6 / 7),
                new Theirs("seven-for-all", "sum(DCGM_FI_DEV_GPU_UTIL{job='a100'}) / 7", 360.0 / 7),
                new Theirs("wrong-slices", "sum(M{job='a30',modelName=~'.*A30'}) / 7", 0.25),
                new Theirs("wrong-slices", "100 * sum(M{job='a30',modelName='NVIDIA A30'}) / 7", 25),
                new Theirs("wrong-slices", "sum(DCGM_FI_DEV_GPU_UTIL{modelName='NVIDIA A30'}) / 7 > 20", 25),
                new Theirs("percent-on-ratio", "max(M{job='a100'}) > 80", 0.9),
                new Theirs("gpu-util", "max(DCGM_FI_DEV_GPU_UTIL{job='a100'}) > 80", 90),
                new Theirs("gpu-values-per-instance", "sum(DCGM_FI_DEV_POWER_USAGE{job='a100'})", 300),
                new Theirs("gpu-values-per-instance", "avg(DCGM_FI_DEV_GPU_TEMP)", 50),
                new Theirs("counted-series", "count(M{job='pods'})", 4),
                new Theirs("no-data-as-zero", "avg by (GPU_I_ID) (M{job='gone'}) or vector(0)", Double.NaN));
    }

    private static List<Case> cases() {
        Case main = Case.of("a100", Fleets.main(), Weights.DEFAULT);
        StringBuilder repeated = new StringBuilder(main.exposition());
        for (int i = 1; i <= 4; i++) {
            repeated.append("DCGM_FI_DEV_POWER_USAGE{UUID=\"GPU 0\",GPU_I_ID=\"%d\"} 300\n".formatted(i));
            repeated.append("DCGM_FI_DEV_GPU_TEMP{UUID=\"GPU 0\",GPU_I_ID=\"%d\"} 40\n".formatted(i));
        }
        Case a30 = Case.of("a30", Fleets.of(Fleets.gpu("GPU 1", "a30-24gb", "2g.12gb 50")), Weights.DEFAULT);
        String text = main.exposition();
        return List.of(
                main.with("a100", repeated.toString()),
                a30.with("a30", a30.exposition() + "DCGM_FI_DEV_GPU_TEMP{UUID=\"GPU 1\",GPU_I_ID=\"1\"} 60\n"),
                main.with("pods", text.replace("{", "{pod=\"a\",") + text.replace("{", "{pod=\"b\",")));
    }

    @TestFactory
    Stream<DynamicTest> whatIsRepairedIsRightOnPrometheus() throws Exception {
        return repaired("prometheus");
    }

    @TestFactory
    Stream<DynamicTest> whatIsRepairedIsRightOnVictoriaMetrics() throws Exception {
        return repaired("victoria-metrics");
    }

    private static Stream<DynamicTest> repaired(String program) throws Exception {
        Lab lab = Lab.open(program, Files.createTempDirectory(folder, "repairs"), cases());
        Checker checker = new Checker(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT));
        return theirs().stream()
                .map(one -> DynamicTest.dynamicTest(program + ": " + one.query(), () -> {
                    String query = one.query().replaceAll("\\bM\\b", M);
                    QueryFinding finding = checker.check("theirs", query).findings().stream()
                            .filter(found -> found.id().equals(one.id()))
                            .findFirst()
                            .orElseThrow();
                    assertFalse(isRight(lab.server().query(query), one.right()), "nothing to repair in " + query);
                    List<Server.Sample> after = lab.server().query(finding.repaired());
                    assertTrue(isRight(after, one.right()), () -> after + " of " + finding.repaired());
                }))
                .onClose(lab::close);
    }

    private static boolean isRight(List<Server.Sample> samples, double right) {
        return Double.isNaN(right)
                ? samples.isEmpty()
                : samples.size() == 1 && Math.abs(samples.getFirst().value() - right) <= NEAR;
    }

    /** Whatever a label's value is, a condition of it finds its series and no other. */
    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void conditionsFindTheirSeriesWhateverTheValue(String program) throws Exception {
        List<String> values = List.of(
                "plain",
                "a\"b",
                "a\\b",
                "a\\\\",
                "a.b",
                "axb",
                "a|b",
                "(",
                "[x]",
                "^a$",
                "a*b+c?",
                "{2}",
                "한국어 팀",
                "a'b",
                "a`b",
                "two\nlines",
                "tab\there",
                "-",
                "$1",
                "\\d",
                "é😀",
                "a,b=c",
                "#no comment");
        List<FleetSeries.Series> series = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Map<String, String> labels = new TreeMap<>(Map.of("UUID", "GPU-1", "GPU_I_ID", String.valueOf(i)));
            labels.put("GPU_I_PROFILE", "1g.10gb");
            labels.put("modelName", "NVIDIA A100-SXM4-80GB");
            labels.put("team", values.get(i));
            series.add(new FleetSeries.Series(M, labels, i / 100.0));
        }
        Case odd = Case.of("odd", Fleets.main(), Weights.DEFAULT).with("odd", FleetSeries.exposition(series));
        try (Lab lab = Lab.open(program, Files.createTempDirectory(folder, "odd"), List.of(odd))) {
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                for (Filter filter : List.of(
                        Filter.read("team=" + value, Names.DCGM).orElseThrow(),
                        Filter.ofTexts("team", List.of(value), Names.DCGM))) {
                    String query = FigureQueries.of(odd.plan().and(filter))
                            .query(QueryFigure.INSTANCE_AVERAGE, Level.FLEET)
                            .line();
                    List<Server.Sample> found = lab.server().query(query);
                    assertEquals(1, found.size(), query);
                    assertEquals(i / 100.0, found.getFirst().value(), NEAR, query);
                    assertEquals(Promql.of(query), Promql.of(Promql.pretty(Promql.of(query))));
                }
            }
        }
    }

    @Test
    void everyKindOfFindingIsProved() {
        assertEquals(
                Checker.kinds(),
                theirs().stream().map(Theirs::id).distinct().sorted().toList());
    }
}
