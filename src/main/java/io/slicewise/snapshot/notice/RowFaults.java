package io.slicewise.snapshot.notice;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that a reader could not use: of each kind the first three with place and words, the others counted, so that a
 * file of a million broken rows has a list that can be read.
 */
public final class RowFaults {
    private static final int SHOWN = 3;
    private static final int EXCERPT = 60;

    private final String file;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private static final class Found {
        final List<Problem> first = new ArrayList<>();
        long count;
        long lastLine;
    }

    public RowFaults(String file) {
        this.file = file;
    }

    /**
     * One row more.
     *
     * @param key the message: what was expected and what was done, {@code {0}} the excerpt
     * @param line where it stands, from 1
     * @param what what stands there; shortened and without control characters
     */
    public void add(String key, long line, String what) {
        Found all = found.computeIfAbsent(key, first -> new Found());
        all.count++;
        all.lastLine = line;
        if (all.count <= SHOWN) {
            all.first.add(Problem.warning(Where.line(file, line), Text.of(key, excerpt(what))));
        }
    }

    /** Whether there was none. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them, the kinds in the order in which they came up. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        for (Found one : found.values()) {
            all.addAll(one.first);
            if (one.count > SHOWN) {
                Text more = Text.of("snapshot.rowFaults.more", one.count, one.lastLine);
                all.add(new Problem(Problem.Severity.WARNING, Where.file(file), more, one.count - SHOWN));
            }
        }
        return all;
    }

    /** What stands somewhere, short enough for a sentence. */
    public static String excerpt(String what) {
        String plain = what.strip();
        String cut = plain.length() <= EXCERPT ? plain : plain.substring(0, EXCERPT - 1) + "…";
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
