package io.slicewise.live;

import io.slicewise.live.http.Failure;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Text;
import org.jspecify.annotations.Nullable;

/** What a server told about its fleet over a range, and which way it went. */
public sealed interface RangeReading {
    /** The times that were asked for. */
    Grid grid();

    /** Which way it went, and why. */
    Text way();

    /**
     * Every series travelled.
     *
     * @param snapshot the fleet at the end of the range, with its timeline
     * @param grid the times
     * @param series how many series there are
     * @param done how many of the times there are; fewer than were asked for where the server failed in the middle
     * @param broken why there are not more of them; {@code null} where all are there
     */
    record OfSeries(
            Snapshot snapshot,
            Grid grid,
            long series,
            int done,
            @Nullable Failure broken) implements RangeReading {
        @Override
        public Text way() {
            return Text.of("live.way.series", series);
        }
    }

    /**
     * The server summed up.
     *
     * @param sums the figures
     * @param chosen whether a person chose this way; else there was too much
     */
    record OfSums(SummedRange sums, boolean chosen) implements RangeReading {
        @Override
        public Grid grid() {
            return sums.grid();
        }

        @Override
        public Text way() {
            return Text.of(chosen ? "live.way.sumsRange" : "live.way.sumsRangeLarge", sums.points());
        }
    }
}
