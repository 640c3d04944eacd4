package io.slicewise.text;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What hides in an exception. */
public final class Thrown {
    private Thrown() {}

    /**
     * Whether the memory was not enough. Closing what was open can hide that: Java then complains of an exception that
     * suppresses itself, or the lack is among what was suppressed.
     */
    public static boolean isLackOfMemory(Throwable thrown) {
        return in(thrown, OutOfMemoryError.class) != null;
    }

    /** The first of a type among an exception, its causes and what they suppressed; {@code null} where there is none. */
    public static <T extends Throwable> @Nullable T in(Throwable thrown, Class<T> type) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (type.isInstance(one)) {
                return type.cast(one);
            }
            if (seen.add(one)) {
                if (one.getCause() != null) {
                    open.add(one.getCause());
                }
                Collections.addAll(open, one.getSuppressed());
            }
        }
        return null;
    }
}
