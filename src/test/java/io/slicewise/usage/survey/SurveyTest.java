package io.slicewise.usage.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.survey.Attribute.Field;
import io.slicewise.usage.survey.Query.Condition;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {
    private static final double EXACT = 1e-12;

    /** Three GPUs on two hosts; teams a, b and nobody; a GPU without a reading and one of another model. */
    static final Fleet FLEET = Fleets.of(
            on("node-10", Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb 60")),
            on("node-9", Fleets.gpu("GPU 1", "a100-80gb", "3g.40gb 30", "3g.40gb -")),
            on("node-9", Fleets.gpu("GPU 2", "a30-24gb", "4g.24gb 100")));

    static final FleetTable SURVEY = FleetTable.of(FLEET, Figures.of(FLEET, Weights.DEFAULT), labels());

    private static Gpu on(String host, Gpu gpu) {
        return new Gpu(gpu.id(), gpu.name(), host, gpu.model(), "", gpu.instances());
    }

    private static Labels labels() {
        Labels.Builder labels = new Labels.Builder();
        labels.put(new InstanceRef("GPU 0", "1"), Map.of("namespace", "a", "pod", "train-0", "job", "dcgm"));
        labels.put(new InstanceRef("GPU 0", "2"), Map.of("namespace", "a", "pod", "train-1", "job", "dcgm"));
        labels.put(new InstanceRef("GPU 0", "3"), Map.of("namespace", "b", "pod", "serve-0"));
        labels.put(new InstanceRef("GPU 1", "1"), Map.of("namespace", "b", "pod", "serve-1"));
        return labels.build();
    }

    private static Query query(Kind kind, String words, Attribute groupBy, Sort sort, Condition... conditions) {
        return new Query(kind, Query.words(words), List.of(conditions), groupBy, sort, Set.of());
    }

    private static Query find(Kind kind, String words, Condition... conditions) {
        return query(kind, words, null, Sort.NONE, conditions);
    }

    private static List<String> names(QueryResult answer) {
        List<String> names = new ArrayList<>();
        for (Row row : answer.rows()) {
            names.add(
                    switch (row) {
                        case GpuRow gpu -> gpu.gpu().name() + (gpu.isPart() ? " part" : "");
                        case InstanceRow one ->
                            one.gpu().name() + "/" + one.instance().id();
                        case GroupRow group -> "[" + group.value() + "]";
                    });
        }
        return names;
    }

    @Test
    void aRowOfAGpuHasItsOwnFigures() {
        GpuRow first = SURVEY.gpus().getFirst();
        assertEquals(0.75, first.averages().instanceAverage(), EXACT);
        assertEquals(0.72, first.averages().weightedAverage(), EXACT);
        assertEquals(3.6 / 7, first.averages().wholeGpu(), EXACT);
    }

    @Test
    void aRowOfAnInstanceIsItsPartOfItsGpu() {
        InstanceRow big = SURVEY.instances().get(3);
        assertEquals(0.6, big.averages().instanceAverage(), EXACT);
        assertEquals(2 * 0.6 / 7, big.averages().wholeGpu(), EXACT);
        assertEquals(2 / 7.0, big.averages().allocatedShare(), EXACT);
        assertEquals(List.of("train-0", "train-1"), List.of(pod(0), pod(1)));
    }

    private static String pod(int instance) {
        return SURVEY.instances().get(instance).labels().value("pod");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|GPU 0,GPU 1,GPU 2",
                "node-9|GPU 1,GPU 2",
                "NODE-9 a30|GPU 2",
                "train|GPU 0",
                "3G serve|GPU 1",
                "3g train|''",
                "\"gpu 0\"|GPU 0",
                "\"gpu 1\" 3g|GPU 1"
            })
    void aGpuIsFoundByAllWordsAnywhereOnIt(String words, String found) {
        assertEquals(
                found.isEmpty() ? List.of() : List.of(found.split(",")), names(SURVEY.ask(find(Kind.GPUS, words))));
    }

    @Test
    void anInstanceIsFoundByWhatItAndItsGpuSay() {
        assertEquals(List.of("GPU 1/1"), names(SURVEY.ask(find(Kind.INSTANCES, "node-9 serve"))));
        assertEquals(List.of("GPU 0/4"), names(SURVEY.ask(find(Kind.INSTANCES, "2g"))));
    }

    @Test
    void conditionsOfOneAttributeAreAlternativesAndOfTwoBothHold() {
        Condition a = new Condition(Field.TEAM, "a");
        Condition b = new Condition(Field.TEAM, "b");
        Condition large = new Condition(Field.PROFILE, "3g.40gb");
        assertEquals(
                List.of("GPU 0/1", "GPU 0/2", "GPU 0/3", "GPU 1/1"), names(SURVEY.ask(find(Kind.INSTANCES, "", a, b))));
        assertEquals(List.of("GPU 1/1"), names(SURVEY.ask(find(Kind.INSTANCES, "", a, b, large))));
        assertEquals(List.of("GPU 1"), names(SURVEY.ask(find(Kind.GPUS, "", b, large))), "one instance has both");
        Condition nobody = new Condition(Field.TEAM, "");
        assertEquals(List.of("GPU 0/4", "GPU 1/2", "GPU 2/1"), names(SURVEY.ask(find(Kind.INSTANCES, "", nobody))));
    }

    @Test
    void aGroupOfGpusHasTheFiguresOfItsGpusAlone() {
        QueryResult answer = SURVEY.ask(query(Kind.GPUS, "", Field.HOST, Sort.NONE));
        assertEquals(List.of("[node-9]", "GPU 1", "GPU 2", "[node-10]", "GPU 0"), names(answer));
        GroupRow nine = (GroupRow) answer.rows().getFirst();
        assertEquals(2, nine.gpus());
        assertEquals(3, nine.averages().instances());
        assertEquals(2, nine.averages().reported());
        assertEquals(0.65, nine.averages().instanceAverage(), EXACT);
        Fleet alone = new Fleet(FLEET.gpus().subList(1, 3));
        assertEquals(
                Figures.of(alone, Weights.DEFAULT).total().wholeGpu(),
                nine.averages().wholeGpu(),
                EXACT);
    }

    @Test
    void aGroupOfInstancesIsAPartOfTheWholeFleet() {
        QueryResult answer = SURVEY.ask(query(Kind.GPUS, "", Field.TEAM, Sort.NONE));
        assertEquals(
                List.of(
                        "[a]",
                        "GPU 0 part",
                        "[b]",
                        "GPU 0 part",
                        "GPU 1 part",
                        "[]",
                        "GPU 0 part",
                        "GPU 1 part",
                        "GPU 2"),
                names(answer));
        List<GroupRow> groups = answer.rows().stream()
                .filter(GroupRow.class::isInstance)
                .map(GroupRow.class::cast)
                .toList();
        double allocated =
                groups.stream().mapToDouble(g -> g.averages().allocatedShare()).sum();
        assertEquals(SURVEY.total().allocatedShare(), allocated, EXACT);
        assertEquals(0.85, groups.getFirst().averages().instanceAverage(), EXACT);
        GpuRow part = (GpuRow) answer.rows().get(1);
        assertEquals(2 / 7.0, part.averages().allocatedShare(), EXACT);
        assertEquals(1.7 / 7, part.averages().wholeGpu(), EXACT);
    }

    @Test
    void groupsByALabelLeaveOutWhatDoesNotMeetTheConditions() {
        Condition a = new Condition(Field.TEAM, "a");
        QueryResult answer = SURVEY.ask(query(Kind.GPUS, "", new Attribute.Label("pod"), Sort.NONE, a));
        assertEquals(List.of("[train-0]", "GPU 0 part", "[train-1]", "GPU 0 part"), names(answer));
    }

    @Test
    void closedGroupsKeepTheirMembersToThemselves() {
        Query open = query(Kind.INSTANCES, "", Field.HOST, Sort.NONE);
        Query closed = new Query(open.kind(), List.of(), List.of(), Field.HOST, Sort.NONE, Set.of("node-9"));
        QueryResult answer = SURVEY.ask(closed);
        assertEquals(List.of("[node-9]", "[node-10]", "GPU 0/1", "GPU 0/2", "GPU 0/3", "GPU 0/4"), names(answer));
        assertEquals(7, answer.found().size());
        assertFalse(((GroupRow) answer.rows().getFirst()).open());
    }

    @Test
    void rowsAndGroupsAreSortedAndWhatHasNoFigureComesLast() {
        Sort rising = new Sort(Column.Fixed.AVERAGE, false);
        Sort falling = new Sort(Column.Fixed.AVERAGE, true);
        assertEquals(
                List.of("GPU 1/1", "GPU 0/4", "GPU 0/3", "GPU 0/2", "GPU 0/1", "GPU 2/1", "GPU 1/2"),
                names(SURVEY.ask(query(Kind.INSTANCES, "", null, rising))));
        assertEquals(
                List.of("GPU 2/1", "GPU 0/1", "GPU 0/2", "GPU 0/3", "GPU 0/4", "GPU 1/1", "GPU 1/2"),
                names(SURVEY.ask(query(Kind.INSTANCES, "", null, falling))));
        assertEquals(
                List.of("[node-10]", "GPU 0", "[node-9]", "GPU 2", "GPU 1"),
                names(SURVEY.ask(query(Kind.GPUS, "", Field.HOST, falling))));
        Sort host = new Sort(new Column.Of(Field.HOST), false);
        assertEquals(List.of("GPU 1", "GPU 2", "GPU 0"), names(SURVEY.ask(query(Kind.GPUS, "", null, host))));
    }

    @Test
    void attributesAreThoseThatSomeInstanceHas() {
        assertEquals(
                List.of(
                        Field.HOST,
                        Field.GPU,
                        Field.MODEL,
                        Field.LAYOUT,
                        Field.PROFILE,
                        Field.TEAM,
                        new Attribute.Label("job"),
                        new Attribute.Label("pod")),
                SURVEY.attributes());
        assertEquals(Map.of("a", 2, "b", 2, "", 3), SURVEY.values(Field.TEAM));
        assertEquals("a, b", SURVEY.text(SURVEY.gpus().getFirst(), Field.TEAM));
        assertEquals("2g.20gb, 3 × 1g.10gb", SURVEY.text(SURVEY.gpus().getFirst(), Field.LAYOUT));
    }

    @Test
    void theTeamOfAScenarioIsWhatStandsBeforeTheSlash() {
        Instance instance = FLEET.gpus().getFirst().instances().getFirst().withOwner("search/indexer");
        Gpu gpu = FLEET.gpus().getFirst().withInstances(List.of(instance));
        FleetTable survey = FleetTable.of(Fleets.of(gpu), Figures.of(Fleets.of(gpu), Weights.DEFAULT), Labels.NONE);
        assertEquals(Set.of("search"), survey.values(Field.TEAM).keySet());
        assertEquals(Set.of("search/indexer"), survey.values(Field.OWNER).keySet());
    }

    @Test
    void slicesAreBusyIdleUnreadOrFree() {
        SliceUse waste = FleetDistribution.waste(SURVEY.gpus());
        assertEquals(3.6 - 0.0 + 0.9 + 4, waste.busy(), EXACT);
        assertEquals(1.4 + 2.1, waste.idle(), EXACT);
        assertEquals(3, waste.unread(), EXACT);
        assertEquals(2 + 1, waste.free(), EXACT);
        assertEquals(18, waste.slices(), EXACT);
        assertEquals(
                List.of("node-10", "node-9"),
                FleetDistribution.waste(SURVEY.gpus(), gpu -> gpu.gpu().host(), 10).stream()
                        .map(FleetDistribution.Share::value)
                        .toList());
    }

    @Test
    void theDistributionCountsGpusByTenths() {
        FleetDistribution.Distribution distribution = FleetDistribution.of(SURVEY.gpus());
        // 51.4%, 25.7% with the missing one as busy as the other, 100%
        assertEquals(List.of(0, 0, 1, 0, 0, 1, 0, 0, 0, 1), distribution.counts());
        assertEquals(0, distribution.without());
        assertEquals(3, distribution.total());
    }

    @Test
    void theLargestGapsAreThoseOfEitherDirection() {
        List<GpuRow> gaps = FleetDistribution.largestGaps(SURVEY.gpus(), 10);
        assertEquals(
                List.of("GPU 0"), gaps.stream().map(row -> row.gpu().name()).toList());
    }

    @Test
    void thousandsOfGpusAreAskedInNoTime() {
        List<Gpu> gpus = new ArrayList<>();
        Gpu one = Fleets.gpu("x", "a100-80gb", "1g.10gb 10", "1g.10gb 20", "1g.10gb 30", "1g.10gb 40", "1g.10gb 50");
        for (int i = 0; i < 4000; i++) {
            gpus.add(on("node-" + i / 8, one).withId("GPU-" + i).withName("GPU " + i % 8));
        }
        Fleet fleet = new Fleet(gpus);
        FleetTable survey = FleetTable.of(fleet, Figures.of(fleet, Weights.DEFAULT), Labels.NONE);
        long start = System.nanoTime();
        QueryResult answer =
                survey.ask(query(Kind.INSTANCES, "node-4 1g", Field.HOST, new Sort(Column.Fixed.WHOLE, true)));
        assertEquals(111 * 41, answer.rows().size());
        // as generous as a machine that does much else needs; it is some 50 ms
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }
}
