package io.slicewise.planning.layout;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Sizing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks the layouts of a GPU by what they serve of its load. */
public final class LayoutRanking {
    private static final Comparator<RankedLayout> BEST = Comparator.comparingInt(RankedLayout::served)
            .thenComparingInt(RankedLayout::spareSlices)
            .reversed()
            .thenComparingInt(RankedLayout::restarts);

    private final GpuModel model;
    private final List<Instance> instances;
    private final List<Profile> chain;

    /** Which profile serves each instance's need. */
    private final List<Profile> needed;

    private LayoutRanking(GpuModel model, List<Instance> instances, List<Profile> needed) {
        this.model = model;
        this.instances = instances;
        this.chain = new Sizing(model, 1).chain();
        this.needed = needed;
    }

    /**
     * The layouts: what serves more before what serves less, then what leaves more to others, then what restarts less.
     *
     * @param gpu a GPU whose instances' places are known
     * @param needs what its instances need, in their order; where a profile serves one it is the smallest that does
     * @return empty where the places are not known or not legal, or something is needed that the model does not have
     */
    public static List<RankedLayout> of(Gpu gpu, Demand needs) {
        GpuModel model = gpu.model();
        Layout present = gpu.layout().orElse(null);
        if (model == null
                || present == null
                || !model.hasPlacements()
                || gpu.instances().isEmpty()
                || gpu.instances().size() != needs.lines().size()
                || !gpu.instances().stream()
                        .allMatch(instance -> instance.placement().isPlaced())
                || !present.conflicts().isEmpty()) {
            return List.of();
        }
        List<Profile> needed = new ArrayList<>();
        for (DemandLine line : needs.lines()) {
            Optional<Profile> serving = new Sizing(model, 1).serving(line.need());
            if (serving.isEmpty()) {
                return List.of();
            }
            needed.add(serving.get());
        }
        LayoutRanking ranking = new LayoutRanking(model, gpu.instances(), needed);
        return Layouts.distinct(Layouts.maximal(model, model.baseProfiles())).stream()
                .map(ranking::ranked)
                .sorted(BEST)
                .toList();
    }

    /** The compute slices that instances have and, by their needs, could do without; 0 where that is not known. */
    public static int unneededSlices(Gpu gpu, Demand needs) {
        GpuModel model = gpu.model();
        if (model == null || gpu.instances().size() != needs.lines().size()) {
            return 0;
        }
        int unneeded = 0;
        for (int i = 0; i < needs.lines().size(); i++) {
            int has = gpu.instances().get(i).profile().computeSlices();
            unneeded += new Sizing(model, 1)
                    .serving(needs.lines().get(i).need())
                    .map(profile -> Math.max(0, has - profile.computeSlices()))
                    .orElse(0);
        }
        return unneeded;
    }

    /** Keeps as many instances as can stay without serving fewer; of equal choices the one that keeps the first ones. */
    private RankedLayout ranked(Layout layout) {
        List<Profile> profiles =
                layout.placements().stream().map(Placement::profile).toList();
        int served = served(needed, profiles).size();
        int all = (1 << instances.size()) - 1;
        for (int count = instances.size(); count > 0; count--) {
            for (int keep = all; keep > 0; keep--) {
                if (Integer.bitCount(keep) == count) {
                    Optional<RankedLayout> kept = keeping(keep, profiles, served);
                    if (kept.isPresent()) {
                        return kept.get();
                    }
                }
            }
        }
        return keeping(0, profiles, served).orElseThrow();
    }

    private Optional<RankedLayout> keeping(int keep, List<Profile> profiles, int served) {
        List<Profile> open = new ArrayList<>(profiles);
        List<Profile> others = new ArrayList<>();
        Layout layout = Layout.empty(model);
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get(i);
            if ((keep >> i & 1) == 0) {
                others.add(needed.get(i));
            } else if (open.remove(instance.profile())) {
                layout = layout.plus(instance.placement());
            } else {
                return Optional.empty();
            }
        }
        List<Profile> used = served(others, open);
        int kept = Integer.bitCount(keep);
        if (kept + used.size() < served) {
            return Optional.empty();
        }
        Layout standing = layout;
        return Layouts.place(standing, open).map(starts -> {
            Layout full = standing;
            for (int i = 0; i < starts.size(); i++) {
                full = full.plus(new Placement(open.get(i), starts.get(i)));
            }
            List<Profile> spare = new ArrayList<>(open);
            used.forEach(spare::remove);
            spare.sort(Comparator.comparingInt(this::rank));
            return new RankedLayout(full, served, needed.size(), spare, instances.size() - kept);
        });
    }

    /**
     * Which of some instances serve needs: the smallest need first, each by the smallest that is left. No other choice serves
     * more, since whatever serves a large need serves a small one.
     */
    private List<Profile> served(List<Profile> needs, List<Profile> some) {
        List<Profile> left = new ArrayList<>(some);
        left.sort(Comparator.comparingInt(this::rank));
        List<Profile> used = new ArrayList<>();
        for (Profile need :
                needs.stream().sorted(Comparator.comparingInt(this::rank)).toList()) {
            left.stream().filter(profile -> serves(profile, need)).findFirst().ifPresent(profile -> {
                left.remove(profile);
                used.add(profile);
            });
        }
        return used;
    }

    /** What is outside of the chain serves itself only. */
    private boolean serves(Profile profile, Profile need) {
        return profile.equals(need) || (chain.contains(profile) && chain.contains(need) && rank(profile) >= rank(need));
    }

    private int rank(Profile profile) {
        return chain.indexOf(profile);
    }
}
