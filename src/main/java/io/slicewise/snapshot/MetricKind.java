package io.slicewise.snapshot;

import io.slicewise.fleet.ReadingKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a metric is to a snapshot, whatever a collector made of its name. */
public enum MetricKind {
    /** {@code DCGM_FI_PROF_GR_ENGINE_ACTIVE}, the utilization under its old name. */
    UTILIZATION("DCGM_FI_PROF_GR_ENGINE_ACTIVE", ReadingKind.ENGINE),
    /** {@code DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO}, the utilization under its canonical name, which goes before the old. */
    UTILIZATION_RATIO("DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO", ReadingKind.ENGINE),
    /** {@code DCGM_FI_PROF_SM_ACTIVE}. */
    SM_ACTIVE("DCGM_FI_PROF_SM_ACTIVE", ReadingKind.SM),
    /** {@code DCGM_FI_PROF_SM_UTIL_RATIO}, the same under its canonical name. */
    SM_UTIL_RATIO("DCGM_FI_PROF_SM_UTIL_RATIO", ReadingKind.SM),
    /** {@code DCGM_FI_PROF_SM_OCCUPANCY}. */
    SM_OCCUPANCY("DCGM_FI_PROF_SM_OCCUPANCY", ReadingKind.OCCUPANCY),
    /** {@code DCGM_FI_PROF_PIPE_TENSOR_ACTIVE}. */
    TENSOR_ACTIVE("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", ReadingKind.TENSOR),
    /** {@code DCGM_FI_PROF_DRAM_ACTIVE}. */
    DRAM_ACTIVE("DCGM_FI_PROF_DRAM_ACTIVE", ReadingKind.BANDWIDTH),
    /** {@code DCGM_FI_DEV_FB_USED}, in MiB. */
    MEMORY_USED("DCGM_FI_DEV_FB_USED", ReadingKind.MEMORY),
    /** {@code DCGM_FI_DEV_POWER_USAGE} in watts: the parent GPU's, which rows of instances repeat. */
    POWER("DCGM_FI_DEV_POWER_USAGE", null),
    /** {@code DCGM_FI_DEV_GPU_UTIL}: meaningless under MIG, so its being there tells that MIG is off. */
    GPU_UTIL("DCGM_FI_DEV_GPU_UTIL", null),
    /** {@code DCGM_FI_DEV_MIG_MODE}. */
    MIG_MODE("DCGM_FI_DEV_MIG_MODE", null),
    /** Another metric of DCGM: tells that an instance exists, and what it is. */
    OTHER("", null),
    /** Not from DCGM. */
    UNRELATED("", null);

    /** More MiB than any GPU has, and less than what DCGM prints for a blank. */
    private static final double MOST_MIB = 16 << 20;

    /** More watts than any GPU draws. */
    private static final double MOST_WATTS = 100_000;

    /** By their metrics in lower case, and the newer name of one of them. */
    private static final Map<String, MetricKind> BY_METRIC =
            new HashMap<>(Map.of("dcgm_fi_dev_gpu_util_ratio", GPU_UTIL));

    static {
        for (MetricKind kind : values()) {
            if (!kind.metric.isEmpty()) {
                BY_METRIC.put(kind.metric.toLowerCase(Locale.ROOT), kind);
            }
        }
    }

    private final String metric;
    private final @Nullable ReadingKind reading;

    MetricKind(String metric, @Nullable ReadingKind reading) {
        this.metric = metric;
        this.reading = reading;
    }

    /** The kind of a metric by its name, in any case, with dots or dashes for underscores. */
    public static MetricKind of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return BY_METRIC.getOrDefault(plain, plain.startsWith("dcgm_") ? OTHER : UNRELATED);
    }

    /** What dcgm-exporter calls it; empty where it is no metric in particular. */
    public String metric() {
        return metric;
    }

    /** Whether this is the reading that figures are of where no other one was chosen. */
    public boolean isUtilization() {
        return reading == ReadingKind.ENGINE;
    }

    /** Whether it is kept beside the utilization: another reading of an instance, or the power of its GPU. */
    public boolean isBeside() {
        return this == POWER || (reading != null && reading != ReadingKind.ENGINE);
    }

    /** What it tells of an instance; {@code null} where it tells nothing that figures can be of. */
    public @Nullable ReadingKind reading() {
        return reading;
    }

    /** Whether its values are ratios, or percents of what a ratio says. */
    public boolean isRatio() {
        return reading != null && reading != ReadingKind.MEMORY;
    }

    /** Whether a value can be one of it, in the unit that leaves most room; DCGM's blanks cannot. */
    public boolean holds(double value) {
        return switch (this) {
            case MEMORY_USED -> value >= 0 && value <= MOST_MIB;
            case POWER -> value >= 0 && value <= MOST_WATTS;
            default -> UnitDecision.Unit.PERCENT.holds(value);
        };
    }
}
