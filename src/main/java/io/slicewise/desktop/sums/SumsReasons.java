package io.slicewise.desktop.sums;

import io.slicewise.chart.Axis;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Unit;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.SummedReading.Row;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why the figures of a fleet differ that a server summed up, as far as sums tell.
 *
 * @param reading what it summed up
 */
record SumsReasons(SummedReading reading) {
    /** Below this change of a figure nothing is worth a word: it rounds to nothing. */
    private static final double NOTHING = 0.0005;
    /** More rows than that are one step together. */
    private static final int MOST_STEPS = 8;

    /** The rows that the gap comes from, the strongest first. */
    List<Row> strongest() {
        return reading.rows().stream()
                .filter(row -> Math.abs(reading.contribution(row)) > 0)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(reading.contribution(row))))
                .toList();
    }

    /** Why the figures differ. */
    List<Text> said() {
        Averages all = reading.total();
        if (Double.isNaN(all.instanceAverage())) {
            return List.of(Text.of("sums.why.nothing"));
        }
        if (Double.isNaN(all.weightedAverage())) {
            return List.of(Text.of("sums.why.unweighed"));
        }
        List<Text> said = new ArrayList<>();
        if (Math.abs(all.gap()) < NOTHING) {
            said.add(Text.of("sums.why.same"));
        } else {
            said.add(Text.of(all.gap() < 0 ? "sums.why.below" : "sums.why.above", all.shownGap()));
            Row first = strongest().getFirst();
            said.add(Text.of(
                    "sums.why.first",
                    first.name(),
                    new Points(reading.contribution(first)),
                    new Percent(first.averages().instanceAverage()),
                    new Percent(first.averages().weightedAverage())));
        }
        if (all.unallocatedCost() < -NOTHING) {
            said.add(
                    Text.of("sums.why.unallocated", new Percent(1 - all.allocatedShare()), all.shownUnallocatedCost()));
        }
        if (!all.isComplete()) {
            said.add(Text.of("sums.why.silent", all.instances() - all.reported(), all.instances()));
        }
        return said;
    }

    /** From S by what the rows contribute to W, and by what is not allocated to G. */
    BridgeChart bridge(Messages said) {
        Averages all = reading.total();
        List<Row> strongest = strongest();
        List<BridgeChart.Step> steps = new ArrayList<>();
        if (!Double.isNaN(all.weightedAverage())) {
            steps.add(total(said, "exhibit.short.average", all.instanceAverage(), ColorRole.INSTANCE_AVERAGE));
            int shown = Math.min(MOST_STEPS, strongest.size());
            double rest = 0;
            for (int i = 0; i < strongest.size(); i++) {
                double contribution = reading.contribution(strongest.get(i));
                if (i < shown) {
                    steps.add(BridgeChart.Delta.of(strongest.get(i).name(), contribution));
                } else {
                    rest += contribution;
                }
            }
            if (strongest.size() > shown) {
                steps.add(BridgeChart.Delta.of(said.say("sums.others", strongest.size() - shown), rest));
            }
            steps.add(total(said, "exhibit.short.weighted", all.weightedAverage(), ColorRole.WEIGHTED));
            if (!Double.isNaN(all.wholeGpu())) {
                steps.add(BridgeChart.Delta.of(said.say("exhibit.unallocated"), all.unallocatedCost()));
                steps.add(total(said, "exhibit.short.whole", all.wholeGpu(), ColorRole.WHOLE_GPU));
            }
        }
        return new BridgeChart(
                ChartHeading.of(said.say("sums.bridge.title"), said.say("sums.why.nothing"))
                        .withSubtitle(said.say("sums.bridge.subtitle")),
                said.say("exhibit.step"),
                Axis.of(said.say("exhibit.utilization"), Unit.percent(said.language()))
                        .between(0, 1),
                Axis.of(said.say("exhibit.change"), Unit.points(said.language())),
                steps,
                List.of());
    }

    private static BridgeChart.Total total(Messages said, String key, double value, ColorRole role) {
        return BridgeChart.Total.of(said.say(key), value, role);
    }
}
