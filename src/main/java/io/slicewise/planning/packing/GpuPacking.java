package io.slicewise.planning.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Instances of one model on GPUs of their own: how many, and how these are partitioned.
 *
 * @param gpus how many GPUs are enough: as many as the layouts have, or where no placement is known as many as the slices need
 * @param bound how many are needed at least, by the row that binds
 * @param binding that row
 * @param layouts the GPUs, alike ones together, those with the largest instances first; none where placements are not known
 */
public record GpuPacking(long gpus, long bound, PackingRow binding, List<PackedLayout> layouts) {
    public GpuPacking {
        layouts = List.copyOf(layouts);
    }

    /** Whether fewer GPUs cannot do and so many can: the layouts show it. */
    public boolean isProven() {
        return gpus == bound && layouts.stream().mapToLong(PackedLayout::count).sum() == gpus;
    }

    /**
     * Packs instances.
     *
     * @param counts how many of each profile, by name
     */
    public static GpuPacking of(Rows rows, Map<String, Integer> counts) {
        return of(rows, rows.counted(counts));
    }

    /** As {@link #of(Rows, Map)}, of counts in the order of {@link Rows#profiles()}. */
    public static GpuPacking of(Rows rows, long[] counted) {
        long bound = rows.gpus(counted);
        PackingRow binding = rows.binding(counted);
        if (!rows.isPlaced()) {
            return new GpuPacking(bound, bound, binding, List.of());
        }
        List<PackedLayout> layouts = new Packer(rows, counted).layouts();
        long gpus = layouts.stream().mapToLong(PackedLayout::count).sum();
        return new GpuPacking(gpus, bound, binding, layouts);
    }

    /** Takes away what a GPU can hold so that the rest needs one less, as often as that goes on; by the rows it always does. */
    private static final class Packer {
        private final Rows rows;
        private final long[] left;
        private final List<long[]> shapes;

        Packer(Rows rows, long[] counted) {
            this.rows = rows;
            left = counted.clone();
            shapes = rows.shapes();
            shapes.sort(Comparator.comparing(Packer::reversed, Arrays::compare).reversed());
        }

        /** From the largest profile on. */
        private static long[] reversed(long[] shape) {
            long[] reversed = new long[shape.length];
            for (int i = 0; i < shape.length; i++) {
                reversed[i] = shape[shape.length - 1 - i];
            }
            return reversed;
        }

        List<PackedLayout> layouts() {
            List<PackedLayout> layouts = new ArrayList<>();
            while (Arrays.stream(left).anyMatch(count -> count > 0)) {
                long[] taken = next();
                long times = times(taken);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= times * taken[i];
                }
                layouts.add(new PackedLayout(times, rows.placed(taken)));
            }
            return layouts;
        }

        /** What one GPU takes: the first that lowers the bound of the rest by one, or else the one that leaves the least. */
        private long[] next() {
            long[] best = null;
            long bestRest = Long.MAX_VALUE;
            long wanted = rows.gpus(left) - 1;
            for (long[] shape : shapes) {
                long[] taken = within(shape);
                long rest = rows.gpus(minus(taken));
                if (rest < bestRest && Arrays.stream(taken).anyMatch(count -> count > 0)) {
                    best = taken;
                    bestRest = rest;
                    if (rest <= wanted) {
                        return taken;
                    }
                }
            }
            if (best == null) {
                throw new IllegalStateException(
                        "nothing of what is wanted fits on " + rows.model().id());
            }
            return best;
        }

        private long[] within(long[] shape) {
            long[] taken = new long[shape.length];
            for (int i = 0; i < shape.length; i++) {
                taken[i] = Math.min(shape[i], left[i]);
            }
            return taken;
        }

        private long[] minus(long[] taken) {
            long[] rest = left.clone();
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= taken[i];
            }
            return rest;
        }

        /**
         * How many GPUs can take the same: while there is as much, and each lowers the bound by one. A row that has room to
         * spare lets so many through as the room is a multiple of what each of these GPUs leaves of it.
         */
        private long times(long[] taken) {
            long times = Long.MAX_VALUE;
            for (int i = 0; i < taken.length; i++) {
                times = taken[i] > 0 ? Math.min(times, left[i] / taken[i]) : times;
            }
            long gpus = rows.gpus(left);
            for (PackingRow row : rows.list()) {
                long waste = row.capacity() - row.taken(taken);
                long room = gpus * row.capacity() - row.taken(left);
                times = waste > 0 ? Math.min(times, room / waste) : times;
            }
            return Math.max(1, times);
        }
    }
}
