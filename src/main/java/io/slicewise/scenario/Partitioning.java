package io.slicewise.scenario;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Fit;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.Edit.Outcome;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What edits do to the instances of GPUs. Whatever comes out is a legal layout if what went in was one. */
final class Partitioning {
    private Partitioning() {}

    static Outcome add(Scenario scenario, String gpuId, String profileName, @Nullable Integer start) {
        Optional<Gpu> gpu = scenario.fleet().gpu(gpuId);
        return gpu.isEmpty()
                ? Gpus.noGpu(gpuId)
                : insert(
                        scenario,
                        gpu.get(),
                        new Clip(profileName, Instance.NO_READING, "", "", ""),
                        start,
                        gpu.get().layout());
    }

    static Outcome move(Scenario scenario, InstanceRef ref, String gpuId, int start) {
        Optional<Instance> instance = scenario.fleet().instance(ref);
        if (instance.isEmpty()) {
            return noInstance(ref);
        }
        if (!ref.gpu().equals(gpuId)) {
            return moveAcross(scenario, ref, instance.get(), gpuId, start);
        }
        Optional<Gpu> gpu = scenario.fleet().gpu(gpuId);
        Optional<Layout> rest = gpu.flatMap(g -> g.layoutWithout(Set.of(ref.instance())));
        if (rest.isEmpty()) {
            return noModel(gpuId);
        }
        Profile profile = instance.get().profile();
        return switch (rest.get().fit(profile)) {
            case Fit.DoesNotFit no -> new Outcome.Refused(no.reason());
            case Fit.Fits fits when !fits.starts().contains(start) -> notAt(profile, start);
            case Fit.Fits _ -> new Outcome.Done(change(scenario, Set.of(ref), i -> i.withStart(start)));
        };
    }

    private static Outcome moveAcross(Scenario scenario, InstanceRef ref, Instance instance, String gpuId, int start) {
        Scenario without = remove(scenario, Set.of(ref));
        Optional<Gpu> target = without.fleet().gpu(gpuId);
        return target.isEmpty()
                ? Gpus.noGpu(gpuId)
                : insert(
                        without,
                        target.get(),
                        Clip.of(instance),
                        start,
                        target.get().layout());
    }

    static Scenario remove(Scenario scenario, Set<InstanceRef> refs) {
        Scenario result = scenario;
        for (Gpu gpu : scenario.fleet().gpus()) {
            List<Instance> kept = gpu.instances().stream()
                    .filter(i -> !refs.contains(new InstanceRef(gpu.id(), i.id())))
                    .toList();
            if (kept.size() < gpu.instances().size()) {
                result = result.withGpu(gpu.id(), g -> g.withInstances(kept));
            }
        }
        return result;
    }

    static Outcome duplicate(Scenario scenario, Set<InstanceRef> refs) {
        Scenario result = scenario;
        for (Gpu gpu : scenario.fleet().gpus()) {
            List<Clip> clips = gpu.instances().stream()
                    .filter(i -> refs.contains(new InstanceRef(gpu.id(), i.id())))
                    .map(Clip::of)
                    .toList();
            switch (insertAll(result, gpu.id(), clips, "scenario.refused.duplicate")) {
                case Outcome.Refused refused -> {
                    return refused;
                }
                case Outcome.Done done -> result = done.scenario();
            }
        }
        return new Outcome.Done(result);
    }

    static Outcome changeProfile(Scenario scenario, InstanceRef ref, String profileName) {
        Optional<Gpu> gpu = scenario.fleet().gpu(ref.gpu());
        Optional<Instance> instance = scenario.fleet().instance(ref);
        if (gpu.isEmpty() || instance.isEmpty()) {
            return noInstance(ref);
        }
        Optional<Layout> rest = gpu.get().layoutWithout(Set.of(ref.instance()));
        if (rest.isEmpty()) {
            return noModel(gpu.get().name());
        }
        Optional<Profile> profile = rest.get().model().profile(profileName);
        if (profile.isEmpty()) {
            return noProfile(profileName, rest.get());
        }
        return switch (rest.get().fit(profile.get())) {
            case Fit.DoesNotFit no -> new Outcome.Refused(no.reason());
            case Fit.Fits fits -> {
                int start = fits.starts().contains(instance.get().start())
                        ? instance.get().start()
                        : fits.best();
                yield new Outcome.Done(change(scenario, Set.of(ref), i -> i.withProfile(profile.get(), start)));
            }
        };
    }

    static Scenario change(Scenario scenario, Set<InstanceRef> refs, UnaryOperator<Instance> change) {
        Scenario result = scenario;
        for (Gpu gpu : scenario.fleet().gpus()) {
            boolean touched = refs.stream().anyMatch(ref -> ref.gpu().equals(gpu.id()));
            if (touched) {
                List<Instance> instances = gpu.instances().stream()
                        .map(i -> refs.contains(new InstanceRef(gpu.id(), i.id())) ? change.apply(i) : i)
                        .toList();
                result = result.withGpu(gpu.id(), g -> g.withInstances(instances));
            }
        }
        return result;
    }

    static Scenario withUtilizations(Scenario scenario, Map<InstanceRef, Double> utilizations) {
        Scenario result = scenario;
        for (Gpu gpu : scenario.fleet().gpus()) {
            List<Instance> instances = gpu.instances().stream()
                    .map(i -> i.withUtilization(
                            utilizations.getOrDefault(new InstanceRef(gpu.id(), i.id()), i.utilization())))
                    .toList();
            if (!instances.equals(gpu.instances())) {
                result = result.withGpu(gpu.id(), g -> g.withInstances(instances));
            }
        }
        return result;
    }

    static Outcome paste(Scenario scenario, String gpuId, List<Clip> clips) {
        return insertAll(scenario, gpuId, clips, "scenario.refused.paste");
    }

    /** All of them, in their order, or none; the key is of the sentence for the first that does not fit. */
    private static Outcome insertAll(Scenario scenario, String gpuId, List<Clip> clips, String refusal) {
        Optional<List<Integer>> starts = scenario.fleet()
                .gpu(gpuId)
                .flatMap(Gpu::layout)
                .flatMap(layout -> profiles(layout, clips).flatMap(profiles -> Layouts.place(layout, profiles)));
        Scenario result = scenario;
        for (int i = 0; i < clips.size(); i++) {
            Clip clip = clips.get(i);
            Optional<Gpu> gpu = result.fleet().gpu(gpuId);
            if (gpu.isEmpty()) {
                return Gpus.noGpu(gpuId);
            }
            Integer start = starts.isPresent() ? starts.get().get(i) : null;
            switch (insert(result, gpu.get(), clip, start, gpu.get().layout())) {
                case Outcome.Refused refused -> {
                    return new Outcome.Refused(Text.of(refusal, clip.profile(), refused.reason()));
                }
                case Outcome.Done done -> result = done.scenario();
            }
        }
        return new Outcome.Done(result);
    }

    /** What the clips are on a model; empty where it does not have one of them. */
    private static Optional<List<Profile>> profiles(Layout layout, List<Clip> clips) {
        List<Profile> profiles = clips.stream()
                .flatMap(clip -> layout.model().printedProfile(clip.profile()).stream())
                .toList();
        return profiles.size() == clips.size() ? Optional.of(profiles) : Optional.empty();
    }

    private static Outcome insert(
            Scenario scenario, Gpu gpu, Clip clip, @Nullable Integer start, Optional<Layout> layout) {
        if (layout.isEmpty()) {
            return noModel(gpu.name());
        }
        Optional<Profile> profile = layout.get().model().printedProfile(clip.profile());
        if (profile.isEmpty()) {
            return noProfile(clip.profile(), layout.get());
        }
        return switch (layout.get().fit(profile.get())) {
            case Fit.DoesNotFit no -> new Outcome.Refused(no.reason());
            case Fit.Fits fits when start != null && !fits.starts().contains(start) -> notAt(profile.get(), start);
            case Fit.Fits fits -> {
                Instance instance = new Instance(
                        Ids.instance(gpu.instances()),
                        profile.get(),
                        start == null ? fits.best() : start,
                        clip.utilization(),
                        clip.name(),
                        clip.owner(),
                        clip.note());
                List<Instance> more = new ArrayList<>(gpu.instances());
                more.add(instance);
                yield new Outcome.Done(scenario.withGpu(gpu.id(), g -> g.withInstances(more)));
            }
        };
    }

    /** The instances of a layout from left to right, carrying over what the GPU's instances had, in their order. */
    static Gpu relaid(Gpu gpu, Layout layout) {
        List<Instance> before = gpu.instances().stream()
                .sorted(Comparator.comparingInt(Instance::start))
                .toList();
        List<Placement> placements = layout.placements().stream()
                .sorted(Comparator.comparingInt(Placement::start))
                .toList();
        List<Instance> after = new ArrayList<>();
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            Instance fresh =
                    Instance.of(Ids.instance(after), placement.profile(), placement.start(), Instance.NO_READING);
            after.add(
                    i < before.size()
                            ? before.get(i).withId(fresh.id()).withProfile(placement.profile(), placement.start())
                            : fresh);
        }
        return gpu.withModel(layout.model(), after);
    }

    private static Outcome notAt(Profile profile, int start) {
        return new Outcome.Refused(Text.of("scenario.refused.notAt", profile.name(), String.valueOf(start)));
    }

    private static Outcome noInstance(InstanceRef ref) {
        return new Outcome.Refused(Text.of("scenario.refused.noInstance", ref.instance()));
    }

    private static Outcome noModel(String gpu) {
        return new Outcome.Refused(Text.of("scenario.refused.noModel", gpu));
    }

    private static Outcome noProfile(String profile, Layout layout) {
        return new Outcome.Refused(
                Text.of("scenario.refused.noProfile", profile, layout.model().name()));
    }
}
