package io.slicewise.promql.check;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the queries in a text, with what is around them. For one use. */
final class QuerySource {
    private static final Pattern YAML = Pattern.compile("(?m)^(?:groups|spec|apiVersion|kind)\\s*:");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
    /** A JSON object begins so; a selector has a name behind its brace. */
    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*(?:\"[^\"]*\"\\s*:|}).*", Pattern.DOTALL);

    private final String file;
    private final List<Asked> queries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private QuerySource(String file) {
        this.file = file;
    }

    static QuerySource read(String file, String text) {
        QuerySource source = new QuerySource(file);
        if (JSON.matcher(text).matches()) {
            source.json(text);
        } else if (YAML.matcher(text).find()) {
            source.yaml(text);
        } else {
            source.plain(text);
        }
        return source;
    }

    List<Asked> queries() {
        return queries;
    }

    List<Problem> problems() {
        return problems;
    }

    private void json(String text) {
        JsonValue root = JsonDocument.parse(file, text.getBytes(StandardCharsets.UTF_8), problems);
        if (root == null) {
            return;
        }
        // the API wraps a dashboard in an object; a rule file can be JSON too
        JsonValue dashboard = root.get("dashboard").isObject() ? root.get("dashboard") : root;
        if (list(root.get("groups")).isEmpty()
                && list(root.get("spec").get("groups")).isEmpty()) {
            PanelReader reader = new PanelReader(this::add);
            reader.panels(dashboard);
        } else {
            rules(root);
        }
        sayNothingFound();
    }

    private void yaml(String text) {
        JsonValue root = YamlDocument.parse(file, text, problems);
        if (root != null) {
            rules(root);
            sayNothingFound();
        }
    }

    private void sayNothingFound() {
        if (queries.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(Where.file(file), Text.of("promql.source.nothing")));
        }
    }

    private void rules(JsonValue root) {
        JsonValue groups = root.get("groups").isMissing() ? root.get("spec").get("groups") : root.get("groups");
        for (JsonValue group : list(groups)) {
            for (JsonValue rule : list(group.get("rules"))) {
                String name = text(rule.get("alert")) + text(rule.get("record"));
                add(rule.get("expr"), name, "", List.of());
            }
        }
    }

    private void plain(String text) {
        if (text.isBlank()) {
            problems.add(Problem.error(Where.file(file), Text.of("promql.source.nothing")));
            return;
        }
        if (Promql.parse(text) instanceof Parsed.Query(var expr)) {
            queries.add(new Asked(Where.file(file), "", expr, "", List.of()));
            return;
        }
        int at = 0;
        Matcher gap = PARAGRAPH.matcher(text);
        while (at < text.length()) {
            int end = gap.find(at) ? gap.start() : text.length();
            String part = text.substring(at, end);
            if (!part.isBlank()) {
                int first = at + part.length() - part.stripLeading().length();
                long line = 1
                        + text.substring(0, first)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                add(Where.line(file, line), part, "", "", List.of());
            }
            at = end + 1;
        }
    }

    private void add(JsonValue expr, String title, String unit, List<Double> thresholds) {
        String query = text(expr);
        if (!query.isBlank()) {
            add(expr.where(), query, title, unit, thresholds);
        }
    }

    private void add(Where where, String query, String title, String unit, List<Double> thresholds) {
        switch (Promql.parse(query)) {
            case Parsed.Query(var expr) -> queries.add(new Asked(where, title, expr, unit, thresholds));
            case Parsed.Failure failure -> problems.add(Problem.error(where, failure.text()));
        }
    }

    /** A text; empty for anything else, without a complaint: this is somebody else's format. */
    static String text(JsonValue value) {
        String shown = value.isMissing() || value.isObject() || value.isList() ? null : plain(value);
        return shown == null ? "" : shown;
    }

    private static @Nullable String plain(JsonValue value) {
        return value.shown().startsWith("\"") ? value.string() : null;
    }

    static List<JsonValue> list(JsonValue value) {
        return value.isList() ? value.items() : List.of();
    }

    /** A number; nothing for anything else. */
    static Stream<Double> number(JsonValue value) {
        String shown = value.shown();
        return shown.matches("-?[0-9.]+(?:[eE][+-]?\\d+)?") ? Stream.of(Double.valueOf(shown)) : Stream.empty();
    }
}
