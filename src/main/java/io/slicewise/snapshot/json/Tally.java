package io.slicewise.snapshot.json;

import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what was wrong with a file, once for each kind: how many, and where the first three stand. A file of ten
 * million faults costs no memory, and its list can be read.
 *
 * <p>A message has the count as {@code {0}} and the places as {@code {1}}.
 */
public final class Tally {
    private static final int SHOWN = 3;

    private final Map<String, Found> found = new LinkedHashMap<>();

    private static final class Found {
        final List<Where> first = new ArrayList<>(SHOWN);
        long count;
    }

    /**
     * One more of a kind.
     *
     * @param message the key of its message
     * @param where the place
     */
    public void add(String message, Where where) {
        Found all = found.computeIfAbsent(message, first -> new Found());
        all.count++;
        if (all.first.size() < SHOWN) {
            all.first.add(where);
        }
    }

    /** Whether nothing was wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** A warning for each kind, in the order in which they came up. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(found.size());
        found.forEach((message, all) -> {
            List<Object> places = new ArrayList<>();
            all.first.forEach(where -> places.add(place(where)));
            if (all.count > SHOWN) {
                places.add("…");
            }
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    all.first.getFirst(),
                    Text.of(message, all.count, new Listing(places)),
                    all.count));
        });
        return problems;
    }

    private static Object place(Where where) {
        return where.line() > 0 ? Text.of("snapshot.line", String.valueOf(where.line())) : where.path();
    }
}
