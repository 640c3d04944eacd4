package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Messages;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code manual}: the page for {@code man}, in its language (roff), from the same descriptions as {@code --help}.
 *
 * <p>Escaped are a backslash, and a point or an apostrophe at the start of a line, which would be requests.
 */
record ManualCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "manual";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.command(name(), "cli.help.manual");
    }

    @Override
    public int run(ParseResult command) {
        terminal.out().print(page(Commands.of(terminal, folders, words).described()));
        terminal.out().flush();
        return Cli.OK;
    }

    private String page(CommandLine line) {
        StringBuilder page = new StringBuilder();
        String name = Commands.NAME;
        page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1\n");
        section(page, words.say("cli.manual.name"));
        text(page, name + " - " + words.say("cli.manual.summary"));
        section(page, words.say("cli.manual.synopsis"));
        text(page, name + " [COMMAND] [OPTION…] [FILE…]");
        section(page, words.say("cli.manual.description"));
        text(page, words.say("cli.help.root"));
        section(page, words.say("cli.manual.commands"));
        line.getSubcommands().forEach((command, it) -> command(page, command, it.getCommandSpec()));
        section(page, words.say("cli.manual.exit"));
        line.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> entry(page, code, said(meaning)));
        section(page, words.say("cli.manual.files"));
        entry(page, "~/.config/slicewise", words.say("cli.manual.settings"));
        return page.toString();
    }

    private static void command(StringBuilder page, String name, CommandSpec spec) {
        page.append(".SS ").append(escaped(Commands.NAME + " " + name)).append('\n');
        text(page, said(spec.usageMessage().description()));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            entry(page, parameter.paramLabel(), said(parameter.description()));
        }
        for (OptionSpec option : spec.options()) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            entry(page, String.join(", ", option.names()) + label, said(option.description()));
        }
    }

    /** Descriptions are picocli's, where a percent sign is written twice. */
    private static String said(String... description) {
        return String.join(" ", description).replace("%%", "%");
    }

    private static void section(StringBuilder page, String title) {
        page.append(".SH ").append(escaped(title)).append('\n');
    }

    private static void text(StringBuilder page, String text) {
        page.append(escaped(text)).append('\n');
    }

    private static void entry(StringBuilder page, String term, String meaning) {
        page.append(".TP\n.B ")
                .append(escaped(term))
                .append('\n')
                .append(escaped(meaning))
                .append('\n');
    }

    static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
