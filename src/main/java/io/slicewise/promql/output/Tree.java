package io.slicewise.promql.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** Trees of a file: maps, lists, texts, numbers and truth values. */
final class Tree {
    /** {@code null} in a file. */
    static final Object NOTHING = Nothing.NULL;

    private enum Nothing {
        NULL
    }

    private Tree() {}

    /** A map in the order given: name, value, name, value. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
