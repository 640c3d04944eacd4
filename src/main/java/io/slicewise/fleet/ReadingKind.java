package io.slicewise.fleet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Those that some instance of a fleet reports, in one look at its instances: a fleet may have a hundred thousand, and
     * most of them report one reading of all.
     */
    public static Set<ReadingKind> in(Fleet fleet) {
        Set<ReadingKind> found = EnumSet.noneOf(ReadingKind.class);
        List<ReadingKind> missing = new ArrayList<>(List.of(values()));
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                for (int i = missing.size() - 1; i >= 0; i--) {
                    if (!Double.isNaN(missing.get(i).of(instance))) {
                        found.add(missing.remove(i));
                    }
                }
            }
        }
        return found;
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
