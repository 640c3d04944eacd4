package io.slicewise.cli;

import io.slicewise.live.sums.AskedReplay;
import io.slicewise.planning.replay.Regrouped;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a replay comes to, worked out here or by a server, as text and as JSON.
 *
 * @param instances what was recorded
 * @param layout who went where
 * @param groups what became of each
 * @param freed GPUs that have no instance any more
 * @param before the figures as recorded; {@code NaN} where a server does not tell them
 * @param after the figures in the layout
 * @param lostShare the share of all demand that found no room
 */
record ReplayOutcome(
        Timeline instances,
        ReplayLayout layout,
        List<Replayed> groups,
        int freed,
        ToDoubleFunction<Measure> before,
        ToDoubleFunction<Measure> after,
        double lostShare) {
    private static final int DECIMALS = 1;
    private static final List<Measure> MEASURES =
            List.of(Measure.INSTANCE_AVERAGE, Measure.WEIGHTED_AVERAGE, Measure.WHOLE_GPU, Measure.ALLOCATED_SHARE);

    /** Of samples. */
    static ReplayOutcome of(Timeline timeline, ReplayLayout layout) {
        Replay replay = Replay.of(timeline, layout);
        Curves before = Curves.of(timeline, Weights.DEFAULT);
        Curves after = Curves.of(replay.after(), Weights.DEFAULT);
        return new ReplayOutcome(
                timeline,
                layout,
                replay.groups(),
                replay.freed().size(),
                measure -> mean(timeline, before, measure),
                measure -> mean(timeline, after, measure),
                replay.lostShare());
    }

    /** As a server worked it out. */
    static ReplayOutcome of(Timeline instances, AskedReplay replay) {
        return new ReplayOutcome(
                instances,
                replay.layout(),
                replay.groups(),
                replay.gpus() + replay.layout().added().size() - replay.gpusNeeded(),
                measure -> figure(replay.before(), measure),
                measure -> figure(replay.after(), measure),
                replay.lostShare());
    }

    private static double mean(Timeline timeline, Curves curves, Measure measure) {
        return curves.mean(measure, timeline.start(), timeline.end());
    }

    private static double figure(@Nullable Averages averages, Measure measure) {
        if (averages == null) {
            return Double.NaN;
        }
        return switch (measure) {
            case INSTANCE_AVERAGE -> averages.instanceAverage();
            case WEIGHTED_AVERAGE -> averages.weightedAverage();
            case WHOLE_GPU -> averages.wholeGpu();
            case ALLOCATED_SHARE, COVERAGE -> averages.allocatedShare();
        };
    }

    /** What does not fit into the memory that it would have. */
    List<String> tooMuch() {
        Naming naming = instances.naming();
        return groups.stream()
                .filter(one -> one.memory() == MemoryRoom.DOES_NOT_FIT)
                .map(one -> label(naming, one.group()))
                .toList();
    }

    private int gpus() {
        return instances.gpus().size();
    }

    private int added() {
        return layout.added().size();
    }

    /** As tables. */
    List<String> lines(Messages words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("worth.replay.assumption"));
        lines.add("");
        TextTable figures = new TextTable(List.of(
                TextTable.text(words.say("worth.column.figure")),
                TextTable.number(words.say("worth.column.before")),
                TextTable.number(words.say("worth.column.after"))));
        for (Measure measure : MEASURES) {
            figures.row(List.of(
                    words.say(name(measure)),
                    Numbers.percent(before.applyAsDouble(measure), words.language()),
                    Numbers.percent(after.applyAsDouble(measure), words.language())));
        }
        lines.addAll(figures.lines());
        lines.add("");
        lines.add(words.say("worth.replay.freed", freed, gpus()));
        if (added() > 0) {
            lines.add(words.say("worth.replay.added", added()));
        }
        lines.add(words.say("worth.replay.lost", new Percent(lostShare)));
        lines.add("");
        lines.addAll(table(words).lines());
        return lines;
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "cli.column.instanceAverage";
            case WEIGHTED_AVERAGE -> "cli.column.sliceWeighted";
            case WHOLE_GPU -> "cli.column.wholeGpu";
            case ALLOCATED_SHARE, COVERAGE -> "cli.column.allocated";
        };
    }

    private TextTable table(Messages words) {
        Naming naming = instances.naming();
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.instance")),
                TextTable.text(words.say("worth.column.before")),
                TextTable.text(words.say("worth.column.after")),
                TextTable.number(words.say("worth.column.full")),
                TextTable.number(words.say("worth.column.lost")),
                TextTable.text(words.say("worth.column.memory"))));
        for (Replayed one : groups) {
            table.row(List.of(
                    label(naming, one.group()),
                    one.group().from().stream()
                            .map(track -> track.instance().profile().name())
                            .collect(Collectors.joining(" + ")),
                    one.group().to().stream()
                            .map(slot -> naming.gpu(slot.gpu()) + " · "
                                    + slot.instance().profile().name())
                            .collect(Collectors.joining(" + ")),
                    Numbers.percent(one.fullShare(), words.language()),
                    Numbers.decimal(one.lost(), DECIMALS),
                    words.say(Text.of("worth.memory." + code(one.memory())))));
        }
        return table;
    }

    private static String label(Naming naming, Regrouped group) {
        return group.from().stream().map(track -> Called.of(naming, track)).collect(Collectors.joining(" + "));
    }

    /** As it is printed for programs. */
    ObjectNode json() {
        ObjectNode root = Json.document();
        root.put("gpusBefore", gpus());
        root.put("gpusFreed", freed);
        root.put("gpusAdded", added());
        put(root.putObject("before"), before);
        put(root.putObject("after"), after);
        Json.put(
                root,
                "demandSliceHours",
                groups.stream().mapToDouble(Replayed::demand).sum());
        Json.put(root, "lostShare", lostShare);
        ArrayNode all = root.putArray("instances");
        for (Replayed one : groups) {
            ObjectNode node = all.addObject();
            ArrayNode from = node.putArray("from");
            for (InstanceTrack track : one.group().from()) {
                from.addObject()
                        .put("gpu", track.ref().gpu())
                        .put("id", track.ref().instance())
                        .put("profile", track.instance().profile().name());
            }
            ArrayNode to = node.putArray("to");
            for (Regrouped.Slot slot : one.group().to()) {
                to.addObject()
                        .put("gpu", slot.gpu())
                        .put("profile", slot.instance().profile().name())
                        .put("start", slot.instance().start());
            }
            Json.put(node, "fullShare", one.fullShare());
            Json.put(node, "demandSliceHours", one.demand());
            Json.put(node, "lostSliceHours", one.lost());
            node.put("memory", code(one.memory()));
        }
        return root;
    }

    private static String code(MemoryRoom memory) {
        return memory.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(ObjectNode node, ToDoubleFunction<Measure> figures) {
        Json.put(node, "instanceAverage", figures.applyAsDouble(Measure.INSTANCE_AVERAGE));
        Json.put(node, "sliceWeightedAverage", figures.applyAsDouble(Measure.WEIGHTED_AVERAGE));
        Json.put(node, "wholeGpuUtilization", figures.applyAsDouble(Measure.WHOLE_GPU));
        Json.put(node, "allocatedShare", figures.applyAsDouble(Measure.ALLOCATED_SHARE));
    }
}
