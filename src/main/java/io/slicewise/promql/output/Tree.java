package io.slicewise.promql.output;

import java.util.LinkedHashMap;
import java.util.List;
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

    /** A map within a map; empty where there is none. */
    static Map<String, Object> at(Map<String, Object> tree, String... path) {
        Map<String, Object> inner = tree;
        for (String name : path) {
            inner = asMap(inner.getOrDefault(name, Map.of()));
        }
        return inner;
    }

    /** The maps of a list within a map. */
    static List<Map<String, Object>> maps(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof List<?> list
                ? list.stream().map(Tree::asMap).toList()
                : List.of();
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((name, inner) -> map.put(name.toString(), inner));
        }
        return map;
    }

    /** A number within a map; 0 where there is none. */
    static int number(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** A text within a map; empty where there is none. */
    static String text(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    /** These fields of a map, those that it has. */
    static Map<String, Object> only(Map<String, Object> tree, String... names) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            if (tree.containsKey(name)) {
                some.put(name, tree.get(name));
            }
        }
        return some;
    }

    /** A thing of a kind with what is said of it, as the resources of Kubernetes, Grafana and Perses are written. */
    static Map<String, Object> kind(String kind, Map<String, Object> spec) {
        return map("kind", kind, "spec", spec);
    }
}
