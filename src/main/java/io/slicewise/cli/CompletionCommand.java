package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion SHELL}: the script that lets a shell complete commands and options. */
record CompletionCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.command(name(), "cli.help.completion")
                .addPositional(options.strings("bash|zsh", "0", true, "cli.help.completionShell"));
    }

    @Override
    public int run(ParseResult command) {
        String shell = Cli.arguments(command).getFirst();
        String script = AutoComplete.bash(
                Commands.NAME, Commands.of(terminal, folders, words).described());
        switch (shell) {
            case "bash" -> terminal.out().print(script);
            // zsh runs bash's completions; the first line is how its own functions are found in a folder
            case "zsh" -> terminal.out().print("#compdef " + Commands.NAME + "\n" + script);
            default -> throw new UsageException(Text.of("cli.usage.value", "SHELL", shell, "bash, zsh"));
        }
        terminal.out().flush();
        return Cli.OK;
    }
}
