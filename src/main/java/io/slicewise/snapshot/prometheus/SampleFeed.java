package io.slicewise.snapshot.prometheus;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the parser of an answer and takes the samples out of its bytes: of a range they are nearly all of the
 * file, and a parser makes four tokens of each.
 *
 * <p>The parser gets the bytes up to {@code "values":[} and asks for more exactly when it has read that bracket. If the
 * reader then waits for samples, they are read here, as long as each is written as servers write it, and the parser goes
 * on behind them, as if the list were empty. It also gets every sample that is written in another way, so that whatever
 * is wrong in a file is noticed by it alone, in whatever place. Bytes that were not waited for are handed on unchanged.
 */
final class SampleFeed extends InputStream {
    private static final int BUFFER = 1 << 18;
    private static final byte[] KEY = {'"', 'v', 'a', 'l', 'u', 'e', 's', '"', ':', '['};

    private final InputStream in;
    private final PairScanner pair = new PairScanner();

    /** Some bytes more than are filled, which may be looked at. */
    private final byte[] buffer = new byte[BUFFER + PairScanner.LONGEST];

    private int from;
    private int to;
    private boolean ended;
    private Place place = Place.ANYWHERE;
    private @Nullable Taker taker;
    private long hidden;

    /** Takes samples. */
    interface Taker {
        /** A sample; its time in milliseconds since 1970 UTC. */
        void addPair(long millis, double value);
    }

    /** Where the bytes end that the parser has. */
    private enum Place {
        ANYWHERE,
        /** Behind the bracket that opens a list of samples. */
        AT_FIRST,
        /** Behind something in such a list. */
        BETWEEN
    }

    SampleFeed(InputStream in) {
        this.in = in;
    }

    /** The next token is one of a list of samples: samples before it may be taken. */
    void waitFor(Taker samples) {
        taker = samples;
    }

    /** The token has come. */
    void goOn() {
        taker = null;
    }

    /** How many bytes of its line the parser has not seen. */
    long hidden() {
        return hidden;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Place before = place;
        place = Place.ANYWHERE;
        Taker samples = taker;
        boolean stopped = samples != null && before != Place.ANYWHERE && pairs(samples, before);
        if (from == to && !fill()) {
            return -1;
        }
        int end = stopped ? endOfOne(length) : endOfKey(length);
        int count = end - from;
        System.arraycopy(buffer, from, into, at, count);
        for (int i = from; i < end && hidden > 0; i++) {
            hidden = buffer[i] == '\n' ? 0 : hidden;
        }
        from = end;
        return count;
    }

    /** Takes samples; whether it stopped at one that it does not read. */
    private boolean pairs(Taker samples, Place before) throws IOException {
        boolean comma = before == Place.BETWEEN;
        boolean any = false;
        while (has(PairScanner.LONGEST)) {
            int start = from;
            if (comma) {
                if (buffer[start] != ',') {
                    return false;
                }
                start++;
            }
            int end = pair.read(buffer, start);
            if (end < 0 || end > to) {
                boolean last = start < to && (buffer[start] == ']' || buffer[start] == ',');
                if (any && !last && before == Place.AT_FIRST) {
                    // behind the opening bracket the parser expects no comma
                    hidden += start - from;
                    from = start;
                }
                return start < to && buffer[start] == '[';
            }
            samples.addPair(pair.millis(), pair.value());
            hidden += end - from;
            from = end;
            comma = true;
            any = true;
        }
        return false;
    }

    /** Up to the end of the sample that stands here, which then can be followed by others. */
    private int endOfOne(int length) {
        int most = Math.min(to, from + Math.min(length, 4 * PairScanner.LONGEST));
        for (int i = from; i < most; i++) {
            if (buffer[i] == ']') {
                place = Place.BETWEEN;
                return i + 1;
            }
        }
        return most;
    }

    /** Up to the end of the next key of a list of samples, or before the beginning of something that may be one. */
    private int endOfKey(int length) {
        int most = Math.min(to, from + length);
        for (int i = from; i < most; i++) {
            if (buffer[i] != KEY[0]) {
                continue;
            }
            int same = 1;
            while (same < KEY.length && i + same < most && buffer[i + same] == KEY[same]) {
                same++;
            }
            if (same == KEY.length) {
                place = Place.AT_FIRST;
                return i + same;
            }
            if (i + same == most && i > from) {
                return i;
            }
        }
        return most;
    }

    /** Whether there is anything to read; so much of it as there is up to a length. */
    private boolean has(int length) throws IOException {
        while (to - from < length && !ended) {
            fill();
        }
        return from < to;
    }

    /** Takes more bytes behind those that are there; whether there is any now. */
    private boolean fill() throws IOException {
        if (ended) {
            return from < to;
        }
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int n = in.read(buffer, to, BUFFER - to);
        ended = n < 0;
        to += Math.max(0, n);
        return from < to;
    }
}
