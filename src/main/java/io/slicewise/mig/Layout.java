package io.slicewise.mig;

import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The placed GPU instances of one GPU. A layout may be illegal (a file can hold anything): {@link #conflicts()} says
 * how.
 *
 * @param model the GPU
 * @param placements its instances, in any order
 */
public record Layout(GpuModel model, List<Placement> placements) {
    public Layout {
        placements = List.copyOf(placements);
    }

    public static Layout empty(GpuModel model) {
        return new Layout(model, List.of());
    }

    /** The layout with one more instance. */
    public Layout plus(Placement placement) {
        List<Placement> more = new ArrayList<>(placements);
        more.add(placement);
        return new Layout(model, more);
    }

    /** Compute slices of all instances: {@code Σc_i}. */
    public int allocatedSlices() {
        int sum = 0;
        for (Placement placement : placements) {
            sum += placement.profile().computeSlices();
        }
        return sum;
    }

    public int freeSlices() {
        return model.computeSlices() - allocatedSlices();
    }

    /**
     * The ceiling of {@code G}: the whole-GPU utilization when every instance of this layout is at 100 %, {@code
     * Σc_i / C}. 3×1g and a 3g on an A100: 6/7.
     */
    public double ceiling() {
        return (double) allocatedSlices() / model.computeSlices();
    }

    /**
     * Compute slices that no profile can use any more, wherever it is placed, as long as the instances stay where they
     * are: {@code C − Σc_i −} the most that can be added. 3g+3g on an A100 strands 1, 3g at start 0 alone strands 1, at
     * start 4 none. 0 where placements are not known.
     */
    public int strandedSlices() {
        if (!model.hasPlacements() || freeSlices() <= 0) {
            return 0;
        }
        return freeSlices() - freeSpace().mostSlices(freeSlices(), instancesLeft());
    }

    /**
     * The ceiling of {@code G} once everything that still fits is filled in: {@code (C − stranded) / C}. Below 1 the
     * GPU cannot reach 100 % without moving an instance.
     */
    public double reachableCeiling() {
        return (double) (model.computeSlices() - strandedSlices()) / model.computeSlices();
    }

    /** Placement units that nothing can be placed over with a compute slice that is left, by unit. */
    public boolean[] strandedUnits() {
        int units = model.placementUnits() == null ? 0 : model.placementUnits();
        boolean[] stranded = new boolean[units];
        FreeSpace space = freeSpace();
        for (int unit = 0; unit < units; unit++) {
            stranded[unit] = !covered(unit) && !canCover(space, unit);
        }
        return stranded;
    }

    private boolean covered(int unit) {
        for (Placement placement : placements) {
            if (placement.isPlaced() && placement.start() <= unit && unit < placement.end()) {
                return true;
            }
        }
        return false;
    }

    private boolean canCover(FreeSpace space, int unit) {
        for (Profile profile : model.profiles()) {
            PlacementRule rule = profile.placement();
            if (rule == null || profile.computeSlices() > freeSlices() || instancesLeft() == 0) {
                continue;
            }
            for (int start : rule.starts()) {
                if (start <= unit && unit < start + rule.size() && space.isFree(rule, start)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a profile fits, where, and if not, why. */
    public Fit fit(Profile profile) {
        if (placements.size() >= model.maxInstances()) {
            return no("mig.noFit.instances", placements.size(), model.name());
        }
        if (profile.computeSlices() > freeSlices()) {
            return no("mig.noFit.slices", profile.computeSlices(), Math.max(0, freeSlices()), model.computeSlices());
        }
        if (profile.hasMediaExtensions()
                && placements.stream().anyMatch(p -> p.profile().hasMediaExtensions())) {
            return no("mig.noFit.media");
        }
        if (!quotaAllows(placements, profile)) {
            return no("mig.noFit.quota", profile.maxInstances() == null ? 0 : profile.maxInstances(), profile.name());
        }
        PlacementRule rule = profile.placement();
        if (rule == null || !model.hasPlacements()) {
            return new Fit.Fits(List.of(Placement.UNKNOWN));
        }
        FreeSpace space = freeSpace();
        List<Integer> starts = rule.starts().stream()
                .filter(start -> space.isFree(rule, start))
                .toList();
        if (starts.isEmpty()) {
            return no("mig.noFit.memory", rule.size(), new Listing(strings(rule.starts())), blockers(rule));
        }
        return new Fit.Fits(byOptions(profile, starts));
    }

    /** Whether a profile fits at this very start. */
    public boolean fitsAt(Profile profile, int start) {
        return fit(profile) instanceof Fit.Fits fits && fits.starts().contains(start);
    }

    /**
     * The starts, the one that leaves the most sets of base profiles possible first, and of equals the higher start:
     * low starts are the ones that 4g and 7g need.
     */
    private List<Integer> byOptions(Profile profile, List<Integer> starts) {
        if (starts.size() == 1) {
            return starts;
        }
        record Option(int start, long ways) implements Comparable<Option> {
            @Override
            public int compareTo(Option other) {
                return ways == other.ways ? Integer.compare(other.start, start) : Long.compare(other.ways, ways);
            }
        }
        List<Option> options = new ArrayList<>();
        for (int start : starts) {
            Layout next = plus(new Placement(profile, start));
            options.add(new Option(start, next.freeSpace().options(next.freeSlices(), next.instancesLeft())));
        }
        Collections.sort(options);
        return options.stream().map(Option::start).toList();
    }

    /** What makes this layout impossible on the hardware; empty when it is legal. */
    public List<Text> conflicts() {
        List<Text> conflicts = new ArrayList<>();
        if (allocatedSlices() > model.computeSlices()) {
            conflicts.add(Text.of("mig.conflict.slices", allocatedSlices(), model.computeSlices(), model.name()));
        }
        if (placements.size() > model.maxInstances()) {
            conflicts.add(Text.of("mig.conflict.instances", placements.size(), model.maxInstances(), model.name()));
        }
        if (placements.stream().filter(p -> p.profile().hasMediaExtensions()).count() > 1) {
            conflicts.add(Text.of("mig.noFit.media"));
        }
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            PlacementRule rule = placement.profile().placement();
            if (placement.isPlaced() && rule != null && !rule.starts().contains(placement.start())) {
                conflicts.add(Text.of(
                        "mig.conflict.start",
                        placement.profile().name(),
                        String.valueOf(placement.start()),
                        new Listing(strings(rule.starts()))));
            }
            for (Placement other : placements.subList(0, i)) {
                if (placement.overlaps(other)) {
                    conflicts.add(Text.of("mig.conflict.overlap", named(other), named(placement)));
                }
            }
        }
        return conflicts;
    }

    /** Whether the counts of a profile's own maximum and of media extensions allow one more. */
    static boolean quotaAllows(List<Placement> placed, Profile profile) {
        int same = 0;
        boolean media = false;
        for (Placement placement : placed) {
            same += placement.profile().name().equals(profile.name()) ? 1 : 0;
            media |= placement.profile().hasMediaExtensions();
        }
        return (profile.maxInstances() == null || same < profile.maxInstances())
                && !(media && profile.hasMediaExtensions());
    }

    private int instancesLeft() {
        return Math.max(0, model.maxInstances() - placements.size());
    }

    private FreeSpace freeSpace() {
        return new FreeSpace(model, placements, model.baseProfiles());
    }

    private Listing blockers(PlacementRule rule) {
        return new Listing(placements.stream()
                .filter(p -> p.isPlaced()
                        && rule.starts().stream().anyMatch(s -> p.start() < s + rule.size() && s < p.end()))
                .sorted(Comparator.comparingInt(Placement::start))
                .map(Layout::named)
                .toList());
    }

    private static Text named(Placement placement) {
        return Text.of("mig.placed", placement.profile().name(), String.valueOf(placement.start()));
    }

    private static List<String> strings(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    private static Fit no(String key, Object... args) {
        return new Fit.DoesNotFit(Text.of(key, args));
    }
}
