package io.slicewise.snapshot.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one line after the other from a buffer. A line that does not fit is reported, and the next one is read. */
final class LineReader {
    private final SampleHandler handler;
    private final Findings findings;
    private final TimestampReader timestamps;
    private final MetricTable metrics = new MetricTable();
    private final LabelCache labelCache = new LabelCache();
    private final LabelParser exemplarLabels = new LabelParser();
    private final NumberReader numbers = new NumberReader();
    private final CommentReader comments;

    /** The metric of the line before; null at first. */
    private MetricTable.@Nullable Entry last;

    private int start;
    private double value;
    private long timestamp;
    private long line;
    private long samples;
    private long skipped;
    private long behindEnd;
    private long firstBehindEnd;

    LineReader(SampleHandler handler, Findings findings, TimestampReader timestamps) {
        this.handler = handler;
        this.findings = findings;
        this.timestamps = timestamps;
        comments = new CommentReader(handler, findings, timestamps, metrics);
    }

    /** Lines read so far. */
    long lines() {
        return line;
    }

    long samples() {
        return samples;
    }

    long skipped() {
        return skipped;
    }

    long repeatedHeaders() {
        return comments.repeated();
    }

    /** Whether {@code # EOF} was there, and nothing that begins another exposition behind it. */
    boolean ended() {
        return comments.ended();
    }

    /** Lines behind {@code # EOF} that begin no exposition, and were left out. */
    long behindEnd() {
        return behindEnd;
    }

    /** The first of them. */
    long firstBehindEnd() {
        return firstBehindEnd;
    }

    /** A line that is too long to be read; the array holds its beginning. */
    void tooLong(byte[] beginning) {
        line++;
        findings.report(Fault.TOO_LONG, line, beginning, 0, 0);
    }

    /**
     * Reads the line that starts at {@code from}.
     *
     * @param b ends lines and has slack as {@link Bytes} says
     * @return the index behind the line
     */
    int read(byte[] b, int from) {
        line++;
        start = from;
        int p = Bytes.blanks(b, from);
        if (b[p] == (byte) 0xEF && b[p + 1] == (byte) 0xBB && b[p + 2] == (byte) 0xBF) {
            p = Bytes.blanks(b, p + 3); // a byte order mark, also where files were glued together
        }
        return switch (b[p]) {
            case '\n' -> p + 1;
            case '#' -> comments.read(b, start, p, line);
            case '{' -> comments.ended() ? behindEnd(b, p) : braced(b, p);
            default -> comments.ended() ? behindEnd(b, p) : named(b, p);
        };
    }

    /** OpenMetrics ends with its {@code # EOF}: what stands behind it and begins no other exposition is not part of any. */
    private int behindEnd(byte[] b, int from) {
        behindEnd++;
        firstBehindEnd = firstBehindEnd == 0 ? line : firstBehindEnd;
        return Bytes.newline(b, from) + 1;
    }

    /** {@code name …} */
    private int named(byte[] b, int from) {
        MetricTable.Entry entry = last;
        int nameEnd = 0;
        if (entry != null) {
            int end = from + entry.name.length;
            if (end < b.length && Bytes.same(b, from, end, entry.name) && !Bytes.isNamePart(b[end])) {
                nameEnd = end;
            }
        }
        if (nameEnd == 0) {
            nameEnd = Bytes.nameEnd(b, from);
            if (nameEnd == from) {
                return fault(Fault.METRIC_NAME, b, from);
            }
            entry = metrics.find(b, from, nameEnd);
            last = entry;
        }
        if (entry != null && entry.metric != null && !entry.wanted) {
            entry.samples++;
            skipped++;
            return Bytes.newline(b, nameEnd) + 1;
        }
        return afterName(b, from, nameEnd, entry);
    }

    private int afterName(byte[] b, int from, int nameEnd, MetricTable.@Nullable Entry entry) {
        int p = Bytes.blanks(b, nameEnd);
        ExpositionLabels labels = ExpositionLabels.NONE;
        if (b[p] == '{') {
            ExpositionLabels read = labelCache.read(b, p);
            if (read == null) {
                return fault(labelCache.fault(), b, labelCache.faultAt());
            }
            if (read.metricName() != null) {
                return fault(Fault.NAME_TWICE, b, p);
            }
            labels = read;
            p = Bytes.blanks(b, labelCache.end());
        } else if (p == nameEnd && b[p] != '\n') {
            return fault(Fault.METRIC_NAME, b, p);
        }
        int end = numbers.read(b, p);
        if (end < 0) {
            // without braces and without a number it is a line of words rather than a sample with a fault
            return labels == ExpositionLabels.NONE ? fault(Fault.NOT_A_SAMPLE, b, start) : fault(Fault.VALUE, b, p);
        }
        int lineEnd = tail(b, Bytes.blanks(b, end));
        if (lineEnd < 0) {
            return Bytes.newline(b, end) + 1;
        }
        MetricTable.Entry known = entry;
        if (known == null) {
            known = metrics.findOrAdd(b, from, nameEnd);
            last = known;
        }
        deliver(known, labels, b);
        return lineEnd + 1;
    }

    /** {@code {"name", …} …} */
    private int braced(byte[] b, int open) {
        ExpositionLabels labels = labelCache.read(b, open);
        if (labels == null) {
            return fault(labelCache.fault(), b, labelCache.faultAt());
        }
        if (labels.metricName() == null) {
            return fault(Fault.NAME_MISSING, b, open);
        }
        MetricTable.Entry entry = labels.like().metric;
        if (entry != null && !entry.wanted) {
            entry.samples++;
            skipped++;
            return Bytes.newline(b, open) + 1;
        }
        int p = Bytes.blanks(b, labelCache.end());
        int end = numbers.read(b, p);
        if (end < 0) {
            return fault(Fault.VALUE, b, p);
        }
        int lineEnd = tail(b, Bytes.blanks(b, end));
        if (lineEnd < 0) {
            return Bytes.newline(b, end) + 1;
        }
        if (entry == null) {
            byte[] name = labels.metricName().getBytes(StandardCharsets.UTF_8);
            entry = metrics.findOrAdd(name, 0, name.length);
            labels.like().metric = entry;
        }
        deliver(entry, labels, b);
        return lineEnd + 1;
    }

    /** What follows the value: timestamp, exemplar, line end. The index of the line end, or −1 after a fault. */
    private int tail(byte[] b, int from) {
        value = numbers.value();
        timestamp = SampleHandler.NO_TIMESTAMP;
        int p = from;
        if (b[p] != '\n' && b[p] != '#') {
            int end = numbers.read(b, p);
            if (end < 0 || !timestamps.accept(numbers.value(), numbers.whole())) {
                fault(Fault.TIMESTAMP, b, p);
                return -1;
            }
            timestamp = timestamps.millis();
            p = Bytes.blanks(b, end);
        }
        if (b[p] == '#') {
            exemplar(b, p);
            return Bytes.newline(b, p);
        }
        if (b[p] != '\n') {
            fault(Fault.AFTER_SAMPLE, b, p);
            return -1;
        }
        return p;
    }

    /** Checks an exemplar, {@code # {labels} value timestamp}; no one needs what it says. */
    private void exemplar(byte[] b, int hash) {
        int p = Bytes.blanks(b, hash + 1);
        if (b[p] != '{') {
            findings.report(Fault.EXEMPLAR, line, b, start, p);
            return;
        }
        if (!exemplarLabels.parse(b, p)) {
            findings.report(Fault.EXEMPLAR, line, b, start, exemplarLabels.faultAt());
            return;
        }
        p = Bytes.blanks(b, exemplarLabels.end());
        int end = numbers.read(b, p);
        if (end >= 0) {
            p = Bytes.blanks(b, end);
            end = b[p] == '\n' ? p : numbers.read(b, p);
        }
        if (end < 0 || b[Bytes.blanks(b, end)] != '\n') {
            findings.report(Fault.EXEMPLAR, line, b, start, p);
            return;
        }
        timestamps.openMetrics();
    }

    private void deliver(MetricTable.Entry entry, ExpositionLabels labels, byte[] b) {
        Metric metric = entry.metric;
        if (metric == null) {
            metric = metrics.learn(entry);
            entry.wanted = handler.wants(metric);
        }
        entry.samples++;
        if (!entry.wanted) {
            skipped++;
            return;
        }
        if (labels.flaws() != 0) {
            flaws(labels, b);
        }
        if (entry.numericLabel != null) {
            numericLabel(entry.numericLabel, labels, b);
        }
        samples++;
        handler.sample(metric, labels, value, timestamp, line);
    }

    private void flaws(ExpositionLabels labels, byte[] b) {
        int open = start;
        while (b[open] != '{') {
            open++;
        }
        if ((labels.flaws() & ExpositionLabels.NOT_UTF8) != 0) {
            findings.report(Fault.NOT_UTF8, line, b, start, open);
        }
        if ((labels.flaws() & ExpositionLabels.UNKNOWN_ESCAPE) != 0) {
            findings.report(Fault.UNKNOWN_ESCAPE, line, b, start, open);
        }
    }

    private void numericLabel(String name, ExpositionLabels labels, byte[] b) {
        String text = labels.get(name);
        if (text == null) {
            return;
        }
        byte[] number = text.getBytes(StandardCharsets.UTF_8);
        byte[] ended = Arrays.copyOf(number, number.length + Bytes.SLACK);
        ended[number.length] = '\n';
        if (numbers.read(ended, 0) != number.length) {
            findings.report(Fault.NUMERIC_LABEL, line, b, start, start);
        }
    }

    private int fault(Fault fault, byte[] b, int at) {
        findings.report(fault, line, b, start, at);
        return Bytes.newline(b, at) + 1;
    }
}
