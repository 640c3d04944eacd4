package io.slicewise.planning.demand;

/** What one instance must be. */
public sealed interface Need {
    /** No memory is named. */
    double ANY_MEMORY = 0;

    /**
     * A profile.
     *
     * @param profile its name, {@code 2g.20gb}, or its size alone, {@code 2g}: the usual profile of so many slices
     */
    record Named(String profile) implements Need {}

    /**
     * At least so much of the hardware.
     *
     * @param slices compute slices, at least 1
     * @param gib usable memory in GiB; {@link #ANY_MEMORY} where none is named
     */
    record AtLeast(int slices, double gib) implements Need {}

    /**
     * A share of a GPU of speed 1.
     *
     * @param share a ratio: 0.35 is 35 % of such a GPU
     * @param gib usable memory in GiB; {@link #ANY_MEMORY} where none is named
     * @param target how much of an instance is to be in use, a ratio above 0: at 0.8 a share of 0.4 needs half a GPU
     * @param bySms whether a share is one of the streaming multiprocessors, of which a slice need not have its part; otherwise
     *     it is one of the compute slices
     */
    record PartOfGpu(double share, double gib, double target, boolean bySms) implements Need {
        /** By compute slices. */
        public PartOfGpu(double share, double gib, double target) {
            this(share, gib, target, false);
        }
    }
}
