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
    private static final Pattern JSON = Pattern.compile("\\s*+\\{\\s*+(?:\"[^\"]*\"\\s*:|})");

    /** What only somebody with MIG writes: labels of instances, and its name. */
    private static final Pattern MIG = Pattern.compile("(?i:gpu_i_(?:id|profile))|\\bMIG\\b");

    private static final Pattern DOCUMENT = Pattern.compile("(?m)^---.*$");
    private static final List<String> LISTS = List.of("groups", "items", "spec", "data");

    private final String file;
    private final Templates templates;
    private final boolean isMig;
    private final List<Asked> queries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private QuerySource(String file, Templates templates, boolean isMig) {
        this.isMig = isMig;
        this.file = file;
        this.templates = templates;
    }

    /** @param isMig whether it is known that MIG is on; else the text may say so */
    static QuerySource read(String file, String text, boolean isMig) {
        boolean says = isMig || MIG.matcher(text).find();
        if (JSON.matcher(text).lookingAt()) {
            QuerySource source = new QuerySource(file, new Templates(text, List.of()), says);
            source.json(file, text);
            source.sayNothingFound();
            return source;
        }
        QuerySource source = new QuerySource(file, Templates.of(text), says);
        if (YAML.matcher(text).find()) {
            source.yaml(source.templates.text());
            source.sayNothingFound();
        } else {
            source.plain(source.templates.text());
        }
        return source;
    }

    List<Asked> queries() {
        return queries;
    }

    List<Problem> problems() {
        return problems;
    }

    /** A query as the text has it, with what a template engine would fill in. */
    String written(String query) {
        return templates.back(query);
    }

    private void json(String name, String text) {
        JsonValue root = JsonDocument.parse(name, text.getBytes(StandardCharsets.UTF_8), problems);
        if (root != null) {
            found(root);
        }
    }

    /** Each of several documents; the lines before one stay, so that problems count them. */
    private void yaml(String text) {
        Matcher mark = DOCUMENT.matcher(text);
        int start = 0;
        while (start <= text.length()) {
            int end = mark.find(start) ? mark.start() : text.length();
            String part = text.substring(start, end);
            if (!part.isBlank()) {
                String before = text.substring(0, start).replaceAll("[^\n]", "");
                JsonValue root = YamlDocument.parse(file, before + part, problems);
                if (root != null) {
                    found(root);
                }
            }
            start = end < text.length() ? mark.end() : end + 1;
        }
    }

    private void sayNothingFound() {
        if (queries.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(Where.file(file), Text.of("promql.source.nothing")));
        }
    }

    /** A rule file, the operator's resource, a list of resources, a map of files, or a dashboard. */
    private void found(JsonValue root) {
        if (LISTS.stream().allMatch(name -> root.get(name).isMissing())) {
            new PanelReader(this::add).panels(root);
            return;
        }
        rules(root.get("groups"));
        rules(root.get("spec").get("groups"));
        list(root.get("items")).forEach(this::found);
        if (text(root.get("kind")).equals("GrafanaDashboard")) {
            file(root.get("spec").get("json"));
        } else if (text(root.get("kind")).equals("ConfigMap")) {
            files(root.get("data"));
        } else if (list(root.get("groups")).isEmpty()
                && list(root.get("spec").get("groups")).isEmpty()) {
            new PanelReader(this::add).panels(root);
        }
    }

    /** Dashboards and rules are often shipped as texts in a map. */
    private void files(JsonValue data) {
        if (!data.isObject()) {
            return;
        }
        data.fields().forEach((name, value) -> file(value));
    }

    /** A text that is a dashboard or rules itself. */
    private void file(JsonValue value) {
        String inner = written(text(value));
        if (JSON.matcher(inner).lookingAt() || YAML.matcher(inner).find()) {
            QuerySource source = read(value.where().toString(), inner, isMig);
            queries.addAll(source.queries());
            problems.addAll(source.problems());
        }
    }

    private void rules(JsonValue groups) {
        for (JsonValue group : list(groups)) {
            for (JsonValue rule : list(group.get("rules"))) {
                String name = text(rule.get("alert")) + text(rule.get("record"));
                add(rule.get("expr"), name, "", List.of());
                for (JsonValue query : list(rule.get("data"))) {
                    add(query.get("model").get("expr"), text(rule.get("title")), "", List.of());
                }
            }
        }
    }

    private void plain(String text) {
        if (text.isBlank()) {
            problems.add(Problem.error(Where.file(file), Text.of("promql.source.nothing")));
            return;
        }
        if (Promql.parse(text) instanceof Parsed.Query(var expr)) {
            queries.add(new Asked(Where.file(file), "", text, expr, "", List.of(), isMig));
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
                paragraph(line, part.strip());
            }
            at = end + 1;
        }
    }

    /** One query, or one on each line. */
    private void paragraph(long line, String text) {
        List<String> lines = text.lines().toList();
        boolean isOne = Promql.parse(text) instanceof Parsed.Query
                || lines.stream().anyMatch(one -> !isComment(one) && !(Promql.parse(one) instanceof Parsed.Query));
        if (isOne) {
            add(Where.line(file, line), text, "", "", List.of());
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!isComment(lines.get(i))) {
                add(Where.line(file, line + i), lines.get(i), "", "", List.of());
            }
        }
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private void add(JsonValue expr, String title, String unit, List<Double> thresholds) {
        String query = text(expr);
        if (!query.isBlank()) {
            add(expr.where(), query, title, unit, thresholds);
        }
    }

    private void add(Where where, String query, String title, String unit, List<Double> thresholds) {
        switch (Promql.parse(query)) {
            case Parsed.Query(var expr) -> queries.add(new Asked(where, title, query, expr, unit, thresholds, isMig));
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
