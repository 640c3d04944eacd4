package io.slicewise.scenario;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of model would do to a GPU, before it is done: instances that no longer fit are named, never dropped
 * silently.
 *
 * @param result the GPU as the other model, with the instances that fit
 * @param lost the instances for which there is no profile or no room
 */
public record ModelChange(Gpu result, List<Instance> lost) {
    public ModelChange {
        lost = List.copyOf(lost);
    }

    /**
     * Large instances are placed first, each at its start where that is free.
     *
     * @param gpu as it is
     * @param model what it is to be
     */
    public static ModelChange of(Gpu gpu, GpuModel model) {
        List<Instance> largestFirst = gpu.instances().stream()
                .sorted(Comparator.comparingInt((Instance i) -> i.profile().computeSlices())
                        .reversed())
                .toList();
        Layout layout = Layout.empty(model);
        List<Instance> kept = new ArrayList<>();
        List<Instance> lost = new ArrayList<>();
        for (Instance instance : largestFirst) {
            Optional<Profile> profile = counterpart(instance.profile(), gpu.model(), model);
            if (profile.isPresent() && layout.fit(profile.get()) instanceof Fit.Fits fits) {
                int start = fits.starts().contains(instance.start()) ? instance.start() : fits.best();
                kept.add(instance.withProfile(profile.get(), start));
                layout = layout.plus(new Placement(profile.get(), start));
            } else {
                lost.add(instance);
            }
        }
        List<String> order = gpu.instances().stream().map(Instance::id).toList();
        kept.sort(Comparator.comparingInt(instance -> order.indexOf(instance.id())));
        return new ModelChange(gpu.withModel(model, kept), lost);
    }

    /** The profile of the same compute slices and suffix whose share of the GPU's memory is nearest. */
    private static Optional<Profile> counterpart(Profile profile, @Nullable GpuModel from, GpuModel to) {
        Optional<Profile> same = to.profile(profile.name()).filter(p -> p.computeSlices() == profile.computeSlices());
        if (same.isPresent() && from == null) {
            return same;
        }
        double share = memoryShare(profile, from);
        return to.profiles().stream()
                .filter(p -> p.computeSlices() == profile.computeSlices()
                        && p.suffix().equals(profile.suffix()))
                .min(Comparator.comparingDouble(p -> Math.abs(memoryShare(p, to) - share)));
    }

    private static double memoryShare(Profile profile, @Nullable GpuModel model) {
        Integer slices = profile.memorySlices();
        Integer total = model == null ? null : model.memorySlices();
        return slices == null || total == null ? 0 : (double) slices / total;
    }
}
