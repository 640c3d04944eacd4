package io.slicewise.planning.change;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.PackedLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of many GPUs of one model from some layouts to others costs, whichever GPU gets which.
 *
 * @param kept instances that stay
 * @param stopped instances that go
 * @param started instances that are new
 */
public record Turnover(long kept, long stopped, long started) {
    public static final Turnover NONE = new Turnover(0, 0, 0);

    /** The least: between the GPUs of some layouts and those of others; where there are more of one they are empty before or after. */
    public static Turnover between(List<PackedLayout> from, List<PackedLayout> to) {
        int[][] kept = new int[from.size()][to.size()];
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                kept[i][j] = kept(from.get(i).layout(), to.get(j).layout());
            }
        }
        long[][] given = Assignment.of(counts(from), counts(to), kept);
        long stay = 0;
        for (int i = 0; i < given.length; i++) {
            for (int j = 0; j < given[i].length; j++) {
                stay += given[i][j] * kept[i][j];
            }
        }
        return new Turnover(stay, instances(from) - stay, instances(to) - stay);
    }

    /** Both together. */
    public Turnover plus(Turnover other) {
        return new Turnover(kept + other.kept, stopped + other.stopped, started + other.started);
    }

    private static int kept(Layout from, Layout to) {
        List<Instance> instances = new ArrayList<>();
        for (Placement placement : from.placements()) {
            instances.add(Instance.of(
                    String.valueOf(instances.size()), placement.profile(), placement.start(), Instance.NO_READING));
        }
        List<Profile> profiles =
                to.placements().stream().map(Placement::profile).toList();
        return GpuChange.toCounts(Gpu.of("", "", from.model(), instances), profiles)
                .map(change -> change.kept().size())
                .orElse(0);
    }

    private static long[] counts(List<PackedLayout> layouts) {
        return layouts.stream().mapToLong(PackedLayout::count).toArray();
    }

    private static long instances(List<PackedLayout> layouts) {
        return layouts.stream()
                .mapToLong(
                        packed -> packed.count() * packed.layout().placements().size())
                .sum();
    }
}
