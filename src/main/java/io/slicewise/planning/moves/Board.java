package io.slicewise.planning.moves;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A GPU whose instances' places are known, as numbers. */
final class Board {
    private final Slots slots;
    private final Gpu gpu;
    private final List<Instance> instances;
    private final int[] profile;
    private final boolean[] movable;
    private final String kind;

    Board(Slots slots, Gpu gpu, Set<InstanceRef> pinned) {
        this.slots = slots;
        this.gpu = gpu;
        this.instances = new ArrayList<>(gpu.instances());
        instances.sort(Comparator.comparingInt(Instance::start));
        this.profile = new int[instances.size()];
        this.movable = new boolean[instances.size()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = slots.index(instances.get(i).profile());
            movable[i] =
                    !pinned.contains(new InstanceRef(gpu.id(), instances.get(i).id()));
        }
        this.kind = instances.stream()
                        .map(i -> i.profile().name() + "@" + i.start())
                        .collect(Collectors.joining(" "))
                + Arrays.toString(movable);
    }

    Gpu gpu() {
        return gpu;
    }

    /** The same for GPUs that are alike: the same profiles at the same places, the same pinned. */
    String kind() {
        return kind;
    }

    int size() {
        return profile.length;
    }

    Instance instance(int index) {
        return instances.get(index);
    }

    InstanceRef ref(int index) {
        return new InstanceRef(gpu.id(), instances.get(index).id());
    }

    int profile(int index) {
        return profile[index];
    }

    boolean mayMove(int index) {
        return movable[index];
    }

    /** Whether all of these may be moved, given as bits. */
    boolean isMovable(int lifted) {
        for (int i = 0; i < profile.length; i++) {
            if ((lifted >> i & 1) != 0 && !movable[i]) {
                return false;
            }
        }
        return true;
    }

    int start(int index) {
        return instances.get(index).start();
    }

    /** How many may be moved. */
    int movable() {
        int count = 0;
        for (boolean one : movable) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** How many of each profile stand while some are lifted, given as bits. */
    int[] standing(int lifted) {
        int[] standing = new int[slots.count()];
        for (int i = 0; i < profile.length; i++) {
            standing[profile[i]] += (lifted >> i & 1) == 0 ? 1 : 0;
        }
        return standing;
    }

    /** The units that are taken while some are lifted. */
    int taken(int lifted) {
        int taken = 0;
        for (int i = 0; i < profile.length; i++) {
            taken |= (lifted >> i & 1) == 0 ? slots.units(profile[i], start(i)) : 0;
        }
        return taken;
    }

    /** What the lifted do, summed: whose utilization is not known may be busy. */
    double load(int lifted) {
        double load = 0;
        for (int i = 0; i < profile.length; i++) {
            if ((lifted >> i & 1) != 0) {
                load += instances.get(i).isReported() ? instances.get(i).utilization() : 1;
            }
        }
        return load;
    }

    /** What all that may be moved do. */
    double load() {
        int all = 0;
        for (int i = 0; i < profile.length; i++) {
            all |= movable[i] ? 1 << i : 0;
        }
        return load(all);
    }
}
