package io.slicewise.promql.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.promql.lang.Promql;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the queries look like; that they mean what they should is for servers to show. */
class FigureQueriesTest {
    private static final QueryPlan MAIN = QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT));

    @Test
    void theInstanceAverageOfOnePod() {
        QueryPlan plan = MAIN.and(Filter.read("pod=your-pod", Names.DCGM).orElseThrow());
        assertEquals(
                """
                avg(
                  clamp_max(
                    max by (UUID, GPU_I_ID, GPU_I_PROFILE, modelName) (
                      DCGM_FI_PROF_GR_ENGINE_ACTIVE{GPU_I_ID!="", GPU_I_PROFILE=~"[1-9].*", pod="your-pod"} <= 1.1
                    )
                    >= 0,
                    1
                  )
                )\
                """,
                FigureQueries.of(plan)
                        .query(QueryFigure.INSTANCE_AVERAGE, Level.FLEET)
                        .pretty());
    }

    @ParameterizedTest
    @EnumSource(QueryFigure.class)
    void commentsSayWhatEachPartIsForAndChangeNothing(QueryFigure figure) {
        for (Language language : Language.all()) {
            Explained query = FigureQueries.of(MAIN).query(figure, Level.host(Names.DCGM));
            String commented = query.commented(Messages.in(language));
            assertTrue(commented.startsWith("# "), commented);
            assertFalse(commented.contains("promql."), commented);
            assertEquals(query.expr(), Promql.of(commented));
            assertEquals(query.expr(), Promql.of(query.line()));
        }
    }

    @Test
    void slicesOfSeveralModelsWeighWholeNumbers() {
        Fleet mixed = Fleets.of(
                Fleets.gpu("a", "a100-80gb", "4g.40gb 10"),
                Fleets.gpu("b", "a30-24gb", "1g.6gb 20"),
                Fleets.gpu("c", "h100-80gb-sxm", "3g.40gb 40"));
        Hardware hardware = Hardware.of(mixed, Weights.DEFAULT);
        assertEquals(
                List.of(
                        "28.0: 1g[.].* 4.0, 2g[.].* 8.0, 3g[.].* 12.0, 4g[.].* 16.0, 7g[.].* 28.0",
                        "28.0: 1g[.].* 7.0, 2g[.].* 14.0, 4g[.].* 28.0"),
                hardware.classes().stream().map(FigureQueriesTest::shown).toList());
        assertEquals(
                "(NVIDIA )?(A100-SXM4-80GB|A100 80GB PCIe|PG509-210|H100 80GB HBM3)",
                hardware.classes().getFirst().models());
    }

    @Test
    void manyNamesShareTheWordsThatTheyBeginWith() {
        List<String> printed = List.of(
                "NVIDIA A100-SXM4-40GB",
                "NVIDIA A100-SXM4-80GB",
                "NVIDIA A100 80GB PCIe",
                "NVIDIA H100",
                "NVIDIA H100 NVL",
                "NVIDIA RTX PRO 6000 Blackwell Server Edition",
                "NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition");
        String models = new ModelClass(printed, List.of(), 28).models();
        assertEquals(
                "(NVIDIA )?(A100-SXM4-(40GB|80GB)|A100 80GB PCIe|H100|H100 NVL"
                        + "|RTX PRO 6000 Blackwell (Server Edition|Max-Q Workstation Edition))",
                models);
        for (String name : printed) {
            assertTrue(name.matches(models), name);
        }
    }

    @Test
    void whereTheNumberOfSlicesDoesNotTellTheWeightTheNamesDo() {
        Fleet h100 = Fleets.of(Fleets.gpu("a", "h100-80gb-sxm", "3g.40gb 40"));
        Weights sms = Weights.DEFAULT.withBasis(WeightBasis.Hardware.SMS);
        assertEquals(
                List.of("132.0: 1g[.](9|10|11|12)gb 16.0, 1g[.](18|19|20|21|22|23|24)gb 26.0, 2g[.].* 32.0,"
                        + " 3g[.].* 60.0, 4g[.].* 64.0, 7g[.].* 132.0"),
                Hardware.of(h100, sms).classes().stream()
                        .map(FigureQueriesTest::shown)
                        .toList());
    }

    private static String shown(ModelClass one) {
        return one.capacity() + ": "
                + one.terms().stream()
                        .map(term -> term.profiles() + " " + term.weight())
                        .collect(Collectors.joining(", "));
    }

    @Test
    void aModelThatIsNotKnownIsLeftOutAndSaid() {
        Gpu known = Fleets.gpu("a", "a100-80gb", "1g.10gb 1");
        Gpu unknown = new Gpu("x", "GPU 9", "", null, "NVIDIA X900", known.instances());
        Hardware hardware = Hardware.of(new Fleet(List.of(known, unknown)), Weights.DEFAULT);
        assertEquals(1, hardware.classes().size());
        assertEquals(1, hardware.remarks().size());
        assertTrue(
                Messages.in(Language.ENGLISH).say(hardware.remarks().getFirst()).contains("NVIDIA X900"));
        Hardware nothing = Hardware.of(new Fleet(List.of(unknown)), Weights.DEFAULT);
        assertThrows(IllegalArgumentException.class, () -> QueryPlan.of(nothing));
    }

    @Test
    void anyHardwareHasNoModelTwiceAndNoneWithoutAName() {
        Hardware any = Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT);
        List<String> names =
                any.classes().stream().flatMap(one -> one.printed().stream()).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertTrue(names.contains("NVIDIA A30") && !names.contains(""));
        assertEquals(
                List.of(28.0, 28.0, 28.0),
                any.classes().stream().map(ModelClass::capacity).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "namespace=team-a|INSTANCE|m{namespace=\"team-a\"}",
                "Hostname =~ gpu-[0-9]+|GPU|m{Hostname=~\"gpu-[0-9]+\"}",
                "pod!=|INSTANCE|m{pod!=\"\"}",
                "a.b!~x=y|GPU|m{\"a.b\"!~\"x=y\"}",
                "team=\"가\" \\|GPU|m{team=\"\\\"가\\\" \\\\\"}"
            })
    void conditionsAreReadAsTypedAndEscaped(String typed, Scope scope, String selector) {
        Filter filter = Filter.read(typed, Names.DCGM).orElseThrow();
        assertEquals(scope, filter.scope());
        assertEquals(selector, Promql.line(new io.slicewise.promql.lang.Expr.Selector("m", List.of(filter.matcher()))));
    }

    @Test
    void whatIsNoConditionIsNone() {
        assertTrue(Filter.read("namespace", Names.DCGM).isEmpty());
        assertTrue(Filter.read("=x", Names.DCGM).isEmpty());
        assertTrue(Filter.read("1a=x", Names.DCGM).isEmpty());
    }

    @Test
    void labelsOfInstancesNeverDivideTheHardware() {
        String byNamespace = FigureQueries.of(MAIN)
                .query(QueryFigure.WHOLE_GPU, Level.namespace(Names.DCGM))
                .line();
        assertTrue(
                byNamespace.contains("/ on () group_left () sum(7 * count by (modelName) (group by (UUID, modelName)"),
                byNamespace);
        QueryPlan ofNamespace = MAIN.and(Filter.read("namespace=a", Names.DCGM).orElseThrow());
        String inNamespace = FigureQueries.of(ofNamespace)
                .query(QueryFigure.WHOLE_GPU, Level.host(Names.DCGM))
                .line();
        assertTrue(
                inNamespace.contains("/ sum by (Hostname) (7 * count by (Hostname, modelName) (group by (UUID,"
                        + " modelName, Hostname)"),
                inNamespace);
    }

    @Test
    void whereAllGpusWeighAlikeTheirMeanIsTaken() {
        String byHost = FigureQueries.of(MAIN)
                .query(QueryFigure.ALLOCATED, Level.host(Names.DCGM))
                .line();
        assertTrue(byHost.startsWith("avg by (Hostname) (sum by (Hostname, UUID, modelName) ("), byHost);
        assertTrue(byHost.endsWith(" / 7"), byHost);
        String byGpu = FigureQueries.of(MAIN)
                .query(QueryFigure.ALLOCATED, Level.gpu(Names.DCGM))
                .line();
        assertTrue(byGpu.startsWith("sum by (Hostname, modelName, UUID) ("), byGpu);
    }

    /** Servers refuse queries of more than 16 KiB. */
    @ParameterizedTest
    @EnumSource(QueryFigure.class)
    void noQueryIsLongerThanServersTake(QueryFigure figure) {
        QueryPlan any = QueryPlan.of(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT));
        for (Names.Metric metric : Names.Metric.values()) {
            Names names = Names.DCGM.with(metric);
            String query = FigureQueries.of(any.withNames(names))
                    .query(figure, Level.gpu(names))
                    .pretty();
            assertTrue(query.length() < 16 * 1024, metric + " " + query.length());
        }
    }

    @Test
    void rulesAreNamedByLevelMetricAndOperations() {
        RecordedSeries recording =
                RecordedSeries.of(MAIN, List.of(Level.FLEET, Level.gpu(Names.DCGM), Level.namespace(Names.DCGM)));
        List<RecordedSeries.Rule> all = new java.util.ArrayList<>(recording.sources());
        all.addAll(recording.figures());
        for (RecordedSeries.Rule rule : all) {
            assertTrue(rule.name().matches("[a-z_]+:[a-z_]+:[a-z_]+"), rule.name());
        }
        assertEquals(
                all.size(),
                all.stream().map(RecordedSeries.Rule::name).distinct().count());
    }
}
