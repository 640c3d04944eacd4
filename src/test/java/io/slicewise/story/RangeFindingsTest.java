package io.slicewise.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.story.Finding.Severity;
import io.slicewise.usage.timeline.Timeline;
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
        return Findings.of(Told.figures(fleet), Thresholds.DEFAULT, true, Outlook.of(timeline));
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
                .isEqualTo("전체 4개 가운데 1개 인스턴스는 크기가 적정한지 판정할 수 없습니다: 메모리 측정값 없음(1개).");
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

    @Test
    void withoutARangeNothingOfThatIsSaid() {
        List<Finding> findings = Findings.of(Told.figures(now(GROWING)), Thresholds.DEFAULT, true);
        assertThat(findings)
                .noneMatch(finding -> List.of("runs-out", "too-large", "too-small", "cannot-tell")
                        .contains(finding.rule()));
    }
}
