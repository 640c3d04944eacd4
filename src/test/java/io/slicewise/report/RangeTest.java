package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.TimelineChart;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tiles;
import io.slicewise.page.Section;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A report of a range begins with the range, and calls the moment a moment. */
class RangeTest {
    private static final String RANGE = "snapshot-range.json";

    private static Options options() {
        return Options.of(Language.ENGLISH, Audience.MANAGER).withZone(ZoneId.of("Asia/Seoul"));
    }

    private static double mean(Measure measure) {
        Subject subject = Subjects.of(RANGE, Language.ENGLISH);
        Timeline timeline = Objects.requireNonNull(subject.timeline());
        return Curves.of(timeline, subject.figures().weights())
                .statistics(measure, timeline.start(), timeline.end(), 0.9)
                .mean();
    }

    @Test
    void theHeadlineHasPeriodZoneAndMean() {
        for (Template template : List.of(Template.EXECUTIVE, Template.FULL, Template.FLEET, Template.TECHNICAL)) {
            Section first =
                    Subjects.report(template, RANGE, options()).sections().getFirst();
            Paragraph headline = (Paragraph) first.blocks().getFirst();
            assertEquals(Style.VERDICT, headline.style());
            String said = headline.text().replace('\u00a0', ' ');
            assertTrue(said.startsWith("From 2026-01-05 23:00 to 2026-01-06 00:05 (Asia/Seoul)"), said);
            assertTrue(said.contains(Numbers.percentNumber(mean(Measure.WHOLE_GPU))), said);
            List<Paragraph> verdicts = first.blocks().stream()
                    .filter(Paragraph.class::isInstance)
                    .map(Paragraph.class::cast)
                    .filter(paragraph -> paragraph.style() == Style.VERDICT)
                    .toList();
            assertEquals(1, verdicts.size(), "the range is the verdict");
        }
    }

    @Test
    void whatFollowsIsAboutTheRangeToo() {
        String text = text(Template.FULL);
        String mean = Numbers.percentNumber(mean(Measure.WHOLE_GPU));
        assertTrue(text.contains(mean + "% of the hardware you pay for is in use"), text);
        assertTrue(text.contains("Each instance is shown with the mean of its readings"), text);
        assertFalse(
                text(Template.EXECUTIVE).contains("of the hardware you pay for is in use"),
                "what it comes to stands with the curves");
    }

    private static String text(Template template) {
        return Subjects.report(template, RANGE, options()).sections().stream()
                .map(Section::text)
                .collect(Collectors.joining("\n"))
                .replace('\u00a0', ' ');
    }

    @Test
    void aChosenMomentSaysThatItIsOne() {
        Subject moment = Subjects.of(RANGE, Language.ENGLISH).withMoment(Text.of("timeline.note.moment", "10:00"));
        Section first = Template.EXECUTIVE
                .sections(List.of(moment), options().addressee())
                .getFirst();
        assertTrue(first.text().contains("One moment, not the whole range. 10:00"), first::text);
        assertFalse(first.text().contains("on average"), first::text);
    }

    @Test
    void theLargeFiguresAreMeans() {
        Section first =
                Subjects.report(Template.EXECUTIVE, RANGE, options()).sections().getFirst();
        List<Tiles> tiles = first.blocks().stream()
                .filter(Tiles.class::isInstance)
                .map(Tiles.class::cast)
                .toList();
        assertEquals(1, tiles.size());
        assertTrue(
                tiles.getFirst().tiles().getFirst().value().startsWith(Numbers.percentNumber(mean(Measure.WHOLE_GPU))));
    }

    @Test
    void theDeckBeginsWithWhatTheRangeAmountsTo() {
        for (Template template : List.of(Template.FULL, Template.EXECUTIVE)) {
            List<Section> slides = Subjects.report(template, RANGE, options()).slides();
            String first = slides.getFirst().title().replace('\u00a0', ' ');
            assertTrue(first.startsWith("From 2026-01-05 23:00 to 2026-01-06 00:05 (Asia/Seoul)"), first);
            assertTrue(first.contains(Numbers.percentNumber(mean(Measure.WHOLE_GPU))), first);
            Section course = slides.get(1);
            assertEquals("How it went over time", course.title());
            assertEquals(
                    1,
                    course.blocks().stream()
                            .filter(block -> block instanceof Chart chart && chart.spec() instanceof TimelineChart)
                            .count());
            List<String> columns = course.blocks().stream()
                    .filter(Table.class::isInstance)
                    .flatMap(table -> ((Table) table).columns().stream().map(Column::title))
                    .map(title -> title.replace('\u00a0', ' '))
                    .toList();
            assertTrue(
                    columns.containsAll(List.of("Mean", "Median", "p95", "Time at 90.0% or more")), columns::toString);
        }
        assertTrue(Subjects.report(Template.FULL, Subjects.MAIN, options()).slides().stream()
                .noneMatch(section -> section.title().equals("How it went over time")));
    }
}
