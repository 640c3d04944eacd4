package io.slicewise.planning.money;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.money.CostRule.Share;
import io.slicewise.planning.money.PaidGpu.Use;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What GPUs cost, shared out and split.
 *
 * <p>Worked example: a GPU at 2.5 an hour for 24 hours, 1g at 0.9, 0.8 and 0.7, 2g at 0.6 of 7 slices. Of 60 are 30.857142857
 * used, 12 allocated but idle, 17.142857143 unallocated.
 *
 * @param total rate times hours of all GPUs
 * @param allocated what was shared out
 * @param used the part of it that was in use; an instance without a reading counts with the mean of its model, as in the
 *     whole-GPU figure; {@code null} where no reading tells
 * @param usedLow if the instances without a reading were idle
 * @param usedHigh if they were fully in use
 * @param unread how many had no reading
 * @param by who causes what, in the order of first appearance
 */
public record CostBill(
        BigDecimal total,
        BigDecimal allocated,
        @Nullable BigDecimal used,
        BigDecimal usedLow,
        BigDecimal usedHigh,
        int unread,
        List<PayerCost> by) {
    /** Decimals of an amount. */
    static final int SCALE = 12;

    public CostBill {
        by = List.copyOf(by);
    }

    /** What was allocated and not in use. */
    public @Nullable BigDecimal idleAllocated() {
        return used == null ? null : allocated.subtract(used);
    }

    /** What was allocated to no one. */
    public BigDecimal unallocated() {
        return total.subtract(allocated);
    }

    /**
     * Shares the price of some GPUs out.
     *
     * @throws IllegalArgumentException where the rule does not {@linkplain CostRule#knows know} a profile
     */
    public static CostBill of(List<PaidGpu> gpus, CostRule rule) {
        Map<String, Double> means = means(gpus);
        Adding adding = new Adding();
        for (PaidGpu gpu : gpus) {
            adding.add(gpu, rule, means.getOrDefault(gpu.model().id(), Double.NaN));
        }
        return adding.bill();
    }

    /**
     * The same bill with the unallocated part spread over those who cause the rest, in proportion to it. Their costs are the
     * total then. Where nothing is allocated no one is there to bear it.
     */
    public CostBill spread() {
        if (allocated.signum() == 0) {
            return this;
        }
        List<PayerCost> spread = new ArrayList<>(by.size());
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (PayerCost one : by) {
            reached = reached.add(one.cost());
            BigDecimal upTo = rounded(unallocated().multiply(reached).divide(allocated, MathContext.DECIMAL128));
            spread.add(new PayerCost(one.name(), one.cost().add(upTo.subtract(given)), one.used()));
            given = upTo;
        }
        return new CostBill(total, allocated, used, usedLow, usedHigh, unread, spread);
    }

    /** The mean utilization of each model by slices and hours, of what has a reading. */
    private static Map<String, Double> means(List<PaidGpu> gpus) {
        Map<String, double[]> sums = new HashMap<>();
        for (PaidGpu gpu : gpus) {
            double[] sum = sums.computeIfAbsent(gpu.model().id(), _ -> new double[2]);
            for (Use use : gpu.uses()) {
                if (!Double.isNaN(use.utilization())) {
                    double weight = use.profile().computeSlices() * use.hours().doubleValue();
                    sum[0] += weight * use.utilization();
                    sum[1] += weight;
                }
            }
        }
        Map<String, Double> means = new HashMap<>();
        sums.forEach((model, sum) -> means.put(model, sum[1] > 0 ? sum[0] / sum[1] : Double.NaN));
        return means;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** Adds GPUs up; rounded once, at the end. */
    private static final class Adding {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal low = BigDecimal.ZERO;
        private BigDecimal high = BigDecimal.ZERO;
        private @Nullable BigDecimal used = BigDecimal.ZERO;
        private int unread;
        private final Map<String, PayerCost> by = new LinkedHashMap<>();

        void add(PaidGpu gpu, CostRule rule, double mean) {
            total = total.add(gpu.rate().multiply(gpu.hours()));
            BigDecimal scale = scale(gpu, rule);
            for (Use use : gpu.uses()) {
                BigDecimal hours = part(gpu.model(), use, rule).divide(scale, MathContext.DECIMAL128);
                add(use, gpu.rate().multiply(hours), mean);
            }
        }

        /** {@code Σ share·hours / hours} where that is more than a GPU, else 1. */
        private static BigDecimal scale(PaidGpu gpu, CostRule rule) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Use use : gpu.uses()) {
                sum = sum.add(part(gpu.model(), use, rule));
            }
            return rule == CostRule.DOMINANT && sum.compareTo(gpu.hours()) > 0
                    ? sum.divide(gpu.hours(), MathContext.DECIMAL128)
                    : BigDecimal.ONE;
        }

        private static BigDecimal part(GpuModel model, Use use, CostRule rule) {
            Share share = rule.share(model, use.profile());
            if (share == null) {
                throw new IllegalArgumentException(
                        rule.id() + " of " + use.profile().name() + " on " + model.id() + " is not known");
            }
            return use.hours()
                    .multiply(BigDecimal.valueOf(share.part()))
                    .divide(BigDecimal.valueOf(share.whole()), MathContext.DECIMAL128);
        }

        private void add(Use use, BigDecimal amount, double mean) {
            boolean read = !Double.isNaN(use.utilization());
            double utilization = read ? use.utilization() : mean;
            BigDecimal busy = Double.isNaN(utilization) ? null : amount.multiply(BigDecimal.valueOf(utilization));
            used = used == null || busy == null ? null : used.add(busy);
            low = low.add(read && busy != null ? busy : BigDecimal.ZERO);
            high = high.add(read && busy != null ? busy : amount);
            unread += read ? 0 : 1;
            by.merge(use.payer(), new PayerCost(use.payer(), amount, busy), Adding::sum);
        }

        private static PayerCost sum(PayerCost one, PayerCost other) {
            BigDecimal a = one.used();
            BigDecimal b = other.used();
            return new PayerCost(one.name(), one.cost().add(other.cost()), a == null || b == null ? null : a.add(b));
        }

        /** Costs are rounded as sums, so that what is fully allocated costs what it costs. */
        CostBill bill() {
            List<PayerCost> rounded = new ArrayList<>(by.size());
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal given = rounded(exact);
            for (PayerCost one : by.values()) {
                exact = exact.add(one.cost());
                BigDecimal upTo = rounded(exact);
                BigDecimal busy = one.used();
                rounded.add(new PayerCost(one.name(), upTo.subtract(given), busy == null ? null : rounded(busy)));
                given = upTo;
            }
            return new CostBill(
                    rounded(total),
                    given,
                    used == null ? null : rounded(used),
                    rounded(low),
                    rounded(high),
                    unread,
                    rounded);
        }
    }
}
