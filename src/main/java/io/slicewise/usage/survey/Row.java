package io.slicewise.usage.survey;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import java.util.Arrays;
import java.util.List;

/** A row of a fleet's table. */
public sealed interface Row permits GpuRow, InstanceRow, GroupRow {
    /** Its figures; what A and G refer to stands in the package's note. */
    Averages averages();

    /** Where its slices go. */
    SliceUse waste();

    /**
     * The memory in use of the memory that the profiles have, over the instances that report it: {@code Σused/Σusable}.
     * {@code NaN} where none does.
     */
    default double memoryShare() {
        double used = 0;
        double usable = 0;
        for (Instance instance :
                members().stream().flatMap(row -> row.own().stream()).toList()) {
            Double gib = instance.profile().memory();
            double share = instance.memoryShare();
            if (gib != null && !Double.isNaN(share)) {
                used += share * gib;
                usable += gib;
            }
        }
        return usable > 0 ? used / usable : Double.NaN;
    }

    /**
     * What its instances report of a reading beside their utilization, by the hardware that it scales with: {@code
     * Σw·r/Σw} over those that report it. {@code NaN} where none does.
     */
    default double reading(ReadingKind kind) {
        double sum = 0;
        double weights = 0;
        for (Row row : members()) {
            for (Instance instance : row.own()) {
                double value = kind.of(instance);
                // the weight of an instance within its GPU needs no model
                double weight = Weights.natural(kind).instance(null, instance.profile());
                if (!Double.isNaN(value) && !Double.isNaN(weight)) {
                    sum += weight * value;
                    weights += weight;
                }
            }
        }
        return weights > 0 ? sum / weights : Double.NaN;
    }

    /** What its GPUs draw, in watts, each once; {@code NaN} where it was not measured, and of an instance. */
    default double powerWatts() {
        double[] watts = members().stream()
                .filter(row -> row instanceof GpuRow)
                .map(row -> ((GpuRow) row).gpu())
                .distinct()
                .mapToDouble(Gpu::powerWatts)
                .filter(one -> !Double.isNaN(one))
                .toArray();
        return watts.length == 0 ? Double.NaN : Arrays.stream(watts).sum();
    }

    /** The instances of a row that is no group. */
    default List<Instance> own() {
        return switch (this) {
            case GpuRow gpu -> gpu.counted();
            case InstanceRow one -> List.of(one.instance());
            case GroupRow _ -> List.of();
        };
    }

    /** Tells it from every other row of its table, also after readings changed. */
    Object key();

    /** The rows of GPUs and instances in it; for a row that is no group itself. */
    default List<Row> members() {
        return List.of(this);
    }
}
