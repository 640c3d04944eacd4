package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be called on the command line, in one language. */
final class Commands {
    static final String NAME = "slicewise";

    /** Columns of the help: no more are good to read, and with fewer the names of options leave no room for words. */
    private static final int WIDEST = 100;

    private static final int NARROWEST = 60;

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
        return described(WIDEST);
    }

    /**
     * All commands with what help says about them.
     *
     * @param columns how many the screen has
     */
    CommandLine described(int columns) {
        return line(all, Math.clamp(columns, NARROWEST, WIDEST));
    }

    /** The names of all commands, as a sentence lists them. */
    String names() {
        return all.stream().map(Command::name).collect(Collectors.joining(", "));
    }

    /**
     * What it takes to understand these arguments: the command that they begin with, else all of them, and nothing of
     * what help would say. A process that is new takes longer to describe twenty commands than to carry one out.
     */
    CommandLine understanding(String... args) {
        List<Command> called =
                args.length == 0 ? all : named(args[0]).map(List::of).orElse(all);
        return line(called, 0);
    }

    /**
     * @param columns how wide help is; 0 where it says nothing
     */
    private CommandLine line(List<Command> commands, int columns) {
        CommandOptions options = new CommandOptions(words, columns);
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
        line.setUsageHelpWidth(columns == 0 ? WIDEST : columns);
        line.setExpandAtFiles(false);
        return line;
    }
}
