package io.slicewise.desktop.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as planners type them: with a point or a comma, ratios also in per cent. */
final class Typed {
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,12})(?:[.,](\\d{1,6}))?");

    private Typed() {}

    /** A whole number within limits. */
    static OptionalInt whole(String text, int least, int most) {
        String digits = text.strip();
        if (!digits.matches("\\d{1,9}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** A number from 0 on; {@code null} where it is none. */
    static @Nullable BigDecimal decimal(String text) {
        Matcher parts = DECIMAL.matcher(text.strip());
        if (!parts.matches()) {
            return null;
        }
        return new BigDecimal(parts.group(2) == null ? parts.group(1) : parts.group(1) + "." + parts.group(2));
    }

    /** A ratio, 0.35 or 35 %; one without the sign is at most 1, since 35 is hardly 35 GPUs. */
    static OptionalDouble ratio(String text) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        BigDecimal value = decimal(percent ? number.substring(0, number.length() - 1) : number);
        if (value == null || (!percent && value.compareTo(BigDecimal.ONE) > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((percent ? value.movePointLeft(2) : value).doubleValue());
    }

    /** A number that is per cent with or without its sign: 30 is a ratio of 0.3. */
    static OptionalDouble percent(String text) {
        String number = text.strip();
        BigDecimal value = decimal(number.endsWith("%") ? number.substring(0, number.length() - 1) : number);
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.movePointLeft(2).doubleValue());
    }

    /** A number as short as it can be written, with two decimals at most. */
    static String shown(double number) {
        return plain(BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP));
    }

    /** A ratio in per cent, without its sign. */
    static String shownPercent(double ratio) {
        return plain(BigDecimal.valueOf(ratio).movePointRight(2).setScale(2, RoundingMode.HALF_UP));
    }

    /** Without zeros behind the point. */
    static String plain(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
