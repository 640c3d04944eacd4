package io.slicewise.snapshot.collect;

import java.util.Comparator;

/** The order of ids: numbers by their value, then everything else by its letters. */
public final class NumbersFirst {
    public static final Comparator<String> ORDER = NumbersFirst::compare;

    private static final int MOST_DIGITS = 9;

    private NumbersFirst() {}

    private static int compare(String one, String other) {
        int order = Integer.compare(number(one), number(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return Integer.MAX_VALUE;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Integer.MAX_VALUE;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
