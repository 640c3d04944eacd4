package io.slicewise.desktop.editor;

import io.slicewise.fleet.Instance;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A utilization as people type it. */
final class UtilizationInput {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> NO_READING = Set.of("", "-", "–", "—", "−", "n/a", "na", "nan");

    /** Longer than any number that means something; keeps {@code 1E999999999} from being worked out. */
    private static final int MOST_CHARACTERS = 40;

    private UtilizationInput() {}

    /**
     * Reads a percentage: {@code 75}, {@code 75.5 %}, {@code 75,5%}; nothing or a dash is no reading.
     *
     * @return a ratio from 0 to 1, {@code NaN} for no reading; empty when it is neither
     */
    static Optional<Double> parse(String typed) {
        String plain = typed.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        String number =
                (plain.endsWith("%") ? plain.substring(0, plain.length() - 1).strip() : plain);
        if (NO_READING.contains(number.toLowerCase(Locale.ROOT))) {
            return Optional.of(Instance.NO_READING);
        }
        String decimal = number.replace(',', '.');
        if (decimal.length() > MOST_CHARACTERS || !decimal.matches("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return Optional.empty();
        }
        BigDecimal percent = new BigDecimal(decimal);
        return percent.signum() < 0 || percent.compareTo(HUNDRED) > 0
                ? Optional.empty()
                : Optional.of(percent.movePointLeft(2).doubleValue());
    }

    /** The percentage with every digit of it, decimal point, no sign; empty for no reading. */
    static String exact(double ratio) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(ratio).movePointRight(2);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    /** Rounded to a tenth of a percent, as far as a slider can be meant. */
    static double tenths(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }
}
