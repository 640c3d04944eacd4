package io.slicewise.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.TimelineChart;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Table;
import io.slicewise.report.Subjects;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a report says about a range is what the Timeline screen says about it. */
class TimeSectionsTest {
    private static final String RANGE = "snapshot-range.json";
    private static final double ALERT = 0.6;

    private static final Addressee READER =
            Addressee.of(Language.KOREAN, Audience.MANAGER, Thresholds.DEFAULT.withAlert(ALERT));

    private static List<Section> course(Template template, List<Subject> subjects) {
        return template.sections(subjects, READER).stream()
                .filter(section -> section.kind() == SectionKind.COURSE)
                .toList();
    }

    @Test
    void itsStatisticsAreThoseOfTheCurves() {
        Subject subject = Subjects.of(RANGE, Language.KOREAN);
        Timeline timeline = Objects.requireNonNull(subject.timeline());
        Curves curves = Curves.of(timeline, subject.figures().weights());
        RangeStatistics weighted = curves.statistics(Measure.WEIGHTED_AVERAGE, timeline.start(), timeline.end(), ALERT);
        Section section = course(Template.FULL, List.of(subject)).getFirst();
        Table table = (Table) section.blocks().stream()
                .filter(Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        percent(weighted.mean()),
                        percent(weighted.median()),
                        percent(weighted.p95()),
                        percent(weighted.max()),
                        percent(weighted.aboveShare())),
                table.rows().get(1).subList(1, 6));
        assertTrue(weighted.aboveShare() > 0, "the threshold of the report is used");
    }

    private static String percent(double ratio) {
        return Numbers.percent(ratio, Language.KOREAN);
    }

    @Test
    void aComparisonHasAChartOfEachRangeWithItsName() {
        Subject range = Subjects.of(RANGE, Language.KOREAN);
        Subject moment = Subjects.of(Subjects.MAIN, Language.KOREAN);
        List<Section> both = course(Template.COMPARISON, List.of(range, range));
        List<TimelineChart> charts = both.getFirst().blocks().stream()
                .filter(Chart.class::isInstance)
                .map(block -> (TimelineChart) ((Chart) block).spec())
                .toList();
        assertEquals(2, charts.size());
        assertEquals(RANGE, charts.getFirst().heading().subtitle());
        assertFalse(charts.getFirst().isEmpty());
        assertEquals(1, course(Template.COMPARISON, List.of(moment, range)).size());
        assertEquals(List.of(), course(Template.COMPARISON, List.of(moment, moment)));
        assertEquals(List.of(), course(Template.FULL, List.of(moment)));
    }
}
