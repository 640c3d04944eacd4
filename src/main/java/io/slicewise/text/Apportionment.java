package io.slicewise.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounds parts so that what is shown of them adds up to what is shown of their whole (largest remainder). Each part is
 * rounded as usual first; where the sum is then off by some units of the last digit, those parts give way whose rounding
 * was nearest to going the other way, of equals the largest, since a unit matters least to it.
 *
 * <p>Worked example, in percentage points: −0.75, −0.25, +0.25 and −2.25 of −3.0 are shown as −0.8, −0.3, +0.3 and −2.2,
 * where usual rounding shows −2.3 and a sum of −3.1.
 */
public final class Apportionment {
    /** Digits behind the point of a ratio that is shown as a percentage with one decimal. */
    public static final int OF_RATIO = 3;

    /** Of smaller numbers than this, further than this from a half, the binary fraction rounds as the decimal one. */
    private static final double LARGE = 1e9;

    private static final double NEAR_HALF = 1e-5;

    private Apportionment() {}

    /**
     * Parts of a whole as percentages or percentage points with one decimal.
     *
     * @param parts ratios; {@code NaN} and 0 stay what they are
     * @param whole the ratio that they add up to
     * @return ratios with three decimals, which add up to the whole as it is shown
     */
    public static double[] ratios(double[] parts, double whole) {
        return of(parts, whole, OF_RATIO);
    }

    /** The ratio that a percentage with one decimal shows: {@code 0.7214} → {@code 0.721}. */
    public static double shown(double ratio) {
        return shown(ratio, OF_RATIO);
    }

    /** A number with so many digits behind the point. */
    public static double shown(double value, int decimals) {
        return Double.isFinite(value)
                ? units(value, decimals).movePointLeft(decimals).doubleValue()
                : value;
    }

    /**
     * Parts of a whole with so many digits behind the point.
     *
     * @param parts numbers; {@code NaN} and 0 stay what they are
     * @param whole what they add up to
     */
    public static double[] of(double[] parts, double whole, int decimals) {
        double[] shown = parts.clone();
        int[] some = IntStream.range(0, parts.length)
                .filter(i -> Double.isFinite(parts[i]) && parts[i] != 0)
                .toArray();
        if (some.length == 0 || !Double.isFinite(whole)) {
            return shown;
        }
        long[] units = new long[parts.length];
        Arrays.stream(some).forEach(i -> units[i] = units(parts[i], decimals).longValueExact());
        long off =
                units(whole, decimals).longValueExact() - Arrays.stream(units).sum();
        int direction = Long.signum(off);
        double scale = Math.pow(10, decimals);
        int[] order = IntStream.of(some)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> rounded(direction * (units[i] - parts[i] * scale)))
                        .thenComparingDouble(i -> -Math.abs(parts[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        for (long given = 0; given < Math.abs(off); given++) {
            units[order[(int) (given % order.length)]] += direction;
        }
        Arrays.stream(some)
                .forEach(i -> shown[i] = BigDecimal.valueOf(units[i], decimals).doubleValue());
        return shown;
    }

    private static double rounded(double error) {
        return Math.rint(error * 1e9) / 1e9;
    }

    private static BigDecimal units(double value, int decimals) {
        double scaled = value * Math.pow(10, decimals);
        double below = Math.floor(scaled);
        if (Math.abs(scaled) < LARGE && Math.abs(scaled - below - 0.5) > NEAR_HALF) {
            return BigDecimal.valueOf(scaled - below < 0.5 ? (long) below : (long) below + 1);
        }
        return new BigDecimal(value)
                .movePointRight(decimals)
                .round(Numbers.MEANT)
                .setScale(0, RoundingMode.HALF_UP);
    }
}
