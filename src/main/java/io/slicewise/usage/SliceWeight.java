package io.slicewise.usage;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.text.Numbers;

/** What a profile weighs in compute slices, written for people. */
public final class SliceWeight {
    private static final int DECIMALS = 3;

    private SliceWeight() {}

    /** Slices of slices, and the rounded share: {@code 1/7 = 0.143}. Figures are computed from the slices, never from it. */
    public static String of(GpuModel model, Profile profile) {
        int slices = profile.computeSlices();
        int all = model.computeSlices();
        return slices + "/" + all + " = " + Numbers.decimal((double) slices / all, DECIMALS);
    }
}
