package io.slicewise.snapshot.exposition;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what was noticed. Of each fault the first three are kept with place and words, the others are counted: a
 * file of ten million broken lines costs no memory, and its list can be read.
 */
final class Findings {
    private static final int SHOWN = 3;
    private static final int EXCERPT_BYTES = 48;

    private final String file;
    private final List<Problem> wholeFile = new ArrayList<>();
    private final Map<Fault, Found> faults = new EnumMap<>(Fault.class);
    private long leftOut;

    /** One kind of fault. */
    private static final class Found {
        final List<Problem> first = new ArrayList<>();
        final long firstLine;
        long count;
        long lastLine;

        Found(long firstLine) {
            this.firstLine = firstLine;
        }
    }

    Findings(String file) {
        this.file = file;
    }

    /** Lines that gave no sample. */
    long leftOut() {
        return leftOut;
    }

    /** Something about the file as a whole. */
    void add(Problem problem) {
        wholeFile.add(problem);
    }

    String file() {
        return file;
    }

    /**
     * A fault in a line.
     *
     * @param line the line, from 1
     * @param b holds the line, up to a line end or the array's end
     * @param start where the line starts
     * @param at what did not fit
     */
    void report(Fault fault, long line, byte[] b, int start, int at) {
        Found found = faults.computeIfAbsent(fault, first -> new Found(line));
        found.count++;
        found.lastLine = line;
        if (fault.outcome() == Fault.Outcome.LEFT_OUT) {
            leftOut++;
        }
        if (found.count <= SHOWN) {
            long column = new String(b, start, at - start, StandardCharsets.UTF_8)
                            .codePoints()
                            .count()
                    + 1;
            Text message = Text.of(fault.outcome().message(), Text.of(fault.expected()), column, excerpt(b, at));
            found.first.add(new Problem(fault.outcome().severity(), Where.line(file, line), message));
        }
    }

    private static Text excerpt(byte[] b, int at) {
        int to = at;
        while (to < b.length && to - at < EXCERPT_BYTES && b[to] != '\n') {
            to++;
        }
        // not in the middle of a character
        while (to > at && to < b.length && to - at > EXCERPT_BYTES - 4 && (b[to] & 0xc0) == 0x80) {
            to--;
        }
        String text = new String(b, at, to - at, StandardCharsets.UTF_8).stripTrailing();
        if (text.isEmpty()) {
            return Text.of("snapshot.exposition.lineEnd");
        }
        boolean cut = to < b.length && b[to] != '\n';
        String shown = text.codePoints()
                .map(c -> Character.isISOControl(c) ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Text.of("snapshot.exposition.quoted", cut ? shown + "…" : shown);
    }

    /** Everything: the faults in the order in which they first appeared, then what concerns the whole file. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        faults.entrySet().stream()
                .sorted((one, other) -> Long.compare(one.getValue().firstLine, other.getValue().firstLine))
                .forEach(entry -> {
                    Fault fault = entry.getKey();
                    Found found = entry.getValue();
                    all.addAll(found.first);
                    if (found.count > SHOWN) {
                        Text message = Text.of(
                                "snapshot.exposition.more", found.count, Text.of(fault.expected()), found.lastLine);
                        long others = found.count - SHOWN;
                        all.add(new Problem(fault.outcome().severity(), Where.file(file), message, others));
                    }
                });
        all.addAll(wholeFile);
        return all;
    }
}
