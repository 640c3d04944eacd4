package io.slicewise.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that say what hardware is worth: cost, power, size, forecast, seek, replay. */
final class WorthCommands {
    private final Commands commands;

    WorthCommands(Commands commands) {
        this.commands = commands;
    }

    void addTo(Map<String, Supplier<CommandSpec>> all) {
        all.put(Commands.COST, this::cost);
        all.put(Commands.POWER, this::power);
        all.put(Commands.SIZE, this::size);
        all.put(Commands.FORECAST, this::forecast);
        all.put(Commands.SEEK, this::seek);
        all.put(Commands.REPLAY, this::replay);
    }

    private CommandSpec cost() {
        return of(Commands.COST, "worth.help.cost")
                .addOption(commands.strings(Commands.RATE, "MODEL=R", "worth.help.rate"))
                .addOption(commands.string(Commands.RULE, "slices|dominant|memory", "worth.help.rule"))
                .addOption(commands.string(Commands.BY, "LABEL", "worth.help.by"))
                .addOption(commands.flag(Commands.SPREAD, "worth.help.spread"))
                .addOption(commands.string(Commands.HOURS, "HOURS", "worth.help.hours"));
    }

    private CommandSpec power() {
        return of(Commands.POWER, "worth.help.power")
                .addOption(commands.string(Commands.IDLE, "WATTS", "worth.help.idle"))
                .addOption(commands.string(Commands.MAX, "WATTS", "worth.help.max"))
                .addOption(commands.string(Commands.PUE, "FACTOR", "worth.help.pue"))
                .addOption(commands.string(Commands.PRICE, "AMOUNT", "worth.help.price"))
                .addOption(commands.string(Commands.HOURS, "HOURS", "worth.help.hours"));
    }

    private CommandSpec size() {
        CommandSpec spec = commands.opened(commands.command(Commands.SIZE, "worth.help.size")
                .addPositional(commands.strings("FILE", "0..*", false, "cli.help.files")));
        spec.addOption(commands.string(Commands.PROMETHEUS, "URL", "worth.help.sizeServer"))
                .addOption(commands.string(Commands.FROM, "TIME", "worth.help.sizeFrom"))
                .addOption(commands.string(Commands.TO, "TIME", "cli.help.to"))
                .addOption(commands.string(Commands.STEP, "LENGTH", "cli.help.step"));
        return sizing(commands.mayRefuse(commands.server(spec), "worth.help.exit0"));
    }

    private CommandSpec replay() {
        return sizing(of(Commands.REPLAY, "worth.help.replay"))
                .addOption(commands.string(Commands.LAYOUT, "FILE", "worth.help.layout"))
                .addOption(commands.flag(Commands.SIZES, "worth.help.sizes"));
    }

    private CommandSpec sizing(CommandSpec spec) {
        return spec.addOption(commands.string(Commands.QUANTILE, "RATIO", "worth.help.quantile"))
                .addOption(commands.string(Commands.TARGET, "RATIO", "worth.help.target"))
                .addOption(commands.string(Commands.MARGIN, "RATIO", "worth.help.margin"))
                .addOption(commands.strings(Commands.FULL, "PROFILE=RATIO", "worth.help.full"));
    }

    private CommandSpec forecast() {
        return of(Commands.FORECAST, "worth.help.forecast")
                .addOption(commands.string(Commands.CAPACITY, "RATIO", "worth.help.capacity"))
                .addOption(commands.string(Commands.SLICES, "NUMBER", "worth.help.slices"))
                .addOption(commands.flag(Commands.REQUESTED, "worth.help.requested"));
    }

    private CommandSpec seek() {
        return of(Commands.SEEK, "worth.help.seek")
                .addOption(commands.string(Commands.GOAL, "FIGURE=PERCENT", "worth.help.goal"))
                .addOption(commands.strings(Commands.VARY, "GPU/INSTANCE[,…]", "worth.help.vary"))
                .addOption(commands.string(Commands.COUNT_AT, "PERCENT", "worth.help.at"));
    }

    private CommandSpec of(String name, String description) {
        CommandSpec spec = commands.opened(commands.command(name, description)
                .addPositional(commands.strings("FILE", "0..*", true, "cli.help.files")));
        return commands.mayRefuse(spec, "worth.help.exit0");
    }
}
