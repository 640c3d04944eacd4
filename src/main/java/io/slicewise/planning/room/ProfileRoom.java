package io.slicewise.planning.room;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;

/**
 * How many more instances of a profile fit on some GPUs of one model.
 *
 * @param now without moving anything
 * @param afterMoves when everything that is not pinned may move
 * @param isProven whether {@code afterMoves} can be reached for certain; otherwise it is not more than that
 * @param bySlices free compute slices over those of the profile: what placement makes of it is not looked at
 */
public record ProfileRoom(GpuModel model, Profile profile, int now, int afterMoves, boolean isProven, int bySlices) {
    /** {@code 1 − now/after}: what moving could gain; 0 where it gains nothing. */
    public double fragmentation() {
        return afterMoves == 0 ? 0 : 1 - (double) Math.min(now, afterMoves) / afterMoves;
    }
}
