package io.slicewise.chart;

import io.slicewise.text.Apportionment;
import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How the values of an axis are written.
 *
 * @param kind percentages and points are kept as ratios (0.75) and written a hundredfold (75.0)
 * @param symbol what stands behind a number, with its space if it has one: {@code "%"}, {@code "%p"}, {@code ""}
 */
public record Unit(Kind kind, String symbol) {
    private static final char MINUS = '−';
    private static final int NUMBER_DECIMALS = 2;

    /** What kind of number it is. */
    public enum Kind {
        /** A ratio as a percentage with one decimal. */
        PERCENT,
        /** A difference of ratios in percentage points: signed, one decimal. */
        POINTS,
        /** A number as it is, with two decimals at most. */
        NUMBER,
        /** How many there are of something: as a number, on an axis whose ticks are whole. */
        COUNT
    }

    /** Percentages: {@code 75.0%}. */
    public static Unit percent(Language language) {
        return new Unit(Kind.PERCENT, Numbers.percentSign(language));
    }

    /** Percentage points: {@code −15.0 pp} in English, {@code −15.0%p} in Korean. */
    public static Unit points(Language language) {
        return new Unit(Kind.POINTS, language.pointsSign());
    }

    /** Plain numbers with a finished unit behind them: {@code "W"}, {@code "GiB"}, or nothing. */
    public static Unit number(String symbol) {
        return new Unit(Kind.NUMBER, symbol.isEmpty() ? "" : "\u00a0" + symbol);
    }

    /** How many things there are. */
    public static Unit count() {
        return new Unit(Kind.COUNT, "");
    }

    /** The value without its unit: {@code 75.0}, {@code −11.3}, {@code –} for {@code NaN}. */
    public String number(double value) {
        return switch (kind) {
            case PERCENT -> Numbers.percentNumber(value);
            case POINTS -> Numbers.pointsNumber(value);
            case NUMBER, COUNT -> Numbers.decimal(value, NUMBER_DECIMALS);
        };
    }

    /** The value that is written. */
    double rounded(double value) {
        return Apportionment.shown(value, decimals());
    }

    /** The values that are written of parts, so that they add up to their whole as it is written. */
    double[] rounded(double[] parts, double whole) {
        return Apportionment.of(parts, whole, decimals());
    }

    /** Digits behind the point of the value, not of what is written for it. */
    private int decimals() {
        return isRatio() ? Apportionment.OF_RATIO : NUMBER_DECIMALS;
    }

    /**
     * The value with its unit and more digits than are written elsewhere, for who wants to know exactly: {@code −0.75 pp}.
     */
    public String precise(double value) {
        return Double.isFinite(value)
                ? Numbers.precise(isRatio() ? 100 * value : value, kind == Kind.POINTS) + symbol
                : Numbers.NONE;
    }

    /** The value with its unit: {@code 75.0%}; a dash alone for {@code NaN}. */
    public String withSymbol(double value) {
        return Double.isFinite(value) ? number(value) + symbol : Numbers.NONE;
    }

    /** The value of a tick, with as many decimals as the step between ticks needs: {@code 2.0}, {@code 2.5}. */
    String tick(double value, double step) {
        BigDecimal shownStep = shown(step).stripTrailingZeros();
        BigDecimal shown = shown(value).setScale(Math.max(0, shownStep.scale()), RoundingMode.HALF_UP);
        String plain = (shown.signum() == 0 ? shown.abs() : shown).toPlainString();
        return plain.replace('-', MINUS);
    }

    /** As it is written on an axis, without what binary fractions add behind the last digit that means anything. */
    private BigDecimal shown(double value) {
        return new BigDecimal(value).multiply(factor()).round(new MathContext(12));
    }

    /**
     * Every digit of the value that means anything, for machines: {@code 51.4285714285714} for 0.5142857142857143, with a plain minus and a
     * point; empty for {@code NaN}.
     */
    public String exact(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = Numbers.meant(value).multiply(factor());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private BigDecimal factor() {
        return isRatio() ? BigDecimal.valueOf(100) : BigDecimal.ONE;
    }

    /** Whether it is kept as a ratio and written a hundredfold. */
    boolean isRatio() {
        return kind == Kind.PERCENT || kind == Kind.POINTS;
    }
}
