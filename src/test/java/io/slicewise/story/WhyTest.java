package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.text.Text;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.WeightBasis.Hardware;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentence about S and W, word for word. */
class WhyTest {
    private static Text why(Fleet fleet) {
        return Why.of(Told.figures(fleet));
    }

    private static void assertSays(String english, String korean, Text text) {
        assertEquals(english, Told.english(text));
        assertEquals(korean, Told.korean(text));
    }

    @Test
    void mainExample() {
        assertSays(
                "The 2g.20gb holds two fifths of the allocated slices but is one of 4 instances, and at 60.0 % it is"
                        + " the least busy: it pulls the weighted average below the instance average of 75.0 %.",
                "2g.20gb 인스턴스는 할당된 슬라이스 비중이 5분의 2이지만 수로는 인스턴스 4개 중 하나이고,"
                        + " 사용률이 60.0%로 가장 낮아 가중 평균을 인스턴스 평균(75.0%)보다 낮춥니다.",
                why(Fleets.main()));
    }

    @Test
    void scenario1() {
        assertSays(
                "The 3g.40gb holds half of the allocated slices but is one of 4 instances, and at 30.0 % it is the"
                        + " least busy: it pulls the weighted average below the instance average of 75.0 %.",
                "3g.40gb 인스턴스는 할당된 슬라이스 비중이 절반이지만 수로는 인스턴스 4개 중 하나이고,"
                        + " 사용률이 30.0%로 가장 낮아 가중 평균을 인스턴스 평균(75.0%)보다 낮춥니다.",
                why(Fleets.scenario1()));
    }

    @Test
    void scenario2() {
        assertSays(
                "The 2g.20gb holds two fifths of the allocated slices but is one of 4 instances, and at 82.0 % it is"
                        + " the busiest: it lifts the weighted average above the instance average of 80.5 %.",
                "2g.20gb 인스턴스는 할당된 슬라이스 비중이 5분의 2이지만 수로는 인스턴스 4개 중 하나이고,"
                        + " 사용률이 82.0%로 가장 높아 가중 평균을 인스턴스 평균(80.5%)보다 높입니다.",
                why(of(gpu("GPU 0", "a100-80gb", "1g.10gb 80", "1g.10gb 80", "1g.10gb 80", "2g.20gb 82"))));
    }

    @Test
    void busy4gBesideIdle3gNamesTheLargerOfTwoEqualContributors() {
        assertSays(
                "The 4g.40gb holds four sevenths of the allocated slices but is one of 2 instances, and at 75.0 % it"
                        + " is the busiest: it lifts the weighted average above the instance average of 37.5 %.",
                "4g.40gb 인스턴스는 할당된 슬라이스 비중이 7분의 4이지만 수로는 인스턴스 2개 중 하나이고,"
                        + " 사용률이 75.0%로 가장 높아 가중 평균을 인스턴스 평균(37.5%)보다 높입니다.",
                why(of(gpu("GPU 0", "a100-80gb", "4g.40gb 75", "3g.40gb 0"))));
    }

    @Test
    void twoEqualSizes() {
        assertSays(
                "The 2 instances are of the same size, so weighting changes nothing: both averages are 98.6 %.",
                "인스턴스 2개의 크기가 모두 같아 가중치를 적용해도 달라지지 않습니다. 두 평균 모두 98.6%입니다.",
                why(of(gpu("GPU 0", "a100-40gb", "3g.20gb 98.6", "3g.20gb 98.5"))));
    }

    @Test
    void equalLoads() {
        assertSays(
                "The 2 instances are at the same utilization, so their sizes change nothing: both averages are 40.0 %.",
                "인스턴스 2개의 사용률이 모두 같아 크기가 달라도 영향이 없습니다. 두 평균 모두 40.0%입니다.",
                why(of(gpu("GPU 0", "a100-80gb", "4g.40gb 40", "2g.20gb 40"))));
    }

    @Test
    void sizesAndLoadsThatBalance() {
        assertSays(
                "Sizes and loads differ, but large instances are on the whole as busy as small ones, so the averages"
                        + " agree (40.0 % and 40.0 %).",
                "크기와 사용률은 서로 다르지만 큰 인스턴스와 작은 인스턴스가 전반적으로 비슷하게 사용되어 두 평균이" + " 일치합니다(40.0%, 40.0%).",
                why(of(gpu("GPU 0", "a100-80gb", "1g.10gb 20", "1g.10gb 60", "3g.40gb 40"))));
    }

    @Test
    void nothingToCompare() {
        assertSays(
                "There is no instance yet, so there are no averages to compare.",
                "아직 인스턴스가 없어 비교할 평균이 없습니다.",
                why(of(gpu("GPU 0", "a100-80gb"))));
        assertEquals("story.why.noInstance", why(Fleet.EMPTY).key());
        assertSays(
                "None of the 2 instances has a reading, so there are no averages to compare.",
                "인스턴스 2개 모두 측정값이 없어 비교할 평균이 없습니다.",
                why(of(gpu("GPU 0", "a100-80gb", "1g.10gb -", "3g.40gb -"))));
    }

    @Test
    void oneInstance() {
        assertSays(
                "There is only one instance, so both averages are its utilization, 90.0 %.",
                "인스턴스가 하나뿐이어서 두 평균 모두 그 사용률인 90.0%입니다.", why(of(gpu("GPU 0", "a100-80gb", "7g.80gb 90"))));
        assertSays(
                "Only one of 2 instances has a reading, so both averages are its utilization, 50.0 %.",
                "인스턴스 2개 중 하나만 측정값이 있어 두 평균 모두 그 사용률인 50.0%입니다.",
                why(of(gpu("GPU 0", "a100-80gb", "3g.40gb 50", "1g.10gb -"))));
    }

    @Test
    void withSilentInstancesTheSentenceIsAboutThoseThatReported() {
        assertEquals(
                "The 3g.40gb #1 holds three quarters of the allocated slices with a reading but is one of 2"
                        + " instances with a reading, and at 40.0 % it is the least busy: it pulls the weighted"
                        + " average below the instance average of 65.0 %.",
                Told.english(why(of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "3g.40gb 40", "3g.40gb -")))));
    }

    @Test
    void aSmallBusyOneIsNamedWhereItDoesMost() {
        assertSays(
                "The 1g.10gb is one of 3 instances but holds only a seventh of the allocated slices, and at 100.0 % it"
                        + " is the busiest: it lifts the instance average of 66.7 % above the weighted average.",
                "1g.10gb 인스턴스는 수로는 인스턴스 3개 중 하나이지만 할당된 슬라이스 비중은 7분의 1에 불과하고,"
                        + " 사용률이 100.0%로 가장 높아 인스턴스 평균(66.7%)을 가중 평균보다 높입니다.",
                why(of(gpu("GPU 0", "a100-80gb", "3g.40gb 50", "3g.40gb 50", "1g.10gb 100"))));
    }

    @Test
    void aSmallIdleOneIsNamedWhereItDoesMost() {
        assertEquals(
                "The 1g.10gb is one of 3 instances but holds only a seventh of the allocated slices, and at 0.0 % it"
                        + " is the least busy: it pulls the instance average of 60.0 % below the weighted average.",
                Told.english(why(of(gpu("GPU 0", "a100-80gb", "3g.40gb 90", "3g.40gb 90", "1g.10gb 0")))));
    }

    @Test
    void severalOfAProfileAreNamedTogether() {
        Fleet fleet = of(
                gpu("GPU 0", "a100-80gb", "3g.40gb 10", "1g.10gb 90", "1g.10gb 90", "1g.10gb 90"),
                gpu("GPU 1", "a100-80gb", "3g.40gb 20", "1g.10gb 90", "1g.10gb 90", "1g.10gb 90"));
        assertSays(
                "The 2 instances of 3g.40gb hold half of the allocated slices but are a quarter of the instances, and"
                        + " at 15.0 % on average they are the least busy: they pull the weighted average below the"
                        + " instance average of 71.3 %.",
                "3g.40gb 인스턴스 2개는 할당된 슬라이스 비중이 절반이지만 전체 인스턴스 중 개수 비중은 4분의 1이고,"
                        + " 평균 사용률이 15.0%로 가장 낮아 가중 평균을 인스턴스 평균(71.3%)보다 낮춥니다.",
                why(fleet));
    }

    @Test
    void oneOfAProfileThatStandsOutIsNamedWithItsGpu() {
        Fleet fleet = of(
                gpu("GPU 0", "a100-80gb", "3g.40gb 80", "1g.10gb 80", "1g.10gb 80"),
                gpu("GPU 1", "a100-80gb", "3g.40gb 10", "1g.10gb 80", "1g.10gb 80"));
        assertSays(
                "The 3g.40gb on GPU 1 holds 30.0 % of the allocated slices but is one of 6 instances, and at 10.0 % it"
                        + " is the least busy: it pulls the weighted average below the instance average of 68.3 %.",
                "GPU 1의 3g.40gb 인스턴스는 할당된 슬라이스 비중이 30.0%이지만 수로는 인스턴스 6개 중 하나이고,"
                        + " 사용률이 10.0%로 가장 낮아 가중 평균을 인스턴스 평균(68.3%)보다 낮춥니다.",
                why(fleet));
    }

    @Test
    void aNameIsUsedWhereThereIsOne() {
        Gpu gpu = gpu("GPU 0", "a100-80gb", "1g.10gb 90", "3g.40gb 30");
        Instance named = gpu.instances().get(1).withName("training");
        assertEquals(
                "“training” holds three quarters of the allocated slices but is one of 2 instances, and at 30.0 % it is"
                        + " the least busy: it pulls the weighted average below the instance average of 60.0 %.",
                Told.english(why(of(gpu.withInstances(List.of(gpu.instances().get(0), named))))));
    }

    @Test
    void tiesAreNotTheLeastBusy() {
        assertEquals(
                "The 3g.40gb holds three fifths of the allocated slices but is one of 3 instances, and at 0.0 % it is"
                    + " less busy than average: it pulls the weighted average below the instance average of 30.0 %.",
                Told.english(why(of(gpu("GPU 0", "a100-80gb", "3g.40gb 0", "1g.10gb 0", "1g.10gb 90")))));
    }

    @Test
    void everyBasisHasItsNoun() {
        Fleet fleet = of(gpu("GPU 0", "h100-80gb-sxm", "3g.40gb 0", "1g.10gb 100"));
        assertWeighs("holds 78.9 % of the allocated SMs but", "할당된 SM 비중이 78.9%이지만", fleet, Hardware.SMS);
        assertWeighs(
                "holds four fifths of the allocated memory slices but",
                "할당된 메모리 슬라이스 비중이 5분의 4이지만",
                fleet,
                Hardware.MEMORY_SLICES);
        assertWeighs("of the allocated memory but", "할당된 메모리 비중이", fleet, Hardware.MEMORY_GIB);
        WeightBasis own = new WeightBasis.Own(
                Map.of("h100-80gb-sxm/3g.40gb", 2.0, "h100-80gb-sxm/1g.10gb", 1.0, "h100-80gb-sxm", 4.0));
        assertWeighs("holds two thirds of the allocated weight but", "할당된 가중치 비중이 3분의 2이지만", fleet, own);
        Fleet mixed = of(gpu("GPU 0", "a100-80gb", "7g.80gb 0"), gpu("GPU 1", "a30-24gb", "2g.12gb 100"));
        assertWeighs(
                "holds two thirds of the allocated GPU capacity but",
                "할당된 GPU 용량 비중이 3분의 2이지만",
                mixed,
                Hardware.SLICES);
    }

    private static void assertWeighs(String english, String korean, Fleet fleet, WeightBasis basis) {
        Text why = Why.of(Told.figures(fleet, basis));
        assertTrue(Told.english(why).contains(english), Told.english(why));
        assertTrue(Told.korean(why).contains(korean), Told.korean(why));
    }

    @Test
    void overSeveralModelsAProfileIsNamedWithItsModel() {
        Fleet fleet = of(
                gpu("GPU 0", "h100-94gb-nvl", "1g.24gb 0", "1g.24gb 0", "1g.24gb 0"),
                gpu("GPU 1", "rtx-pro-6000-96gb", "1g.24gb 90", "1g.24gb 90"));
        String english = Told.english(why(fleet));
        String model = Fleets.CATALOGUE.byId("rtx-pro-6000-96gb").orElseThrow().shortName();
        assertTrue(english.startsWith("The 2 instances of 1g.24gb (" + model + ") hold "), english);
    }

    @Test
    void aWeightThatNobodyKnowsIsTheReason() {
        Fleet fleet = of(gpu("GPU 0", "h800-80gb", "3g.40gb 50", "1g.10gb 100"));
        assertEquals(
                "usage.missing.profile",
                Why.of(Told.figures(fleet, Hardware.SMS)).key());
        WeightBasis nothing =
                new WeightBasis.Own(Map.of("a100-80gb/1g.10gb", 0.0, "a100-80gb/2g.20gb", 0.0, "a100-80gb", 1.0));
        assertSays(
                "The weights add up to nothing on this basis, so there is no weighted average.",
                "이 기준에서는 가중치의 합이 0이어서 가중 평균이 없습니다.",
                Why.of(Told.figures(Fleets.main(), nothing)));
    }

    @Test
    void withoutAModelTheAveragesAreStillExplained() {
        List<Instance> instances = List.of(
                Instance.of("1", Profile.observed("1g.9gb", 1), Placement.UNKNOWN, 0.9),
                Instance.of("2", Profile.observed("3g.9gb", 3), Placement.UNKNOWN, 0.1));
        Fleet fleet = of(new Gpu("GPU-1", "GPU-1", "", null, "NVIDIA X", instances));
        assertEquals("story.why.largeIdle.one", why(fleet).key());
        assertEquals("usage.missing.model", WhyWhole.of(Told.figures(fleet)).key());
    }

    @Test
    void instancesAreNamedWhereTheirProfileCancelsOut() {
        Fleet fleet = of(
                gpu("GPU 0", "a100-80gb", "3g.40gb 97", "1g.10gb 40", "1g.10gb 45"),
                gpu("GPU 1", "a100-80gb", "3g.40gb 6", "1g.10gb 50", "2g.20gb 60"));
        assertEquals(
                "The 3g.40gb on GPU 0 holds 27.3 % of the allocated slices but is one of 6 instances, and at 97.0 % it"
                        + " is the busiest: it lifts the weighted average above the instance average of 49.7 %. The"
                        + " 3g.40gb on GPU 1, at 6.0 %, works against it: −4.6 pp beside +5.0 pp.",
                Told.english(why(fleet)));
    }
}
