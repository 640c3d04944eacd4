package io.slicewise.cli;

import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.Options;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.report.pptx.PptxTemplate;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What was chosen on the command line for a report.
 *
 * @param template what it is made of
 * @param formats the kinds of files to write
 * @param options the rest
 * @param out the folder for the files
 */
record ReportChoices(Template template, List<ReportFormat> formats, Options options, Path out) {
    private static final double PERCENT = 100;

    static ReportChoices of(ParseResult command, Language language, LocalDate today) {
        Template template = choice(command, CommandOptions.TEMPLATE, "executive", Template.values(), Template::id);
        Audience audience = choice(command, CommandOptions.AUDIENCE, "manager", Audience.values(), Audience::id);
        Options options = Options.of(language, audience)
                .withTitle(text(command, CommandOptions.TITLE, ""))
                .withByline(
                        text(command, CommandOptions.AUTHOR, ""),
                        Options.date(text(command, CommandOptions.DATE, today.toString()), language))
                .withZone(ZoneId.systemDefault())
                .withLogo(file(command, CommandOptions.LOGO, Logo::of, "cli.report.logo"))
                .withSlides(file(command, CommandOptions.SLIDES, PptxTemplate::of, "cli.report.slides"))
                .withThresholds(thresholds(command));
        return new ReportChoices(
                template, formats(command), options, path(CommandOptions.OUT, text(command, CommandOptions.OUT, ".")));
    }

    private static String text(ParseResult command, String option, String otherwise) {
        return command.matchedOptionValue(option, otherwise).strip();
    }

    private static <T> T choice(
            ParseResult command, String option, String otherwise, T[] values, Function<T, String> id) {
        return one(option, text(command, option, otherwise), values, id);
    }

    private static <T> T one(String option, String name, T[] values, Function<T, String> id) {
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    String known = Arrays.stream(values).map(id).collect(Collectors.joining(", "));
                    return new UsageException(Text.of("cli.usage.value", option, name, known));
                });
    }

    private static List<ReportFormat> formats(ParseResult command) {
        List<ReportFormat> formats = new ArrayList<>();
        Stream.of(text(command, CommandOptions.FORMAT, ReportFormat.PDF.id()).split(","))
                .map(name -> one(CommandOptions.FORMAT, name.strip(), ReportFormat.values(), ReportFormat::id))
                .distinct()
                .forEach(formats::add);
        return formats;
    }

    /** What is in the file that an option names; {@code null} without the option. */
    private static <T> @Nullable T file(
            ParseResult command, String option, Function<byte[], Optional<T>> reader, String refusal) {
        String file = text(command, option, "");
        if (file.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(Files.readAllBytes(path(option, file)))
                    .orElseThrow(() -> new UsageException(Text.of(refusal, file)));
        } catch (IOException _) {
            throw new UsageException(Text.of(refusal, file));
        }
    }

    private static Thresholds thresholds(ParseResult command) {
        String percent = text(command, CommandOptions.ALERT, "90");
        try {
            double alert = Double.parseDouble(percent.replace("%", "").strip());
            if (alert > 0 && alert <= PERCENT) {
                return Thresholds.DEFAULT.withAlert(alert / PERCENT);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new UsageException(Text.of("cli.usage.value", CommandOptions.ALERT, percent, "1–100"));
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw new UsageException(Text.of("cli.report.path", option, name));
        }
    }
}
