package io.slicewise.fleet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of an instance was measured, each as a ratio from 0 to 1. */
public enum ReadingKind {
    /** The time in which something ran on it: {@code DCGM_FI_PROF_GR_ENGINE_ACTIVE}. The default of every figure. */
    ENGINE,
    /** The share of SMs that had something to run: {@code DCGM_FI_PROF_SM_ACTIVE}. */
    SM,
    /** The share of warps that resided on its SMs: {@code DCGM_FI_PROF_SM_OCCUPANCY}. Shown, and in no figure. */
    OCCUPANCY,
    /** The time in which its tensor cores ran: {@code DCGM_FI_PROF_PIPE_TENSOR_ACTIVE}. */
    TENSOR,
    /** The time in which its memory moved data: {@code DCGM_FI_PROF_DRAM_ACTIVE}. */
    BANDWIDTH,
    /** The memory in use, of what the profile has: {@code DCGM_FI_DEV_FB_USED}. */
    MEMORY;

    /** Those that figures can be of, the default first. */
    public static final List<ReadingKind> AVERAGED = List.of(ENGINE, SM, TENSOR, BANDWIDTH, MEMORY);

    /** The persistent name: {@code engine}, {@code sm}, {@code tensor}, {@code bandwidth}, {@code memory}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reading of a persistent name, of those that figures can be of. */
    public static Optional<ReadingKind> of(String id) {
        return AVERAGED.stream().filter(reading -> reading.id().equals(id)).findFirst();
    }

    /** What an instance reports of it, a ratio; {@code NaN} without. */
    public double of(Instance instance) {
        return switch (this) {
            case ENGINE -> instance.utilization();
            case SM -> instance.readings().smActive();
            case OCCUPANCY -> instance.readings().smOccupancy();
            case TENSOR -> instance.readings().tensorActive();
            case BANDWIDTH -> instance.readings().bandwidth();
            case MEMORY -> instance.memoryShare();
        };
    }

    /** Whether some instance of a fleet reports it. */
    public boolean isIn(Fleet fleet) {
        return fleet.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .anyMatch(instance -> !Double.isNaN(of(instance)));
    }

    /** A fleet to compute figures of: its instances have this reading as their utilization. */
    public Fleet read(Fleet fleet) {
        return this == ENGINE
                ? fleet
                : new Fleet(fleet.gpus().stream().map(this::read).toList());
    }

    private Gpu read(Gpu gpu) {
        return gpu.withInstances(gpu.instances().stream()
                .map(instance -> instance.withUtilization(of(instance)))
                .toList());
    }
}
