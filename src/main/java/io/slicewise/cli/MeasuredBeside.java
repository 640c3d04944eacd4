package io.slicewise.cli;

import io.slicewise.fleet.Gpu;

/** What was measured beside utilization. No export that is read tells it: {@code NaN} is no reading. */
final class MeasuredBeside {
    private MeasuredBeside() {}

    /** What a GPU draws. */
    static double watts(Gpu gpu) {
        return Double.NaN;
    }
}
