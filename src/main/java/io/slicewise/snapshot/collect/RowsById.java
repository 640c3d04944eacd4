package io.slicewise.snapshot.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a GPU's instances, in the order in which they came. A GPU has seven instances at most, so that a short list is
 * looked through; an index is made only for a file that names more than there can be.
 */
final class RowsById {
    private static final int FEW = 16;

    private final List<InstanceRows> rows = new ArrayList<>(8);
    private final List<InstanceRows> all = Collections.unmodifiableList(rows);
    private @Nullable Map<String, InstanceRows> index;

    /** Those of an instance; they are begun where there are none. */
    InstanceRows of(String id) {
        InstanceRows known = find(id);
        return known == null ? begin(id) : known;
    }

    private @Nullable InstanceRows find(String id) {
        Map<String, InstanceRows> many = index;
        if (many != null) {
            return many.get(id);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return rows.get(i);
            }
        }
        return null;
    }

    private InstanceRows begin(String id) {
        InstanceRows begun = new InstanceRows(id);
        rows.add(begun);
        Map<String, InstanceRows> many = index;
        if (many != null) {
            many.put(id, begun);
        } else if (rows.size() > FEW) {
            Map<String, InstanceRows> byId = new HashMap<>();
            rows.forEach(one -> byId.put(one.id(), one));
            index = byId;
        }
        return begun;
    }

    /** All of them. */
    List<InstanceRows> all() {
        return all;
    }

    /** Whose they are. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        rows.forEach(one -> ids.add(one.id()));
        return ids;
    }
}
