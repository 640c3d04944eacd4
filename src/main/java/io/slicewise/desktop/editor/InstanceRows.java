package io.slicewise.desktop.editor;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of the instance table, kept while the instances that they stand for exist. */
final class InstanceRows {
    private final Map<InstanceRef, InstanceRow> byRef = new HashMap<>();
    private List<InstanceRow> inOrder = List.of();
    private List<Gpu> shown = List.of();

    /** The rows in the fleet's order. */
    List<InstanceRow> inOrder() {
        return inOrder;
    }

    /**
     * Brings the rows up to the fleet. GPUs that are the same values as before are not looked at again.
     *
     * @return whether there are other rows now, or in another order; otherwise only values changed, in place
     */
    boolean show(Fleet fleet) {
        List<Gpu> before = shown;
        shown = fleet.gpus();
        return hasSameRows(before, shown) ? updated(before) : rebuilt();
    }

    private static boolean hasSameRows(List<Gpu> before, List<Gpu> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            if (!isSame(before.get(i), after.get(i)) && !hasSameRows(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasSameRows(Gpu before, Gpu after) {
        boolean same = before.id().equals(after.id())
                && before.instances().size() == after.instances().size();
        for (int i = 0; same && i < after.instances().size(); i++) {
            same = before.instances()
                    .get(i)
                    .id()
                    .equals(after.instances().get(i).id());
        }
        return same;
    }

    private boolean updated(List<Gpu> before) {
        int row = 0;
        for (int i = 0; i < shown.size(); i++) {
            Gpu gpu = shown.get(i);
            if (!isSame(before.get(i), gpu)) {
                for (int k = 0; k < gpu.instances().size(); k++) {
                    inOrder.get(row + k).show(gpu, gpu.instances().get(k));
                }
            }
            row += gpu.instances().size();
        }
        return false;
    }

    private boolean rebuilt() {
        List<InstanceRow> rows = new ArrayList<>();
        Map<InstanceRef, InstanceRow> kept = new HashMap<>();
        for (Gpu gpu : shown) {
            for (Instance instance : gpu.instances()) {
                InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
                InstanceRow row = byRef.computeIfAbsent(ref, _ -> new InstanceRow(gpu, instance));
                row.show(gpu, instance);
                kept.put(ref, row);
                rows.add(row);
            }
        }
        byRef.clear();
        byRef.putAll(kept);
        inOrder = List.copyOf(rows);
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // the same value is the same object; equal ones are only looked at once more
    private static boolean isSame(Gpu a, Gpu b) {
        return a == b;
    }
}
