package io.slicewise.planning.moves;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The profiles of one model that matter to a question, as numbers: what fits into free units of a GPU. */
final class Slots {
    /** Beyond it bits would not do; the largest GPU has 12. */
    static final int MOST_UNITS = 15;

    private final GpuModel model;
    private final List<Profile> profiles;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, List<int[]>> known = new HashMap<>();
    private final int[] all;

    Slots(GpuModel model, List<Profile> profiles) {
        this.model = model;
        this.profiles = List.copyOf(profiles);
        this.all = new int[profiles.size()];
        Arrays.fill(all, Integer.MAX_VALUE);
        for (int i = 0; i < profiles.size(); i++) {
            indexes.put(profiles.get(i).name(), i);
        }
    }

    int count() {
        return profiles.size();
    }

    GpuModel model() {
        return model;
    }

    Profile profile(int index) {
        return profiles.get(index);
    }

    /** The index of a profile that matters. */
    int index(Profile profile) {
        Integer index = indexes.get(profile.name());
        if (index == null) {
            throw new IllegalArgumentException(profile.name() + " was not asked about");
        }
        return index;
    }

    PlacementRule rule(int index) {
        PlacementRule rule = profiles.get(index).placement();
        if (rule == null) {
            throw new IllegalArgumentException(profiles.get(index).name() + " has no places");
        }
        return rule;
    }

    /** The units of a profile at a start. */
    int units(int index, int start) {
        return ((1 << rule(index).size()) - 1) << start;
    }

    /**
     * The fullest sets of profiles that can be added beside what stands, as counts by index.
     *
     * @param taken the units that are taken
     * @param standing how many of each profile stand
     */
    List<int[]> fullest(int taken, int[] standing) {
        return fullest(taken, standing, all);
    }

    /**
     * The same with at most so many of each profile.
     *
     * @param taken the units that are taken
     * @param standing how many of each profile stand
     * @param most how many of each can be added, by index
     */
    List<int[]> fullest(int taken, int[] standing, int[] most) {
        return known.computeIfAbsent(taken + Arrays.toString(standing) + Arrays.toString(most), _ -> {
            int instances = 0;
            int slices = 0;
            boolean media = false;
            for (int p = 0; p < count(); p++) {
                instances += standing[p];
                slices += standing[p] * profiles.get(p).computeSlices();
                media |= standing[p] > 0 && profiles.get(p).hasMediaExtensions();
            }
            Map<String, int[]> sets = new HashMap<>();
            Filling filling = new Filling(standing, most, sets);
            filling.from(
                    0,
                    taken,
                    model.computeSlices() - slices,
                    model.maxInstances() - instances,
                    media,
                    new int[count()]);
            return undominated(new ArrayList<>(sets.values()));
        });
    }

    private static List<int[]> undominated(List<int[]> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !Arrays.equals(other, one) && covers(other, one)))
                .sorted(Arrays::compare)
                .toList();
    }

    /** Whether one has as many of everything. */
    static boolean covers(int[] more, int[] less) {
        for (int i = 0; i < less.length; i++) {
            if (more[i] < less[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one more of a profile may stand, units aside. */
    boolean allows(int index, int[] standing) {
        int slices = profiles.get(index).computeSlices();
        int instances = 1;
        boolean media = false;
        for (int p = 0; p < count(); p++) {
            slices += standing[p] * profiles.get(p).computeSlices();
            instances += standing[p];
            media |= standing[p] > 0 && profiles.get(p).hasMediaExtensions();
        }
        return slices <= model.computeSlices()
                && instances <= model.maxInstances()
                && !(media && profiles.get(index).hasMediaExtensions())
                && isBelowMost(index, standing[index]);
    }

    private boolean isBelowMost(int index, int standing) {
        Integer most = profiles.get(index).maxInstances();
        return most == null || standing < most;
    }

    /** A walk over the units from left to right. */
    private final class Filling {
        private final int[] standing;
        private final int[] most;
        private final Map<String, int[]> all;

        Filling(int[] standing, int[] most, Map<String, int[]> all) {
            this.standing = standing;
            this.most = most;
            this.all = all;
        }

        void from(int unit, int taken, int slices, int instances, boolean media, int[] added) {
            Integer units = model.placementUnits();
            if (units == null || unit >= units || instances <= 0) {
                all.putIfAbsent(Arrays.toString(added), added.clone());
                return;
            }
            from(unit + 1, taken, slices, instances, media, added);
            for (int p = 0; p < count(); p++) {
                Profile profile = profiles.get(p);
                if (added[p] < most[p]
                        && profile.computeSlices() <= slices
                        && rule(p).starts().contains(unit)
                        && (taken & units(p, unit)) == 0
                        && !(media && profile.hasMediaExtensions())
                        && isBelowMost(p, standing[p] + added[p])) {
                    added[p]++;
                    from(
                            unit + rule(p).size(),
                            taken,
                            slices - profile.computeSlices(),
                            instances - 1,
                            media || profile.hasMediaExtensions(),
                            added);
                    added[p]--;
                }
            }
        }
    }
}
