package io.slicewise.cli;

import io.slicewise.text.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and lengths of time as people write them on a command line. */
final class Times {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})([smhdw]?)");

    private Times() {}

    /** A length: {@code 15s}, {@code 5m}, {@code 24h}, {@code 30d}, {@code 2w}; a bare number is seconds. Above zero. */
    static Duration duration(String option, String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new UsageException(Text.of("cli.usage.value", option, text, "15s, 5m, 24h, 30d"));
        }
        long seconds = switch (matcher.group(2)) {
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            default -> 1;
        };
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)) * seconds);
    }

    /**
     * A time: {@code 2026-11-22T10:00:00Z}, with a blank for the {@code T}, with another offset, without one in this machine's zone, a date alone, or
     * how long ago it is, {@code 24h}; {@code now}.
     */
    static Instant instant(String option, String text, Instant now, ZoneId zone) {
        String plain = (text.startsWith("-") ? text.substring(1) : text.strip())
                .replaceFirst("(?<=\\d{4}-\\d\\d-\\d\\d) +(?=\\d)", "T")
                .replaceFirst("(?<=:\\d\\d(?:\\.\\d{1,9})?)([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        if (plain.equals("now")) {
            return now;
        }
        if (LENGTH.matcher(plain).matches() && !plain.matches("\\d+")) {
            return now.minus(duration(option, plain));
        }
        try {
            if (plain.matches("\\d{9,11}(?:\\.\\d+)?")) {
                return Instant.ofEpochMilli(Math.round(Double.parseDouble(plain) * 1000));
            }
            if (plain.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(plain).atStartOfDay(zone).toInstant();
            }
            return plain.matches(".*T.*(?:Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw new UsageException(
                    Text.of("cli.usage.value", option, text, "2026-11-22T10:00:00Z, 2026-11-22T10:00, 24h, now"));
        }
    }
}
