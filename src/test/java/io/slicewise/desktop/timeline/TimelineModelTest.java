package io.slicewise.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.report.text.RangeCsv;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.PowerTrack;
import io.slicewise.usage.timeline.Recordings;
import io.slicewise.usage.timeline.SamplesBuilder;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
    private static final Background AT_ONCE = new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            then.accept(Ended.of(cancel, work));
        }
    };

    /** Two GPUs for an hour; in the middle the second one gets another partition. */
    private static final Timeline TIMELINE = Recordings.timeline(
            Recordings.a100("GPU 0").steady("1", "3g.40gb", 0, 59, 30).steady("2", "1g.10gb", 0, 59, 90),
            Recordings.a100("GPU 1")
                    .steady("1", "7g.80gb", 0, 29, 50)
                    .steady("2", "4g.40gb", 30, 59, 100)
                    .steady("3", "3g.40gb", 30, 59, 0));

    private final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);
    private final TimelineModel model = new TimelineModel(
            TIMELINE, new SimpleObjectProperty<>(Scenario.empty("")), alert, ZoneId.of("UTC"), AT_ONCE);

    private Curves curves() {
        return Objects.requireNonNull(model.curvesProperty().get());
    }

    @Test
    void allInstancesAreOnShowAtFirst() {
        assertTrue(model.stretch().isWhole());
        assertEquals(5, model.choiceProperty().get().rows().size());
        assertEquals(
                (3 * 0.3 + 0.9 + 7 * 0.5) / 11, curves().at(Measure.WEIGHTED_AVERAGE, Recordings.minute(5)), 1e-12);
    }

    @Test
    void wordsChooseInstancesAndTheirGpusAndTheFiguresFollow() {
        model.filterProperty().set("A100  1G.");
        Choice choice = model.choiceProperty().get();
        assertEquals(
                List.of("GPU 0 · ID 2"),
                choice.rows().stream().map(Choice.Row::name).toList());
        assertEquals(1, choice.timeline().gpus().size());
        assertEquals(0.9, curves().at(Measure.INSTANCE_AVERAGE, Recordings.minute(5)), 1e-12);
        assertEquals(0.9 / 7, curves().at(Measure.WHOLE_GPU, Recordings.minute(5)), 1e-12);
        model.filterProperty().set("nothing like it");
        assertEquals(0, model.choiceProperty().get().rows().size());
    }

    @Test
    void theMomentComesIntoSightAndStaysWithinTheTimeline() {
        model.zoom(0.25);
        model.lookAt(Recordings.minute(1));
        assertEquals(Recordings.minute(1), model.stretch().from());
        model.lookAt(Long.MAX_VALUE);
        assertEquals(TIMELINE.end() - 1, model.cursor().orElseThrow());
        model.step(-0.5);
        assertTrue(model.cursor().orElseThrow() < TIMELINE.end() - 1);
    }

    @Test
    void theChartHasTheFiguresTheMomentAndThePartitions() {
        model.lookAt(Recordings.minute(45));
        TimelineChart chart = new TimelineSpec(Messages.in(Language.ENGLISH))
                .chart(model, model.curvesProperty().get(), 60);
        assertEquals(
                List.of("Instance average", "Slice-weighted average", "Whole-GPU utilization"),
                chart.curves().stream().map(TimelineChart.Curve::name).toList());
        assertEquals(60, chart.parts());
        assertEquals((0.3 + 0.9 + 1 + 0) / 4, chart.curves().getFirst().atCursor(), 1e-12);
        assertEquals(
                List.of("7g.80gb → 4g.40gb + 3g.40gb"),
                chart.events().stream().flatMap(e -> e.details().stream()).toList());
        assertNotNull(chart.cursor());
        assertTrue(chart.heading().summary().contains("instance average"), chart.heading()::summary);
    }

    /** Six weeks of a GPU whose use rises by a hundredth a day. */
    @Test
    void theCurvesGoOnToTheForecastOnTheirClockAndAxis() {
        Timeline weeks = new RecordedDays(42)
                .gpu("a")
                .with("1", "7g.80gb", 0.5, day -> 0.3 + day / 100)
                .done();
        TimelineModel rising = new TimelineModel(
                weeks, new SimpleObjectProperty<>(Scenario.empty("")), alert, ZoneId.of("UTC"), AT_ONCE);
        Curves recorded = Objects.requireNonNull(rising.curvesProperty().get());
        TargetForecast ahead =
                TargetForecast.of(DailySeries.of(weeks, recorded, DailyFigure.WHOLE_GPU), DailySeries.USUAL_TARGET);
        Seen seen = (Seen) ahead.forecast();
        rising.aheadProperty().set(ahead);
        assertEquals(weeks.start(), rising.stretch().from());
        assertEquals(ahead.end(), rising.stretch().to());
        // a part a day
        TimelineChart chart = rising.chart(Messages.in(Language.ENGLISH), 84);
        assertEquals(4, chart.curves().size());
        TimelineChart.Curve whole = chart.curves().get(2);
        TimelineChart.Curve forecast = chart.curves().getLast();
        assertTrue(Double.isNaN(forecast.means().get(41)));
        assertEquals(seen.band().middle(1), forecast.means().get(42), 1e-12);
        assertEquals(seen.band().low(7), forecast.lows().get(48), 1e-12);
        assertEquals(seen.band().high(7), forecast.highs().get(48), 1e-12);
        assertTrue(Double.isNaN(whole.means().get(42)));
        assertEquals(1, chart.values().to());
        assertEquals(DailySeries.USUAL_TARGET, chart.references().getLast().value());
        assertEquals(3, chart.events().size());
        // of some instances only: the forecast is of all, so their daily mean stands beside
        rising.filterProperty().set("nothing like it");
        assertEquals(5, rising.chart(Messages.in(Language.ENGLISH), 84).curves().size());
        rising.filterProperty().set("");
        // a number has an axis of its own
        rising.aheadProperty().set(TargetForecast.of(DailySeries.of(weeks, recorded, DailyFigure.SLICES_IN_USE), 5.6));
        TimelineChart slices = rising.chart(Messages.in(Language.ENGLISH), 84);
        assertEquals(
                List.of("Slices in use, daily mean", "Forecast with band"),
                slices.curves().stream().map(TimelineChart.Curve::name).toList());
        assertEquals(7 * 0.3, slices.curves().getFirst().means().get(0), 0.1);
        rising.aheadProperty().set(null);
        assertTrue(rising.stretch().isWhole());
        assertEquals(weeks.end(), rising.stretch().to());
        assertEquals(3, rising.chart(Messages.in(Language.ENGLISH), 84).curves().size());
    }

    @Test
    void aRangeGoesToASpreadsheetWithAllDigitsAndNothingWhereNothingWas() {
        String csv =
                RangeCsv.write(new RangeCsv.Part(curves().rows(Recordings.minute(29), Recordings.minute(31)), null));
        List<String> lines = csv.lines().toList();
        assertEquals(
                "time,instanceAverage,sliceWeightedAverage,wholeGpuUtilization,allocatedShare,coverage",
                lines.getFirst());
        assertEquals(3, lines.size(), csv);
        assertTrue(lines.get(1).startsWith("2023-11-14T22:29:00Z,0.5666666666666667,"), csv);
        assertEquals(
                "2023-11-14T22:30:00Z,,,,,\n",
                RangeCsv.write(new RangeCsv.Part(
                                        List.of(new Curves.Row(
                                                Recordings.minute(30),
                                                Double.NaN,
                                                Double.NaN,
                                                Double.NaN,
                                                Double.NaN,
                                                Double.NaN)),
                                        null))
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                        + "\n");
    }

    @Test
    void theWattsOfARangeStandInItsSpreadsheets() {
        List<Curves.Row> rows = curves().rows(Recordings.minute(0), Recordings.minute(2));
        List<PowerTrack> tracks = Stream.of(300.0, 100.0)
                .map(watts -> {
                    SamplesBuilder samples = new SamplesBuilder();
                    samples.add(Recordings.minute(0), watts);
                    return new PowerTrack("GPU " + watts, "", samples.build());
                })
                .toList();
        Timeline drawn = Timeline.of(
                List.of(Recordings.a100("GPU 0")
                        .steady("1", "7g.80gb", 0, 4, 40)
                        .done()),
                tracks,
                () -> {});
        RangeCsv.Part part = new RangeCsv.Part(rows, PowerCurve.of(drawn));
        List<String> csv = RangeCsv.write(part).lines().toList();
        assertTrue(csv.getFirst().endsWith(",coverage,powerWatts,powerGpus"), csv.getFirst());
        assertTrue(csv.get(1).endsWith(",400.0,2"), csv.get(1));
        ChartTable sheet = RangeSheet.of(Map.of("", part), Messages.in(Language.ENGLISH));
        assertEquals(
                List.of("Power (W)", "GPUs measured"),
                sheet.columns().stream().skip(6).map(ChartTable.Column::heading).toList());
        assertEquals(
                List.of("400", "2"),
                sheet.rows().getFirst().stream()
                        .skip(6)
                        .map(cell -> ((ChartTable.Figure) cell).unit().exact(((ChartTable.Figure) cell).value()))
                        .toList());
        ChartTable without = RangeSheet.of(Map.of("", new RangeCsv.Part(rows, null)), Messages.in(Language.ENGLISH));
        assertEquals(6, without.columns().size());
    }

    @Test
    void durationsAreSaidInTwoUnitsAtMost() {
        assertEquals("timeline.days", RangeTable.lasting(90_000_000L).key());
        assertEquals(List.of(1L, 1), RangeTable.lasting(90_000_000L).args());
        assertEquals(List.of(1L, 5), RangeTable.lasting(3_900_000L).args());
        assertEquals("timeline.seconds", RangeTable.lasting(5_000).key());
    }

    @Test
    void timeCountsAsAboveFromTheWindowsAlertOn() {
        assertEquals(0.9, model.alert().ratio().getValue());
        alert.percentProperty().set(57);
        assertEquals(0.57, model.alert().ratio().getValue());
    }
}
