package io.slicewise.planning.watts;

import io.slicewise.mig.BoardPower;
import java.util.Optional;

/**
 * What a GPU draws with nothing to do.
 *
 * @param watts how much; {@code NaN} where it is not known
 * @param source who says so
 */
public record IdleWatts(double watts, Source source) {
    /** From the most to the least trusted. */
    public enum Source {
        PLANNER,
        /** The lowest reading while all instances of the GPU read 0. */
        MEASURED,
        CATALOGUE,
        UNKNOWN
    }

    /**
     * The most trusted figure that there is.
     *
     * @param planner what the planner says; {@code NaN} for nothing
     * @param measured the lowest reading while all instances of the GPU read 0; {@code NaN} without one
     * @param board what the catalogue knows of the board
     */
    public static IdleWatts of(double planner, double measured, Optional<BoardPower> board) {
        if (!Double.isNaN(planner)) {
            return new IdleWatts(planner, Source.PLANNER);
        }
        if (!Double.isNaN(measured)) {
            return new IdleWatts(measured, Source.MEASURED);
        }
        return board.map(BoardPower::idle)
                .filter(watts -> !watts.isNaN())
                .map(watts -> new IdleWatts(watts, Source.CATALOGUE))
                .orElse(new IdleWatts(Double.NaN, Source.UNKNOWN));
    }
}
