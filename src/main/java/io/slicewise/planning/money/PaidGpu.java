package io.slicewise.planning.money;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.math.BigDecimal;
import java.util.List;

/**
 * A GPU that is paid for over a time.
 *
 * @param model the model
 * @param rate what it costs an hour
 * @param hours how long
 * @param uses who had which part of it; none of an empty GPU. A GPU without MIG has one, of the full profile. Where the rule is
 *     the dominant share, several that are more than a GPU together are taken to have been there at the same time
 */
public record PaidGpu(GpuModel model, BigDecimal rate, BigDecimal hours, List<Use> uses) {
    public PaidGpu {
        uses = List.copyOf(uses);
        if (rate.signum() < 0 || hours.signum() < 0) {
            throw new IllegalArgumentException(model.id() + ": " + rate + " an hour, " + hours + " hours");
        }
    }

    /**
     * A part of a GPU.
     *
     * @param payer whose it was
     * @param profile what was allocated
     * @param hours how long
     * @param utilization the mean over that time, a ratio; {@code NaN} without a reading
     */
    public record Use(String payer, Profile profile, BigDecimal hours, double utilization) {}
}
