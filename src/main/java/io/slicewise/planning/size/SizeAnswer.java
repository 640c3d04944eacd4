package io.slicewise.planning.size;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Sizing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance is of the right size.
 *
 * <p>Worked example: a 3g.40gb of an A100 80GB with a 95 % quantile of 0.191 and at most 8,000 MiB needs {@code 0.191·3/0.8 =
 * 0.716} slices and {@code 8000/1024·1.1 = 8.59} GiB: a 1g.10gb has both.
 *
 * @param verdict whether it is
 * @param reason why there is no answer, or what else has to be said
 * @param slices the compute slices that it needs; {@code NaN} without a reading
 * @param gib the memory that it needs in GiB; {@code NaN} where no one reported what it uses, or what it has is not known
 * @param smallest the smallest profile that has both; {@code null} where none has
 */
public record SizeAnswer(
        Verdict verdict,
        Reason reason,
        double slices,
        double gib,
        @Nullable Profile smallest) {
    /** So long is the least that tells anything: a day has its peak in it. */
    public static final Duration LEAST = Duration.ofDays(1);

    private static final double MIB_PER_GIB = 1024;
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_UP);

    /** A saturated reading may lie so much above {@code 1/c}. */
    private static final double ABOVE_LOW = 1.02;

    /** For so much of the time the reading has to be near {@code 1/c} to be saturated there. */
    private static final double OFTEN = 0.2;

    /** Whether the size is right. */
    public enum Verdict {
        FITS,
        TOO_LARGE,
        TOO_SMALL,
        NO_ANSWER
    }

    /** Why, where that has to be said. */
    public enum Reason {
        NONE,
        /** It never reads more than {@code 1/c} and stands there: that can be full. */
        SATURATED,
        /** No one reported its memory, so nothing smaller is proposed. */
        NO_MEMORY,
        /** It was recorded for less than {@link #LEAST}. */
        TOO_SHORT,
        NO_READING,
        /** Its profile has a suffix, or is not the catalogue's: it stands outside of the chain of sizes. */
        OUTSIDE,
        /** No profile of the model is large enough. */
        NOTHING_LARGER
    }

    /** Judges an instance. */
    public static SizeAnswer of(GpuModel model, Profile profile, RecordedUse use, SizeRules rules) {
        int own = profile.computeSlices();
        Double full = rules.full().get(own);
        double slices = use.quantile() / (full == null ? 1 : full) * own / rules.target();
        // what a profile without known memory is too small for, no one can tell
        double gib = profile.memory() == null ? Double.NaN : use.memoryMib() / MIB_PER_GIB * (1 + rules.margin());
        if (Double.isNaN(slices)) {
            return new SizeAnswer(Verdict.NO_ANSWER, Reason.NO_READING, slices, gib, null);
        }
        List<Profile> chain = new Sizing(model, 1).chain();
        Profile smallest = smallest(model, slices, gib);
        Reason reason = use.millis() < LEAST.toMillis()
                ? Reason.TOO_SHORT
                : !chain.contains(profile)
                        ? Reason.OUTSIDE
                        : full == null && isSaturated(own, use) ? Reason.SATURATED : Reason.NONE;
        if (reason != Reason.NONE) {
            return new SizeAnswer(Verdict.NO_ANSWER, reason, slices, gib, smallest);
        }
        if (smallest == null) {
            return new SizeAnswer(Verdict.TOO_SMALL, Reason.NOTHING_LARGER, slices, gib, null);
        }
        int larger = Integer.compare(chain.indexOf(profile), chain.indexOf(smallest));
        if (larger > 0 && Double.isNaN(gib)) {
            return new SizeAnswer(Verdict.NO_ANSWER, Reason.NO_MEMORY, slices, gib, smallest);
        }
        Verdict verdict = larger > 0 ? Verdict.TOO_LARGE : larger < 0 ? Verdict.TOO_SMALL : Verdict.FITS;
        return new SizeAnswer(verdict, Reason.NONE, slices, gib, smallest);
    }

    /** The profile that is proposed in the place of another one; that one where none is. */
    public Profile proposed(Profile profile) {
        return smallest != null && (verdict == Verdict.TOO_LARGE || verdict == Verdict.TOO_SMALL) ? smallest : profile;
    }

    private static @Nullable Profile smallest(GpuModel model, double slices, double gib) {
        // what was computed has noise in its last digits
        int whole = BigDecimal.valueOf(slices)
                .round(DIGITS)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        double memory = Double.isNaN(gib) ? Need.ANY_MEMORY : gib;
        return new Sizing(model, 1)
                .serving(new Need.AtLeast(Math.max(1, whole), memory))
                .orElse(null);
    }

    private static boolean isSaturated(int slices, RecordedUse use) {
        return slices > 1 && use.highest() * slices <= ABOVE_LOW && use.nearLow() >= OFTEN;
    }
}
