package io.slicewise.snapshot.assemble;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.collect.PrintedProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads profile names and places profiles, each combination once: the ten thousand GPUs of a fleet have a few layouts.
 */
final class Placing {
    /** By the model's id, and by what is printed. */
    private final Map<String, Map<String, Optional<PrintedProfile>>> names = new HashMap<>();

    private final Map<Layout, Optional<List<Integer>>> layouts = new HashMap<>();

    private @Nullable GpuModel lastModel;
    private List<Profile> last = List.of();
    private Optional<List<Integer>> lastPlaced = Optional.empty();

    private record Layout(String model, List<String> profiles) {}

    @Nullable
    PrintedProfile read(String printed, @Nullable GpuModel model) {
        String id = model == null ? "" : model.id();
        Map<String, Optional<PrintedProfile>> known = names.computeIfAbsent(id, _ -> new HashMap<>());
        Optional<PrintedProfile> read = known.get(printed);
        if (read == null) {
            read = PrintedProfile.read(printed, model);
            known.put(printed, read);
        }
        return read.orElse(null);
    }

    /** As {@link Layouts#place(GpuModel, List)}; the same set of profiles is placed alike in whatever order it comes. */
    Optional<List<Integer>> place(GpuModel model, List<Profile> profiles) {
        if (!isLast(model, profiles)) {
            lastModel = model;
            last = List.copyOf(profiles);
            lastPlaced = search(model, profiles);
        }
        return lastPlaced;
    }

    /** Most GPUs of a file are partitioned as the one before, and its profiles are the very same objects. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isLast(GpuModel model, List<Profile> profiles) {
        if (model != lastModel || profiles.size() != last.size()) {
            return false;
        }
        for (int i = 0; i < last.size(); i++) {
            if (profiles.get(i) != last.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<List<Integer>> search(GpuModel model, List<Profile> profiles) {
        List<String> names = new ArrayList<>(profiles.size());
        for (Profile profile : profiles) {
            names.add(profile.name());
        }
        return layouts.computeIfAbsent(new Layout(model.id(), names), first -> placeSorted(model, profiles));
    }

    /** Whether the profiles can stand at these places; where no one knows the model's places, anywhere. */
    static boolean stand(GpuModel model, List<Profile> profiles, List<Integer> starts) {
        List<Placement> placements = new ArrayList<>(profiles.size());
        for (int i = 0; i < profiles.size(); i++) {
            placements.add(new Placement(profiles.get(i), starts.get(i)));
        }
        return new io.slicewise.mig.Layout(model, placements).conflicts().isEmpty();
    }

    private static Optional<List<Integer>> placeSorted(GpuModel model, List<Profile> profiles) {
        List<Integer> order = new ArrayList<>(profiles.size());
        for (int i = 0; i < profiles.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) ->
                profiles.get(one).name().compareTo(profiles.get(other).name()));
        return Layouts.place(model, order.stream().map(profiles::get).toList()).map(starts -> inOrder(order, starts));
    }

    private static List<Integer> inOrder(List<Integer> order, List<Integer> starts) {
        Integer[] result = new Integer[order.size()];
        for (int i = 0; i < result.length; i++) {
            result[order.get(i)] = starts.get(i);
        }
        return List.of(result);
    }
}
