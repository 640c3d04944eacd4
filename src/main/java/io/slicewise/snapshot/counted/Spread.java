package io.slicewise.snapshot.counted;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spreads the instances of a node over as few GPUs as hold them, each combination once. */
final class Spread {
    private final Map<Key, List<List<Profile>>> known = new HashMap<>();

    private record Key(String model, List<String> profiles) {}

    /** For each GPU its instances; alike on all GPUs where the counts allow it. */
    List<List<Profile>> of(GpuModel model, List<Profile> profiles) {
        List<Profile> sorted = profiles.stream()
                .sorted(Comparator.comparingInt(Profile::computeSlices)
                        .reversed()
                        .thenComparing(Profile::name))
                .toList();
        Key key = new Key(model.id(), sorted.stream().map(Profile::name).toList());
        return known.computeIfAbsent(key, first -> spread(model, sorted));
    }

    private static List<List<Profile>> spread(GpuModel model, List<Profile> sorted) {
        List<List<Profile>> filled = firstFit(model, sorted);
        for (int gpus = 1; gpus <= filled.size(); gpus++) {
            List<Profile> each = share(sorted, gpus);
            if (!each.isEmpty() && Layouts.place(model, each).isPresent()) {
                return Collections.nCopies(gpus, each);
            }
        }
        return filled;
    }

    /** A GPU that has no room for an instance has none for the next of that kind: what is full is not tried again. */
    private static List<List<Profile>> firstFit(GpuModel model, List<Profile> sorted) {
        List<List<Profile>> gpus = new ArrayList<>();
        Map<Profile, Integer> firsts = new HashMap<>();
        for (Profile profile : sorted) {
            int at = firsts.getOrDefault(profile, 0);
            while (at < gpus.size() && !hasRoom(model, gpus.get(at), profile)) {
                at++;
            }
            firsts.put(profile, at);
            if (at == gpus.size()) {
                gpus.add(new ArrayList<>());
            }
            gpus.get(at).add(profile);
        }
        return gpus;
    }

    private static boolean hasRoom(GpuModel model, List<Profile> gpu, Profile profile) {
        List<Profile> more = new ArrayList<>(gpu);
        more.add(profile);
        return Layouts.place(model, more).isPresent();
    }

    /** One of so many equal shares; empty where the counts cannot be divided. */
    private static List<Profile> share(List<Profile> sorted, int shares) {
        Map<String, Integer> seen = new HashMap<>();
        List<Profile> one = new ArrayList<>();
        for (Profile profile : sorted) {
            if (seen.merge(profile.name(), 1, Integer::sum) % shares == 0) {
                one.add(profile);
            }
        }
        return seen.values().stream().allMatch(count -> count % shares == 0) ? one : List.of();
    }
}
