package io.slicewise.snapshot.collect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows say about one thing, when they do not all say the same: one garbled row does not outvote the others. */
public final class Votes {
    private final Map<String, Vote> votes = new HashMap<>(2);

    private record Vote(long rows, Freshness freshness) {}

    /** So many rows say this; nothing is no vote. */
    public void add(String what, long rows, Freshness freshness) {
        if (!what.isEmpty()) {
            votes.merge(
                    what,
                    new Vote(rows, freshness),
                    (a, b) -> new Vote(a.rows + b.rows, Freshness.newest(List.of(a.freshness, b.freshness))));
        }
    }

    /** What was said: of the newest scrape first, then by the most rows, then in alphabetical order. */
    public List<String> ranked() {
        if (votes.size() <= 1) {
            return List.copyOf(votes.keySet());
        }
        Freshness newest =
                Freshness.newest(votes.values().stream().map(Vote::freshness).toList());
        return votes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Vote> vote) ->
                                vote.getValue().freshness().isBefore(newest))
                        .thenComparing(vote -> -vote.getValue().rows())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What counts; nothing where no one said anything. */
    public String winner() {
        List<String> ranked = ranked();
        return ranked.isEmpty() ? "" : ranked.getFirst();
    }
}
