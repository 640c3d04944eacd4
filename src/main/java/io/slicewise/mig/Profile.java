package io.slicewise.mig;

import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GPU instance profile of one GPU model. The same name means another share of another model: 1g.24gb is 1/7 of an
 * H100 NVL and 1/4 of an RTX PRO 6000.
 *
 * <p>{@code null} is a figure that no source gives; the product shows a dash there and never guesses.
 *
 * @param name as {@code nvidia-smi mig -lgip} prints it, {@code 3g.40gb} or {@code 1g.10gb+me}
 * @param suffix {@code +me}, {@code +gfx}, {@code +me.all}, {@code -me}, or empty
 * @param giProfileId the ID column of {@code -lgip}
 * @param computeSlices compute slices of an instance
 * @param memorySlices memory slices of an instance, in the GPU's placement units
 * @param memoryGib memory as printed, in GiB; several where drivers or boards differ, the usual one first
 * @param sms streaming multiprocessors of an instance
 * @param maxInstances the most instances of this profile on one GPU
 * @param placement where it can be placed
 * @param verified whether the row was read in a transcript of this hardware
 * @param unverifiedWhy why not, empty when verified
 * @param exporterNames what DCGM is expected to print in {@code GPU_I_PROFILE}, and other names seen for it
 * @param notes remarks on the figures, conflicts between sources
 */
public record Profile(
        String name,
        String suffix,
        @Nullable Integer giProfileId,
        int computeSlices,
        @Nullable Integer memorySlices,
        List<Double> memoryGib,
        @Nullable Integer sms,
        Engines engines,
        @Nullable Integer maxInstances,
        @Nullable PlacementRule placement,
        boolean verified,
        Wording unverifiedWhy,
        List<String> exporterNames,
        List<Wording> notes) {
    private static final Wording OBSERVED = Messages.wording(Text.of("mig.profile.observed"));

    public Profile {
        memoryGib = List.copyOf(memoryGib);
        exporterNames = List.copyOf(exporterNames);
        notes = List.copyOf(notes);
    }

    /**
     * A profile of which only what the monitoring printed is known, because the catalogue does not have it.
     *
     * @param printed the name as printed
     * @param computeSlices the number before the {@code g}
     */
    public static Profile observed(String printed, int computeSlices) {
        return new Profile(
                printed,
                "",
                null,
                computeSlices,
                null,
                List.of(),
                null,
                Engines.UNKNOWN,
                null,
                null,
                false,
                OBSERVED,
                List.of(),
                List.of());
    }

    /** By its name, as with {@link GpuModel}. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The memory of an instance in GiB, the usual one where sources differ. */
    public @Nullable Double memory() {
        return memoryGib.isEmpty() ? null : memoryGib.getFirst();
    }

    /** Whether nothing is known of it but what the monitoring printed. */
    public boolean isObserved() {
        return unverifiedWhy.equals(OBSERVED);
    }

    /** Whether an instance takes media engines of which a GPU has one set: at most one such instance. */
    public boolean hasMediaExtensions() {
        return suffix.startsWith("+me");
    }

    /** Whether this is one of the profiles that partitions are usually made of: no suffix, no doubled memory. */
    public boolean isPlain() {
        return suffix.isEmpty();
    }
}
