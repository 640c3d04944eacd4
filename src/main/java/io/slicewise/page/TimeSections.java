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
import io.slicewise.story.deck.Deck;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
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
import java.util.stream.Stream;

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
    Optional<Section> course(List<OverRange> ranges) {
        List<Block> blocks = new ArrayList<>();
        for (OverRange range : ranges) {
            Timeline timeline = range.instances().timeline();
            if (timeline != null && !timeline.isEmpty()) {
                blocks.addAll(course(range, timeline, ranges.size() > 1));
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
        List<Block> blocks = new ArrayList<>();
        recorded(range).ifPresent(told -> {
            blocks.add(Phrases.verdict(phrases.say(told.headline())));
            blocks.add(Phrases.lead(phrases.say(told.alert())));
        });
        blocks.add(means(range.means().figures().total()));
        blocks.add(statistics(curves, timeline, alert));
        if (course) {
            blocks.add(new Chart(chart(timeline, curves, alert), LOW));
        }
        return blocks;
    }

    /** What a range amounts to, in words; nothing of a moment. */
    Optional<Deck.Recorded> recorded(OverRange range) {
        Timeline timeline = range.instances().timeline();
        Curves curves = range.curves();
        if (timeline == null || curves == null) {
            return Optional.empty();
        }
        double alert = addressee.thresholds().alert();
        Averages means = range.means().figures().total();
        boolean known = Double.isFinite(means.wholeGpu());
        boolean others = range.instances().allGpus() != null;
        Text headline = Text.of(
                !known ? "report.range.weighted" : others ? "report.range.partitioned" : "report.range.whole",
                clock(timeline.start()),
                clock(timeline.end()),
                addressee.zone().getId(),
                new Percent(known ? means.wholeGpu() : means.weightedAverage()));
        RangeStatistics weighted = curves.statistics(Measure.WEIGHTED_AVERAGE, timeline.start(), timeline.end(), alert);
        Text above = Text.of("report.range.alert", new Percent(alert), new Percent(weighted.aboveShare()));
        return Optional.of(new Deck.Recorded(headline, above, means));
    }

    /** How a range went, as much of it as can be read from a wall; nothing where nothing was recorded. */
    List<Block> forWall(OverRange range) {
        Timeline timeline = range.instances().timeline();
        if (timeline == null || timeline.isEmpty()) {
            return List.of();
        }
        double alert = addressee.thresholds().alert();
        Curves curves = curves(range, timeline);
        Chart chart = new Chart(chart(timeline, curves, alert), LOW);
        return course(
                timeline, chart, statistics(curves, timeline, alert), new WattsOverTime(phrases).together(timeline));
    }

    private static Curves curves(OverRange range, Timeline timeline) {
        return range.curves(timeline, range.instances().figures().weights());
    }

    private List<Block> course(Timeline timeline, Chart chart, Table statistics, List<Block> watts) {
        List<Block> blocks = new ArrayList<>(List.of(chart, statistics));
        blocks.addAll(watts);
        blocks.add(Phrases.note(phrases.say(
                "report.course.note",
                timeline.reconfigurations().size(),
                addressee.zone().getId())));
        return blocks;
    }

    /** What time the figures are of: a range, or the moment of it that was chosen; nothing where there is no other. */
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
    Tiles means(Averages means) {
        boolean money = addressee.audience() == Audience.MANAGER;
        List<Tile> tiles = Stream.of(Figure.values())
                .map(figure -> new Tile(
                        figure,
                        phrases.say(figure.title()),
                        phrases.percent(figure.of(means)),
                        phrases.say("timeline.mean"),
                        "",
                        !money || figure == Figure.WHOLE_GPU))
                .toList();
        return new Tiles(money ? tiles.reversed() : tiles);
    }

    private String clock(long millis) {
        return CLOCK.withZone(addressee.zone()).format(Instant.ofEpochMilli(millis));
    }

    private List<Block> course(OverRange range, Timeline timeline, boolean several) {
        String name = range.instances().name();
        Curves curves = curves(range, timeline);
        double alert = addressee.thresholds().alert();
        TimelineChart chart = chart(timeline, curves, alert);
        String summary = chart.heading().summary();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.body(several ? phrases.say("report.course.of", name, summary) : summary));
        blocks.addAll(course(
                timeline,
                new Chart(several ? titled(chart, name) : chart, HIGH),
                statistics(curves, timeline, alert),
                new WattsOverTime(phrases).of(timeline)));
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
