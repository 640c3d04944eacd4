package io.slicewise.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the monitoring said about instances beyond what a {@link Fleet} holds: {@code namespace}, {@code pod}, {@code
 * container}, and whatever else stood in the labels of their rows. Immutable.
 */
public final class Labels {
    /** No labels of anything. */
    public static final Labels NONE = new Labels(Map.of());

    private final Map<InstanceRef, LabelSet> byInstance;
    private final List<String> names;

    private Labels(Map<InstanceRef, LabelSet> byInstance) {
        this.byInstance = byInstance;
        // tens of thousands of sets share a few arrays of names
        Set<String[]> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        byInstance.values().forEach(set -> shared.add(set.names()));
        TreeSet<String> all = new TreeSet<>();
        shared.forEach(some -> Collections.addAll(all, some));
        names = List.copyOf(all);
    }

    /** The labels of an instance; empty where there are none. */
    public LabelSet of(InstanceRef ref) {
        return byInstance.getOrDefault(ref, LabelSet.EMPTY);
    }

    /** The names that some instance has a label of, in alphabetical order. */
    public List<String> names() {
        return names;
    }

    /** How many instances have labels. */
    public int size() {
        return byInstance.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && byInstance.equals(labels.byInstance);
    }

    @Override
    public int hashCode() {
        return byInstance.hashCode();
    }

    @Override
    public String toString() {
        return byInstance.toString();
    }

    /**
     * Takes labels together; equal names become one object, and so do equal values of maps that are no {@link LabelSet}.
     * Not for several threads.
     */
    public static final class Builder {
        private Map<InstanceRef, LabelSet> byInstance = new HashMap<>();
        private final Map<String, String> strings = new HashMap<>();
        private final Map<List<String>, String[]> names = new HashMap<>();
        private String[] lastNames = {};
        private String[] lastShared = lastNames;

        /** The labels of an instance; what it had before is gone. */
        public void put(InstanceRef ref, Map<String, String> labels) {
            if (labels.isEmpty()) {
                byInstance.remove(ref);
                return;
            }
            if (labels instanceof LabelSet set) {
                byInstance.put(ref, set.with(sharedNames(set.names())));
                return;
            }
            List<String> keys = new ArrayList<>(labels.size());
            String[] values = new String[labels.size()];
            for (Map.Entry<String, String> label : labels.entrySet()) {
                values[keys.size()] = shared(label.getValue());
                keys.add(shared(label.getKey()));
            }
            byInstance.put(ref, new LabelSet(names.computeIfAbsent(keys, list -> list.toArray(String[]::new)), values));
        }

        /** One array for equal names; most sets come with that of the set before. */
        private String[] sharedNames(String[] some) {
            if (some != lastNames) {
                lastShared = names.computeIfAbsent(Arrays.asList(some), _ -> some);
                lastNames = some;
            }
            return lastShared;
        }

        private String shared(String text) {
            String known = strings.putIfAbsent(text, text);
            return known == null ? text : known;
        }

        /** All of it. The builder is empty afterwards. */
        public Labels build() {
            Map<InstanceRef, LabelSet> all = byInstance;
            byInstance = new HashMap<>();
            // not Map.copyOf: ids of instances are small numbers, whose neighbouring hashes its probing walks through
            return all.isEmpty() ? NONE : new Labels(Collections.unmodifiableMap(all));
        }
    }
}
