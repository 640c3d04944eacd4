package io.slicewise.fleet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one instance: names to values, in the order of the source. Two arrays, of which the names are usually
 * shared by all instances of a source: tens of thousands of sets cost little more than their values.
 */
public final class LabelSet extends AbstractMap<String, String> {
    /** No labels. */
    public static final LabelSet EMPTY = new LabelSet(new String[0], new String[0]);

    private final String[] names;
    private final String[] values;

    LabelSet(String[] names, String[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * A set like another one: where both have the same names in the same order, they share them.
     *
     * @param names each once
     * @param values as many; the set's own from then on
     */
    public static LabelSet like(LabelSet other, List<String> names, String... values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names, " + values.length + " values");
        }
        if (names.isEmpty()) {
            return EMPTY;
        }
        return new LabelSet(other.isCalled(names) ? other.names : names.toArray(String[]::new), values);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isCalled(List<String> others) {
        if (names.length != others.size()) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            // nearly always the same object
            if (names[i] != others.get(i) && !names[i].equals(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The names, which sets can share. */
    String[] names() {
        return names;
    }

    /** The same values under the same names, which are others' too. */
    @SuppressWarnings("ReferenceEquality")
    LabelSet with(String[] sharedNames) {
        return sharedNames == names ? this : new LabelSet(sharedNames, values);
    }

    /** The value of a label; {@code null} where there is no such label. */
    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** The value of a label, empty where there is no such label. */
    public String value(String name) {
        String value = get(name);
        return value == null ? "" : value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, String>> {
        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int at = next++;
                    return Map.entry(names[at], values[at]);
                }
            };
        }
    }
}
