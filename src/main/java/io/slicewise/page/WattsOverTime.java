package io.slicewise.page;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What GPUs drew over a range, each of them once: all of them in a sentence, and each host in a table. */
record WattsOverTime(Phrases phrases) {
    private static final int KWH_DECIMALS = 1;

    /** More hosts than that nobody reads; the sentence speaks of all. */
    private static final int MOST_HOSTS = 20;

    /** The blocks; none where nobody measured it. */
    List<Block> of(Timeline timeline) {
        List<Block> blocks = new ArrayList<>(together(timeline));
        List<String> hosts = PowerCurve.hosts(timeline);
        if (!blocks.isEmpty() && hosts.size() > 1) {
            blocks.add(hosts(timeline, hosts));
        }
        return blocks;
    }

    /** What all of them drew together; none where nobody measured it. */
    List<Block> together(Timeline timeline) {
        if (timeline.power().isEmpty()) {
            return List.of();
        }
        PowerCurve all = PowerCurve.of(timeline);
        RangeStatistics statistics = all.statistics(timeline.start(), timeline.end());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.body(phrases.say(
                "report.range.power",
                all.gpus(),
                watts(statistics.mean()),
                watts(statistics.p95()),
                watts(statistics.max()),
                energy(all, timeline))));
        if (!all.isComplete(timeline.start(), timeline.end())) {
            blocks.add(Phrases.note(phrases.say("report.range.power.some", all.gpus())));
        }
        return blocks;
    }

    private Table hosts(Timeline timeline, List<String> hosts) {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.range.host")),
                Column.number(phrases.say("report.range.gpus")),
                Column.number(phrases.say("timeline.mean")),
                Column.number(phrases.say("timeline.p95")),
                Column.number(phrases.say("timeline.max")),
                Column.number(phrases.say("timeline.power.energy")));
        List<List<String>> rows = hosts.stream()
                .limit(MOST_HOSTS)
                .map(host -> row(timeline, host))
                .toList();
        return new Table("", columns, rows);
    }

    private List<String> row(Timeline timeline, String host) {
        PowerCurve curve = PowerCurve.ofHost(timeline, host);
        RangeStatistics statistics = curve.statistics(timeline.start(), timeline.end());
        return List.of(
                host.isEmpty() ? Numbers.NONE : host,
                String.valueOf(curve.gpus()),
                phrases.say("timeline.power.watts", watts(statistics.mean())),
                phrases.say("timeline.power.watts", watts(statistics.p95())),
                phrases.say("timeline.power.watts", watts(statistics.max())),
                phrases.say("timeline.power.kwh", energy(curve, timeline)));
    }

    private static Decimal watts(double watts) {
        return new Decimal(watts, 0);
    }

    private static Decimal energy(PowerCurve curve, Timeline timeline) {
        return new Decimal(curve.kilowattHours(timeline.start(), timeline.end()), KWH_DECIMALS);
    }
}
