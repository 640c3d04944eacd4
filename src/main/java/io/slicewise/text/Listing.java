package io.slicewise.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Several arguments to be listed with the language's comma.
 *
 * @param items what is listed; each as {@link Text}'s arguments are
 */
public record Listing(List<?> items) {
    public Listing {
        items = List.copyOf(items);
    }

    /**
     * The first of several, with {@code …} behind them where there are more.
     *
     * @param most how many are listed at the most
     */
    public static Listing first(Collection<?> all, int most) {
        List<Object> first = new ArrayList<>(all.stream().limit(most).toList());
        if (all.size() > most) {
            first.add("…");
        }
        return new Listing(first);
    }
}
