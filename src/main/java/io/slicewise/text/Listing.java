package io.slicewise.text;

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
}
