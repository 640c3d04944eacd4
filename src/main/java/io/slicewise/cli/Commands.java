package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be called on the command line, in one language. */
final class Commands {
    static final String NAME = "slicewise";

    /** Columns of the help. */
    private static final int WIDTH = 100;

    private final Messages words;
    private final List<Command> all;

    private Commands(Messages words, List<Command> all) {
        this.words = words;
        this.all = all;
    }

    /** All commands, in the order in which help lists them. */
    static Commands of(Terminal terminal, AppFolders folders, Messages words) {
        return new Commands(
                words,
                List.of(
                        new AveragesCommand(terminal, folders, words),
                        new WatchCommand(terminal, folders, words, InstantSource.system()),
                        new LayoutsCommand(terminal, folders, words),
                        new CatalogCommand(terminal, folders, words),
                        new ReportCommand(terminal, folders, words),
                        new QueriesCommand(terminal, folders, words),
                        new CheckCommand(terminal, folders, words),
                        new PlanCommand(terminal, folders, words),
                        new MovesCommand(terminal, folders, words),
                        new ChangeCommand(terminal, folders, words),
                        new FitsCommand(terminal, folders, words),
                        new CostCommand(terminal, folders, words),
                        new PowerCommand(terminal, folders, words),
                        new SizeCommand(terminal, folders, words),
                        new ForecastCommand(terminal, folders, words),
                        new SeekCommand(terminal, folders, words),
                        new ReplayCommand(terminal, folders, words),
                        new CompletionCommand(terminal, folders, words),
                        new ManualCommand(terminal, folders, words)));
    }

    /** The command of a name, if there is one. */
    Optional<Command> named(String name) {
        return all.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** All commands with what help says about them. */
    CommandLine described() {
        return line(all, new CommandOptions(words, true));
    }

    /**
     * What it takes to understand these arguments: the command that they begin with, else all of them, and nothing of
     * what help would say. A process that is new takes longer to describe twenty commands than to carry one out.
     */
    CommandLine understanding(String... args) {
        List<Command> called =
                args.length == 0 ? all : named(args[0]).map(List::of).orElse(all);
        return line(called, new CommandOptions(words, false));
    }

    private static CommandLine line(List<Command> commands, CommandOptions options) {
        CommandSpec root = options.command(NAME, "cli.help.root")
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description(options.wrapped("cli.help.version"))
                        .build());
        for (Command command : commands) {
            root.addSubcommand(command.name(), new CommandLine(command.described(options), CommandOptions.FACTORY));
        }
        root.usageMessage().commandListHeading("%n" + options.say("cli.help.commands") + "%n");
        CommandLine line = new CommandLine(root, CommandOptions.FACTORY);
        line.setUsageHelpWidth(WIDTH);
        line.setExpandAtFiles(false);
        return line;
    }
}
