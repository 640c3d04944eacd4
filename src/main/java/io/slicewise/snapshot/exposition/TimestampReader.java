package io.slicewise.snapshot.exposition;

import io.slicewise.snapshot.exposition.ExpositionSummary.TimestampUnit;

/**
 * Decides what a timestamp means. The exposition format writes whole milliseconds, OpenMetrics seconds with or without
 * a fraction, and a file that was saved does not say which of the two it is.
 *
 * <p>In this order: a number of 10¹¹ or more is milliseconds (as seconds it would be after the year 5000); in a text
 * that has shown itself to be OpenMetrics it is seconds; a number that as seconds lies in the years 2000 to 2099, with a
 * fraction or without, is seconds (as milliseconds it would lie in early 1970), which is then said; another whole number
 * is milliseconds; another fraction is no timestamp.
 */
final class TimestampReader {
    private static final double SURELY_MILLIS = 1e11;
    private static final double YEAR_2000 = 946_684_800;
    private static final double YEAR_2100 = 4_102_444_800.0;
    private static final double MOST = 1L << 53;

    private boolean openMetrics;
    private long millisSeen;
    private long secondsSeen;
    private boolean guessed;
    private long millis;

    /** The text is OpenMetrics. */
    void openMetrics() {
        openMetrics = true;
    }

    boolean isOpenMetrics() {
        return openMetrics;
    }

    /** Whether seconds were assumed because of their size alone. */
    boolean guessed() {
        return guessed && !openMetrics;
    }

    /** The timestamp that was accepted last, in milliseconds since 1970 UTC. */
    long millis() {
        return millis;
    }

    /** Takes a number that stands in a timestamp's place; false where it cannot be one. */
    boolean accept(double number, boolean whole) {
        double size = Math.abs(number);
        if (!(size < MOST)) {
            return false;
        }
        boolean plausibleSeconds = number >= YEAR_2000 && number < YEAR_2100;
        if (size < SURELY_MILLIS && (openMetrics || plausibleSeconds)) {
            guessed |= !openMetrics;
            secondsSeen++;
            millis = Math.round(number * 1000);
            return true;
        }
        if (!whole && number != Math.rint(number)) {
            return false;
        }
        millisSeen++;
        millis = (long) number;
        return true;
    }

    TimestampUnit unit() {
        if (millisSeen > 0 && secondsSeen > 0) {
            return TimestampUnit.BOTH;
        }
        if (secondsSeen > 0) {
            return TimestampUnit.SECONDS;
        }
        return millisSeen > 0 ? TimestampUnit.MILLISECONDS : TimestampUnit.NONE;
    }
}
