package io.slicewise.snapshot;

import java.util.Comparator;

/** The order of ids: numbers by their value, then everything else by its letters. */
final class NumbersFirst {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(NumbersFirst::number).thenComparing(Comparator.naturalOrder());

    private NumbersFirst() {}

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.MAX_VALUE;
        }
        return Integer.parseInt(text);
    }
}
