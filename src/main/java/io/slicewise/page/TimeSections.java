package io.slicewise.page;

import io.slicewise.chart.TimelineChart;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Tiles;
import io.slicewise.story.Audience;
import io.slicewise.story.Figure;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The section about what monitoring recorded over time. */
final class TimeSections {
    private static final double HIGH = 0.42;
    private static final double LOW = 0.26;

    /** Of a chart as wide as a page: a part for about three points. */
    private static final int PARTS = 240;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Addressee addressee;
    private final Phrases phrases;

    TimeSections(Addressee addressee) {
        this.addressee = addressee;
        this.phrases = Phrases.of(addressee);
    }

    /** The figures over time, of each document that holds a range; none where no one does. */
    Optional<Section> course(List<Subject> subjects) {
        List<Block> blocks = new ArrayList<>();
        for (Subject subject : subjects) {
            Timeline timeline = subject.timeline();
            if (timeline != null && !timeline.isEmpty()) {
                blocks.addAll(course(subject, timeline, subjects.size() > 1));
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(phrases.section(SectionKind.COURSE, blocks, ""));
    }

    /**
     * What a range comes to; nothing where a document holds no range, or is about one moment of it. The period and the
     * mean are the headline.
     *
     * @param course whether with the curves
     */
    List<Block> headline(OverRange range, boolean course) {
        Timeline timeline = range.instances().timeline();
        Curves curves = range.curves();
        if (timeline == null || curves == null) {
            return List.of();
        }
        double alert = addressee.thresholds().alert();
        RangeStatistics whole = curves.statistics(Measure.WHOLE_GPU, timeline.start(), timeline.end(), alert);
        RangeStatistics weighted = curves.statistics(Measure.WEIGHTED_AVERAGE, timeline.start(), timeline.end(), alert);
        boolean known = Double.isFinite(whole.mean());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.verdict(phrases.say(
                known ? "report.range.whole" : "report.range.weighted",
                clock(timeline.start()),
                clock(timeline.end()),
                addressee.zone().getId(),
                new Percent(known ? whole.mean() : weighted.mean()))));
        blocks.add(Phrases.lead(
                phrases.say("report.range.alert", new Percent(alert), new Percent(weighted.aboveShare()))));
        blocks.add(means(curves, timeline, alert));
        blocks.add(statistics(curves, timeline, alert));
        if (course) {
            blocks.add(new Chart(chart(timeline, curves, alert), LOW));
        }
        return blocks;
    }

    /** What time the figures are of: a range, or the moment of it that somebody chose; nothing where there is no other. */
    Optional<Text> period(Subject subject) {
        Timeline timeline = subject.timeline();
        return timeline == null || !subject.isRange()
                ? Optional.ofNullable(subject.moment())
                : Optional.of(Text.of(
                        "report.range.period",
                        clock(timeline.start()),
                        clock(timeline.end()),
                        addressee.zone().getId()));
    }

    /** The three figures large, in the order of the addressee's, each as its mean. */
    private Tiles means(Curves curves, Timeline timeline, double alert) {
        boolean money = addressee.audience() == Audience.MANAGER;
        List<Tile> tiles = TimelineExhibits.FIGURES.keySet().stream()
                .map(measure -> new Tile(
                        figure(measure),
                        phrases.say(TimelineExhibits.key(measure)),
                        phrases.percent(curves.statistics(measure, timeline.start(), timeline.end(), alert)
                                .mean()),
                        phrases.say("timeline.mean"),
                        "",
                        !money || measure == Measure.WHOLE_GPU))
                .toList();
        return new Tiles(money ? tiles.reversed() : tiles);
    }

    private static Figure figure(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> Figure.INSTANCE_AVERAGE;
            case WEIGHTED_AVERAGE -> Figure.WEIGHTED;
            case WHOLE_GPU -> Figure.WHOLE_GPU;
            default -> throw new IllegalArgumentException(measure + " is none of the three figures");
        };
    }

    private String clock(long millis) {
        return CLOCK.withZone(addressee.zone()).format(Instant.ofEpochMilli(millis));
    }

    private List<Block> course(Subject subject, Timeline timeline, boolean several) {
        Curves curves = Curves.of(timeline, subject.figures().weights());
        double alert = addressee.thresholds().alert();
        TimelineChart chart = chart(timeline, curves, alert);
        List<Block> blocks = new ArrayList<>();
        String summary = chart.heading().summary();
        blocks.add(Phrases.body(several ? phrases.say("report.course.of", subject.name(), summary) : summary));
        blocks.add(new Chart(several ? titled(chart, subject.name()) : chart, HIGH));
        blocks.add(statistics(curves, timeline, alert));
        blocks.addAll(new WattsOverTime(phrases).of(timeline));
        blocks.add(Phrases.note(phrases.say(
                "report.course.note",
                timeline.reconfigurations().size(),
                addressee.zone().getId())));
        return blocks;
    }

    private TimelineChart chart(Timeline timeline, Curves curves, double alert) {
        return new TimelineExhibits(phrases.words())
                .chart(timeline, curves, TimelineExhibits.Shown.whole(timeline, addressee.zone(), PARTS, alert));
    }

    /** With the name of its document, so that two of them are told apart. */
    private static TimelineChart titled(TimelineChart chart, String name) {
        return new TimelineChart(
                chart.heading().withSubtitle(name),
                chart.time(),
                chart.values(),
                chart.curves(),
                chart.coverage(),
                chart.events(),
                chart.cursor(),
                chart.references());
    }

    /** What the figures amount to, by the time for which each value held. */
    private Table statistics(Curves curves, Timeline timeline, double alert) {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.figure")),
                Column.number(phrases.say("timeline.mean")),
                Column.number(phrases.say("timeline.median")),
                Column.number(phrases.say("timeline.p95")),
                Column.number(phrases.say("timeline.max")),
                Column.number(phrases.say("report.column.above", new Percent(alert))));
        List<List<String>> rows = TimelineExhibits.FIGURES.keySet().stream()
                .map(measure -> Map.entry(measure, curves.statistics(measure, timeline.start(), timeline.end(), alert)))
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
        return new Table("", columns, rows);
    }

    private List<String> row(Measure measure, RangeStatistics statistics) {
        return List.of(
                phrases.say(TimelineExhibits.key(measure)),
                phrases.percent(statistics.mean()),
                phrases.percent(statistics.median()),
                phrases.percent(statistics.p95()),
                phrases.percent(statistics.max()),
                phrases.percent(statistics.aboveShare()));
    }
}
