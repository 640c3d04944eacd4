package io.slicewise.fleet;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A GPU that is partitioned with MIG.
 *
 * @param id unique within the fleet; the UUID where the monitoring gave one
 * @param name what people call it
 * @param host the machine that it is in, empty where it was not said
 * @param model what it is; {@code null} while it is not known, and then no share of it can be computed
 * @param modelName what the exporter printed, empty where it printed nothing
 * @param instances its instances, in the planner's order
 * @param powerWatts what all of it draws, {@code DCGM_FI_DEV_POWER_USAGE}; {@code NaN} where it was not measured
 */
public record Gpu(
        String id,
        String name,
        String host,
        @Nullable GpuModel model,
        String modelName,
        List<Instance> instances,
        double powerWatts) {
    private static final int FEW = 16;

    public Gpu {
        instances = List.copyOf(instances);
        String twice = twice(instances);
        if (twice != null) {
            throw new IllegalArgumentException("two instances of " + id + " have the id " + twice);
        }
    }

    /** An id that two instances have; of the few that a GPU can have, all before are sooner asked than a set is made. */
    private static @Nullable String twice(List<Instance> instances) {
        Set<String> many = instances.size() > FEW ? new HashSet<>() : Set.of();
        for (int i = 0; i < instances.size(); i++) {
            String one = instances.get(i).id();
            if (instances.size() > FEW ? !many.add(one) : isBefore(instances, i, one)) {
                return one;
            }
        }
        return null;
    }

    private static boolean isBefore(List<Instance> instances, int end, String id) {
        for (int i = 0; i < end; i++) {
            if (instances.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whose power no one measured. */
    public Gpu(
            String id, String name, String host, @Nullable GpuModel model, String modelName, List<Instance> instances) {
        this(id, name, host, model, modelName, instances, Double.NaN);
    }

    public static Gpu of(String id, String name, GpuModel model, List<Instance> instances) {
        return new Gpu(id, name, "", model, "", instances);
    }

    public Optional<Instance> instance(String instanceId) {
        for (Instance instance : instances) {
            if (instance.id().equals(instanceId)) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }

    /** Compute slices of all instances: {@code Σc_i}. */
    public int allocatedSlices() {
        int sum = 0;
        for (Instance instance : instances) {
            sum += instance.profile().computeSlices();
        }
        return sum;
    }

    /** The placed profiles; empty while the model is not known. */
    public Optional<Layout> layout() {
        return model == null
                ? Optional.empty()
                : Optional.of(new Layout(
                        model, instances.stream().map(Instance::placement).toList()));
    }

    /** The layout without some of its instances, for asking where one of them could go. */
    public Optional<Layout> layoutWithout(Set<String> instanceIds) {
        return withInstances(instances.stream()
                        .filter(i -> !instanceIds.contains(i.id()))
                        .toList())
                .layout();
    }

    public Gpu withId(String newId) {
        return newId.equals(id) ? this : new Gpu(newId, name, host, model, modelName, instances, powerWatts);
    }

    /** The name with the host, where it has one: every host has a GPU 0. */
    public String nameOnHost() {
        return host.isEmpty() ? name : host + " · " + name;
    }

    public Gpu withName(String newName) {
        return new Gpu(id, newName, host, model, modelName, instances, powerWatts);
    }

    public Gpu withInstances(List<Instance> newInstances) {
        return new Gpu(id, name, host, model, modelName, newInstances, powerWatts);
    }

    public Gpu withModel(GpuModel newModel, List<Instance> newInstances) {
        return new Gpu(id, name, host, newModel, modelName, newInstances, powerWatts);
    }

    public Gpu withPower(double watts) {
        return new Gpu(id, name, host, model, modelName, instances, watts);
    }
}
