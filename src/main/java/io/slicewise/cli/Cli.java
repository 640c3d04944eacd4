package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.BuildInfo;
import io.slicewise.document.Opener;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Thrown;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line.
 *
 * @param terminal where it reads and prints
 * @param folders where the planner's own catalogue is
 * @param language the language unless {@code --lang} says another
 */
public record Cli(Terminal terminal, AppFolders folders, Language language) {
    /** There are figures; there may be warnings. */
    public static final int OK = 0;

    /** A file could not be read, or something went wrong inside. */
    public static final int FAILED = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    /** The impossible was asked for. */
    public static final int IMPOSSIBLE = 3;

    /** Runs in this process, with its terminal and in the system's language. */
    public static int runInProcess(String... args) {
        return new Cli(Terminal.ofProcess(), AppFolders.ofSystem(), Language.of(Locale.getDefault())).run(args);
    }

    /** Runs a command; the exit code. Never throws because of what was written or of what is in a file. */
    public int run(String... args) {
        Messages words = Messages.in(languageOf(args).orElse(language));
        int code = carriedOut(words, args);
        IOException unwritten = terminal.out().failure();
        if (unwritten != null) {
            terminal.err().println(words.say("cli.unwritten", Opener.why(unwritten)));
        }
        boolean untold = terminal.err().failure() != null;
        return unwritten != null || untold ? FAILED : code;
    }

    private int carriedOut(Messages words, String... args) {
        try {
            return parsed(words, args);
        } catch (ParameterException e) {
            return misunderstood(
                    words, text(e, args), e.getCommandLine().getCommandSpec().qualifiedName());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            terminal.err()
                    .println(
                            Thrown.isLackOfMemory(e)
                                    ? words.say("cli.memory")
                                    : words.say("cli.internal", e.getClass().getSimpleName()));
            return FAILED;
        }
    }

    private int parsed(Messages words, String... args) {
        Commands commands = Commands.of(terminal, folders, words);
        ParseResult result = commands.understanding(args).parseArgs(args);
        ParseResult command = called(result);
        if (command.isUsageHelpRequested()) {
            CommandLine described = called(
                            commands.described(terminal.size().get().columns()).parseArgs(args))
                    .commandSpec()
                    .commandLine();
            terminal.out().print(described.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return OK;
        }
        if (command.isVersionHelpRequested()) {
            terminal.out().println(("Slicewise " + BuildInfo.present().version()).strip());
            return OK;
        }
        try {
            checkLanguage(result);
            checkLanguage(command);
            return commands.named(command.commandSpec().name())
                    .orElseThrow(() -> new UsageException(Text.of("cli.usage.noCommand", commands.names())))
                    .run(command);
        } catch (UsageException e) {
            return misunderstood(words, e.text(), command.commandSpec().qualifiedName());
        }
    }

    private static ParseResult called(ParseResult result) {
        return result.hasSubcommand() ? result.subcommand() : result;
    }

    private static void checkLanguage(ParseResult command) {
        String code = command.matchedOptionValue(
                CommandOptions.LANGUAGE, Language.standard().code());
        if (languageOf(CommandOptions.LANGUAGE, code).isEmpty()) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.LANGUAGE, code, "ko, en"));
        }
    }

    private int misunderstood(Messages words, Text what, String command) {
        terminal.err().println(words.say(what));
        terminal.err().println(words.say("cli.usage.help", command + " --help"));
        return USAGE;
    }

    private static Text text(ParameterException e, String... args) {
        return switch (e) {
            case UnmatchedArgumentException unmatched
            when unmatched.isUnknownOption() ->
                Text.of("cli.usage.option", unmatched.getUnmatched().getFirst());
            case UnmatchedArgumentException unmatched ->
                Text.of("cli.usage.argument", unmatched.getUnmatched().getFirst());
            case MissingParameterException missing ->
                Text.of("cli.usage.missing", missing.getMissing().getFirst().paramLabel());
            case OverwrittenOptionException twice -> Text.of("cli.usage.twice", name(twice.getOverwritten()));
            case MaxValuesExceededException many -> Text.of("cli.usage.noValue", flagWithValue(many, args));
            default -> Text.of("cli.usage.other", name(e.getArgSpec()));
        };
    }

    /** The option that was given a value and takes none: picocli does not say which one it is. */
    private static String flagWithValue(ParameterException e, String... args) {
        Map<String, OptionSpec> options = e.getCommandLine().getCommandSpec().optionsMap();
        return Stream.of(args)
                .filter(arg -> arg.contains("="))
                .map(arg -> options.get(arg.split("=", 2)[0]))
                .filter(option -> option != null && option.arity().max() == 0)
                .findFirst()
                .map(OptionSpec::longestName)
                .orElse("–");
    }

    /** What an argument is called; a dash where picocli does not say which one. */
    private static String name(@Nullable ArgSpec argument) {
        return switch (argument) {
            case null -> "–";
            case OptionSpec option -> option.longestName();
            default -> argument.paramLabel();
        };
    }

    /** The language that the arguments ask for; needed before they are parsed, for what parsing has to say. */
    private static Optional<Language> languageOf(String... args) {
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith(CommandOptions.LANGUAGE + "=")
                    ? args[i].substring(CommandOptions.LANGUAGE.length() + 1)
                    : args[i].equals(CommandOptions.LANGUAGE) && i + 1 < args.length ? args[i + 1] : "";
            Optional<Language> language = Language.ofCode(value);
            if (language.isPresent()) {
                return language;
            }
        }
        return Optional.empty();
    }

    /** The files or models of a command. */
    static List<String> arguments(ParseResult command) {
        return command.matchedPositionalValue(0, List.of());
    }
}
