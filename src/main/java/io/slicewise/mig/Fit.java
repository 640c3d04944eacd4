package io.slicewise.mig;

import io.slicewise.text.Text;
import java.util.List;

/** The answer to «does this profile fit?». */
public sealed interface Fit {
    /**
     * It fits.
     *
     * @param starts where, the start that keeps the most options open first; {@link Placement#UNKNOWN} alone where the
     *     model's placements are not known
     */
    record Fits(List<Integer> starts) implements Fit {
        public Fits {
            starts = List.copyOf(starts);
        }

        /** The start that keeps the most options open. */
        public int best() {
            return starts.getFirst();
        }
    }

    /**
     * It does not fit.
     *
     * @param reason why, for a person
     */
    record DoesNotFit(Text reason) implements Fit {}
}
