package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The smallest instances that still fit while all others stay where they are, over the GPUs whose placements are known.
 *
 * @param profiles the profile of each of them, with its model where the fleet has several with one of that name
 * @param ceiling the allocated share with them, which is the most that whole-GPU utilization can then reach
 */
record Spare(List<String> profiles, double ceiling) {
    Spare {
        profiles = List.copyOf(profiles);
    }

    /** An instance that still fits on a GPU of this model. */
    private record Added(GpuModel model, Profile profile) {}

    /** What fits. Worked example: 3×1g and a 2g on an A100 have room for two more 1g, and a ceiling of 1 with them. */
    static Spare of(Figures figures) {
        List<Added> added = new ArrayList<>();
        List<Gpu> filled = new ArrayList<>();
        for (Figures.GpuFigures each : figures.gpus()) {
            Gpu gpu = each.gpu();
            Optional<Layout> layout = gpu.layout()
                    .filter(it -> it.model().hasPlacements())
                    .filter(it -> it.placements().stream().allMatch(Placement::isPlaced));
            List<Instance> instances = new ArrayList<>(gpu.instances());
            for (Placement placement : layout.map(Spare::fill).orElse(List.of())) {
                added.add(new Added(layout.orElseThrow().model(), placement.profile()));
                instances.add(
                        Instance.of("spare " + instances.size(), placement.profile(), placement.start(), Double.NaN));
            }
            filled.add(gpu.withInstances(instances));
        }
        if (added.isEmpty()) {
            return new Spare(List.of(), figures.total().allocatedShare());
        }
        Naming naming = Naming.of(figures);
        return new Spare(
                added.stream()
                        .map(one -> naming.possible(one.model(), one.profile()))
                        .toList(),
                Figures.of(new Fleet(filled), figures.weights()).total().allocatedShare());
    }

    private static List<Placement> fill(Layout layout) {
        List<Placement> more = new ArrayList<>();
        Optional<Profile> smallest = layout.model().baseProfiles().stream()
                .filter(Profile::isPlain)
                .min(Comparator.comparingInt(Profile::computeSlices));
        Layout now = layout;
        while (smallest.isPresent() && now.fit(smallest.get()) instanceof Fit.Fits fits) {
            Placement next = new Placement(smallest.get(), fits.best());
            more.add(next);
            now = now.plus(next);
        }
        return more;
    }
}
