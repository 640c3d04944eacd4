package io.slicewise.usage.survey;

import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What stands out among many GPUs. */
public final class FleetDistribution {
    /** Into how many parts utilization from 0 to 1 is cut. */
    public static final int BINS = 10;

    private FleetDistribution() {}

    /**
     * How many GPUs have which whole-GPU utilization.
     *
     * @param counts by tenths: from 0 to below 10 %, and so on, the last with 100 %
     * @param without GPUs that have no such figure
     */
    public record Distribution(List<Integer> counts, int without) {
        public Distribution {
            counts = List.copyOf(counts);
        }

        /** How many GPUs are counted. */
        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The distribution of G. */
    public static Distribution of(List<GpuRow> gpus) {
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        int without = 0;
        for (GpuRow gpu : gpus) {
            double whole = gpu.averages().wholeGpu();
            if (Double.isNaN(whole)) {
                without++;
            } else {
                // 0.3 as a sum of slices can be a hair below 0.3
                counts[Math.clamp((int) (whole * BINS + 1e-9), 0, BINS - 1)]++;
            }
        }
        return new Distribution(List.of(counts), without);
    }

    /** The middle of a figure among GPUs that have it, of an even number the mean of both; {@code NaN} of none. */
    public static double median(List<GpuRow> gpus, ToDoubleFunction<Averages> figure) {
        double[] figures = figures(gpus, figure).sorted().toArray();
        int middle = figures.length / 2;
        if (figures.length == 0) {
            return Double.NaN;
        }
        return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }

    /** The mean of a figure among GPUs that have it; {@code NaN} of none. */
    public static double mean(List<GpuRow> gpus, ToDoubleFunction<Averages> figure) {
        return figures(gpus, figure).average().orElse(Double.NaN);
    }

    private static DoubleStream figures(List<GpuRow> gpus, ToDoubleFunction<Averages> figure) {
        return gpus.stream()
                .mapToDouble(gpu -> figure.applyAsDouble(gpu.averages()))
                .filter(Double::isFinite);
    }

    /** The GPUs whose averages differ most, in either direction, the greatest difference first; at most so many. */
    public static List<GpuRow> largestGaps(List<GpuRow> gpus, int most) {
        return gpus.stream()
                .filter(gpu -> Math.abs(gpu.averages().gap()) > 1e-9)
                .sorted(Comparator.comparingDouble(
                                (GpuRow gpu) -> -Math.abs(gpu.averages().gap()))
                        .thenComparingInt(GpuRow::index))
                .limit(most)
                .toList();
    }

    /**
     * Slices of something that several GPUs share.
     *
     * @param value which
     * @param waste where they go
     */
    public record Share(String value, SliceUse waste) {}

    /** Where slices go by something that GPUs have, the most wasteful first; at most so many. */
    public static List<Share> waste(List<GpuRow> gpus, Function<GpuRow, String> by, int most) {
        Map<String, SliceUse> byValue = new HashMap<>();
        for (GpuRow gpu : gpus) {
            byValue.merge(by.apply(gpu), gpu.waste(), SliceUse::plus);
        }
        List<Share> shares = new ArrayList<>();
        byValue.forEach((value, waste) -> shares.add(new Share(value, waste)));
        shares.sort(Comparator.comparingDouble((Share share) -> -share.waste().wasted())
                .thenComparing(Share::value, NaturalOrder.INSTANCE));
        return shares.stream().limit(most).toList();
    }

    /** Where the slices of all of them go. */
    public static SliceUse waste(List<GpuRow> gpus) {
        SliceUse all = SliceUse.NONE;
        for (GpuRow gpu : gpus) {
            all = all.plus(gpu.waste());
        }
        return all;
    }
}
