package io.slicewise.scenario;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a change of model would do to a GPU, before it is done: instances that no longer fit are named, never dropped
 * silently.
 *
 * <p>A GPU whose model was not known was measured, not planned: its instances stay as they were printed, as many as there are
 * compute slices for, and get places only where there is one for each.
 *
 * @param result the GPU as the other model, with the instances that fit
 * @param lost the instances for which there is no profile or no room
 * @param observed the instances that stay although the model has no such profile
 */
public record ModelChange(Gpu result, List<Instance> lost, List<Instance> observed) {
    public ModelChange {
        lost = List.copyOf(lost);
        observed = List.copyOf(observed);
    }

    /**
     * Large instances are placed first, each at its start where that is free.
     *
     * @param gpu as it is
     * @param model what it is to be
     */
    public static ModelChange of(Gpu gpu, GpuModel model) {
        GpuModel from = gpu.model();
        return from == null ? named(gpu, model) : changed(gpu, from, model);
    }

    /** Whether the model has every instance of the GPU, and a place for it. */
    public boolean isComplete() {
        return lost.isEmpty()
                && observed.isEmpty()
                && result.layout()
                        .filter(layout -> layout.conflicts().isEmpty())
                        .filter(layout -> !layout.model().hasPlacements()
                                || layout.placements().stream().allMatch(Placement::isPlaced))
                        .isPresent();
    }

    private static ModelChange named(Gpu measured, GpuModel model) {
        List<Instance> lost = beyond(measured, model);
        Gpu gpu = measured.withInstances(measured.instances().stream()
                .filter(instance -> !lost.contains(instance))
                .toList());
        List<Profile> profiles = gpu.instances().stream()
                .map(instance -> printed(instance.profile(), model))
                .toList();
        List<Instance> kept = new ArrayList<>();
        List<Instance> observed = new ArrayList<>();
        List<Integer> starts = starts(gpu, model, profiles);
        for (int i = 0; i < profiles.size(); i++) {
            Instance instance = gpu.instances().get(i).withProfile(profiles.get(i), starts.get(i));
            kept.add(instance);
            if (instance.profile().isObserved()) {
                observed.add(instance);
            }
        }
        return new ModelChange(gpu.withModel(model, kept), lost, observed);
    }

    /** What there are no compute slices for, the large ones first. */
    private static List<Instance> beyond(Gpu gpu, GpuModel model) {
        List<Instance> beyond = new ArrayList<>();
        int slices = 0;
        for (Instance instance : largestFirst(gpu)) {
            int all = slices + instance.profile().computeSlices();
            if (all > model.computeSlices()) {
                beyond.add(instance);
            } else {
                slices = all;
            }
        }
        return beyond;
    }

    private static List<Instance> largestFirst(Gpu gpu) {
        return gpu.instances().stream()
                .sorted(Comparator.comparingInt((Instance i) -> i.profile().computeSlices())
                        .reversed())
                .toList();
    }

    /** What the model has under a printed name; what was printed where it has nothing of the kind. */
    private static Profile printed(Profile profile, GpuModel model) {
        return model.printedProfile(profile.name())
                .filter(found -> found.computeSlices() == profile.computeSlices())
                .orElse(profile);
    }

    /** The places that are known where they can be, else one possible place for each, or none. */
    private static List<Integer> starts(Gpu gpu, GpuModel model, List<Profile> profiles) {
        List<Placement> known = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            known.add(new Placement(profiles.get(i), gpu.instances().get(i).start()));
        }
        boolean all = known.stream().allMatch(Placement::isPlaced);
        if (all && new Layout(model, known).conflicts().isEmpty()) {
            return known.stream().map(Placement::start).toList();
        }
        return Layouts.place(model, profiles)
                .orElseGet(() -> profiles.stream().map(_ -> Placement.UNKNOWN).toList());
    }

    private static ModelChange changed(Gpu gpu, GpuModel from, GpuModel model) {
        Layout layout = Layout.empty(model);
        List<Instance> kept = new ArrayList<>();
        List<Instance> lost = new ArrayList<>();
        for (Instance instance : largestFirst(gpu)) {
            Optional<Profile> profile = counterpart(instance.profile(), from, model);
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
        List<Instance> observed =
                kept.stream().filter(one -> one.profile().isObserved()).toList();
        return new ModelChange(gpu.withModel(model, kept), lost, observed);
    }

    /** The profile of the same compute slices and suffix whose share of the GPU's memory is nearest. */
    private static Optional<Profile> counterpart(Profile profile, GpuModel from, GpuModel to) {
        if (profile.isObserved()) {
            return Optional.of(printed(profile, to));
        }
        double share = memoryShare(profile, from);
        return to.profiles().stream()
                .filter(p -> p.computeSlices() == profile.computeSlices()
                        && p.suffix().equals(profile.suffix()))
                .min(Comparator.comparingDouble(p -> Math.abs(memoryShare(p, to) - share)));
    }

    private static double memoryShare(Profile profile, GpuModel model) {
        Integer slices = profile.memorySlices();
        Integer total = model.memorySlices();
        return slices == null || total == null ? 0 : (double) slices / total;
    }
}
