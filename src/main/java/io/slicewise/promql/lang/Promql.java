package io.slicewise.promql.lang;

import io.slicewise.text.Text;
import java.util.function.Function;

/** Parses and prints PromQL. */
public final class Promql {
    /** VictoriaMetrics refuses a query of more letters unless it is told not to ({@code -search.maxQueryLen}). */
    private static final int LONGEST = 16 * 1024;

    /** So many letters of what was not read are shown. */
    private static final int SHOWN = 40;

    private Promql() {}

    /** Parses a query; Grafana's variables are kept as what they are. */
    public static Parsed parse(String query) {
        try {
            return new Parsed.Query(Parser.parse(query));
        } catch (SyntaxException e) {
            String before = query.substring(0, Math.min(e.at(), query.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
            Text why = MetricsQl.named(query, e)
                    .map(name -> Text.of("promql.syntax.metricsQl", name))
                    .orElse(e.why());
            return new Parsed.Failure(why, line, column, part(query.substring(before.length())));
        }
    }

    /** What begins a text: as much as tells where it is. */
    private static String part(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…"
                : line;
    }

    /**
     * A query that is known to be one.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Expr of(String query) {
        return switch (parse(query)) {
            case Parsed.Query(Expr expr) -> expr;
            case Parsed.Failure failure -> throw new IllegalArgumentException(failure.text() + " in " + query);
        };
    }

    /** The query on one line. */
    public static String line(Expr expr) {
        return Printer.LINE.print(expr);
    }

    /**
     * The query with a line for each part that is too long for one of 100 characters; on one line where the blanks would
     * make it longer than servers take.
     */
    public static String pretty(Expr expr) {
        String pretty = Printer.PRETTY.print(expr);
        return pretty.length() < LONGEST ? pretty : line(expr);
    }

    /**
     * The query with comments above its parts. What has a comment begins a line; it is still a query.
     *
     * @param comment what is to be said of a part; empty for nothing
     */
    public static String commented(Expr expr, Function<Expr, String> comment) {
        return new Printer(Printer.WIDEST, comment).print(expr);
    }

    /** A string literal in double quotes, with the escapes that it needs. */
    public static String quoted(String value) {
        return Escapes.quoted(value);
    }
}
