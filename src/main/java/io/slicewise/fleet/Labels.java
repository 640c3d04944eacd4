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
import org.jspecify.annotations.Nullable;

/**
 * What the monitoring said about instances beyond what a {@link Fleet} holds: {@code namespace}, {@code pod}, {@code
 * container}, and whatever else stood in the labels of their rows. Immutable.
 */
public final class Labels {
    /** No labels of anything. */
    public static final Labels NONE = new Labels(List.of(), List.of());

    private final List<InstanceRef> refs;
    private final List<LabelSet> sets;

    /** By instance and the names of all: made when a person asks first, which a call for a table of GPUs never does. */
    private volatile @Nullable Index index;

    private record Index(Map<InstanceRef, LabelSet> byInstance, List<String> names) {
        static Index of(List<InstanceRef> refs, List<LabelSet> sets) {
            Map<InstanceRef, LabelSet> byInstance = HashMap.newHashMap(refs.size());
            // tens of thousands of sets share a few arrays of names
            Set<String[]> shared = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int i = 0; i < refs.size(); i++) {
                LabelSet set = sets.get(i);
                if (set.isEmpty()) {
                    byInstance.remove(refs.get(i));
                } else {
                    byInstance.put(refs.get(i), set);
                }
            }
            byInstance.values().forEach(set -> shared.add(set.names()));
            TreeSet<String> all = new TreeSet<>();
            shared.forEach(some -> Collections.addAll(all, some));
            return new Index(byInstance, List.copyOf(all));
        }
    }

    /**
     * The last set of an instance counts; an empty one says that it has none.
     *
     * @param sets as many as there are instances
     */
    private Labels(List<InstanceRef> refs, List<LabelSet> sets) {
        this.refs = refs;
        this.sets = sets;
    }

    private Index index() {
        Index there = index;
        if (there == null) {
            there = Index.of(refs, sets);
            index = there;
        }
        return there;
    }

    /** The labels of an instance; empty where there are none. */
    public LabelSet of(InstanceRef ref) {
        return index().byInstance().getOrDefault(ref, LabelSet.EMPTY);
    }

    /** The names that some instance has a label of, in alphabetical order. */
    public List<String> names() {
        return index().names();
    }

    /** How many instances have labels. */
    public int size() {
        return index().byInstance().size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels
                && index().byInstance().equals(labels.index().byInstance());
    }

    @Override
    public int hashCode() {
        return index().byInstance().hashCode();
    }

    @Override
    public String toString() {
        return index().byInstance().toString();
    }

    /**
     * Takes labels together; equal names become one object, and so do equal values of maps that are no {@link LabelSet}.
     * Not for several threads.
     */
    public static final class Builder {
        private List<InstanceRef> refs = new ArrayList<>();
        private List<LabelSet> sets = new ArrayList<>();
        private final Map<String, String> strings = new HashMap<>();
        private final Map<List<String>, String[]> names = new HashMap<>();
        private String[] lastNames = {};
        private String[] lastShared = lastNames;

        /** The labels of an instance; what it had before is gone. */
        public void put(InstanceRef ref, Map<String, String> labels) {
            refs.add(ref);
            sets.add(set(labels));
        }

        /** All that another one took, behind what is here; that one is empty afterwards. */
        public void take(Builder other) {
            refs.addAll(other.refs);
            sets.addAll(other.sets);
            other.refs = new ArrayList<>();
            other.sets = new ArrayList<>();
        }

        private LabelSet set(Map<String, String> labels) {
            if (labels.isEmpty()) {
                return LabelSet.EMPTY;
            }
            if (labels instanceof LabelSet set) {
                return set.with(sharedNames(set.names()));
            }
            List<String> keys = new ArrayList<>(labels.size());
            String[] values = new String[labels.size()];
            for (Map.Entry<String, String> label : labels.entrySet()) {
                values[keys.size()] = shared(label.getValue());
                keys.add(shared(label.getKey()));
            }
            return new LabelSet(names.computeIfAbsent(keys, list -> list.toArray(String[]::new)), values);
        }

        /** One array for equal names; most sets come with the very one of the set before. */
        @SuppressWarnings("ReferenceEquality")
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
            boolean none = sets.stream().allMatch(LabelSet::isEmpty);
            Labels all = none ? NONE : new Labels(refs, sets);
            refs = new ArrayList<>();
            sets = new ArrayList<>();
            return all;
        }
    }
}
