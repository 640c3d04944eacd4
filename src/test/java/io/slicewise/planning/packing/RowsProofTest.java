package io.slicewise.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The proof that the largest row is always reached, by enumeration. The polytope of the rows has whole corners, so each whole
 * point of the cone over it is a sum of points of its Hilbert basis, whose height is at most the dimension less one: it is
 * enough that up to there every whole point within {@code k} times the rows is a sum of {@code k} legal layouts.
 */
class RowsProofTest {
    /** The number of whole points by {@code k}. One place for a 1g, one for a 2g, or both for a 3g: {@code Σ (k − n3 + 1)²}. */
    private static final List<Integer> THREE = List.of(5, 14, 30);

    private static final List<Integer> FOUR = List.of(10, 35, 84);

    private static final List<Integer> SEVEN = List.of(78, 778, 3_964, 14_110, 40_047);

    @Test
    void everyModelOfTheCatalogueReachesItsLargestRow() {
        Map<String, List<Integer>> known = new LinkedHashMap<>();
        for (GpuModel model : Catalogue.builtIn().models()) {
            if (model.hasPlacements()) {
                Rows rows = Rows.of(model);
                List<Integer> points = known.computeIfAbsent(table(rows), table -> proven(rows));

                assertThat(points)
                        .as(model.id())
                        .isEqualTo(
                                switch (model.computeSlices()) {
                                    case 3 -> THREE;
                                    case 4 -> FOUR;
                                    default -> SEVEN;
                                });
            }
        }
    }

    /** Everything that decides about layouts; models that agree in it share the proof. */
    private static String table(Rows rows) {
        StringBuilder table = new StringBuilder();
        GpuModel model = rows.model();
        table.append(model.computeSlices()).append('/').append(model.placementUnits());
        table.append('/').append(model.maxInstances());
        for (Profile profile : rows.profiles()) {
            PlacementRule rule = profile.placement();
            table.append(' ').append(profile.computeSlices()).append(':').append(profile.maxInstances());
            table.append(rule == null ? "" : rule.size() + "@" + rule.starts());
        }
        return table.toString();
    }

    /** How many whole points there are within {@code k} times the rows, all of them sums of {@code k} layouts. */
    private static List<Integer> proven(Rows rows) {
        Set<Long> legal = new HashSet<>();
        Layouts.reachable(rows.model(), rows.profiles())
                .forEach(layout -> legal.add(key(rows.counted(Layouts.counts(layout)))));
        int dimensions = rows.profiles().size();
        List<Integer> points = new ArrayList<>();
        Set<Long> sums = Set.of(0L);
        for (int k = 1; k <= Math.max(dimensions - 1, 3); k++) {
            Set<Long> next = new HashSet<>();
            for (long sum : sums) {
                legal.forEach(one -> next.add(sum + one));
            }
            sums = next;
            Set<Long> within = new HashSet<>();
            collect(rows, k, new long[dimensions], 0, within);

            assertThat(sums).as(rows.model().id() + ", " + k + " GPUs").isEqualTo(within);
            points.add(within.size());
        }
        return points;
    }

    private static void collect(Rows rows, int k, long[] point, int at, Set<Long> within) {
        if (at == point.length) {
            within.add(key(point));
            return;
        }
        long before = point[at];
        while (rows.gpus(point) <= k) {
            collect(rows, k, point, at + 1, within);
            point[at]++;
        }
        point[at] = before;
    }

    /** A point in one number: no count gets as high as 256. */
    private static long key(long[] point) {
        long key = 0;
        for (long count : point) {
            key = key << 8 | count;
        }
        return key;
    }
}
