package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Profile;
import io.slicewise.usage.timeline.SampleColumns;

/** Readings that are probably no measurement, by what others reported of the exporters. */
final class Suspicion {
    /** A reading that stays the same to the last digit for so long is no one's load. */
    private static final long FROZEN_AFTER = 3_600_000;

    /** So far, as a ratio, a full 2g reads from 1/2 and a full 3g from 1/3. */
    private static final double NEAR = 0.005;

    /** Fewer samples than that are no course. */
    private static final int COURSE = 10;

    private Suspicion() {}

    /** Whether all readings of an hour or more are one: idle and fully busy are loads that last, anything between changes. */
    static boolean isFrozen(SampleColumns samples) {
        if (samples.isEmpty() || samples.last() - samples.first() < FROZEN_AFTER) {
            return false;
        }
        double only = samples.only();
        return only > 0 && only < 1;
    }

    /** Whether a 2g reads 50 % or a 3g 33 %, as they do by a fault of DCGM when they are full (NVIDIA/DCGM issue 138). */
    static boolean isPinned(Profile profile, double utilization) {
        int slices = profile.computeSlices();
        return (slices == 2 || slices == 3) && Math.abs(utilization - 1.0 / slices) <= NEAR;
    }

    /** Whether it read so half of the time or more. */
    static boolean isPinned(Profile profile, SampleColumns samples) {
        int slices = profile.computeSlices();
        if (slices != 2 && slices != 3 || samples.count() < COURSE) {
            return false;
        }
        Counter counter = new Counter(profile);
        samples.each(counter);
        return 2 * counter.pinned >= counter.readings;
    }

    private static final class Counter implements SampleColumns.Each {
        private final Profile profile;
        private long readings;
        private long pinned;

        Counter(Profile profile) {
            this.profile = profile;
        }

        @Override
        public void sample(long millis, double value) {
            if (!Double.isNaN(value)) {
                readings++;
                pinned += isPinned(profile, value) ? 1 : 0;
            }
        }
    }
}
