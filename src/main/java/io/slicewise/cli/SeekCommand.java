package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.goal.GoalCount;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalSeek;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code seek FILE --goal weighted=70% --vary GPU/INSTANCE}: what would have to be so that a figure is as wanted. */
record SeekCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final String GOALS = "instance=75%, weighted=70%, whole=60%";

    /** What is wanted. */
    private record Goal(GoalFigure figure, double value) {}

    @Override
    public String name() {
        return "seek";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.worth(name(), "worth.help.seek")
                .addOption(options.string(CommandOptions.GOAL, "FIGURE=PERCENT", "worth.help.goal"))
                .addOption(options.strings(CommandOptions.VARY, "GPU/INSTANCE[,…]", "worth.help.vary"))
                .addOption(options.string(CommandOptions.COUNT_AT, "PERCENT", "worth.help.at"));
    }

    @Override
    public int run(ParseResult command) {
        Goal goal = goal(command.matchedOptionValue(CommandOptions.GOAL, ""));
        OpenedFleet opened = OpenedFleet.of(command, Cli.arguments(command), terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        Set<InstanceRef> vary = vary(opened.fleet(), command.matchedOptionValue(CommandOptions.VARY, List.of()));
        if (command.hasMatchedOption(CommandOptions.COUNT_AT)) {
            return count(command, opened, goal, vary);
        }
        GoalSeek seek = GoalSeek.of(opened.fleet(), opened.weights(), goal.figure(), goal.value(), vary);
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            ObjectNode root = Json.document().put("possible", seek.isPossible());
            Json.put(root, "value", seek.value());
            Json.put(root, "needed", seek.needed());
            reach(root, least(seek), most(seek));
            Json.print(root, terminal.out());
        } else {
            terminal.out()
                    .println(words.say(
                            seek.isPossible() ? "worth.seek.possible" : "worth.seek.reach",
                            new Percent(least(seek)),
                            new Percent(most(seek)),
                            new Percent(seek.value())));
        }
        terminal.out().flush();
        if (!seek.isPossible()) {
            terminal.err()
                    .println(words.say(
                            "worth.seek.impossible",
                            new Percent(goal.value()),
                            new Percent(least(seek)),
                            new Percent(most(seek))));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    /** The fewest of some instances that have to be at a value. */
    private int count(ParseResult command, OpenedFleet opened, Goal goal, Set<InstanceRef> vary) {
        double value = Ratios.ratio(CommandOptions.COUNT_AT, command.matchedOptionValue(CommandOptions.COUNT_AT, ""));
        if (!(value >= 0 && value <= 1)) {
            throw new UsageException(Text.of(
                    "cli.usage.value",
                    CommandOptions.COUNT_AT,
                    command.matchedOptionValue(CommandOptions.COUNT_AT, ""),
                    "0%–100%"));
        }
        GoalCount count = GoalCount.of(opened.fleet(), opened.weights(), goal.figure(), goal.value(), value, vary);
        Percent least = new Percent(count.least());
        Percent most = new Percent(count.most());
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            ObjectNode root = Json.document().put("possible", count.isPossible());
            root.put("value", count.isPossible() ? count.chosen().size() : null);
            ArrayNode instances = root.putArray("instances");
            count.chosen().forEach(ref -> instances.add(ref.gpu() + "/" + ref.instance()));
            Json.put(root, "reached", count.reached());
            reach(root, count.least(), count.most());
            Json.print(root, terminal.out());
        } else if (count.isPossible()) {
            terminal.out()
                    .println(words.say(
                            "worth.seek.count",
                            count.chosen().size(),
                            vary.size(),
                            new Percent(value),
                            new Percent(count.reached()),
                            least,
                            most));
        }
        terminal.out().flush();
        if (!count.isPossible()) {
            terminal.err().println(words.say("worth.seek.impossible", new Percent(goal.value()), least, most));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    /** Where the figure can be; nowhere where there is none. */
    private static void reach(ObjectNode root, double least, double most) {
        ArrayNode reach = root.putArray("reach");
        if (Double.isNaN(least)) {
            reach.addNull().addNull();
        } else {
            reach.add(least).add(most);
        }
    }

    private static double least(GoalSeek seek) {
        return Math.min(seek.least(), seek.most());
    }

    private static double most(GoalSeek seek) {
        return Math.max(seek.least(), seek.most());
    }

    private static Goal goal(String text) {
        int equals = text.indexOf('=');
        GoalFigure figure = GoalFigure.ofId(
                        equals < 0 ? "" : text.substring(0, equals).strip())
                .orElseThrow(() -> new UsageException(Text.of("cli.usage.value", CommandOptions.GOAL, text, GOALS)));
        return new Goal(figure, Ratios.ratio(CommandOptions.GOAL, text.substring(equals + 1)));
    }

    private static Set<InstanceRef> vary(Fleet fleet, List<String> options) {
        Set<InstanceRef> refs = new HashSet<>();
        for (String option : options) {
            for (String one : option.split(",")) {
                refs.add(find(fleet, one.strip()));
            }
        }
        if (refs.isEmpty()) {
            throw new UsageException(Text.of("cli.usage.missing", CommandOptions.VARY));
        }
        return refs;
    }

    /** By ids or by names; without a GPU where only one instance is called so. */
    private static InstanceRef find(Fleet fleet, String written) {
        int slash = written.lastIndexOf('/');
        String gpuName = slash < 0 ? "" : written.substring(0, slash);
        String name = written.substring(slash + 1);
        Naming naming = Naming.of(fleet);
        List<InstanceRef> byId = new ArrayList<>();
        List<InstanceRef> byName = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            if (slash < 0 || isCalled(naming, gpu, gpuName)) {
                for (Instance instance : gpu.instances()) {
                    InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
                    if (instance.id().equals(name)) {
                        byId.add(ref);
                    } else if (instance.name().equals(name)) {
                        byName.add(ref);
                    }
                }
            }
        }
        List<InstanceRef> found = byId.isEmpty() ? byName : byId;
        if (found.size() != 1) {
            throw new UsageException(Text.of("worth.usage.vary", CommandOptions.VARY, written, found.size()));
        }
        return found.getFirst();
    }

    private static boolean isCalled(Naming naming, Gpu gpu, String name) {
        return Called.is(name, gpu, naming) || gpu.name().equals(name);
    }
}
