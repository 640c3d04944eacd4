package io.slicewise.live;

import io.slicewise.live.sums.SummedReading;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Text;

/** What a server told about its fleet at one time, and which way it went. */
public sealed interface Reading {
    /** How many series the server has for it. */
    long series();

    /** Which way it went, and why. */
    Text way();

    /**
     * Every series travelled: all that can be done with a file can be done with it.
     *
     * @param snapshot what they tell
     */
    record OfSeries(Snapshot snapshot, long series) implements Reading {
        @Override
        public Text way() {
            return Text.of("live.way.series", series);
        }
    }

    /**
     * The server summed up.
     *
     * @param sums the figures
     * @param chosen whether a person chose this way; else there were too many series
     */
    record OfSums(SummedReading sums, long series, boolean chosen) implements Reading {
        @Override
        public Text way() {
            return chosen
                    ? Text.of("live.way.sumsChosen", series)
                    : Text.of("live.way.sums", series, LiveReader.MOST_SERIES);
        }
    }
}
