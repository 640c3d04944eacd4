package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.replay.Regrouped;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code replay RANGE --layout FILE|--sizes}: what a recorded time would have been in another layout. */
record ReplayCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final int DECIMALS = 1;
    private static final List<Measure> MEASURES =
            List.of(Measure.INSTANCE_AVERAGE, Measure.WEIGHTED_AVERAGE, Measure.WHOLE_GPU, Measure.ALLOCATED_SHARE);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.sizing(options.worth(name(), "worth.help.replay"))
                .addOption(options.string(CommandOptions.LAYOUT, "FILE", "worth.help.layout"))
                .addOption(options.flag(CommandOptions.SIZES, "worth.help.sizes"));
    }

    @Override
    public int run(ParseResult command) {
        String file = command.matchedOptionValue(CommandOptions.LAYOUT, (String) null);
        if ((file != null) == command.hasMatchedOption(CommandOptions.SIZES)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.LAYOUT, CommandOptions.SIZES));
        }
        SizeRules rules = SizeCommand.rules(command);
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<Part> ranges = opened.ranges();
        Timeline timeline = ranges.size() == 1 ? ranges.getFirst().timeline() : null;
        if (timeline == null) {
            terminal.err().println(words.say(ranges.isEmpty() ? "worth.noRange" : "worth.oneRange"));
            return Cli.IMPOSSIBLE;
        }
        if (file == null) {
            ReplayLayout sized = Outlook.layout(timeline, SizedInstance.of(timeline, rules, Cancel.NEVER));
            return print(command, timeline, sized);
        }
        OpenedFleet target = OpenedFleet.of(command, List.of(file), terminal, folders);
        Problems.print(target.problems(), words, terminal.err());
        if (target.failed()) {
            return Cli.FAILED;
        }
        List<String> illegal = illegal(target.fleet());
        if (!illegal.isEmpty()) {
            terminal.err().println(words.say("worth.replay.illegal", new Listing(illegal)));
            return Cli.IMPOSSIBLE;
        }
        return print(command, timeline, ReplayLayout.into(timeline, target.fleet()));
    }

    private static List<String> illegal(Fleet target) {
        return target.gpus().stream()
                .filter(gpu -> gpu.layout()
                        .map(layout -> !layout.conflicts().isEmpty())
                        .orElse(false))
                .map(Naming.of(target)::gpu)
                .toList();
    }

    private int print(ParseResult command, Timeline timeline, ReplayLayout layout) {
        List<InstanceTrack> homeless = layout.left().stream()
                .filter(track -> track.existsAt(timeline.end() - 1))
                .toList();
        Naming naming = naming(timeline);
        if (!homeless.isEmpty() || layout.groups().isEmpty()) {
            terminal.err()
                    .println(words.say(
                            "worth.replay.homeless",
                            new Listing(homeless.stream()
                                    .map(track -> Called.of(naming, track))
                                    .toList())));
            return Cli.IMPOSSIBLE;
        }
        Replay replay = Replay.of(timeline, layout);
        Curves before = Curves.of(timeline, Weights.DEFAULT);
        Curves after = Curves.of(replay.after(), Weights.DEFAULT);
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(timeline, replay, before, after), terminal.out());
        } else {
            lines(timeline, replay, before, after).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (layout.left().size() > 0) {
            terminal.err().println(words.say("worth.replay.gone", layout.left().size()));
        }
        List<String> tooMuch = replay.groups().stream()
                .filter(one -> one.memory() == MemoryRoom.DOES_NOT_FIT)
                .map(one -> label(naming, one.group()))
                .toList();
        if (!tooMuch.isEmpty()) {
            terminal.err().println(words.say("worth.replay.memory", new Listing(tooMuch)));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    private static double mean(Timeline timeline, Curves curves, Measure measure) {
        return curves.statistics(measure, timeline.start(), timeline.end(), 1).mean();
    }

    private List<String> lines(Timeline timeline, Replay replay, Curves before, Curves after) {
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
                    Numbers.percent(mean(timeline, before, measure), words.language()),
                    Numbers.percent(mean(timeline, after, measure), words.language())));
        }
        lines.addAll(figures.lines());
        lines.add("");
        lines.add(words.say(
                "worth.replay.freed", replay.freed().size(), timeline.gpus().size()));
        if (added(timeline, replay) > 0) {
            lines.add(words.say("worth.replay.added", added(timeline, replay)));
        }
        lines.add(words.say("worth.replay.lost", new Percent(replay.lostShare())));
        lines.add("");
        lines.addAll(table(timeline, replay).lines());
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

    private static int added(Timeline timeline, Replay replay) {
        return replay.after().gpus().size()
                + replay.freed().size()
                - timeline.gpus().size();
    }

    private TextTable table(Timeline timeline, Replay replay) {
        Naming naming = naming(timeline);
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.instance")),
                TextTable.text(words.say("worth.column.before")),
                TextTable.text(words.say("worth.column.after")),
                TextTable.number(words.say("worth.column.full")),
                TextTable.number(words.say("worth.column.lost")),
                TextTable.text(words.say("worth.column.memory"))));
        for (Replayed one : replay.groups()) {
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

    /** What the GPUs of a range are called. */
    private static Naming naming(Timeline timeline) {
        return Naming.of(timeline.gpus().stream().map(GpuTrack::gpu).toList());
    }

    private static String label(Naming naming, Regrouped group) {
        return group.from().stream().map(track -> Called.of(naming, track)).collect(Collectors.joining(" + "));
    }

    private static ObjectNode json(Timeline timeline, Replay replay, Curves before, Curves after) {
        ObjectNode root = Json.document();
        root.put("gpusBefore", timeline.gpus().size());
        root.put("gpusFreed", replay.freed().size());
        root.put("gpusAdded", added(timeline, replay));
        put(root.putObject("before"), timeline, before);
        put(root.putObject("after"), timeline, after);
        Json.put(root, "demandSliceHours", replay.demand());
        Json.put(root, "lostShare", replay.lostShare());
        ArrayNode groups = root.putArray("instances");
        for (Replayed one : replay.groups()) {
            ObjectNode node = groups.addObject();
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

    private static void put(ObjectNode node, Timeline timeline, Curves curves) {
        Json.put(node, "instanceAverage", mean(timeline, curves, Measure.INSTANCE_AVERAGE));
        Json.put(node, "sliceWeightedAverage", mean(timeline, curves, Measure.WEIGHTED_AVERAGE));
        Json.put(node, "wholeGpuUtilization", mean(timeline, curves, Measure.WHOLE_GPU));
        Json.put(node, "allocatedShare", mean(timeline, curves, Measure.ALLOCATED_SHARE));
    }
}
