package io.slicewise.live.sums;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.packing.GpuPacking;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.size.SizedInstance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Right sizes of a fleet, and the range in them, as a server worked them out: a few numbers an instance travelled, and no sample.
 *
 * @param rows each instance that is there at the end, of a model that is known
 * @param unknownModels models as printed that are not known
 * @param numbers how many numbers travelled
 */
public record AskedSizes(List<Row> rows, List<String> unknownModels, long numbers) {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    public AskedSizes {
        rows = List.copyOf(rows);
        unknownModels = List.copyOf(unknownModels);
    }

    /**
     * An instance.
     *
     * @param size what is said of it
     * @param mean its mean reading
     * @param meanAfter its mean reading in the proposed size
     * @param fullShare the share of the time in which it wanted all that the proposed size has, or more
     * @param demand slice-hours that it wanted
     * @param lost slice-hours that found no room in the proposed size
     */
    public record Row(SizedInstance size, double mean, double meanAfter, double fullShare, double demand, double lost) {
        /** From means over as many steps as had a reading. */
        static Row of(SizedInstance size, double mean, After after, double readings, long stepMillis) {
            double hours = readings * stepMillis / HOUR;
            double wanted = mean * size.instance().profile().computeSlices();
            return new Row(size, mean, after.mean(), after.full(), wanted * hours, after.lost() * hours);
        }
    }

    /**
     * Means over time of an instance in another size.
     *
     * @param mean its reading
     * @param full how often it wants all of it, or more
     * @param lost slices that found no room
     */
    record After(double mean, double full, double lost) {}

    /** What is said of each. */
    public List<SizedInstance> sizes() {
        return rows.stream().map(Row::size).toList();
    }

    /** The share of all demand that finds no room in the proposed sizes; {@code NaN} where nothing was wanted. */
    public double lostShare() {
        return rows.stream().mapToDouble(Row::lost).sum()
                / rows.stream().mapToDouble(Row::demand).sum();
    }

    /** How many GPUs there are. */
    public long gpus() {
        return rows.stream().map(row -> row.size().gpu().id()).distinct().count();
    }

    /** How many GPUs hold the proposed sizes; those of models without known placements stay as they are. */
    public long gpusNeeded() {
        Map<GpuModel, List<SizedInstance>> pools = sizes().stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.gpu().model())));
        long needed = 0;
        for (Map.Entry<GpuModel, List<SizedInstance>> pool : pools.entrySet()) {
            Map<String, Integer> counts = new HashMap<>();
            pool.getValue().forEach(one -> counts.merge(one.proposed().name(), 1, Integer::sum));
            needed += pool.getKey().hasPlacements()
                    ? GpuPacking.of(Rows.of(pool.getKey()), counts).gpus()
                    : pool.getValue().stream()
                            .map(one -> one.gpu().id())
                            .distinct()
                            .count();
        }
        return needed;
    }
}
