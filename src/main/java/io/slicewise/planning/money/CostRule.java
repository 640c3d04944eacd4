package io.slicewise.planning.money;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what the price of a GPU is shared out. */
public enum CostRule {
    /** Compute slices: {@code c/C}. */
    SLICES,
    /** The larger of both shares: {@code max(c/C, s/M)}. Fair where memory is what runs out. */
    DOMINANT,
    /** Memory slices: {@code s/M}. */
    MEMORY;

    /** A part of a GPU in whole numbers: {@code part/whole}. */
    record Share(int part, int whole) {
        private boolean isLess(Share other) {
            return (long) part * other.whole < (long) other.part * whole;
        }
    }

    /** The persistent name: {@code slices}, {@code dominant}, {@code memory}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of a persistent name. */
    public static Optional<CostRule> ofId(String id) {
        for (CostRule rule : values()) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Whether an instance of this profile has a share: its memory slices may be known nowhere. */
    public boolean knows(GpuModel model, Profile profile) {
        return share(model, profile) != null;
    }

    @Nullable
    Share share(GpuModel model, Profile profile) {
        Share slices = new Share(profile.computeSlices(), model.computeSlices());
        Integer taken = profile.memorySlices();
        Integer all = model.memorySlices();
        Share memory = taken == null || all == null ? null : new Share(taken, all);
        return switch (this) {
            case SLICES -> slices;
            case MEMORY -> memory;
            case DOMINANT -> memory == null ? null : slices.isLess(memory) ? memory : slices;
        };
    }
}
