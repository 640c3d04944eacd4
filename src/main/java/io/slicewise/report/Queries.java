package io.slicewise.report;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The PromQL of each figure, for a reader to copy. One row an instance (doubled rows are folded), weights by a union of
 * selectors, which does not vanish when a profile has no series; {@code group} as the 1 of the denominator, which
 * survives a sample that is not a number.
 */
final class Queries {
    private static final String METRIC = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
    private static final int[] SIZES = {1, 2, 3, 4, 7};

    private Queries() {}

    static String instanceAverage() {
        return "avg(max by (UUID, GPU_I_ID) (" + METRIC + "{GPU_I_ID!=\"\"}))";
    }

    static String weighted() {
        return "  sum(\n" + terms("max") + "\n  )\n/ sum(\n" + terms("group") + "\n  )";
    }

    static String wholeGpu(int slices) {
        return "  sum(\n" + terms("max") + "\n  )\n/ (" + slices + " * count(group by (UUID) (" + METRIC
                + "{GPU_I_ID!=\"\"})))";
    }

    private static String terms(String fold) {
        return IntStream.of(SIZES)
                .mapToObj(size -> "    " + size + " * " + fold + " by (UUID, GPU_I_ID) (" + METRIC
                        + "{GPU_I_PROFILE=~\"" + size + "g[.].*\"})")
                .collect(Collectors.joining(" or\n"));
    }
}
