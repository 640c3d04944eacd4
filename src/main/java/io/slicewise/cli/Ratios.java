package io.slicewise.cli;

import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** Numbers as people write them on a command line. */
final class Ratios {
    private static final Pattern RATIO = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,18})?)\\s*(%?)");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,18})?");

    private Ratios() {}

    /** A ratio: {@code 0.7} or {@code 70%}. */
    static double ratio(String option, String text) {
        Matcher parts = RATIO.matcher(text.strip());
        if (!parts.matches()) {
            throw new UsageException(Text.of("cli.usage.value", option, text, "0.7, 70%"));
        }
        return Double.parseDouble(parts.group(2).isEmpty() ? parts.group(1) : parts.group(1) + "e-2");
    }

    /** A ratio of an option, above 0 and up to 1. */
    static double part(ParseResult command, String option, double fallback) {
        String text = command.matchedOptionValue(option, (String) null);
        double ratio = text == null ? fallback : ratio(option, text);
        if (!(ratio > 0 && ratio <= 1)) {
            throw new UsageException(Text.of("plan.usage.target", option));
        }
        return ratio;
    }

    /** A number from 0 on. */
    static BigDecimal amount(String option, String text) {
        if (!AMOUNT.matcher(text.strip()).matches()) {
            throw new UsageException(Text.of("cli.usage.value", option, text, "2.5, 24"));
        }
        return new BigDecimal(text.strip());
    }

    /** A number of an option; {@code NaN} where it is not given. */
    static double number(ParseResult command, String option, double fallback) {
        String text = command.matchedOptionValue(option, (String) null);
        return text == null ? fallback : amount(option, text).doubleValue();
    }
}
