package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus and the product's parser take the same texts for queries and refuse the same: some hundred that show
 * every form of the language and every mistake, and thousands that are made of their pieces.
 */
class GrammarIT {
    private static final int MUTANTS = 4000;
    private static final long SEED = 20260531;

    private static final Pattern PIECE = Pattern.compile("\\s+|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
            + "|[A-Za-z_:][A-Za-z0-9_:]*|[0-9.]+[a-zA-Z0-9]*|[=!<>]=|=~|!~|.");

    /** What functions take differs between servers; the product reads the queries of all of them. */
    private static final Pattern OF_FUNCTIONS =
            Pattern.compile("unknown function|in call|call to function|argument\\(s\\) expected");

    /** What later versions take: durations and numbers for each other, names in quotes, a plus before an offset. */
    private static final Pattern LATER = Pattern.compile(
            "unexpected duration|missing unit character in duration|unexpected number .* in (?:offset|subquery)"
                    + "|unexpected string .* in (?:label matching|grouping opts)|op:\\+> in offset"
                    + "|duration must be greater than 0|unexpected character inside braces: '\\.'");

    /** Grafana's own, which no server sees, and functions that other servers have. */
    private static final Pattern GRAFANAS = Pattern.compile("\\$|\\[\\[|(?i)\\b(?:start|end)\\s*\\(");

    @TempDir
    private Path folder;

    @Test
    void prometheusAndTheProductTakeTheSameTextsForQueries() throws Exception {
        List<String> known = expressions();
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(mutants(known));
        int taken = 0;
        List<String> different = new ArrayList<>();
        Case main = Case.of("main", Fleets.main(), Weights.DEFAULT);
        try (Lab lab = Lab.open("prometheus", folder, List.of(main))) {
            for (String query : all) {
                boolean ours = Promql.parse(query) instanceof Parsed.Query;
                String refusal = lab.server().refusal(query);
                taken += refusal.isEmpty() ? 1 : 0;
                boolean isDeliberate = ours
                        && (OF_FUNCTIONS.matcher(refusal).find()
                                || LATER.matcher(refusal).find()
                                || GRAFANAS.matcher(query).find());
                if (ours != refusal.isEmpty() && !isDeliberate) {
                    different.add(query + "   product: " + Promql.parse(query) + "   Prometheus: " + refusal);
                }
            }
        }
        assertEquals(List.of(), different);
        int queries = taken;
        assertTrue(taken > all.size() / 10 && taken < all.size() / 2, () -> queries + " of " + all.size());
    }

    private static List<String> expressions() throws IOException {
        try (InputStream in = Objects.requireNonNull(GrammarIT.class.getResourceAsStream("expressions.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** Expressions with one or two of their pieces left out, doubled, swapped, or taken from another one. */
    private static List<String> mutants(List<String> known) {
        Random random = new Random(SEED);
        List<List<String>> pieces = known.stream()
                .map(text ->
                        PIECE.matcher(text).results().map(MatchResult::group).toList())
                .toList();
        List<String> mutants = new ArrayList<>();
        while (mutants.size() < MUTANTS) {
            List<String> one = new ArrayList<>(pieces.get(random.nextInt(pieces.size())));
            for (int changes = 1 + random.nextInt(2); changes > 0 && !one.isEmpty(); changes--) {
                List<String> other = pieces.get(random.nextInt(pieces.size()));
                change(one, other.get(random.nextInt(other.size())), random);
            }
            String mutant = String.join("", one);
            if (!mutant.isBlank()) {
                mutants.add(mutant);
            }
        }
        return mutants;
    }

    private static void change(List<String> pieces, String foreign, Random random) {
        int at = random.nextInt(pieces.size());
        switch (random.nextInt(5)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(at));
            case 2 -> pieces.set(at, foreign);
            case 3 -> pieces.add(at, foreign);
            default -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
        }
    }
}
