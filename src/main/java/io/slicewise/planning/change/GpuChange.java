package io.slicewise.planning.change;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The change of one GPU's layout with the fewest restarts.
 *
 * @param before the GPU as it is
 * @param kept instances that stay as they are
 * @param drained instances that go
 * @param created what is new, with its start
 */
public record GpuChange(Gpu before, List<Instance> kept, List<Instance> drained, List<Placement> created) {
    public GpuChange {
        kept = List.copyOf(kept);
        drained = List.copyOf(drained);
        created = List.copyOf(created);
    }

    /** To a layout with places: what stands there already, profile and start, is kept. */
    public static GpuChange to(Gpu before, List<Placement> target) {
        List<Placement> open = new ArrayList<>(target);
        List<Instance> kept = new ArrayList<>();
        List<Instance> drained = new ArrayList<>();
        for (Instance instance : before.instances()) {
            (open.remove(instance.placement()) ? kept : drained).add(instance);
        }
        return new GpuChange(before, kept, drained, open);
    }

    /**
     * To numbers of profiles, wherever they stand: keeps as many instances as let the rest fit; of equal choices the one that
     * stops the least work, then the one that keeps the lower starts.
     *
     * @return empty where the profiles do not fit on this GPU
     */
    public static Optional<GpuChange> toCounts(Gpu before, List<Profile> target) {
        GpuModel model = before.model();
        List<Instance> instances = before.instances();
        if (model == null || Layouts.place(model, target).isEmpty()) {
            return Optional.empty();
        }
        Optional<GpuChange> best = Optional.empty();
        double bestLoad = Double.MAX_VALUE;
        for (long keep = (1L << instances.size()) - 1; keep >= 0; keep--) {
            int count = Long.bitCount(keep);
            double load = load(instances, keep);
            int most = best.map(change -> change.kept().size()).orElse(-1);
            if (count > most || (count == most && load <= bestLoad)) {
                Optional<GpuChange> change = keeping(before, model, keep, target);
                if (change.isPresent()) {
                    best = change;
                    bestLoad = load;
                }
            }
        }
        return best;
    }

    /** What those do that are not kept; whose utilization is not known may be busy. */
    private static double load(List<Instance> instances, long keep) {
        double load = 0;
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get(i);
            load += (keep >> i & 1) != 0 ? 0 : instance.isReported() ? instance.utilization() : 1;
        }
        return load;
    }

    private static Optional<GpuChange> keeping(Gpu before, GpuModel model, long keep, List<Profile> target) {
        List<Profile> open = new ArrayList<>(target);
        List<Instance> kept = new ArrayList<>();
        List<Instance> drained = new ArrayList<>();
        Layout layout = Layout.empty(model);
        for (int i = 0; i < before.instances().size(); i++) {
            Instance instance = before.instances().get(i);
            if ((keep >> i & 1) == 0) {
                drained.add(instance);
            } else if (open.remove(instance.profile())) {
                kept.add(instance);
                layout = layout.plus(instance.placement());
            } else {
                return Optional.empty();
            }
        }
        return Layouts.place(layout, open).map(starts -> {
            List<Placement> created = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                created.add(new Placement(open.get(i), starts.get(i)));
            }
            return new GpuChange(before, kept, drained, created);
        });
    }

    /** Whether nothing has to be done. */
    public boolean isNothing() {
        return drained.isEmpty() && created.isEmpty();
    }

    /** The placements afterwards. */
    public List<Placement> after() {
        List<Placement> after = new ArrayList<>();
        kept.forEach(instance -> after.add(instance.placement()));
        after.addAll(created);
        return after;
    }

    /** Whether the numbers of profiles stay as they are, so that a tool that compares numbers sees no change. */
    public boolean hasSameCounts() {
        List<Profile> gone =
                new ArrayList<>(drained.stream().map(Instance::profile).toList());
        for (Placement placement : created) {
            if (!gone.remove(placement.profile())) {
                return false;
            }
        }
        return gone.isEmpty();
    }

    /** What mig-parted stops: everything on a GPU whose numbers differ, nothing where they are equal. */
    public List<Instance> migPartedDrains() {
        return hasSameCounts() ? List.of() : before.instances();
    }

    /**
     * The steps in a legal order: what has room already is created first, so that work can change over to it; then what goes is
     * stopped and destroyed; then the rest is created.
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<Placement> early = new HashSet<>();
        Optional<Layout> layout = before.layout();
        if (layout.isPresent()) {
            Layout standing = layout.get();
            for (Placement placement : created) {
                if (standing.fitsAt(placement.profile(), placement.start())) {
                    standing = standing.plus(placement);
                    early.add(placement);
                    steps.add(new Step.Create(before, placement, Step.Reason.FREE_ALREADY));
                }
            }
        }
        drained.forEach(instance -> steps.add(new Step.Stop(before, instance)));
        drained.forEach(instance -> steps.add(new Step.Destroy(before, instance)));
        for (Placement placement : created) {
            if (!early.contains(placement)) {
                steps.add(new Step.Create(before, placement, Step.Reason.FREED));
            }
        }
        return steps;
    }
}
