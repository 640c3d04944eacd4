package io.slicewise.snapshot.exposition;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Reads Prometheus text exposition and OpenMetrics text, as it is in the wild.
 *
 * <p>Taken as they come: labels in any order and number, escapes, blanks between tokens, trailing commas, exemplars,
 * byte order marks, CR LF, a last line without its end, several scrapes in one file, quoted names in braces, values as
 * Go's ParseFloat takes them. What a file's timestamps mean is decided by {@code TimestampReader}'s rules and stands in
 * the summary.
 *
 * <p>Bad data never throws: a line that is not understood is left out and reported, its neighbours are read. Only the
 * source itself can fail, with an {@link IOException}; what was handed on until then stays valid. A line may be
 * {@value #LONGEST_LINE} bytes long with its end, a longer one is reported and skipped.
 *
 * <p>The source is not closed. One call reads one source; nothing is kept between calls.
 */
public final class ExpositionReader {
    /** The longest line that is read, in bytes with its line end. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int CHUNK = 256 << 10;

    /** So much of the beginning decides whether a file is text. */
    private static final int FIRST_LOOK = 64 << 10;

    private static final int BEGINNING_OF_LONG_LINE = 256;

    private final Source source;
    private final ReadWatch watch;
    private final Findings findings;
    private final TimestampReader timestamps = new TimestampReader();
    private final LineReader lines;

    private byte[] buffer = new byte[CHUNK + Bytes.SLACK];
    private int filled;
    private long bytes;
    private boolean ended;
    private boolean cancelled;

    private ExpositionReader(Source source, String file, SampleHandler handler, ReadWatch watch) {
        this.source = source;
        this.watch = watch;
        findings = new Findings(file);
        lines = new LineReader(handler, findings, timestamps);
    }

    /** Where bytes come from. */
    private interface Source {
        /** As {@link InputStream#read(byte[], int, int)}. */
        int read(byte[] into, int from, int length) throws IOException;
    }

    /**
     * Reads a stream to its end.
     *
     * @param in the stream; it needs no buffer of its own
     * @param file the name that problems carry
     * @param handler takes the samples
     * @param watch hears of the progress and can stop the reading
     * @throws IOException where the stream fails
     */
    public static ExpositionSummary read(InputStream in, String file, SampleHandler handler, ReadWatch watch)
            throws IOException {
        return new ExpositionReader(in::read, file, handler, watch).read();
    }

    /**
     * Reads a blocking channel to its end.
     *
     * @param in the channel
     * @param file the name that problems carry
     * @param handler takes the samples
     * @param watch hears of the progress and can stop the reading
     * @throws IOException where the channel fails
     */
    public static ExpositionSummary read(ReadableByteChannel in, String file, SampleHandler handler, ReadWatch watch)
            throws IOException {
        Source source = (into, from, length) -> in.read(ByteBuffer.wrap(into, from, length));
        return new ExpositionReader(source, file, handler, watch).read();
    }

    private ExpositionSummary read() throws IOException {
        while (!ended && filled < FIRST_LOOK) {
            fill();
        }
        FirstLook look = FirstLook.at(buffer, filled);
        if (look.text()) {
            if (look.openMetrics()) {
                timestamps.openMetrics();
            }
            readLines();
        } else {
            findings.add(Problem.error(Where.file(findings.file()), Text.of(look.refusal())));
        }
        return summary();
    }

    /** Takes more bytes behind what is there; the buffer must have room. */
    private void fill() throws IOException {
        int n = source.read(buffer, filled, buffer.length - Bytes.SLACK - filled);
        if (n < 0) {
            ended = true;
        } else {
            filled += n;
            bytes += n;
        }
        watch.progress(bytes);
        cancelled = watch.cancelled();
        ended |= cancelled;
    }

    private void readLines() throws IOException {
        int scanned = 0;
        while (!cancelled) {
            int newline = Bytes.lastNewline(buffer, scanned, filled);
            if (newline >= 0) {
                readUntil(newline + 1);
                filled -= newline + 1;
                System.arraycopy(buffer, newline + 1, buffer, 0, filled);
            }
            scanned = filled;
            if (ended) {
                lastLine();
                return;
            }
            if (filled == buffer.length - Bytes.SLACK) {
                if (filled == LONGEST_LINE) {
                    skipLine();
                    scanned = 0;
                    continue;
                }
                buffer = Arrays.copyOf(buffer, Math.min(2 * filled, LONGEST_LINE) + Bytes.SLACK);
            }
            fill();
        }
    }

    private void readUntil(int end) {
        int p = 0;
        while (p < end) {
            p = lines.read(buffer, p);
        }
    }

    private void lastLine() {
        if (filled == 0) {
            return;
        }
        buffer[filled] = '\n';
        readUntil(filled + 1);
        findings.add(
                Problem.info(Where.line(findings.file(), lines.lines()), Text.of("snapshot.exposition.lastLineOpen")));
    }

    /** The buffer is full of one line: drops bytes up to its end, and leaves what follows in the buffer. */
    private void skipLine() throws IOException {
        lines.tooLong(Arrays.copyOf(buffer, BEGINNING_OF_LONG_LINE));
        while (!ended) {
            filled = 0;
            fill();
            buffer[filled] = '\n';
            int newline = Bytes.newline(buffer, 0);
            if (newline < filled) {
                filled -= newline + 1;
                System.arraycopy(buffer, newline + 1, buffer, 0, filled);
                return;
            }
        }
        filled = 0;
    }

    private ExpositionSummary summary() {
        ExpositionSummary.TimestampUnit unit = timestamps.unit();
        if (unit == ExpositionSummary.TimestampUnit.BOTH) {
            findings.add(Problem.info(Where.file(findings.file()), Text.of("snapshot.exposition.timestampsInBoth")));
        } else if (timestamps.guessed()) {
            findings.add(Problem.info(Where.file(findings.file()), Text.of("snapshot.exposition.timestampsInSeconds")));
        }
        if (lines.behindEnd() > 0) {
            findings.add(Problem.warning(
                    Where.line(findings.file(), lines.firstBehindEnd()),
                    Text.of("snapshot.exposition.behindEnd", lines.behindEnd())));
        }
        return new ExpositionSummary(
                bytes,
                lines.lines(),
                lines.samples(),
                lines.skipped(),
                findings.leftOut(),
                lines.repeatedHeaders(),
                timestamps.isOpenMetrics(),
                lines.ended(),
                unit,
                cancelled,
                findings.problems());
    }
}
