package io.slicewise.planning.demand;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which profile of a model serves a need.
 *
 * @param model the model
 * @param speed how much of the work of a GPU of speed 1 it does, above 0
 */
public record Sizing(GpuModel model, double speed) {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_UP);

    /** The smallest profile that serves; empty where none does. */
    public Optional<Profile> serving(Need need) {
        return switch (need) {
            case Need.Named named -> named(named.profile());
            case Need.AtLeast atLeast ->
                smallest(profile -> profile.computeSlices() >= atLeast.slices() && holds(profile, atLeast.gib()));
            case Need.PartOfGpu part -> smallest(profile -> suffices(profile, part) && holds(profile, part.gib()));
        };
    }

    /**
     * The part of a GPU that a need takes where GPUs can be divided at will, by compute.
     *
     * @param profile what serves it
     */
    public double divided(Need need, Profile profile) {
        return switch (need) {
            case Need.Named _ -> rounded(profile);
            case Need.AtLeast atLeast -> (double) atLeast.slices() / model.computeSlices();
            case Need.PartOfGpu part -> part.share() / (speed * part.target());
        };
    }

    /** The part of a GPU that a profile takes, by compute slices. */
    public double rounded(Profile profile) {
        return (double) profile.computeSlices() / model.computeSlices();
    }

    private Optional<Profile> named(String name) {
        Optional<Profile> exact = model.profile(name);
        return exact.isPresent()
                ? exact
                : model.baseProfiles().stream()
                        .filter(profile -> name.equals(profile.computeSlices() + "g"))
                        .findFirst();
    }

    private Optional<Profile> smallest(Predicate<Profile> serves) {
        return chain().stream().filter(serves).findFirst();
    }

    /** From the smallest on: fewer slices first, of equals the one with less memory. */
    public List<Profile> chain() {
        return model.profiles().stream()
                .filter(Profile::isPlain)
                .sorted(Comparator.comparingInt(Profile::computeSlices).thenComparingInt(Sizing::size))
                .toList();
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? 0 : rule.size();
    }

    private static boolean holds(Profile profile, double gib) {
        Double memory = profile.memory();
        return gib <= Need.ANY_MEMORY || (memory != null && memory >= gib);
    }

    /**
     * {@code c/C ≥ share / (speed · target)}, by SMs {@code m/M} in the place of {@code c/C}, in the decimals that were written: 0.8 · 0.35 is 0.28. A share that was computed
     * has noise in its last digits, so what it needs is rounded before.
     */
    private boolean suffices(Profile profile, Need.PartOfGpu part) {
        Integer own = part.bySms() ? profile.sms() : (Integer) profile.computeSlices();
        Integer all = part.bySms() ? model.sms() : (Integer) model.computeSlices();
        if (own == null || all == null) {
            return false;
        }
        BigDecimal has = BigDecimal.valueOf(speed)
                .multiply(BigDecimal.valueOf(part.target()))
                .multiply(BigDecimal.valueOf(own));
        BigDecimal needs = BigDecimal.valueOf(part.share()).multiply(BigDecimal.valueOf(all));
        return has.compareTo(needs.round(DIGITS)) >= 0;
    }
}
