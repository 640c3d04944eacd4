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

/** Finds the queries in a text, with what is around them. For one use. */
final class QuerySource {
    /** A key at the beginning of a line; a colon within a metric's name has no space behind it. */
    private static final Pattern YAML = Pattern.compile("(?m)^(?:- +)?[A-Za-z_][\\w./-]*+[ \\t]*:(?=\\s|$)");

    /** What a text must have to be worth reading as a file within a file. */
    private static final Pattern ASKING = Pattern.compile("(?m)\"expr\"|^\\s*+(?:- +)?expr\\s*:");

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
    /** A JSON object begins so; a selector has a name behind its brace. */
    private static final Pattern JSON = Pattern.compile("\\s*+\\{\\s*+(?:\"[^\"]*\"\\s*:|})");

    /** What only a person with MIG writes: labels of instances, and its name. */
    private static final Pattern MIG = Pattern.compile("(?i:gpu_i_(?:id|profile))|\\bMIG\\b");

    private static final Pattern DOCUMENT = Pattern.compile("(?m)^---.*$");

    private final String file;
    private final Form form;
    private final Templates templates;
    private final boolean isMig;
    private final AskingReader asking = new AskingReader(this::add);
    private final List<Asked> queries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private QuerySource(String file, Form form, Templates templates, boolean isMig) {
        this.form = form;
        this.isMig = isMig;
        this.file = file;
        this.templates = templates;
    }

    /** @param isMig whether it is known that MIG is on; else the text may say so */
    static QuerySource read(String file, String text, boolean isMig) {
        boolean says = isMig || MIG.matcher(text).find();
        Form form = Form.of(text);
        Templates templates = form == Form.JSON ? Templates.none(text) : Templates.of(text);
        QuerySource source = new QuerySource(file, form, templates, says);
        switch (form) {
            case JSON -> source.json(file, text);
            case YAML -> source.yaml(templates.text());
            case QUERIES -> source.plain(templates.text());
        }
        if (form != Form.QUERIES) {
            source.sayNothingFound();
        }
        return source;
    }

    Templates templates() {
        return templates;
    }

    /** What kind of text it is. */
    Form form() {
        return form;
    }

    /** What a text is. */
    enum Form {
        JSON,
        YAML,
        QUERIES;

        /** The form of a text, by its content. */
        static Form of(String text) {
            if (QuerySource.JSON.matcher(text).lookingAt()) {
                return JSON;
            }
            return QuerySource.YAML.matcher(text).find() ? YAML : QUERIES;
        }
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
            found(root, "");
        }
    }

    private void yaml(String text) {
        for (Part part : parts(text)) {
            JsonValue root = YamlDocument.parse(file, part.padded(text), problems);
            if (root != null) {
                found(root, "");
            }
        }
    }

    /**
     * One of several documents in a text.
     *
     * @param start where it begins
     * @param end behind it
     */
    record Part(int start, int end) {
        /** It alone, behind as many lines as there are before it, so that problems count them. */
        String padded(String text) {
            return lines(text) + text.substring(start, end);
        }

        /** Where a place in that is in the text. */
        int place(String text, int padded) {
            return start + padded - lines(text).length();
        }

        private String lines(String text) {
            return "\n".repeat((int)
                    text.substring(0, start).chars().filter(c -> c == '\n').count());
        }
    }

    /** The documents of a text that are not empty. */
    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher mark = DOCUMENT.matcher(text);
        int start = 0;
        while (start <= text.length()) {
            int end = mark.find(start) ? mark.start() : text.length();
            if (!text.substring(start, end).isBlank()) {
                parts.add(new Part(start, end));
            }
            start = end < text.length() ? mark.end() : end + 1;
        }
        return parts;
    }

    private void sayNothingFound() {
        if (queries.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(Where.file(file), Text.of("promql.source.nothing")));
        }
    }

    /**
     * Everything in a value, however deep: panels, rules, triggers and whatever else asks a server, of dashboards, rule
     * files, resources, values of charts, and texts that are such files themselves.
     *
     * @param title what the value stands in
     */
    private void found(JsonValue value, String title) {
        if (value.isObject()) {
            String own = QuerySource.text(value.get("spec").get("display").get("name"));
            String name = own.isEmpty() ? title : own;
            boolean isPanel = new PanelReader(this::add).read(value);
            if (!isPanel) {
                asking.read(value, name);
            }
            value.fields().forEach((field, inner) -> {
                if (!(isPanel && field.equals("targets"))) {
                    found(inner, name);
                }
            });
        } else if (value.isList()) {
            value.items().forEach(item -> found(item, title));
        } else if (value.isText()) {
            file(value);
        }
    }

    /** A text that is a dashboard or rules itself. */
    private void file(JsonValue value) {
        String inner = written(text(value));
        if (ASKING.matcher(inner).find() && Form.of(inner) != Form.QUERIES) {
            QuerySource source = read(value.where().toString(), inner, isMig);
            queries.addAll(source.queries());
            problems.addAll(source.problems());
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

    private void add(Where where, String query, String title) {
        add(where, query, title, "", List.of());
    }

    private void add(Where where, String query, String title, String unit, List<Double> thresholds) {
        switch (Promql.parse(query)) {
            case Parsed.Query(var expr) -> queries.add(new Asked(where, title, query, expr, unit, thresholds, isMig));
            case Parsed.Failure failure -> problems.add(Problem.error(where, failure.text()));
        }
    }

    /** A text; empty for anything else, without a complaint: this is other people's format. */
    static String text(JsonValue value) {
        return value.isText() ? value.string("") : "";
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
