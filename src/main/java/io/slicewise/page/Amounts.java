package io.slicewise.page;

import io.slicewise.text.Apportionment;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import java.util.Arrays;
import java.util.List;

/**
 * Amounts of money as they are shown, with two decimals; parts so that what is shown of them adds up.
 *
 * @param words the language
 * @param currency what they are in, free text; may be empty
 */
public record Amounts(Messages words, String currency) {
    private static final int DECIMALS = 2;

    /** An amount with its currency; a dash for {@code NaN}. */
    String with(double amount) {
        return currency.isBlank() || Double.isNaN(amount)
                ? of(amount)
                : words.say("money.amount.currency", amount, currency);
    }

    /** An amount; a dash for {@code NaN}. */
    String of(double amount) {
        return Double.isNaN(amount) ? Numbers.NONE : words.say("money.amount", amount);
    }

    /** A difference, with its sign. */
    String difference(double amount) {
        return amount == 0 || Double.isNaN(amount) ? of(amount) : words.say("money.difference", amount);
    }

    /** Parts of a whole, as they are shown. */
    static double[] parts(List<Double> parts, double whole) {
        return Apportionment.of(parts.stream().mapToDouble(Double::doubleValue).toArray(), whole, DECIMALS);
    }

    /** Parts of a whole, with another number of decimals. */
    static double[] parts(double[] parts, double whole, int decimals) {
        return Arrays.stream(parts).anyMatch(Double::isNaN) ? parts : Apportionment.of(parts, whole, decimals);
    }

    /** A column's title with the currency. */
    public String title(String key) {
        return currency.isBlank() ? words.say(key) : words.say("money.column.in", words.say(key), currency);
    }
}
