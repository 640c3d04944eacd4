package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.Tally;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a file of one series a line, each by itself: a line that is broken costs only itself. */
final class SeriesLines {
    /** So much at a time is read, whatever the buffer holds, so that a person who stops it need not wait. */
    private static final int CHUNK = 256 << 10;

    /** A year of samples every 15 seconds takes about half of it. */
    private static final int LONGEST_LINE = 128 << 20;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    private final SeriesReader series;
    private final SampleFeed feed = new SampleFeed();
    private final Tally tally;
    private final LongFunction<Where> where;
    private byte[] buffer = new byte[CHUNK + SampleFeed.SLACK];
    private int filled;
    private long line;

    SeriesLines(SeriesReader series, Tally tally, LongFunction<Where> where) {
        this.series = series;
        series.feed(feed);
        this.tally = tally;
        this.where = where;
    }

    /** Reads to the end. */
    void read(InputStream in) throws IOException {
        int scanned = 0;
        for (int n = 0; n >= 0; n = in.read(buffer, filled, Math.min(CHUNK, room()))) {
            filled += n;
            int from = 0;
            for (int end = newline(scanned); end >= 0; end = newline(from)) {
                line(from, end);
                from = end + 1;
            }
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            scanned = filled;
            if (room() == 0) {
                if (filled >= LONGEST_LINE) {
                    skipLine(in);
                    scanned = 0;
                } else {
                    buffer = Arrays.copyOf(buffer, Math.min(LONGEST_LINE, 2 * filled) + SampleFeed.SLACK);
                }
            }
        }
        if (filled > 0) {
            line(0, filled);
        }
    }

    private int room() {
        return buffer.length - SampleFeed.SLACK - filled;
    }

    /** The next line end, eight bytes at a time, which may be some behind those that are filled; −1 where there is none. */
    private int newline(int from) {
        for (int i = from; i < filled; i += Long.BYTES) {
            long word = (long) LONG.get(buffer, i) ^ NEWLINES;
            long found = (word - ONES) & ~word & HIGHS;
            if (found != 0) {
                int at = i + (Long.numberOfTrailingZeros(found) >>> 3);
                return at < filled ? at : -1;
            }
        }
        return -1;
    }

    /** Drops bytes up to the end of the line, and leaves what follows in the buffer. */
    private void skipLine(InputStream in) throws IOException {
        line++;
        tally.add("snapshot.prometheus.longLine", where.apply(line));
        filled = 0;
        for (int n = in.read(buffer, 0, CHUNK); n >= 0; n = in.read(buffer, 0, CHUNK)) {
            filled = n;
            int end = newline(0);
            if (end >= 0) {
                System.arraycopy(buffer, end + 1, buffer, 0, filled - end - 1);
                filled -= end + 1;
                return;
            }
            filled = 0;
        }
    }

    private void line(int from, int end) throws IOException {
        line++;
        if (isBlank(from, end)) {
            return;
        }
        int start = line == 1 && hasMark() ? from + 3 : from;
        feed.over(buffer, start, end);
        try (JsonParser p = JsonTokens.of(feed)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                series.read(p, line);
                if (p.nextToken() == null) {
                    return;
                }
            }
        } catch (JacksonException e) {
            JsonTokens.broken(e);
        }
        tally.add("snapshot.prometheus.line", where.apply(line));
    }

    private boolean hasMark() {
        return filled >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf;
    }

    private boolean isBlank(int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
