package io.slicewise.mig;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a board draws, as it was printed.
 *
 * @param board which of the boards that share a model: {@code SXM4}, {@code PCIe}
 * @param capWatts its limit; {@code null} where no source gives it
 * @param idleLow the least that was read with nothing to do; {@code null} where no source gives it
 * @param idleHigh the most that was
 * @param source where both were read
 */
public record BoardPower(
        String board,
        @Nullable Integer capWatts,
        @Nullable Integer idleLow,
        @Nullable Integer idleHigh,
        Source source) {
    /** What it draws with nothing to do: the middle of what was read; {@code NaN} where no source gives it. */
    public double idle() {
        return idleLow == null || idleHigh == null ? Double.NaN : (idleLow + idleHigh) / 2.0;
    }

    /** What it draws at most; {@code NaN} where no source gives it. */
    public double cap() {
        return capWatts == null ? Double.NaN : capWatts;
    }

    /** Whether an exporter's name for a GPU names this board. */
    boolean isNamedIn(String modelName) {
        return modelName.toLowerCase(Locale.ROOT).contains(board.toLowerCase(Locale.ROOT));
    }
}
