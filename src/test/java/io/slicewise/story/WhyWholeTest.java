package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.WeightBasis.Hardware;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentence about W and G, word for word. */
class WhyWholeTest {
    private static void assertSays(String english, String korean, Fleet fleet, WeightBasis basis) {
        assertEquals(english, Told.english(WhyWhole.of(Told.figures(fleet, basis))));
        assertEquals(korean, Told.korean(WhyWhole.of(Told.figures(fleet, basis))));
    }

    @Test
    void mainExample() {
        assertSays(
                "With 2 of 7 compute slices unallocated, whole-GPU utilization cannot exceed 71.4 %.",
                "컴퓨트 슬라이스 7개 중 2개가 할당되지 않아 GPU 하드웨어 활용률은 71.4%를 넘을 수 없습니다.", Fleets.main(), Hardware.SLICES);
    }

    @Test
    void twoThreesStrandASlice() {
        assertSays(
                "With 1 of 7 compute slices unallocated (1 compute slice is stranded by placement), whole-GPU"
                        + " utilization cannot exceed 85.7 %.",
                "컴퓨트 슬라이스 7개 중 1개가 할당되지 않아(배치 때문에 쓸 수 없는 컴퓨트 슬라이스 1개 포함)" + " GPU 하드웨어 활용률은 85.7%를 넘을 수 없습니다.",
                of(gpu("GPU 0", "a100-80gb", "3g.40gb 98.6", "3g.40gb 98.5")),
                Hardware.SLICES);
    }

    @Test
    void everythingAllocated() {
        assertSays(
                "Everything is allocated, so whole-GPU utilization equals the weighted average, 42.9 %.",
                "모두 할당되어 있어 GPU 하드웨어 활용률이 가중 평균과 같은 42.9%입니다.",
                of(gpu("GPU 0", "a100-80gb", "4g.40gb 75", "3g.40gb 0")),
                Hardware.SLICES);
    }

    @Test
    void profilesThatDoNotReachAllSms() {
        assertSays(
                "All compute slices are allocated, but these profiles reach only 112 of 132 SMs, so whole-GPU"
                        + " utilization cannot exceed 84.8 %.",
                "컴퓨트 슬라이스는 모두 할당되었지만 이 프로파일들로는 SM 132개 중 112개까지만 사용할 수 있어" + " GPU 하드웨어 활용률은 84.8%를 넘을 수 없습니다.",
                of(gpu(
                        "GPU 0",
                        "h100-80gb-sxm",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1")),
                Hardware.SMS);
    }

    @Test
    void everyBasisHasItsUnit() {
        Fleet one = of(gpu("GPU 0", "a100-80gb", "3g.40gb 50"));
        assertSays(
                "With 4 of 8 memory slices unallocated, whole-GPU utilization cannot exceed 50.0 %.",
                "메모리 슬라이스 8개 중 4개가 할당되지 않아 GPU 하드웨어 활용률은 50.0%를 넘을 수 없습니다.", one, Hardware.MEMORY_SLICES);
        assertSays(
                "With 39.75 of 79 GiB unallocated, whole-GPU utilization cannot exceed 49.7 %.",
                "메모리 79GiB 중 39.75GiB가 할당되지 않아 GPU 하드웨어 활용률은 49.7%를 넘을 수 없습니다.", one, Hardware.MEMORY_GIB);
        assertSays(
                "With 75.0 % of the weight unallocated, whole-GPU utilization cannot exceed 25.0 %.",
                "전체 가중치의 75.0%가 할당되지 않아 GPU 하드웨어 활용률은 25.0%를 넘을 수 없습니다.",
                one,
                new WeightBasis.Own(Map.of("a100-80gb/3g.40gb", 1.0, "a100-80gb", 4.0)));
        assertSays(
                "With 25.0 % of the GPU capacity unallocated, whole-GPU utilization cannot exceed 75.0 %.",
                "GPU 용량의 25.0%가 할당되지 않아 GPU 하드웨어 활용률은 75.0%를 넘을 수 없습니다.",
                of(gpu("GPU 0", "a100-80gb", "7g.80gb 50"), gpu("GPU 1", "a30-24gb", "2g.12gb 50")),
                Hardware.SLICES);
    }

    @Test
    void moreThanThereIs() {
        Gpu full = gpu("GPU 0", "a100-80gb", "4g.40gb 50", "3g.40gb 50");
        Fleet impossible = of(full.withInstances(List.of(
                full.instances().get(0),
                full.instances().get(1),
                full.instances().get(1).withId("3"))));
        assertSays(
                "More is allocated than there is (142.9 %), so such a partition cannot exist and there is no"
                        + " whole-GPU utilization.",
                "하드웨어보다 많이 할당되었습니다(142.9%). 이런 분할 구성은 존재할 수 없으므로" + " GPU 하드웨어 활용률을 계산하지 않습니다.",
                impossible,
                Hardware.SLICES);
    }

    @Test
    void withoutAFigureTheReason() {
        Fleet a800 = of(gpu("GPU 0", "a800-80gb", "3g.40gb 50", "1g.10gb 100"));
        assertEquals(
                "usage.missing.gpu",
                WhyWhole.of(Told.figures(a800, Hardware.SMS)).key());
        assertEquals(
                "story.why.noInstance", WhyWhole.of(Told.figures(Fleet.EMPTY)).key());
        WeightBasis nothing =
                new WeightBasis.Own(Map.of("a800-80gb/3g.40gb", 1.0, "a800-80gb/1g.10gb", 1.0, "a800-80gb", 0.0));
        assertEquals(
                "story.why.noWeight", WhyWhole.of(Told.figures(a800, nothing)).key());
    }
}
