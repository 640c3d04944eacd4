package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Instances whose utilization is one common number.
 *
 * @param kind what they have in common
 * @param name that which they have in common: a profile, a GPU, an owner, an instance; empty for all
 * @param instances which they are, at least one
 */
public record GoalVariable(Kind kind, String name, Set<InstanceRef> instances) {
    private static final int MOST = 60;

    /** What instances have in common. */
    public enum Kind {
        /** All of the fleet. */
        ALL,
        PROFILE,
        GPU,
        OWNER,
        /** One alone. */
        INSTANCE,
        /** Those that were selected. */
        SELECTED
    }

    public GoalVariable {
        instances = Set.copyOf(instances);
    }

    /**
     * What can be varied in a fleet: all instances, several of a profile, a GPU or an owner where there are others too, and each
     * alone; of a large fleet the first ones.
     */
    public static List<GoalVariable> of(Fleet fleet) {
        Naming naming = Naming.of(fleet);
        Set<InstanceRef> all = new LinkedHashSet<>();
        Map<String, Set<InstanceRef>> profiles = new LinkedHashMap<>();
        Map<String, Set<InstanceRef>> gpus = new LinkedHashMap<>();
        Map<String, Set<InstanceRef>> owners = new LinkedHashMap<>();
        List<GoalVariable> single = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
                all.add(ref);
                put(profiles, naming.profile(gpu, instance.profile()), ref);
                put(gpus, naming.gpu(gpu), ref);
                put(owners, instance.owner(), ref);
                if (single.size() < MOST) {
                    single.add(new GoalVariable(Kind.INSTANCE, naming.instance(gpu, instance), Set.of(ref)));
                }
            }
        }
        owners.remove("");
        List<GoalVariable> variables = new ArrayList<>();
        if (!all.isEmpty()) {
            variables.add(new GoalVariable(Kind.ALL, "", all));
        }
        several(variables, Kind.PROFILE, profiles);
        several(variables, Kind.GPU, gpus);
        several(variables, Kind.OWNER, owners);
        variables.addAll(single);
        return variables;
    }

    private static void put(Map<String, Set<InstanceRef>> groups, String name, InstanceRef ref) {
        groups.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(ref);
    }

    private static void several(List<GoalVariable> variables, Kind kind, Map<String, Set<InstanceRef>> groups) {
        if (groups.size() > 1) {
            groups.entrySet().stream()
                    .filter(group -> group.getValue().size() > 1)
                    .limit(MOST)
                    .forEach(group -> variables.add(new GoalVariable(kind, group.getKey(), group.getValue())));
        }
    }
}
