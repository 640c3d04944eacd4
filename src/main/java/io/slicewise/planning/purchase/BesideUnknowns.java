package io.slicewise.planning.purchase;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each unknown stands in the program.
 *
 * @param units by offer, hosts (or GPUs bought one by one) that are used for what is left
 * @param bought by offer, those of them that have to come; the same where none is there
 * @param left by group and offer, how many are left for the offer; -1 where it serves nothing
 * @param here by group and offer, how many are served on GPUs that are there; -1 where only one group can be
 * @param fillings by kind of GPU that is there and by its fillings, how many GPUs get it
 */
@SuppressWarnings("ArrayRecordComponent") // filled while the program is put together, never compared
record BesideUnknowns(int[] units, int[] bought, int[][] left, int[][] here, List<int[]> fillings) {
    static BesideUnknowns of(int groups, int offers) {
        return new BesideUnknowns(
                new int[offers], new int[offers], new int[groups][offers], new int[groups][offers], new ArrayList<>());
    }
}
