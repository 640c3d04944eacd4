package io.slicewise.snapshot.prometheus;

import io.slicewise.json.BulkInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the parser of an answer and takes the samples out of its bytes: of a range they are nearly all of the
 * file, and a parser makes four tokens of each.
 *
 * <p>The parser gets the bytes up to the bracket of {@code "values":[} or {@code "timestamps":[} and asks for more exactly
 * when it has read that bracket. If the reader then waits for samples, they are read here, each with the comma behind it,
 * as long as each is written as servers write it. The parser goes on with the first that is not, or with the last of the
 * list, as if nothing had stood before it; whatever is wrong in a file is noticed by it alone, in whatever place. Bytes
 * that were not waited for are handed on unchanged.
 */
final class SampleFeed extends BulkInputStream {
    /** So many bytes behind those that are read may be looked at. */
    static final int SLACK = SampleScanner.LONGEST;

    private static final int BUFFER = 1 << 18;
    private static final byte[] VALUES = "\"values\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMES = "\"timestamps\":[".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final SampleScanner scanner = new SampleScanner();
    private byte[] buffer;
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

        /** A value whose time stands elsewhere. */
        void addValue(double value);

        /** A time whose value stands elsewhere, in milliseconds since 1970 UTC. */
        void addTime(long millis);
    }

    /** Where the bytes end that the parser has. */
    private enum Place {
        ANYWHERE,
        /** Where a sample, or a value, is expected. */
        IN_VALUES,
        /** Where a time is expected. */
        IN_TIMES
    }

    /** For all of a stream. */
    SampleFeed(InputStream in) {
        this.in = in;
        buffer = new byte[BUFFER + SLACK];
    }

    /** For what {@link #over} gives, one after the other. */
    SampleFeed() {
        in = InputStream.nullInputStream();
        buffer = new byte[0];
    }

    /** What is read next: bytes behind which {@link #SLACK} others may be looked at. */
    void over(byte[] bytes, int start, int end) {
        buffer = bytes;
        from = start;
        to = end;
        ended = true;
        place = Place.ANYWHERE;
        hidden = 0;
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
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Place before = place;
        place = Place.ANYWHERE;
        Taker samples = taker;
        boolean waited = false;
        if (samples != null && before != Place.ANYWHERE) {
            waited = true;
            if (before == Place.IN_TIMES) {
                times(samples);
            } else {
                values(samples);
            }
        }
        if (from == to && !fill()) {
            return -1;
        }
        int end = waited ? endOfOne(length, before) : endOfKey(length);
        int count = end - from;
        System.arraycopy(buffer, from, into, at, count);
        for (int i = from; i < end && hidden > 0; i++) {
            hidden = buffer[i] == '\n' ? 0 : hidden;
        }
        from = end;
        return count;
    }

    private void values(Taker samples) throws IOException {
        while (has(SLACK)) {
            boolean pair = buffer[from] == '[';
            int end = pair ? scanner.pair(buffer, from) : scanner.value(buffer, from);
            if (!isFollowed(end)) {
                return;
            }
            if (pair) {
                samples.addPair(scanner.millis(), scanner.value());
            } else {
                samples.addValue(scanner.value());
            }
            take(end + 1);
        }
    }

    private void times(Taker samples) throws IOException {
        while (has(SLACK)) {
            int end = scanner.millis(buffer, from);
            if (!isFollowed(end)) {
                return;
            }
            samples.addTime(scanner.millis());
            take(end + 1);
        }
    }

    /** Whether behind a sample comes another one: a list that ends with a comma is broken, which the parser has to see. */
    private boolean isFollowed(int end) {
        return end > 0 && end + 1 < to && buffer[end] == ',' && begins(buffer[end + 1]);
    }

    private static boolean begins(byte c) {
        return c >= '0' && c <= '9' || c == '[' || c == '-' || c == 'n';
    }

    private void take(int end) {
        hidden += end - from;
        from = end;
    }

    /** Up to the end of the sample that stands here and the comma behind it, where others then can follow. */
    private int endOfOne(int length, Place list) {
        int most = Math.min(to, from + Math.min(length, 4 * SLACK));
        byte first = buffer[from];
        if (!begins(first)) {
            return endOfKey(length);
        }
        for (int i = from; i < most; i++) {
            boolean ends = buffer[i] == ']';
            if (ends && first == '[' && i + 1 < most && buffer[i + 1] == ',') {
                place = list;
                return i + 2;
            }
            if (!ends && first != '[' && buffer[i] == ',') {
                place = list;
                return i + 1;
            }
            if (ends) {
                return i + 1;
            }
        }
        return most;
    }

    /** Up to the end of the next key of a list of samples, or before the beginning of something that may be one. */
    private int endOfKey(int length) {
        int most = Math.min(to, from + length);
        for (int i = from; i < most; i++) {
            if (buffer[i] != '"') {
                continue;
            }
            int values = same(VALUES, i, most);
            int times = same(TIMES, i, most);
            if (values == VALUES.length) {
                place = Place.IN_VALUES;
                return i + values;
            }
            if (times == TIMES.length) {
                place = Place.IN_TIMES;
                return i + times;
            }
            if (i + Math.max(values, times) == most && i > from) {
                return i;
            }
        }
        return most;
    }

    /** How many bytes from an index on are those of a key. */
    private int same(byte[] key, int at, int most) {
        int same = 0;
        while (same < key.length && at + same < most && buffer[at + same] == key[same]) {
            same++;
        }
        return same;
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
