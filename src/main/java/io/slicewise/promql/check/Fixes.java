package io.slicewise.promql.check;

import io.slicewise.json.TextPlace;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Promql;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes repaired queries into a text in the place of those that stand there. Everything else stays, to the last space.
 *
 * @param better a query without what is wrong with it; empty where nothing is, or where only a person can tell
 * @param isMig whether it is known that MIG is on
 */
record Fixes(Function<Asked, Optional<Expr>> better, boolean isMig) {
    /** A query between comments. */
    private static final Pattern COMMENTS =
            Pattern.compile("(?s)(?:\\s|#[^\\n]*+\\n)*+(.*?)(?:\\s|#[^\\n\"'`]*(?=\\n|$))*");

    /** A text in the place of another. */
    private record Change(int start, int end, String text) {}

    /** The text with its queries repaired. */
    String in(String file, String text) {
        return in(QuerySource.read(file, text, isMig), file, text);
    }

    private String in(QuerySource source, String file, String text) {
        String plain = source.templates().text();
        List<Change> changes = switch (source.form()) {
            case JSON -> json(source, file, plain);
            case YAML -> yaml(source, file, plain);
            case QUERIES -> queries(source, plain);
        };
        StringBuilder fixed = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparingInt(Change::start).reversed())
                .forEach(change -> {
                    int start = source.templates().before(change.start());
                    int end = source.templates().before(change.end());
                    fixed.replace(start, end, source.written(change.text()));
                });
        return fixed.toString();
    }

    private List<Change> json(QuerySource source, String file, String text) {
        Map<Where, Asked> asked = byPlace(source);
        List<Change> changes = new ArrayList<>();
        for (TextPlace place : TextPlace.ofJson(text)) {
            other(asked, file, place)
                    .ifPresent(other -> changes.add(new Change(place.start(), place.end(), TextPlace.asJson(other))));
        }
        return changes;
    }

    private List<Change> yaml(QuerySource source, String file, String text) {
        Map<Where, Asked> asked = byPlace(source);
        List<Change> changes = new ArrayList<>();
        for (QuerySource.Part part : QuerySource.parts(text)) {
            String padded = part.padded(text);
            for (TextPlace place : TextPlace.ofYaml(padded)) {
                other(asked, file, place)
                        .ifPresent(other -> changes.add(new Change(
                                part.place(text, place.start()),
                                part.place(text, place.end()),
                                place.asYaml(padded, other))));
            }
        }
        return changes;
    }

    /** What is to stand in a place: a repaired query, or a file with some in it. */
    private Optional<String> other(Map<Where, Asked> asked, String file, TextPlace place) {
        Where where = Where.path(file, place.path());
        Asked query = asked.get(where);
        if (query != null && query.text().equals(place.text())) {
            return better.apply(query).map(Promql::pretty);
        }
        String name = where.toString();
        if (asked.keySet().stream().noneMatch(one -> one.file().startsWith(name))) {
            return Optional.empty();
        }
        String inner = in(name, place.text());
        return inner.equals(place.text()) ? Optional.empty() : Optional.of(inner);
    }

    private List<Change> queries(QuerySource source, String text) {
        List<Change> changes = new ArrayList<>();
        int from = 0;
        for (Asked query : source.queries()) {
            int start = text.indexOf(query.text(), from);
            Matcher said = COMMENTS.matcher(query.text());
            if (start >= 0 && said.matches()) {
                from = start + query.text().length();
                int begin = start + said.start(1);
                int end = start + said.end(1);
                better.apply(query).ifPresent(other -> changes.add(new Change(begin, end, Promql.pretty(other))));
            }
        }
        return changes;
    }

    private static Map<Where, Asked> byPlace(QuerySource source) {
        Map<Where, Asked> all = new HashMap<>();
        source.queries().forEach(query -> all.put(query.where(), query));
        return all;
    }
}
