package io.slicewise.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.story.Finding.Severity;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recorded range adds to the findings. */
class RangeFindingsTest {
    private static final Timeline GROWING = new RecordedDays(42)
            .gpu("a")
            .with("1", "4g.40gb", 0.1, _ -> 0.1)
            .with("2", "2g.20gb", 0.1, day -> 0.3 + day / 100)
            .gpu("b")
            .with("1", "7g.80gb", Double.NaN, day -> 0.4 + day / 100)
            .gpu("c")
            .with("1", "3g.40gb", Double.NaN, _ -> 0.1)
            .done();

    private static List<Finding> findings(Timeline timeline, Fleet fleet) {
        return findings(timeline, fleet, Assumptions.NONE, List.of());
    }

    private static List<Finding> findings(Timeline timeline, Fleet fleet, Assumptions assumptions, List<Offer> offers) {
        Prospect prospect = new Prospect(Outlook.of(timeline), assumptions, offers);
        return Findings.of(Told.figures(fleet), Thresholds.DEFAULT, true, prospect);
    }

    private static Fleet now(Timeline timeline) {
        return timeline.at(timeline.end() - 1);
    }

    private static Finding of(String rule, List<Finding> findings) {
        return Told.finding(rule, findings).orElseThrow();
    }

    @Test
    void sizesThatAreWrongOrCannotBeTold() {
        List<Finding> findings = findings(GROWING, now(GROWING));
        assertThat(Told.english(of("too-large", findings).message()))
                .isEqualTo("The 4g.40gb on a is larger than what was recorded needs: a 1g.10gb would do.");
        assertThat(of("too-large", findings).severity()).isEqualTo(Severity.NOTICE);
        assertThat(of("too-large", findings).gpus()).containsExactly("a");
        assertThat(Told.english(of("cannot-tell", findings).message()))
                .isEqualTo("Whether the size is right cannot be told for 1 of 4 instances: no memory reading (1).");
        assertThat(Told.korean(of("cannot-tell", findings).message()))
                .isEqualTo("인스턴스 4개 가운데 1개는 크기가 적정한지 판정할 수 없습니다: 메모리 측정값 없음(1개).");
        assertThat(Told.finding("too-small", findings)).isEmpty();
    }

    @Test
    void anInstanceThatIsTooSmallIsAWarning() {
        Timeline timeline = new RecordedDays(3)
                .gpu("a")
                .with("1", "2g.20gb", 0.9, _ -> 0.95)
                .with("2", "1g.10gb", 0.2, _ -> 0.2)
                .done();
        Finding small = of("too-small", findings(timeline, now(timeline)));
        assertThat(small.severity()).isEqualTo(Severity.WARNING);
        assertThat(Told.english(small.message()))
                .isEqualTo("The 2g.20gb is too small for what was recorded: it needs a 3g.40gb.");
    }

    @Test
    void anInstanceThatWasChangedSinceIsNotJudged() {
        Fleet changed = new Fleet(now(GROWING).gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .map(instance -> instance.withProfile(
                                java.util.Objects.requireNonNull(gpu.model())
                                        .profile("1g.10gb")
                                        .orElseThrow(),
                                0))
                        .toList()))
                .toList());
        assertThat(Told.finding("too-large", findings(GROWING, changed))).isEmpty();
    }

    @Test
    void theHardwareRunsFull() {
        Timeline timeline = new RecordedDays(42)
                .gpu("a")
                .with("1", "7g.80gb", 0.5, day -> 0.3 + day / 100)
                .done();
        // 0.3 + t/100 reaches 0.8 on day 50: 9 days after the last
        Finding full = of("runs-out", findings(timeline, now(timeline)));
        assertThat(full.severity()).isEqualTo(Severity.WARNING);
        assertThat(Told.english(full.message()))
                .startsWith("Whole-GPU utilization reaches 80.0%: at the earliest ")
                .contains("(in 9 days)");
        assertThat(Told.finding("runs-out", findings(GROWING, now(GROWING)))).isEmpty();
    }

    private static final Timeline LARGE = new RecordedDays(14)
            .gpu("a")
            .with("1", "3g.40gb", 0.1, _ -> 0.2)
            .with("2", "3g.40gb", 0.1, _ -> 0.2)
            .gpu("b")
            .with("1", "7g.80gb", 0.1, _ -> 0.2)
            .gpu("c")
            .with("1", "2g.20gb", 0.4, _ -> 0.7)
            .with("2", "2g.20gb", 0.4, _ -> 0.7)
            .done();

    private static Assumptions hourly(Assumptions assumptions, String model, String rate) {
        return assumptions.with(model, Assumed.HOURLY, new BigDecimal(rate));
    }

    @Test
    void fewerGpusServeWhatWasRecorded() {
        // 0.75 slices each of two, 1.75 and 8.8 GiB of one: 1g, 1g, 2g beside two 2g, which are as they should be
        Finding cheaper = of("cheaper-layout", findings(LARGE, now(LARGE)));
        assertThat(Told.english(cheaper.message()))
                .isEqualTo(
                        "In the sizes that the recorded range needs, 2 × A100 80GB would serve what 3 GPUs serve now.");
        assertThat(Told.korean(cheaper.message()))
                .isEqualTo("기록된 구간에 필요한 크기로 바꾸면 지금 GPU 3개가 하는 일을 A100 80GB × 2개로 처리할 수 있습니다.");
        assertThat(cheaper.view()).isEqualTo(View.PLAN);
        assertThat(cheaper.importance()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whatThatSavesWhereThereIsARate() {
        Assumptions assumptions = hourly(Assumptions.NONE.withCurrency("EUR"), "a100-80gb", "2.5");
        Finding cheaper = of("cheaper-layout", findings(LARGE, now(LARGE), assumptions, List.of()));
        // one GPU at 2.5 for 730 hours
        assertThat(Told.english(cheaper.message())).endsWith("serve now: 1,825.00 EUR a month less (33.3%).");
    }

    @Test
    void anotherModelIsOfferedByThePlannerWithItsSpeed() {
        Offer other = new Offer(Fleets.model("h100-80gb-sxm"), null, 2, null, 1, null, 0, null);
        Assumptions assumptions = hourly(hourly(Assumptions.NONE, "a100-80gb", "2.5"), "h100-80gb-sxm", "2");
        Finding cheaper = of("cheaper-layout", findings(LARGE, now(LARGE), assumptions, List.of(other)));
        assertThat(Told.english(cheaper.message())).contains("H100").contains("less");
        // without a rate of its own it is not looked at
        Assumptions one = hourly(Assumptions.NONE, "a100-80gb", "2.5");
        assertThat(Told.english(of("cheaper-layout", findings(LARGE, now(LARGE), one, List.of(other)))
                        .message()))
                .doesNotContain("H100");
    }

    @Test
    void whatPackingAloneGivesIsNotSaidTwice() {
        Timeline loose = new RecordedDays(14)
                .gpu("a")
                .with("1", "2g.20gb", 0.5, _ -> 0.7)
                .gpu("b")
                .with("1", "2g.20gb", 0.5, _ -> 0.7)
                .done();
        List<Finding> findings = findings(loose, now(loose));
        assertThat(Told.finding("binding", findings)).isPresent();
        assertThat(Told.finding("cheaper-layout", findings)).isEmpty();
    }

    @Test
    void withoutARangeNothingOfThatIsSaid() {
        List<Finding> findings = Findings.of(Told.figures(now(GROWING)), Thresholds.DEFAULT, true);
        assertThat(findings)
                .noneMatch(finding -> List.of("runs-out", "too-large", "too-small", "cannot-tell", "cheaper-layout")
                        .contains(finding.rule()));
    }
}
