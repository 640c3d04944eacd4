package io.slicewise.planning.packing;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The rows that were computed already. They follow from the model alone, so that it does not matter whose question came first;
 * findings ask for them with every edit.
 */
final class KnownRows {
    private static final int MOST = 64;

    private final Map<String, Rows> known = new ConcurrentHashMap<>();

    Rows of(GpuModel model, List<Profile> profiles, Supplier<Rows> computed) {
        Rows rows = known.get(model.id());
        if (rows != null && rows.model().equals(model) && rows.profiles().equals(profiles)) {
            return rows;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        Rows fresh = computed.get();
        known.put(model.id(), fresh);
        return fresh;
    }
}
