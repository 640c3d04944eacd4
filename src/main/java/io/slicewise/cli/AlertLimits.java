package io.slicewise.cli;

import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Limit;
import io.slicewise.text.Text;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** When alerts fire, as a person chose on the command line. */
final class AlertLimits {
    private AlertLimits() {}

    /** The option of a limit: {@code --weighted-high}. */
    static String option(Limit limit) {
        return "--" + limit.id();
    }

    static AlertThresholds of(ParseResult command) {
        AlertThresholds limits = AlertThresholds.USUAL;
        for (Limit limit : Limit.values()) {
            String text = command.matchedOptionValue(option(limit), (String) null);
            if (text != null) {
                limits = limits.with(limit, value(limit, text));
            }
        }
        return limits;
    }

    private static double value(Limit limit, String text) {
        boolean isTime = limit.unit() != Limit.Unit.PERCENT;
        Double value = isTime ? time(limit, text) : percent(text);
        if (value == null || !limit.takes(value)) {
            String unit = limit.unit().name().toLowerCase(Locale.ROOT);
            throw new UsageException(Text.of("promql.cli." + unit, option(limit), text));
        }
        return value;
    }

    private static @Nullable Double percent(String text) {
        try {
            return Double.valueOf(text.replace("%", "").strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** In the limit's unit, whatever unit it was written in: 2h are 120 minutes. */
    private static Double time(Limit limit, String text) {
        Duration length = Times.duration(option(limit), text.strip());
        return length.toSeconds() / (double) limit.unit().seconds();
    }
}
