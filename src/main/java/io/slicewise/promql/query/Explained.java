package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Promql;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.Map;

/**
 * A query that says what its parts are for.
 *
 * @param figure what it computes
 * @param level of what
 * @param expr the query
 * @param notes what a part of it is for, the whole among them
 */
public record Explained(QueryFigure figure, Level level, Expr expr, Map<Expr, Text> notes) {
    public Explained {
        notes = Map.copyOf(notes);
    }

    /** The query on one line. */
    public String line() {
        return Promql.line(expr);
    }

    /** The query on several lines. */
    public String pretty() {
        return Promql.pretty(expr);
    }

    /** The query with a comment above each part; still a query. */
    public String commented(Messages words) {
        return Promql.commented(expr, part -> notes.containsKey(part) ? words.say(notes.get(part)) : "");
    }
}
