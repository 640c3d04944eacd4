package io.slicewise.cli;

import io.slicewise.commands.Checklist;
import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.planning.change.Step;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlannedFleet;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code change BEFORE AFTER}: what is kept, drained and created, and in which order. */
record ChangeCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final int MOST_NAMES = 20;

    @Override
    public String name() {
        return "change";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.planning(options.opened(options.command(name(), "moves.help.change")
                .addPositional(options.strings("BEFORE AFTER", "0..*", true, "moves.help.files"))
                .addOption(options.string(
                        CommandOptions.COMMANDS, "nvidia-smi|mig-parted|label", "moves.help.commands"))));
    }

    @Override
    public int run(ParseResult command) {
        List<String> files = Cli.arguments(command);
        if (files.size() != 2) {
            throw new UsageException(Text.of("cli.usage.missing", "BEFORE AFTER"));
        }
        OpenedFleet before = OpenedFleet.of(command, files.subList(0, 1), terminal, folders);
        OpenedFleet after = OpenedFleet.of(command, files.subList(1, 2), terminal, folders);
        Problems.print(before.problems(), words, terminal.err());
        Problems.print(after.problems(), words, terminal.err());
        if (before.failed() || after.failed()) {
            return Cli.FAILED;
        }
        PlanInput planned = after.plan();
        FleetChange change;
        if (after.fleet().gpus().isEmpty() && planned != null) {
            PurchasePlan plan = plan(planned, after);
            Text impossible = plan.impossible();
            if (impossible != null) {
                terminal.err().println(words.say(impossible));
                return Cli.IMPOSSIBLE;
            }
            change = FleetChange.toPlanned(before.fleet(), PlannedFleet.of(plan));
        } else {
            change = FleetChange.between(before.fleet(), after.fleet());
        }
        return print(command, change, Naming.of(before.fleet()));
    }

    /** What comes of a plan's file. */
    private static PurchasePlan plan(PlanInput input, OpenedFleet after) {
        Text missing = input.missing();
        if (missing != null) {
            throw new UsageException(missing);
        }
        return Purchase.plan(
                input.grown(), input.offers(), input.rules(), after.catalogue().models(), Effort.USUAL);
    }

    private int print(ParseResult command, FleetChange change, Naming naming) {
        boolean areCommands = ChangeTexts.areWanted(command);
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(change), terminal.out());
        } else if (!areCommands) {
            lines(change, naming).forEach(terminal.out()::println);
        } else if (change.impossible().isEmpty()) {
            terminal.out().print(ChangeTexts.of(command, change, words));
        }
        terminal.out().flush();
        if (!change.unmatched().isEmpty()) {
            terminal.err().println(words.say("moves.unmatched", names(change.unmatched(), naming)));
        }
        if (!change.impossible().isEmpty()) {
            terminal.err().println(words.say("moves.change.impossible", names(change.impossible(), naming)));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    private static Object names(List<Gpu> gpus, Naming naming) {
        Listing first =
                new Listing(gpus.stream().map(naming::gpu).limit(MOST_NAMES).toList());
        return gpus.size() <= MOST_NAMES ? first : Text.of("moves.names.more", first, gpus.size() - MOST_NAMES);
    }

    private List<String> lines(FleetChange change, Naming naming) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("moves.column.kept")),
                TextTable.text(words.say("moves.column.drained")),
                TextTable.text(words.say("moves.column.created")),
                TextTable.number(words.say("moves.column.migParted"))));
        for (GpuChange gpu : change.changed()) {
            table.row(List.of(
                    naming.gpu(gpu.before()),
                    placed(gpu.kept().stream().map(Instance::placement).toList()),
                    placed(gpu.drained().stream().map(Instance::placement).toList()),
                    placed(gpu.created()),
                    String.valueOf(gpu.migPartedDrains().size())));
        }
        lines.add(words.say(
                "moves.change.total", change.kept(), change.drained(), change.created(), change.migPartedDrains()));
        if (!change.changed().isEmpty()) {
            lines.add("");
            lines.addAll(table.lines());
            lines.add("");
            lines.addAll(Checklist.of(change, words));
        }
        return lines;
    }

    private static String placed(List<Placement> placements) {
        return placements.isEmpty()
                ? Numbers.NONE
                : placements.stream().map(ChangeCommand::placed).collect(Collectors.joining(" "));
    }

    private static String placed(Placement placement) {
        return placement.profile().name() + "@" + placement.start();
    }

    private static ObjectNode json(FleetChange change) {
        ObjectNode root = Json.document();
        root.put("possible", change.impossible().isEmpty());
        ArrayNode kept = root.putArray("kept");
        ArrayNode drained = root.putArray("drained");
        ArrayNode created = root.putArray("created");
        ArrayNode parted = root.putArray("migPartedDrains");
        for (GpuChange gpu : change.gpus()) {
            gpu.kept().forEach(instance -> put(kept, gpu.before(), instance));
            gpu.drained().forEach(instance -> put(drained, gpu.before(), instance));
            gpu.created()
                    .forEach(placement ->
                            created.addObject().put("gpu", gpu.before().id()).put("at", placed(placement)));
            gpu.migPartedDrains().forEach(instance -> put(parted, gpu.before(), instance));
        }
        ArrayNode steps = root.putArray("steps");
        for (Step step : change.steps()) {
            ObjectNode node = steps.addObject().put("gpu", step.gpu().id());
            switch (step) {
                case Step.Stop stop ->
                    node.put("do", "stop").put("at", placed(stop.instance().placement()));
                case Step.Destroy destroy ->
                    node.put("do", "destroy")
                            .put("at", placed(destroy.instance().placement()));
                case Step.Create create ->
                    node.put("do", "create")
                            .put("at", placed(create.placement()))
                            .put("freeAlready", create.reason() == Step.Reason.FREE_ALREADY);
            }
        }
        return root;
    }

    private static void put(ArrayNode list, Gpu gpu, Instance instance) {
        ObjectNode node = list.addObject()
                .put("gpu", gpu.id())
                .put("instance", instance.id())
                .put("at", placed(instance.placement()))
                .put("name", instance.name())
                .put("owner", instance.owner());
        Json.put(node, "utilization", instance.utilization());
    }
}
