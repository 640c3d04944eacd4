package io.slicewise.snapshot.exposition;

import io.slicewise.snapshot.exposition.SampleHandler.Header;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the comments that carry meaning: {@code # HELP}, {@code # TYPE}, {@code # UNIT} and {@code # EOF}. Others are
 * passed over. No sample depends on a comment, so a fault in one is only noted.
 */
final class CommentReader {
    private static final int HELP = Bytes.word("HELP");
    private static final int TYPE = Bytes.word("TYPE");
    private static final int UNIT = Bytes.word("UNIT");
    private static final int EOF = Bytes.word("EOF\0") & 0xffffff;

    private static final Set<String> OPEN_METRICS_TYPES = Set.of("unknown", "info", "stateset");
    private static final Set<String> TYPES =
            Set.of("counter", "gauge", "histogram", "summary", "untyped", "gaugehistogram", "gauge_histogram");

    private final SampleHandler handler;
    private final Findings findings;
    private final TimestampReader timestamps;
    private final MetricTable metrics;
    private long repeated;
    private boolean ended;

    CommentReader(SampleHandler handler, Findings findings, TimestampReader timestamps, MetricTable metrics) {
        this.handler = handler;
        this.findings = findings;
        this.timestamps = timestamps;
        this.metrics = metrics;
    }

    /** Headers that came again after samples of their metric. */
    long repeated() {
        return repeated;
    }

    /**
     * Whether the last exposition is complete: {@code # EOF} was there, and no header behind it. A sample there belongs to
     * nothing.
     */
    boolean ended() {
        return ended;
    }

    /** Reads the comment whose hash sign stands at {@code hash} and gives the index behind the line. */
    int read(byte[] b, int start, int hash, long line) {
        int p = Bytes.blanks(b, hash + 1);
        int word = Bytes.int4(b, p);
        if ((word & 0xffffff) == EOF && b[Bytes.blanks(b, p + 3)] == '\n') {
            timestamps.openMetrics();
            ended = true;
            handler.endOfExposition();
        } else if (word == HELP || word == TYPE || word == UNIT) {
            int name = Bytes.blanks(b, p + 4);
            if (name > p + 4 && b[name] != '\n') {
                header(word == HELP ? Header.HELP : word == TYPE ? Header.TYPE : Header.UNIT, b, start, name, line);
            }
        }
        return Bytes.newline(b, p) + 1;
    }

    private void header(Header kind, byte[] b, int start, int name, long line) {
        ended = false;
        boolean quoted = b[name] == '"';
        int nameEnd = quoted ? closingQuote(b, name) : Bytes.nameEnd(b, name);
        if (nameEnd < 0 || nameEnd == name || !Bytes.isEnd(b[nameEnd])) {
            findings.report(Fault.HEADER_NAME, line, b, start, name);
            return;
        }
        MetricTable.Entry entry;
        if (quoted) {
            byte[] plain = ExpositionLabels.text(b, name + 1, nameEnd - 1).getBytes(StandardCharsets.UTF_8);
            entry = metrics.findOrAdd(plain, 0, plain.length);
        } else {
            entry = metrics.findOrAdd(b, name, nameEnd);
        }
        int text = Bytes.blanks(b, nameEnd);
        int textEnd = Bytes.newline(b, text);
        while (textEnd > text && Bytes.isBlank(b[textEnd - 1])) {
            textEnd--;
        }
        if (!known(kind, entry, b, start, name, text, textEnd, line)) {
            said(kind, entry, b, start, text, textEnd, line);
        }
    }

    /** The index behind the quote that closes the one at {@code from}, or −1. */
    private static int closingQuote(byte[] b, int from) {
        int p = from + 1;
        while (b[p] != '"') {
            if (b[p] == '\\' && b[p + 1] != '\n') {
                p++;
            }
            if (b[p] == '\n') {
                return -1;
            }
            p++;
        }
        return p + 1;
    }

    /** Whether the same was said before; says so where something else was. */
    private boolean known(
            Header kind, MetricTable.Entry entry, byte[] b, int start, int name, int text, int textEnd, long line) {
        int which = kind.ordinal();
        long hash = Bytes.hash(b, text, textEnd) | 1; // 0 stands for "nothing was said"
        long before = entry.headerHash[which];
        boolean samplesBetween = entry.samples > entry.samplesAtHeader[which];
        if (before != 0 && samplesBetween) {
            repeated++; // the next scrape of a file that holds several may say something else
        } else if (before != 0 && before != hash) {
            findings.report(Fault.HEADER_DIFFERS, line, b, start, name);
        } else if (before == 0 && kind == Header.TYPE && entry.samples > 0) {
            findings.report(Fault.TYPE_LATE, line, b, start, name);
        }
        entry.headerHash[which] = hash;
        entry.samplesAtHeader[which] = entry.samples;
        return before == hash;
    }

    private void said(Header kind, MetricTable.Entry entry, byte[] b, int start, int text, int textEnd, long line) {
        String words = kind == Header.HELP
                ? ExpositionLabels.text(b, text, textEnd)
                : new String(Arrays.copyOfRange(b, text, textEnd), StandardCharsets.UTF_8);
        if (kind == Header.UNIT) {
            timestamps.openMetrics();
        } else if (kind == Header.TYPE) {
            entry.type = words.toLowerCase(Locale.ROOT);
            if (OPEN_METRICS_TYPES.contains(entry.type)) {
                timestamps.openMetrics();
            } else if (!TYPES.contains(entry.type)) {
                findings.report(Fault.TYPE_UNKNOWN, line, b, start, text);
            }
        }
        handler.header(kind, entry.text(), words, line);
    }
}
