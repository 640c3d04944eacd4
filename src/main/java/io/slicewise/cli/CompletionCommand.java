package io.slicewise.cli;

import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import picocli.AutoComplete;
import picocli.CommandLine.ParseResult;

/** {@code completion SHELL}: the script that lets a shell complete commands and options. */
record CompletionCommand(Terminal terminal, Messages words) {
    int run(ParseResult command) {
        String shell = Cli.arguments(command).getFirst();
        String script = AutoComplete.bash(Commands.NAME, Commands.in(words));
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
