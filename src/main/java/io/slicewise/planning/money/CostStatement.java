package io.slicewise.planning.money;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.money.PaidGpu.Use;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What hardware costs over a time, or what has to be known first. Nothing is guessed: a model without a rate would vanish from
 * the total, so there is no total then.
 *
 * @param bill the amounts; {@code null} where something is missing
 * @param hours how long the time is
 * @param isRange whether that was recorded; otherwise one moment stands for all of it
 * @param gpus how many GPUs are paid for
 * @param unpriced models without a rate
 * @param unnamed GPUs whose model is not known
 * @param unshared profiles that the rule cannot share out, since no source gives their memory slices
 */
public record CostStatement(
        @Nullable CostBill bill,
        BigDecimal hours,
        boolean isRange,
        int gpus,
        List<GpuModel> unpriced,
        List<Gpu> unnamed,
        List<String> unshared) {
    public CostStatement {
        unpriced = List.copyOf(unpriced);
        unnamed = List.copyOf(unnamed);
        unshared = List.copyOf(unshared);
    }

    /**
     * Makes it.
     *
     * @param gpus all of them: one without MIG has one instance of the full profile, an empty one none
     * @param timeline what was recorded; {@code null} where one moment stands for all of it
     * @param time rates, and whose an instance is
     * @param spread whether what is not allocated is spread over the rest
     */
    public static CostStatement of(
            List<Gpu> gpus, @Nullable Timeline timeline, PaidTime time, CostRule rule, boolean spread) {
        List<GpuModel> unpriced = gpus.stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .distinct()
                .filter(model -> !time.rates().containsKey(model.id()))
                .toList();
        List<Gpu> unnamed = gpus.stream().filter(gpu -> gpu.model() == null).toList();
        List<PaidGpu> paid = time.of(gpus, timeline);
        List<String> unshared = unshared(paid, rule);
        boolean isKnown = !gpus.isEmpty() && unpriced.isEmpty() && unnamed.isEmpty() && unshared.isEmpty();
        CostBill bill = isKnown ? CostBill.of(paid, rule) : null;
        return new CostStatement(
                bill != null && spread ? bill.spread() : bill,
                time.hours(timeline),
                timeline != null,
                gpus.size(),
                unpriced,
                unnamed,
                unshared);
    }

    /** The profiles that a rule cannot share out, each with its model. */
    public static List<String> unshared(List<PaidGpu> paid, CostRule rule) {
        return paid.stream()
                .flatMap(gpu -> gpu.uses().stream()
                        .map(Use::profile)
                        .filter(profile -> !rule.knows(gpu.model(), profile))
                        .map(profile -> profile.name() + " (" + gpu.model().id() + ")"))
                .distinct()
                .toList();
    }

    /** What an amount of its time comes to in some hours, if all of them are like it. */
    public BigDecimal in(BigDecimal some, BigDecimal amount) {
        return hours.signum() == 0 ? BigDecimal.ZERO : amount.multiply(some).divide(hours, MathContext.DECIMAL128);
    }
}
