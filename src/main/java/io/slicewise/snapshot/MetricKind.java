package io.slicewise.snapshot;

import java.util.Locale;

/** What a metric is to a snapshot, whatever a collector made of its name. */
public enum MetricKind {
    /** {@code DCGM_FI_PROF_GR_ENGINE_ACTIVE}, the utilization under its old name. */
    UTILIZATION,
    /** {@code DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO}, the utilization under its canonical name, which goes before the old. */
    UTILIZATION_RATIO,
    /** {@code DCGM_FI_DEV_GPU_UTIL}: meaningless under MIG, so its being there tells that MIG is off. */
    GPU_UTIL,
    /** {@code DCGM_FI_DEV_MIG_MODE}. */
    MIG_MODE,
    /** Another metric of DCGM: tells that an instance exists, and what it is. */
    OTHER,
    /** Not from DCGM. */
    UNRELATED;

    /** The kind of a metric by its name, in any case, with dots or dashes for underscores. */
    public static MetricKind of(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_')) {
            case "dcgm_fi_prof_gr_engine_active" -> UTILIZATION;
            case "dcgm_fi_prof_gr_engine_util_ratio" -> UTILIZATION_RATIO;
            case "dcgm_fi_dev_gpu_util", "dcgm_fi_dev_gpu_util_ratio" -> GPU_UTIL;
            case "dcgm_fi_dev_mig_mode" -> MIG_MODE;
            case String other when other.startsWith("dcgm_") -> OTHER;
            default -> UNRELATED;
        };
    }

    public boolean isUtilization() {
        return this == UTILIZATION || this == UTILIZATION_RATIO;
    }
}
