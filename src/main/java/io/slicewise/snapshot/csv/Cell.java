package io.slicewise.snapshot.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as a table prints it.
 *
 * @param value the number; {@code NaN} where there is none
 * @param kind what it was
 */
record Cell(double value, Kind kind) {
    private static final Set<String> NOTHING =
            Set.of("", "-", "–", "null", "undefined", "nan", "n/a", "[n/a]", "none", "no data", "<<<null>>>", "nil");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern DIGITS = Pattern.compile("\\d{9,16}(?:\\.\\d{1,9})?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(.*)");
    private static final double LARGEST_SECONDS = 1e11;
    private static final int LONGEST = 64;

    /** So many characters are exact, a point among them or not. */
    private static final int MOST_DIGITS = 15;

    private static final double[] TEN = new double[MOST_DIGITS + 1];

    static {
        double power = 1;
        for (int i = 0; i < TEN.length; i++) {
            TEN[i] = power;
            power *= 10;
        }
    }

    /** What stands in a cell. */
    enum Kind {
        /** Nothing: no value at that time. */
        EMPTY,
        /** A number alone. */
        PLAIN,
        /** A number with a percent sign. */
        PERCENT,
        /** Something that is no utilization: words, or a number in another unit. */
        OTHER
    }

    private static final Cell EMPTY = new Cell(Double.NaN, Kind.EMPTY);
    private static final Cell OTHER = new Cell(Double.NaN, Kind.OTHER);

    /** A number as programs write it: digits, a point, digits; {@code null} where it is anything else. */
    private static @Nullable Cell plain(String text) {
        int length = text.length();
        long digits = 0;
        int point = -1;
        if (length == 0 || length > MOST_DIGITS) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > 0) {
                point = i;
            } else {
                return null;
            }
        }
        // both are exact, so that the quotient is the nearest double
        return new Cell(point < 0 ? digits : digits / TEN[length - point - 1], Kind.PLAIN);
    }

    /** Reads a number: {@code 0.75}, {@code 0,75}, {@code 75%}, {@code 75 %}, {@code 1.234,5}. */
    static Cell of(String text) {
        Cell simple = plain(text);
        if (simple != null) {
            return simple;
        }
        if (text.length() > LONGEST) {
            return OTHER;
        }
        String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        if (NOTHING.contains(plain.toLowerCase(Locale.ROOT))) {
            return EMPTY;
        }
        boolean percent = plain.endsWith("%");
        String number = point(percent ? plain.substring(0, plain.length() - 1).strip() : plain);
        if (!NUMBER.matcher(number).matches()) {
            return OTHER;
        }
        return new Cell(Double.parseDouble(number), percent ? Kind.PERCENT : Kind.PLAIN);
    }

    /** The same in another unit. */
    Cell times(double factor) {
        return factor == 1 ? this : new Cell(value * factor, kind);
    }

    /** With a decimal point, whichever of both signs was the decimal one: the last. */
    private static String point(String number) {
        int comma = number.lastIndexOf(',');
        int point = number.lastIndexOf('.');
        if (comma < 0) {
            return number;
        }
        return comma > point ? number.replace(".", "").replace(',', '.') : number.replace(",", "");
    }

    /**
     * A time in milliseconds since 1970: seconds or milliseconds since then, ISO with an offset or without one, which
     * then counts as UTC: times of one file can be compared, and more is not done with them.
     */
    static OptionalLong time(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            return OptionalLong.empty();
        }
        if (DIGITS.matcher(plain).matches()) {
            double number = Double.parseDouble(plain);
            return OptionalLong.of(Math.round(number < LARGEST_SECONDS ? number * 1000 : number));
        }
        var parts = DAY_FIRST.matcher(plain);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        String zone = parts.group(3).strip();
        String local = parts.group(1) + "T" + parts.group(2);
        try {
            Instant instant = zone.isEmpty()
                    ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(local + zone).toInstant();
            return OptionalLong.of(instant.toEpochMilli());
        } catch (DateTimeException _) {
            return OptionalLong.empty();
        }
    }

    /** Whether a time says nothing about its zone. */
    static boolean isLocalTime(String text) {
        var parts = DAY_FIRST.matcher(text.strip());
        return parts.matches() && parts.group(3).isBlank();
    }
}
