package io.slicewise.exhibit;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Figures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names for instances that tell them apart: {@code 3g.40gb}, {@code 1g.10gb #2}, {@code GPU 1 · 2g.20gb}. */
final class Labels {
    private Labels() {}

    /** The names of all instances, in the order of the shares. */
    static Map<InstanceRef, String> of(List<Figures.Share> shares) {
        Set<String> gpus = new HashSet<>();
        shares.forEach(share -> gpus.add(share.gpu().id()));
        Map<String, Integer> totals = new HashMap<>();
        for (Figures.Share share : shares) {
            totals.merge(base(share, gpus.size() > 1), 1, Integer::sum);
        }
        Map<String, Integer> seen = new HashMap<>();
        Map<InstanceRef, String> names = new LinkedHashMap<>();
        for (Figures.Share share : shares) {
            String base = base(share, gpus.size() > 1);
            int ordinal = seen.merge(base, 1, Integer::sum);
            names.put(share.ref(), totals.getOrDefault(base, 1) > 1 ? base + " #" + ordinal : base);
        }
        return names;
    }

    private static String base(Figures.Share share, boolean several) {
        String label = share.instance().label();
        return several ? share.gpu().name() + " · " + label : label;
    }
}
