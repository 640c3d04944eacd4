package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Gpu;
import io.slicewise.planning.watts.Energy;
import io.slicewise.planning.watts.FleetPower;
import io.slicewise.planning.watts.GpuPower;
import io.slicewise.planning.watts.InstancePower;
import io.slicewise.planning.watts.PowerDraw;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code power FILE…}: what the GPUs draw, and whose it is. */
record PowerCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final int WATT_DECIMALS = 1;
    private static final int ENERGY_DECIMALS = 3;

    @Override
    public String name() {
        return "power";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.worth(name(), "worth.help.power")
                .addOption(options.string(CommandOptions.IDLE, "WATTS", "worth.help.idle"))
                .addOption(options.string(CommandOptions.MAX, "WATTS", "worth.help.max"))
                .addOption(options.string(CommandOptions.PUE, "FACTOR", "worth.help.pue"))
                .addOption(options.string(CommandOptions.PRICE, "AMOUNT", "worth.help.price"))
                .addOption(options.string(CommandOptions.HOURS, "HOURS", "worth.help.hours"));
    }

    @Override
    public int run(ParseResult command) {
        double idle = Ratios.number(command, CommandOptions.IDLE, Double.NaN);
        double max = Ratios.number(command, CommandOptions.MAX, Double.NaN);
        double pue = Ratios.number(command, CommandOptions.PUE, 1);
        double hours = Ratios.number(command, CommandOptions.HOURS, 1);
        double price = Ratios.number(command, CommandOptions.PRICE, Double.NaN);
        if (pue < 1 || max < idle) {
            throw new UsageException(
                    Text.of("worth.usage.power", CommandOptions.PUE, CommandOptions.MAX, CommandOptions.IDLE));
        }
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        FleetPower power = FleetPower.of(opened.gpus(), _ -> idle, _ -> max);
        Naming naming = Naming.of(opened.gpus());
        Set<String> unknown = new LinkedHashSet<>();
        for (Gpu gpu : power.open()) {
            unknown.add(gpu.model() == null ? naming.gpu(gpu) : gpu.model().id());
        }
        double watts = power.total();
        Energy energy = Energy.of(watts, pue, hours, price);
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(power, energy), terminal.out());
        } else {
            table(power, naming).forEach(terminal.out()::println);
            total(watts * pue, hours, energy).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (!unknown.isEmpty()) {
            terminal.err()
                    .println(words.say(
                            "worth.power.unknown",
                            new Listing(List.copyOf(unknown)),
                            CommandOptions.IDLE,
                            CommandOptions.MAX));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    private List<String> total(double watts, double hours, Energy energy) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (!Double.isNaN(watts)) {
            lines.add(words.say(
                    "worth.power.energy",
                    new Decimal(watts, WATT_DECIMALS),
                    new Decimal(hours, ENERGY_DECIMALS),
                    new Decimal(energy.kwh(), ENERGY_DECIMALS)));
        }
        if (!Double.isNaN(energy.cost())) {
            lines.add(words.say("worth.power.cost", Money.text(BigDecimal.valueOf(energy.cost()))));
        }
        lines.add(words.say("worth.power.linear"));
        return lines;
    }

    private List<String> table(FleetPower power, Naming naming) {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("cli.column.instance")),
                TextTable.number(words.say("worth.column.byActivity")),
                TextTable.number(words.say("worth.column.bySlicesAndActivity")),
                TextTable.text(words.say("worth.column.idle"))));
        for (GpuPower one : power.gpus()) {
            String source =
                    words.say(Text.of("worth.idle." + one.idle().source().name().toLowerCase(Locale.ROOT)));
            table.row(List.of(
                    naming.gpu(one.gpu()),
                    words.say("worth.power.all"),
                    watts(one.draw().total()),
                    watts(one.draw().total()),
                    words.say("worth.power.idle", watts(one.idle().watts()), source)));
            for (InstancePower part : one.draw().instances()) {
                table.row(List.of(
                        "",
                        Naming.onGpu(one.gpu(), one.gpu().instance(part.id()).orElseThrow()),
                        watts(part.byActivity()),
                        watts(part.bySlicesAndActivity()),
                        ""));
            }
            if (one.draw().unallocatedIdle() != 0) {
                String rest = watts(one.draw().unallocatedIdle());
                table.row(List.of("", words.say("worth.power.unallocated"), rest, rest, ""));
            }
            if (one.draw().unattributed() != 0) {
                String rest = watts(one.draw().unattributed());
                table.row(List.of("", words.say("worth.power.nobody"), rest, rest, ""));
            }
        }
        return table.lines();
    }

    private static String watts(double watts) {
        return Numbers.decimal(watts, WATT_DECIMALS);
    }

    private static ObjectNode json(FleetPower power, Energy energy) {
        ObjectNode root = Json.document();
        Json.put(root, "watts", power.total());
        Json.put(root, "active", power.sum(PowerDraw::active));
        Json.put(root, "unallocatedIdle", power.sum(PowerDraw::unallocatedIdle));
        Json.put(root, "unattributed", power.sum(PowerDraw::unattributed));
        Json.put(root, "kwh", energy.kwh());
        Json.put(root, "cost", energy.cost());
        ArrayNode instances = root.putArray("instances");
        for (GpuPower one : power.gpus()) {
            for (InstancePower part : one.draw().instances()) {
                ObjectNode node =
                        instances.addObject().put("gpu", one.gpu().id()).put("id", part.id());
                Json.put(node, "byActivity", part.byActivity());
                Json.put(node, "bySlicesAndActivity", part.bySlicesAndActivity());
            }
        }
        return root;
    }
}
