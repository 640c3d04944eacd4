package io.slicewise.page;

import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections of what a recorded range tells a planner: right sizes by replay, and when the hardware is full. */
final class OutlookSections {
    private static final double HIGH = 0.34;
    private static final double LOW = 0.24;
    private static final int PARTS = 240;
    private static final int DECIMALS = 2;

    /** More instances than that are for a screen. */
    private static final int MOST = 60;

    private static final List<Measure> MEASURES =
            List.of(Measure.WHOLE_GPU, Measure.WEIGHTED_AVERAGE, Measure.INSTANCE_AVERAGE, Measure.ALLOCATED_SHARE);

    private final Addressee addressee;
    private final Phrases phrases;
    private final PlanningExhibits exhibits;
    private final OverRange range;
    private final @Nullable Timeline timeline;

    OutlookSections(OverRange range, Addressee addressee) {
        this.range = range;
        this.addressee = addressee;
        phrases = Phrases.of(addressee);
        exhibits = new PlanningExhibits(phrases.words());
        timeline = range.instances().timeline();
    }

    /** Right sizes, with what a replay in them comes to; nothing without a range, or without a model that is known. */
    Optional<Section> sizes() {
        List<Block> blocks = sizes(true);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(phrases.section(SectionKind.SIZES, blocks, ""));
    }

    /**
     * The same as blocks.
     *
     * @param each whether every instance is listed: not on a wall
     */
    List<Block> sizes(boolean each) {
        Outlook outlook = range.outlook();
        if (timeline == null || outlook == null || outlook.sizes().isEmpty()) {
            return List.of();
        }
        Replay replay = outlook.proposed(timeline);
        Curves before = range.curves(timeline, Weights.DEFAULT);
        Curves after = Curves.of(replay.after(), Weights.DEFAULT);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.verdict(phrases.say(SizeSentences.counts(outlook.sizes()))));
        SizeRules rules = SizeRules.USUAL;
        if (each) {
            blocks.add(Phrases.body(phrases.say(
                    "sizing.rules",
                    new Percent(rules.quantile()),
                    new Percent(rules.target()),
                    new Percent(rules.margin()))));
        }
        blocks.add(figures(timeline, replay, before, after, each ? MEASURES : List.of(Measure.WHOLE_GPU)));
        blocks.add(new Chart(
                exhibits.replay(timeline, before, after, Measure.WHOLE_GPU, addressee.zone(), PARTS),
                each ? HIGH : LOW));
        if (each) {
            blocks.add(instances(outlook, replay));
            if (outlook.sizes().size() > MOST) {
                blocks.add(
                        Phrases.note(phrases.say("sizing.more", outlook.sizes().size() - MOST)));
            }
            blocks.add(Phrases.note(phrases.say("sizing.assumption")));
        }
        return blocks;
    }

    private Table figures(Timeline recorded, Replay replay, Curves before, Curves after, List<Measure> measures) {
        List<List<String>> rows = new ArrayList<>();
        int gpus = recorded.gpus().size();
        rows.add(List.of(
                phrases.say("sizing.gpus"),
                phrases.count(gpus),
                phrases.count(replay.after().gpus().size())));
        for (Measure measure : measures) {
            rows.add(List.of(
                    phrases.say(TimelineExhibits.key(measure)),
                    phrases.percent(mean(recorded, before, measure)),
                    phrases.percent(mean(recorded, after, measure))));
        }
        rows.add(List.of(phrases.say("sizing.lost"), "", phrases.percent(replay.lostShare())));
        return new Table(
                "",
                List.of(
                        Column.name(phrases.say("report.column.figure")),
                        Column.number(phrases.say("sizing.before")),
                        Column.number(phrases.say("sizing.after"))),
                rows);
    }

    private static double mean(Timeline timeline, Curves curves, Measure measure) {
        return curves.mean(measure, timeline.start(), timeline.end());
    }

    private Table instances(Outlook outlook, Replay replay) {
        Map<InstanceRef, Replayed> replayed = new HashMap<>();
        replay.groups()
                .forEach(group -> replayed.put(group.group().from().getFirst().ref(), group));
        Naming naming = Naming.of(
                outlook.sizes().stream().map(SizedInstance::gpu).distinct().toList());
        return new Table(
                "",
                List.of(
                        Column.name(phrases.say("sizing.column.instance")),
                        Column.text(phrases.say("sizing.column.profile")),
                        Column.number(phrases.say("sizing.column.use")),
                        Column.number(phrases.say("sizing.column.slices")),
                        Column.number(phrases.say("sizing.column.gib")),
                        Column.text(phrases.say("sizing.column.verdict")),
                        Column.number(phrases.say("sizing.column.lost"))),
                outlook.sizes().stream()
                        .limit(MOST)
                        .map(one -> row(one, naming, replayed.get(one.ref())))
                        .toList());
    }

    private List<String> row(SizedInstance one, Naming naming, @Nullable Replayed replayed) {
        return List.of(
                Naming.inFleet(naming.gpu(one.gpu()), Naming.overTime(one.instance())),
                one.instance().profile().name(),
                phrases.percent(one.use().quantile()),
                Numbers.decimal(one.answer().slices(), DECIMALS),
                Numbers.decimal(one.answer().gib(), DECIMALS),
                phrases.say(SizeSentences.inShort(one)),
                replayed == null ? Numbers.NONE : phrases.say("sizing.lost.hours", new Decimal(replayed.lost(), 1)));
    }

    /** When the hardware reaches the usual target, or why no date is given; nothing without a range. */
    Optional<Section> when() {
        List<Block> blocks = when(true);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(phrases.section(SectionKind.WHEN, blocks, ""));
    }

    /**
     * The same as blocks.
     *
     * @param grounds whether it is said what that rests on: not on a wall
     */
    List<Block> when(boolean grounds) {
        Outlook outlook = range.outlook();
        if (outlook == null) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        Text refusal = TrendSentences.refusal(outlook.forecast());
        if (outlook.forecast() instanceof Seen seen && refusal == null) {
            blocks.add(Phrases.verdict(exhibits.sentence(outlook.series(), seen, outlook.capacity())));
        } else {
            blocks.add(Phrases.verdict(phrases.say("trend.refused")));
            blocks.add(Phrases.lead(phrases.say(Optional.ofNullable(refusal).orElse(Text.of("trend.noTrend")))));
        }
        blocks.add(new Chart(exhibits.forecast(outlook.series(), outlook.forecast(), outlook.capacity()), HIGH));
        if (grounds && outlook.forecast() instanceof Seen seen) {
            Map<String, String> weekdays = exhibits.weekdays(outlook.series().figure(), seen);
            if (!weekdays.isEmpty()) {
                blocks.add(new Table(
                        phrases.say("trend.weekdays"),
                        weekdays.keySet().stream().map(Column::number).toList(),
                        List.of(List.copyOf(weekdays.values()))));
            }
            TrendSentences.grounds(outlook.series().figure(), seen)
                    .forEach(ground -> blocks.add(Phrases.body(phrases.say(ground))));
        }
        if (grounds) {
            blocks.add(Phrases.note(phrases.say("trend.utc")));
        }
        return blocks;
    }
}
