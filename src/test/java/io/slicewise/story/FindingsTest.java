package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis.Hardware;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule on a worked case, word for word in both languages, and on a case that it has nothing to say about. */
class FindingsTest {
    private static final Fleet SCENARIO_2 =
            of(gpu("GPU 0", "a100-80gb", "1g.10gb 80", "1g.10gb 80", "1g.10gb 80", "2g.20gb 82"));
    private static final Fleet TWO_THREES = of(gpu("GPU 0", "a100-80gb", "3g.40gb 98.6", "3g.40gb 98.5"));
    private static final Fleet IDLE_THREE = of(gpu("GPU 0", "a100-80gb", "4g.40gb 75", "3g.40gb 0"));

    private static Fleet placed(String layout) {
        return io.slicewise.planning.Fleets.of(io.slicewise.planning.Fleets.model("a100-80gb"), layout);
    }

    private static Finding find(String rule, Fleet fleet) {
        return Told.finding(rule, Told.figures(fleet)).orElseThrow();
    }

    private static boolean isSilent(String rule, Fleet fleet) {
        return Told.finding(rule, Told.figures(fleet)).isEmpty();
    }

    private static void assertSays(String english, String korean, Finding finding) {
        assertEquals(english, Told.english(finding.message()));
        assertEquals(korean, Told.korean(finding.message()));
    }

    private static void assertAdvises(String english, String korean, Finding finding) {
        assertEquals(english, Told.english(finding.advice()));
        assertEquals(korean, Told.korean(finding.advice()));
    }

    private static List<String> rules(Fleet fleet) {
        return Findings.of(Told.figures(fleet)).stream().map(Finding::rule).toList();
    }

    @Test
    void theWorkedCasesHaveTheseFindings() {
        assertEquals(List.of("unallocated", "gap"), rules(Fleets.main()));
        assertEquals(List.of("gap", "busy-small", "unallocated"), rules(Fleets.scenario1()));
        assertEquals(List.of("unallocated", "similar"), rules(SCENARIO_2));
        assertEquals(List.of("alert", "stranded", "similar"), rules(TWO_THREES));
        assertEquals(List.of("idle-large", "gap"), rules(IDLE_THREE));
        assertEquals(List.of(), rules(Fleet.EMPTY));
        assertEquals(List.of(), rules(of(gpu("GPU 0", "a100-80gb"))));
    }

    @Test
    void gap() {
        Finding finding = find("gap", Fleets.scenario1());
        assertSays(
                "The 3g.40gb, at 30.0% against an instance average of 75.0%, accounts for three quarters of the gap"
                        + " of −15.0 pp.",
                "두 평균의 차이 −15.0%p: 3g.40gb 인스턴스의 기여가 4분의 3입니다(사용률 30.0%, 인스턴스 평균 75.0%).", finding);
        assertEquals(Severity.NOTICE, finding.severity());
        assertEquals(List.of(new InstanceRef("GPU 0", "4")), finding.instances());
        assertEquals(List.of("GPU 0"), finding.gpus());
        assertEquals(0.15, finding.importance(), 1e-12);
        assertAdvises(
                "For alerts and real load use the weighted average, for cost and capacity whole-GPU utilization; the"
                        + " instance average overstates how busy the allocated part is.",
                "할당 자원의 부하와 알림은 가중 평균으로, 비용과 용량은 GPU 하드웨어 활용률로 판단하십시오. 인스턴스 평균은" + " 할당 자원의 사용률을 실제보다 높게 보이게 합니다.",
                finding);
        assertSays(
                "The 4g.40gb, at 75.0% against an instance average of 37.5%, accounts for half of the gap of +5.4"
                        + " pp.",
                "두 평균의 차이 +5.4%p: 4g.40gb 인스턴스의 기여가 절반입니다(사용률 75.0%, 인스턴스 평균 37.5%).", find("gap", IDLE_THREE));
        assertTrue(isSilent("gap", SCENARIO_2));
    }

    @Test
    void gapThatOthersOffset() {
        assertSays(
                "The 3g.40gb, at 10.0% against an instance average of 50.0%, accounts for −7.1 pp, more than the"
                        + " whole gap of −5.7 pp: other instances offset part of it.",
                "두 평균의 차이 −5.7%p: 3g.40gb 인스턴스의 기여가 −7.1%p로 차이보다 큽니다(사용률 10.0%, 인스턴스 평균 50.0%). 다른 인스턴스가 일부를 상쇄합니다.",
                find("gap", of(gpu("GPU 0", "a100-80gb", "3g.40gb 10", "2g.20gb 90", "1g.10gb 50", "1g.10gb 50"))));
    }

    @Test
    void gapOfAProfile() {
        Fleet fleet = of(
                gpu("GPU 0", "a100-80gb", "3g.40gb 10", "1g.10gb 90", "1g.10gb 90", "1g.10gb 90"),
                gpu("GPU 1", "a100-80gb", "3g.40gb 20", "1g.10gb 90", "1g.10gb 90", "1g.10gb 90"));
        assertSays(
                "The 2 instances of 3g.40gb, at 15.0% against an instance average of 71.3%, account for three"
                        + " quarters of the gap of −18.8 pp.",
                "두 평균의 차이 −18.8%p: 3g.40gb 인스턴스 2개의 기여가 4분의 3입니다(평균 사용률 15.0%, 인스턴스 평균 71.3%).", find("gap", fleet));
    }

    @Test
    void similar() {
        Finding finding = find("similar", SCENARIO_2);
        assertSays("The two averages are nearly the same: 80.5% and 80.8%.", "두 평균이 거의 같습니다: 80.5%, 80.8%.", finding);
        assertAdvises("Either of them will do here.", "여기서는 두 평균 중 어느 것을 사용해도 됩니다.", finding);
        Finding all = find("similar", of(gpu("GPU 0", "a100-80gb", "4g.40gb 50", "3g.40gb 51")));
        assertSays(
                "All three figures are nearly the same: instance average 50.5%, weighted average 50.4%, whole GPU"
                        + " 50.4%.",
                "세 지표가 거의 같습니다: 인스턴스 평균 50.5%, 가중 평균 50.4%, GPU 하드웨어 활용률 50.4%.", all);
        assertAdvises("Any of them will do here.", "여기서는 어느 지표를 사용해도 됩니다.", all);
        assertTrue(isSilent("similar", Fleets.main()));
        assertTrue(isSilent("similar", of(gpu("GPU 0", "a100-80gb", "7g.80gb 50"))));
    }

    @Test
    void idleLarge() {
        Finding finding = find("idle-large", IDLE_THREE);
        assertSays(
                "The 3g.40gb is at 0.0%, and takes 3 of 7 compute slices.",
                "3g.40gb 인스턴스의 사용률은 0.0%인데 컴퓨트 슬라이스 7개 중 3개를 차지합니다.", finding);
        assertEquals(3.0 / 7, finding.importance(), 1e-12);
        Fleet host = of(
                gpu("GPU 0", "a100-80gb", "4g.40gb 3", "3g.40gb 2"),
                gpu("GPU 1", "a100-80gb", "4g.40gb 1", "2g.20gb 0"));
        assertSays(
                "4 large instances are below 10.0%: 4g.40gb on GPU 0, 3g.40gb on GPU 0, 4g.40gb on GPU 1 and 1 more."
                        + " Together they take 13 compute slices.",
                "사용률이 10.0%보다 낮은 큰 인스턴스가 4개 있습니다: GPU 0의 4g.40gb, GPU 0의 3g.40gb, GPU 1의 4g.40gb"
                        + " 외 1개. 모두 합해 컴퓨트 슬라이스 13개를 차지합니다.",
                find("idle-large", host));
        assertTrue(isSilent("idle-large", of(gpu("GPU 0", "a100-80gb", "1g.10gb 0", "3g.40gb 10", "3g.40gb -"))));
    }

    @Test
    void busySmall() {
        assertSays(
                "The 1g.10gb is at 95.0% while the weighted average is 46.3%: the average hides that it is at its"
                        + " limit.",
                "1g.10gb 인스턴스의 사용률은 95.0%이지만 가중 평균은 46.3%입니다. 한계에 이른 상태가 평균에 가려져" + " 있습니다.",
                find("busy-small", of(gpu("GPU 0", "a100-80gb", "1g.10gb 95", "3g.40gb 30"))));
        assertSays(
                "3 small instances are at 90.0% or more while the weighted average is 60.0%: 1g.10gb #1,"
                        + " 1g.10gb #2, 1g.10gb #3. The average hides that they are at their limit.",
                "사용률이 90.0% 이상인 작은 인스턴스가 3개 있지만 가중 평균은 60.0%입니다: 1g.10gb #1, 1g.10gb #2,"
                        + " 1g.10gb #3. 한계에 이른 상태가 평균에 가려져 있습니다.",
                find("busy-small", Fleets.scenario1()));
        assertTrue(isSilent("busy-small", Fleets.main()));
        assertTrue(isSilent("busy-small", of(gpu("GPU 0", "a100-80gb", "3g.40gb 95", "4g.40gb 0"))));
    }

    @Test
    void unallocated() {
        Finding finding = find("unallocated", Fleets.main());
        assertSays(
                "With 2 of 7 compute slices unallocated, whole-GPU utilization cannot exceed 71.4%.",
                "컴퓨트 슬라이스 7개 중 2개가 할당되지 않아 GPU 하드웨어 활용률은 71.4%를 넘을 수 없습니다.", finding);
        assertEquals(Severity.INFO, finding.severity());
        assertTrue(isSilent("unallocated", IDLE_THREE));
        assertTrue(isSilent("unallocated", TWO_THREES), "what is stranded cannot be filled");
    }

    @Test
    void strandedAndAnotherProfileHelps() {
        Finding finding = find("stranded", TWO_THREES);
        assertSays(
                "On GPU 0, 1 of 7 compute slices is stranded: no profile can use it while the instances stay where they"
                        + " are, so at most 85.7% of the GPU can be reached.",
                "GPU 0: 컴퓨트 슬라이스 7개 중 1개를 쓸 수 없습니다. 인스턴스가 현재 위치에 있는 동안에는 어떤"
                        + " 프로파일도 사용할 수 없어 GPU의 85.7%까지만 활용할 수 있습니다.",
                finding);
        assertAdvises(
                "A 4g.40gb in place of a 3g.40gb would use what is stranded.",
                "3g.40gb 대신 4g.40gb 프로파일을 쓰면 남은 슬라이스를 사용할 수 있습니다.",
                finding);
        assertEquals(List.of("GPU 0"), finding.gpus());
        assertTrue(isSilent("stranded", Fleets.scenario1()));
    }

    @Test
    void whatFitsAfterMovesOnly() {
        Fleet fleet = placed("2g@0 1g@4 1g@6");
        Finding finding = find("would-fit", fleet);
        assertSays(
                "No 3g.40gb fits now; after moves 1 would.",
                "3g.40gb 인스턴스를 지금은 추가할 수 없지만, 이동하면 1개를 추가할 수 있습니다.",
                finding);
        assertEquals(List.of("g0"), finding.gpus());
        assertEquals(View.PLAN, finding.view());
        assertTrue(isSilent("would-fit", TWO_THREES), "no move helps there");
        assertTrue(isSilent("would-fit", Fleets.scenario1()));
    }

    @Test
    void freeRoomThatIsScattered() {
        Fleet fleet = placed("2g@0 1g@3 1g@5 / 2g@0 1g@3 1g@5");
        Finding finding = find("fragmented", fleet);
        assertTrue(Told.english(finding.message())
                .startsWith("The free room is fragmented: of what would fit after moves, "));
        assertTrue(finding.importance() >= 0.05);
        assertTrue(isSilent("fragmented", placed("7g@0 / 1g@0")));
        assertTrue(isSilent("fragmented", Fleets.main()), "one GPU");
    }

    @Test
    void fewerGpusWouldDoAndWhatDecides() {
        Fleet fleet = placed("4g@0 / 3g@4 / 4g@0");
        Finding finding = find("binding", fleet);
        assertSays(
                "What is allocated on 3 A100 80GB would fit on 2: each 4g or 7g needs a GPU of its own.",
                "A100 80GB 3개에 할당한 인스턴스는 2개에 모두 들어갑니다: 4g 또는 7g 인스턴스마다 GPU가 하나씩 필요합니다.",
                finding);
        assertAdvises(
                "That leaves 1 GPU for other work or to return. The Plan screen shows the layouts.",
                "GPU 1개를 다른 작업에 쓰거나 반납할 수 있습니다. 계획 화면에서 분할 구성을 볼 수 있습니다.",
                finding);
        assertTrue(isSilent("binding", TWO_THREES));
        assertTrue(isSilent("binding", Fleets.main()));
    }

    @Test
    void strandedAndAnotherStartHelps() {
        Fleet fleet = at(gpu("GPU 0", "a100-80gb", "3g.40gb 50"), 0);
        assertAdvises(
                "Recreate the instances at these start positions: 3g.40gb at 4. That frees 1 compute slice.",
                "다음 시작 위치에 인스턴스를 다시 만드십시오: 3g.40gb (시작 4). 컴퓨트 슬라이스 1개를 쓸 수 있게 됩니다.",
                find("stranded", fleet));
        Fleet pushed = at(gpu("GPU 0", "a100-80gb", "3g.40gb 50", "1g.10gb 50", "1g.10gb 50"), 0, 4, 6);
        assertAdvises(
                "Recreate the instances at these start positions: 3g.40gb at 4, 1g.10gb at 0, 1g.10gb at 1. That"
                        + " frees 1 compute slice.",
                "다음 시작 위치에 인스턴스를 다시 만드십시오: 3g.40gb (시작 4), 1g.10gb (시작 0), 1g.10gb (시작 1)."
                        + " 컴퓨트 슬라이스 1개를 쓸 수 있게 됩니다.",
                find("stranded", pushed));
        Fleet unknown = at(gpu("GPU 0", "a100-80gb", "3g.40gb 50", "3g.40gb 50"), -1, -1);
        assertTrue(isSilent("stranded", unknown), "monitoring does not tell the placement");
        Fleet partly = at(gpu("GPU 0", "a100-80gb", "1g.20gb 50", "1g.20gb 50", "1g.10gb 50"), 0, 2, -1);
        assertTrue(isSilent("stranded", partly), "what is placed somewhere may stand in the way of any advice");
    }

    @Test
    void strandedOnSeveralGpus() {
        Gpu gpu = TWO_THREES.gpus().getFirst();
        Finding finding = find("stranded", of(gpu, gpu.withId("b").withName("GPU 1")));
        assertSays(
                "On 2 GPUs, 2 compute slices are stranded: no profile can use them while the instances stay where they"
                        + " are (GPU 0, GPU 1).",
                "GPU 2개에서 컴퓨트 슬라이스 2개를 쓸 수 없습니다. 인스턴스가 현재 위치에 있는 동안에는 어떤" + " 프로파일도 사용할 수 없습니다(GPU 0, GPU 1).",
                finding);
        assertAdvises(
                "On GPU 0, for example: A 4g.40gb in place of a 3g.40gb would use what is stranded.",
                "예를 들어 GPU 0: 3g.40gb 대신 4g.40gb 프로파일을 쓰면 남은 슬라이스를 사용할 수 있습니다.",
                finding);
        assertEquals(List.of("GPU 0", "b"), finding.gpus());
    }

    private static Fleet at(Gpu gpu, int... starts) {
        List<Instance> moved = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            moved.add(gpu.instances().get(i).withStart(starts[i]));
        }
        return of(gpu.withInstances(moved));
    }

    @Test
    void alert() {
        Finding over = find("alert", TWO_THREES);
        assertSays(
                "The weighted average of 98.6% has reached the alert threshold of 90.0%.",
                "가중 평균이 98.6%로 알림 임계값 90.0%에 도달했습니다.", over);
        assertEquals(Severity.WARNING, over.severity());
        Finding near = find("alert", of(gpu("GPU 0", "a100-80gb", "7g.80gb 86")));
        assertSays(
                "The weighted average of 86.0% is close to the alert threshold of 90.0%.",
                "가중 평균이 86.0%로 알림 임계값 90.0%에 가깝습니다.", near);
        assertEquals(Severity.NOTICE, near.severity());
        Gpu full = gpu("GPU 0", "a100-80gb", "7g.80gb 95");
        assertSays(
                "GPU 0 has reached the alert threshold of 90.0%: its weighted average is 95.0%. The weighted average"
                        + " of the fleet is 57.5%.",
                "GPU 0: 가중 평균이 95.0%로 알림 임계값 90.0%에 도달했습니다. 전체 가중 평균은 57.5%입니다.",
                find("alert", of(full, gpu("GPU 1", "a100-80gb", "7g.80gb 20"))));
        assertSays(
                "2 GPUs have reached the alert threshold of 90.0%: GPU 0, GPU 2. The weighted average of the fleet is"
                        + " 70.0%.",
                "GPU 2개가 알림 임계값 90.0%에 도달했습니다: GPU 0, GPU 2. 전체 가중 평균은 70.0%입니다.",
                find(
                        "alert",
                        of(
                                full,
                                gpu("GPU 1", "a100-80gb", "7g.80gb 20"),
                                full.withId("c").withName("GPU 2"))));
        assertTrue(isSilent("alert", Fleets.main()));
    }

    @Test
    void theAlertThresholdCanBeSetAndIsMetAtItsVeryValue() {
        Figures main = Told.figures(Fleets.main());
        List<Finding> findings = Findings.of(main, Thresholds.DEFAULT.withAlert(0.72), false);
        assertEquals(
                Severity.WARNING, Told.finding("alert", findings).orElseThrow().severity());
        assertTrue(Told.finding("alert", Findings.of(main, Thresholds.DEFAULT.withAlert(0.78), false))
                .isEmpty());
    }

    @Test
    void whereThereAreSeveralHostsTheyAreNamed() {
        Gpu full = onHost("node-1", gpu("a", "a100-80gb", "7g.80gb 95"));
        Gpu idle = onHost("node-2", gpu("b", "a100-80gb", "7g.80gb 20"));
        Finding over = find("alert", of(full, idle));
        assertTrue(Told.english(over.message()).startsWith("node-1 · GPU 0 has reached the alert threshold"));
        Gpu beside = onHost("node-1", gpu("b", "a100-80gb", "7g.80gb 20"));
        assertTrue(Told.english(find("alert", of(full, beside)).message()).startsWith("GPU 0 #1 has reached"));
    }

    private static Gpu onHost(String host, Gpu gpu) {
        return new Gpu(gpu.id(), "GPU 0", host, gpu.model(), gpu.modelName(), gpu.instances());
    }

    @Test
    void coverage() {
        Finding some = find("coverage", of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 70", "3g.40gb -")));
        assertSays(
                "2 of 3 instances reported; depending on the others, whole-GPU utilization lies between 22.9% and"
                        + " 65.7%.",
                "인스턴스 3개 중 2개만 측정값이 있습니다. 나머지에 따라 GPU 하드웨어 활용률은 22.9%에서 65.7%" + " 사이입니다.", some);
        assertEquals(Severity.WARNING, some.severity());
        assertEquals(List.of(new InstanceRef("GPU 0", "3")), some.instances());
        assertSays(
                "None of the 2 instances has a reading: there are no averages.",
                "인스턴스 2개 모두 측정값이 없어 평균을 계산할 수 없습니다.",
                find("coverage", of(gpu("GPU 0", "a100-80gb", "1g.10gb -", "3g.40gb -"))));
        Fleet unknown = of(observed(0.4, Double.NaN));
        assertSays(
                "1 of 2 instances reported; the others are left out of the averages.",
                "인스턴스 2개 중 1개만 측정값이 있습니다. 나머지는 평균에서 제외했습니다.",
                find("coverage", unknown));
        assertTrue(isSilent("coverage", Fleets.main()));
    }

    private static Gpu observed(double... loads) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < loads.length; i++) {
            instances.add(Instance.of("" + i, Profile.observed("2g.9gb", 2), Placement.UNKNOWN, loads[i]));
        }
        return new Gpu("GPU-1", "GPU-1", "", null, "NVIDIA X", instances);
    }

    @Test
    void withoutAModelNothingIsLargeOrSmall() {
        List<Instance> instances = List.of(
                Instance.of("1", Profile.observed("1g.9gb", 1), Placement.UNKNOWN, 0.95),
                Instance.of("2", Profile.observed("3g.9gb", 3), Placement.UNKNOWN, 0.05));
        Fleet fleet = of(new Gpu("GPU-1", "GPU-1", "", null, "NVIDIA X", instances));
        assertEquals(List.of("missing", "gap"), rules(fleet));
    }

    @Test
    void missing() {
        Finding model = find("missing", of(observed(0.4)));
        assertSays(
                "The model of GPU-1 (“NVIDIA X”) is not known: choose it, and its share of the hardware can be"
                        + " computed.",
                "GPU-1(“NVIDIA X”): 모델을 알 수 없습니다. 모델을 선택하면 하드웨어에서 차지하는 비중을 계산할 수 있습니다.",
                model);
        assertAdvises(
                "Choose the GPU model. Seven slices are never assumed.",
                "GPU 모델을 선택하십시오. 슬라이스가 7개라고 가정하지 않습니다.",
                model);
        Figures sms = Told.figures(of(gpu("GPU 0", "h800-80gb", "3g.40gb 50", "1g.10gb 100")), Hardware.SMS);
        assertAdvises(
                "Weigh by compute slices, or enter the missing weights as your own.",
                "컴퓨트 슬라이스를 기준으로 하거나, 빠진 값을 사용자 가중치로 입력하십시오.",
                Told.finding("missing", sms).orElseThrow());
        assertTrue(isSilent("missing", Fleets.main()));
    }

    @Test
    void unverified() {
        Fleet fleet = of(gpu("GPU 0", "a800-80gb", "3g.40gb 50", "1g.10gb 100"));
        Finding finding =
                Told.finding("unverified", Told.figures(fleet, Hardware.SMS)).orElseThrow();
        assertSays(
                "Not verified on this very hardware, but used here as weights: SMs of 3g.40gb, 1g.10gb.",
                "이 하드웨어에서 확인되지 않은 값이 가중치로 사용됩니다: SM 수(3g.40gb, 1g.10gb).",
                finding);
        assertTrue(isSilent("unverified", fleet), "slices are in NVIDIA's own tables");
        assertTrue(Told.finding("unverified", Told.figures(Fleets.main(), Hardware.SMS))
                .isEmpty());
    }

    @Test
    void basis() {
        Fleet fleet = of(gpu("GPU 0", "h100-80gb-sxm", "3g.40gb 100", "1g.10gb 0"));
        Finding finding = find("basis", fleet);
        assertSays(
                "Slices and SMs disagree: the weighted average is 75.0% by slices and 78.9% by SMs,"
                        + " whole-GPU utilization 42.9% and 45.5%.",
                "슬라이스 기준과 SM 기준의 결과가 다릅니다. 가중 평균은 슬라이스 기준 75.0%, SM 기준 78.9%이고 GPU" + " 하드웨어 활용률은 각각 42.9%, 45.5%입니다.",
                finding);
        assertEquals(
                finding,
                Told.finding("basis", Told.figures(fleet, Hardware.SMS)).orElseThrow(),
                "it is the same whichever of the two is looked at");
        assertTrue(
                Told.finding("basis", Told.figures(fleet, Hardware.MEMORY_GIB)).isEmpty());
        assertSays(
                "Slices and SMs disagree about whole-GPU utilization: it is 21.4% by slices and 22.7% by SMs; the"
                        + " weighted average is the same by both.",
                "슬라이스 기준과 SM 기준의 GPU 하드웨어 활용률이 다릅니다. 슬라이스 기준 21.4%, SM 기준 22.7%이며 가중" + " 평균은 같습니다.",
                find("basis", of(gpu("GPU 0", "h100-80gb-sxm", "3g.40gb 50"))));
        assertTrue(isSilent("basis", Fleets.scenario1()));
        assertTrue(isSilent("basis", of(gpu("GPU 0", "h100-80gb-sxm", "3g.40gb 2", "1g.10gb 0"))));
    }

    @Test
    void trustOnlyWhereReadingsWereMeasured() {
        Figures figures = Told.figures(of(gpu("GPU 0", "a100-80gb", "2g.20gb 50.1", "3g.40gb 33.3", "1g.10gb 50")));
        assertTrue(Told.finding("trust", figures).isEmpty());
        Finding both = Told.finding("trust", Findings.of(figures, Thresholds.DEFAULT, true))
                .orElseThrow();
        assertSays(
                "2g.20gb, 3g.40gb: these readings look like a known fault of the metric, in which a saturated 2g reads"
                        + " 50% and a saturated 3g 33%.",
                "2g.20gb, 3g.40gb: 포화된 2g가 50%, 포화된 3g가 33%로 표시되는 알려진 메트릭 오류와 비슷한 값입니다" + "(인스턴스 2개).", both);
        Figures sound = Told.figures(of(gpu("GPU 0", "a100-80gb", "2g.20gb 52", "3g.40gb 50", "1g.10gb 33.3")));
        assertTrue(Told.finding("trust", Findings.of(sound, Thresholds.DEFAULT, true))
                .isEmpty());
    }

    @Test
    void importanceIsARatio() {
        Text text = Text.of("story.names");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Finding(Severity.INFO, "x", View.FIGURES, text, text, List.of(), List.of(), Double.NaN));
    }

    private static List<Finding> measured(String... instances) {
        return Findings.of(Told.figures(of(gpu("GPU 0", "a100-80gb", instances))), Thresholds.DEFAULT, true);
    }

    @Test
    void pinned() {
        Finding finding = Told.finding("pinned", measured("1g.10gb 41.273", "1g.10gb 41.273", "2g.20gb 41.273"))
                .orElseThrow();
        assertSays(
                "3 instances read exactly 41.3%: 1g.10gb #1, 1g.10gb #2, 2g.20gb. Readings that agree"
                        + " to the last digit come from one source, or stand still.",
                "인스턴스 3개의 값이 정확히 41.3%로 같습니다: 1g.10gb #1, 1g.10gb #2, 2g.20gb. 마지막 자리까지 같은 값은 한 곳에서"
                        + " 나왔거나 멈춘 값일 수 있습니다.",
                finding);
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(View.READINGS, finding.view());
        assertTrue(Told.finding("pinned", measured("1g.10gb 50", "1g.10gb 50", "2g.20gb 50"))
                .isEmpty());
        assertTrue(Told.finding("pinned", measured("1g.10gb 41.273", "1g.10gb 41.273", "2g.20gb 41.274"))
                .isEmpty());
    }

    @Test
    void fullTime() {
        Finding finding =
                Told.finding("full-time", measured("1g.10gb 100", "2g.20gb 99")).orElseThrow();
        assertSays(
                "1g.10gb: this instance reads 100%, which says that something ran all the time, not that all SMs were"
                        + " full.",
                "1g.10gb: 사용률 100%인 인스턴스가 1개 있습니다. 항상 무언가가 실행 중이었다는 뜻이며 모든 SM이 가득 찼다는 뜻은 아닙니다.", finding);
        assertTrue(Told.finding("full-time", measured("1g.10gb 99.9")).isEmpty());
    }

    @Test
    void everyRuleHasAFaceInBothLanguagesAndCanBeSwitchedOff() {
        Set<String> ids = new HashSet<>();
        for (Rule rule : Findings.rules()) {
            assertTrue(ids.add(rule.id()), rule.id());
            assertFalse(Told.english(rule.title()).isEmpty());
            assertFalse(Told.korean(rule.title()).isEmpty());
            rule.threshold(Thresholds.DEFAULT)
                    .ifPresent(limit -> assertFalse(Told.english(limit).isEmpty()));
        }
        Figures main = Told.figures(Fleets.main());
        List<Finding> all = Findings.of(main, Thresholds.DEFAULT, false);
        assertEquals(View.BRIDGE, Told.finding("gap", all).orElseThrow().view());
        List<Finding> without = Findings.of(main, Thresholds.DEFAULT.without(Set.of("gap")), false);
        assertTrue(Told.finding("gap", without).isEmpty());
        assertEquals(all.size() - 1, without.size());
    }

    @Test
    void anyOfThemWillDoIsSaidOnlyWhereItHoldsOnEveryGpuToo() {
        // +10 points on one GPU, −10 on the other: nothing in sum
        Fleet opposite = of(
                gpu("GPU 0", "a100-80gb", "4g.40gb 80", "1g.10gb 20", "1g.10gb 20", "1g.10gb 20"),
                gpu("GPU 1", "a100-80gb", "4g.40gb 20", "1g.10gb 80", "1g.10gb 80", "1g.10gb 80"));
        Finding finding = find("similar", opposite);
        assertEquals("story.similar.advice.gpus", finding.advice().key());
        assertEquals(
                "That holds for the fleet as a whole. On GPU 0 the figures differ by 19.3 pp: look at"
                        + " each GPU by itself.",
                Told.english(finding.advice()));
    }
}
