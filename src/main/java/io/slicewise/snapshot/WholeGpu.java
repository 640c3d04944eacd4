package io.slicewise.snapshot;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GPU without GPU instances: MIG is off, or it is on and nothing is carved out. It is in no figure.
 *
 * @param id the UUID where there was one
 * @param name what people call it
 * @param host the machine that it is in, empty where it was not said
 * @param model what it is, {@code null} when not known
 * @param modelName what the exporter printed
 * @param utilization its own reading, a ratio from 0 to 1; {@code NaN} without one
 * @param mig what is known about its MIG mode
 * @param readings what else was measured of all of it
 * @param powerWatts what it draws; {@code NaN} where it was not measured
 */
public record WholeGpu(
        String id,
        String name,
        String host,
        @Nullable GpuModel model,
        String modelName,
        double utilization,
        Mig mig,
        Readings readings,
        double powerWatts) {
    /** The id of the one instance that a GPU without MIG is taken for. */
    public static final String WHOLE = "";

    private static final double MIB_PER_GIB = 1024;

    /** Of which nothing else was measured. */
    public WholeGpu(
            String id,
            String name,
            String host,
            @Nullable GpuModel model,
            String modelName,
            double utilization,
            Mig mig) {
        this(id, name, host, model, modelName, utilization, mig, Readings.NONE, Double.NaN);
    }

    /** What all of it reports of a reading, a ratio; {@code NaN} without. */
    public double reading(ReadingKind kind) {
        return switch (kind) {
            case ENGINE -> utilization;
            case SM -> readings.smActive();
            case OCCUPANCY -> readings.smOccupancy();
            case TENSOR -> readings.tensorActive();
            case BANDWIDTH -> readings.bandwidth();
            case MEMORY -> memoryShare();
        };
    }

    /** Whether it counts among all hardware: it is empty, or it is known how busy all of it is. */
    boolean isCounted(ReadingKind kind) {
        return mig == Mig.EMPTY || (isWhole() && !Double.isNaN(reading(kind)));
    }

    /** Whether it is not partitioned. Of one whose mode was not told, its own reading is right whatever the mode. */
    boolean isWhole() {
        return mig == Mig.OFF || mig == Mig.UNKNOWN;
    }

    /**
     * What it is taken for among partitioned GPUs: an empty one has no instance, one without MIG has one instance of all
     * of it, as far as its model is known.
     */
    public Gpu asGpu() {
        List<Instance> all = model == null || mig == Mig.EMPTY
                ? List.of()
                : model.fullProfile().stream()
                        .map(profile -> Instance.of(WHOLE, profile, Placement.UNKNOWN, utilization)
                                .withReadings(readings))
                        .toList();
        return new Gpu(id, name, host, model, modelName, all, powerWatts);
    }

    private double memoryShare() {
        Double gib = model == null ? null : model.memoryGib();
        return gib == null ? Double.NaN : Math.min(1, readings.memoryUsedMib() / (gib * MIB_PER_GIB));
    }

    /** The MIG mode of a GPU without instances. */
    public enum Mig {
        /** MIG is off. */
        OFF,
        /** MIG is on, and there is no instance. */
        EMPTY,
        /** MIG is on, and the file does not list instances. */
        UNLISTED,
        /** The file does not tell. */
        UNKNOWN
    }
}
