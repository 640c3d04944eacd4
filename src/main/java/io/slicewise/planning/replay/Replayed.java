package io.slicewise.planning.replay;

import java.util.List;

/**
 * What became of a group.
 *
 * @param group who went where
 * @param fullShare the share of the known time in which it wanted all that it has now, or more; {@code NaN} without a reading
 * @param demand slice-hours that it wanted
 * @param lost slice-hours that found no room
 * @param usedMib the most memory that it used in MiB; {@code NaN} where it was not reported
 * @param memory whether that fits
 */
public record Replayed(
        Regrouped group, double fullShare, double demand, double lost, double usedMib, MemoryRoom memory) {
    /** Slice-hours that groups wanted. */
    public static double demand(List<Replayed> groups) {
        return groups.stream().mapToDouble(Replayed::demand).sum();
    }

    /** Slice-hours of groups that found no room. */
    public static double lost(List<Replayed> groups) {
        return groups.stream().mapToDouble(Replayed::lost).sum();
    }

    /** The share of all demand of groups that found no room; {@code NaN} where nothing was wanted. */
    public static double lostShare(List<Replayed> groups) {
        return lost(groups) / demand(groups);
    }

    /** Whether the memory that was used fits. */
    public enum MemoryRoom {
        FITS,
        /** A hard no. */
        DOES_NOT_FIT,
        /** No one reported what was used, no source gives what there is, or it is split up. */
        UNKNOWN;

        private static final double MIB_PER_GIB = 1024;

        /**
         * Whether so much fits into what a group became.
         *
         * @param usedMib in MiB; {@code NaN} where it was not reported
         */
        public static MemoryRoom of(Regrouped group, double usedMib) {
            Double has = group.to().getFirst().instance().profile().memory();
            if (Double.isNaN(usedMib) || has == null || group.to().size() > 1) {
                return UNKNOWN;
            }
            return usedMib / MIB_PER_GIB <= has ? FITS : DOES_NOT_FIT;
        }
    }
}
