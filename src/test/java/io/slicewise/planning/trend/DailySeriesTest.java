package io.slicewise.planning.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Timeline;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DailySeriesTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final LocalDate FIRST = LocalDate.ofEpochDay(RecordedDays.START / 86_400_000);

    /** Two GPUs, 3 + 2 of 14 slices: each day a hundredth more is in use, and less at weekends. */
    private static Timeline growing(int days) {
        return new RecordedDays(days)
                .gpu("a")
                .with("1", "3g.40gb", 0.5, day -> 0.2 + day / 100 - (day % 7 > 4 ? 0.1 : 0))
                .gpu("b")
                .with("1", "2g.20gb", 0.25, day -> 0.2 + day / 100 - (day % 7 > 4 ? 0.1 : 0))
                .done();
    }

    private static DailySeries series(Timeline timeline, DailyFigure figure) {
        return DailySeries.of(timeline, Curves.of(timeline, Weights.DEFAULT), figure);
    }

    @Test
    void eachFigureHasItsUnitCeilingAndHardware() {
        Timeline timeline = growing(3);
        assertThat(DailyFigure.of(timeline)).containsExactly(DailyFigure.values());
        DailySeries whole = series(timeline, DailyFigure.WHOLE_GPU);
        assertThat(whole.values().value(2)).isCloseTo(0.22 * 5 / 14, EXACT);
        assertThat(whole.ceiling()).isCloseTo(5.0 / 14, EXACT);
        assertThat(whole.usualCapacity()).isEqualTo(0.8);
        DailySeries inUse = series(timeline, DailyFigure.SLICES_IN_USE);
        assertThat(inUse.values().value(2)).isCloseTo(0.22 * 5, EXACT);
        assertThat(inUse.ceiling()).isCloseTo(5, EXACT);
        assertThat(inUse.hardware()).isEqualTo(14);
        DailySeries requested = series(timeline, DailyFigure.SLICES_REQUESTED);
        assertThat(requested.values().value(0)).isCloseTo(5, EXACT);
        assertThat(requested.usualCapacity()).isEqualTo(14);
        DailySeries memory = series(timeline, DailyFigure.MEMORY);
        // half of 39.25 and a quarter of 19.5 GiB
        double used = 0.5 * 39.25 + 0.25 * 19.5;
        assertThat(memory.values().value(1)).isCloseTo(used, EXACT);
        assertThat(memory.ceiling()).isCloseTo(39.25 + 19.5, EXACT);
    }

    @Test
    void aDayOfWhichLessThanHalfIsKnownHasNoValue() {
        Timeline timeline = new RecordedDays(2)
                .gpu("a")
                .with("1", "3g.40gb", Double.NaN, day -> day > 0 ? Double.NaN : 0.5)
                .done();
        assertThat(series(timeline, DailyFigure.WHOLE_GPU).values().size()).isEqualTo(1);
        assertThat(DailyFigure.of(timeline)).doesNotContain(DailyFigure.MEMORY);
    }

    @Test
    void datesAndWeekdaysAreThoseOfTheRange() {
        DailySeries inUse = series(growing(42), DailyFigure.SLICES_IN_USE);
        Seen seen = (Seen) inUse.forecast(3.5);
        // 5 · (0.2 + t/100) = 3.5 on day 50, a Tuesday, on which 0.1·2/7·5 more is in use
        assertThat(TrendSentences.refusal(seen)).isNull();
        assertThat(seen.line().slope()).isCloseTo(0.05, EXACT);
        assertThat(TrendSentences.date(seen, 1)).isEqualTo(FIRST.plusDays(42));
        assertThat(seen.expected()).isPresent();
        assertThat(TrendSentences.weekdays(seen).keySet()).containsExactly(DayOfWeek.values());
        assertThat(TrendSentences.weekdays(seen).get(DayOfWeek.SUNDAY))
                .isLessThan(TrendSentences.weekdays(seen).get(DayOfWeek.MONDAY));
        assertThat(TrendSentences.grounds(DailyFigure.SLICES_IN_USE, seen).stream()
                        .map(Messages.in(Language.ENGLISH)::say))
                .hasSize(4)
                .contains("Change per day: 0.05 slices, between 0.05 slices and 0.05 slices with 90% confidence.");
    }

    @Test
    void changesOfAShareAreSaidInPercentagePoints() {
        Seen seen = (Seen) series(growing(42), DailyFigure.WHOLE_GPU).forecast(0.8);
        assertThat(TrendSentences.grounds(DailyFigure.WHOLE_GPU, seen).stream().map(Messages.in(Language.KOREAN)::say))
                .contains("하루 변화량은 0.36%p이며, 90% 신뢰 구간은 0.36%p~0.36%p입니다.");
    }

    @Test
    void theFourRefusals() {
        assertThat(List.of(
                        refusal(series(growing(7), DailyFigure.WHOLE_GPU)),
                        refusal(series(flat(42), DailyFigure.WHOLE_GPU)),
                        refusal(series(full(42), DailyFigure.WHOLE_GPU)),
                        refusal(series(gaps(42), DailyFigure.WHOLE_GPU))))
                .containsExactly("trend.tooShort", "trend.noTrend", "trend.ceiling", "trend.gaps");
    }

    private static String refusal(DailySeries series) {
        return java.util.Objects.requireNonNull(TrendSentences.refusal(series.forecast(0.5)))
                .key();
    }

    private static Timeline one(int days, java.util.function.DoubleUnaryOperator utilization) {
        return new RecordedDays(days)
                .gpu("a")
                .with("1", "3g.40gb", Double.NaN, utilization)
                .done();
    }

    private static Timeline flat(int days) {
        return one(days, day -> day % 2 == 0 ? 0.4 : 0.5);
    }

    private static Timeline full(int days) {
        return one(days, day -> Math.min(1, 0.9 + day / 100));
    }

    private static Timeline gaps(int days) {
        return one(days, day -> day % 2 == 1 && day < days - 1 ? Double.NaN : 0.4);
    }
}
