package io.slicewise.usage.timeline;

import io.slicewise.usage.timeline.InstanceTrack.Pieces;

/** Readings as they hold: each until the next one, or for so long as one is valid. */
final class Held {
    private Held() {}

    /**
     * Tells the pieces between two instants in the order of time, cut where the reading changes or is missing.
     *
     * @param begin no reading from before holds
     */
    static void tell(SampleColumns samples, long from, long to, long begin, long validity, Pieces into) {
        Cursor cursor = samples.cursor();
        cursor.seek(Math.max(begin, from - validity + 1));
        double value = Double.NaN;
        long until = from;
        long at = from;
        while (cursor.next() && cursor.time < to) {
            if (Double.isNaN(cursor.value)) {
                continue;
            }
            if (cursor.time > at) {
                piece(at, cursor.time, until, value, into);
                at = cursor.time;
            }
            value = cursor.value;
            until = cursor.time + validity;
        }
        if (at < to) {
            piece(at, to, until, value, into);
        }
    }

    /** From one sample to the next; where that is longer than the sample holds, the rest is without a reading. */
    private static void piece(long from, long to, long until, double value, Pieces into) {
        if (until >= to) {
            into.piece(from, to, value);
        } else if (until <= from) {
            into.piece(from, to, Double.NaN);
        } else {
            into.piece(from, until, value);
            into.piece(until, to, Double.NaN);
        }
    }
}
