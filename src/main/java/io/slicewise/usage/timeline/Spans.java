package io.slicewise.usage.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Times, one after the other and apart: each from an instant up to and without another one. Immutable. */
public final class Spans {
    static final Spans NONE = new Spans(new long[0]);

    private final long[] bounds;

    private Spans(long[] bounds) {
        this.bounds = bounds;
    }

    /** @param bounds begin and end of each in turn, in the order of time */
    static Spans of(long... bounds) {
        return new Spans(bounds.clone());
    }

    /** With one more behind the last; one that follows at once is joined to it. */
    Spans and(long from, long to) {
        if (to <= from) {
            return this;
        }
        if (bounds.length > 0 && from <= bounds[bounds.length - 1]) {
            long[] longer = bounds.clone();
            longer[longer.length - 1] = Math.max(longer[longer.length - 1], to);
            return new Spans(longer);
        }
        long[] more = Arrays.copyOf(bounds, bounds.length + 2);
        more[bounds.length] = from;
        more[bounds.length + 1] = to;
        return new Spans(more);
    }

    /** How many there are. */
    public int size() {
        return bounds.length / 2;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** The first instant of one, in milliseconds since 1970 UTC. */
    public long from(int index) {
        return bounds[2 * index];
    }

    /** The instant after the last one of one. */
    public long to(int index) {
        return bounds[2 * index + 1];
    }

    /** Whether an instant is in one of them. */
    public boolean contains(long time) {
        int i = firstAfter(time);
        return i < size() && from(i) <= time;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spans spans && Arrays.equals(bounds, spans.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** The first that ends after an instant. */
    int firstAfter(long time) {
        int i = 0;
        while (i < size() && to(i) <= time) {
            i++;
        }
        return i;
    }
}
