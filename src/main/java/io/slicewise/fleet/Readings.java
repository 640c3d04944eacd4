package io.slicewise.fleet;

/**
 * What was measured of an instance beside its utilization. Each of them is missing by itself: {@code NaN}.
 *
 * @param smActive {@code DCGM_FI_PROF_SM_ACTIVE}, a ratio from 0 to 1
 * @param smOccupancy {@code DCGM_FI_PROF_SM_OCCUPANCY}, a ratio
 * @param tensorActive {@code DCGM_FI_PROF_PIPE_TENSOR_ACTIVE}, a ratio
 * @param bandwidth {@code DCGM_FI_PROF_DRAM_ACTIVE}, a ratio of the instance's own bandwidth
 * @param memoryUsedMib {@code DCGM_FI_DEV_FB_USED} in MiB
 */
public record Readings(
        double smActive, double smOccupancy, double tensorActive, double bandwidth, double memoryUsedMib) {
    /** Nothing was measured. */
    public static final Readings NONE = new Readings(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public Readings {
        ratio(smActive);
        ratio(smOccupancy);
        ratio(tensorActive);
        ratio(bandwidth);
        if (memoryUsedMib < 0) {
            throw new IllegalArgumentException("memory in use cannot be " + memoryUsedMib);
        }
    }

    private static void ratio(double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException("a reading is a ratio from 0 to 1, not " + value);
        }
    }

    public boolean isEmpty() {
        return Double.isNaN(smActive)
                && Double.isNaN(smOccupancy)
                && Double.isNaN(tensorActive)
                && Double.isNaN(bandwidth)
                && Double.isNaN(memoryUsedMib);
    }

    public Readings withMemoryUsed(double mib) {
        return new Readings(smActive, smOccupancy, tensorActive, bandwidth, mib);
    }
}
