package io.slicewise.promql.check;

import io.slicewise.json.JsonValue;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.text.Where;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds queries where no panel asks them: rules of Prometheus and its relatives, alerts of Grafana, triggers of KEDA,
 * metrics of the Prometheus adapter, and panels of Perses.
 */
final class AskingReader {
    private final Found found;

    AskingReader(Found found) {
        this.found = found;
    }

    /** Gets what is found. */
    interface Found {
        void query(Where where, String query, String title);
    }

    /** Reads what an object asks itself; not what is within it. */
    void read(JsonValue value, String title) {
        String rule = text(value, "alert") + text(value, "record");
        if (!rule.isEmpty()) {
            add(value.get("expr"), rule);
        }
        for (JsonValue query : QuerySource.list(value.get("data"))) {
            add(query.get("model").get("expr"), text(value, "title"));
        }
        if (text(value, "type").toLowerCase(Locale.ROOT).equals("prometheus")) {
            JsonValue metadata = value.get("metadata");
            add(metadata.get("query"), text(metadata, "metricName"));
        }
        if (text(value.get("plugin"), "kind").contains("Prometheus")) {
            add(value.get("plugin").get("spec").get("query"), title);
        }
        adapted(value);
    }

    /** A metric of the adapter, with the series that it is of in the place where they are filled in. */
    private void adapted(JsonValue rule) {
        String query = text(rule, "metricsQuery");
        series(text(rule, "seriesQuery")).ifPresent(series -> {
            String filled = query.replaceAll("\\s*,?\\s*<<\\s*\\.LabelMatchers\\s*>>\\s*,?", "")
                    .replaceAll("<<\\s*\\.Series\\s*>>", series)
                    .replaceAll("<<\\s*\\.(\\w+)\\s*>>", "\\${$1}");
            if (!filled.isBlank()) {
                found.query(rule.get("metricsQuery").where(), filled, text(rule.get("name"), "as"));
            }
        });
    }

    private static Optional<String> series(String query) {
        return Promql.parse(query) instanceof Parsed.Query(var expr)
                ? Exprs.all(expr, Expr.Selector.class)
                        .map(Dcgm::metric)
                        .filter(metric -> metric.matches("\\w+"))
                        .findFirst()
                : Optional.empty();
    }

    private void add(JsonValue query, String title) {
        String text = QuerySource.text(query);
        if (!text.isBlank()) {
            found.query(query.where(), text, title);
        }
    }

    private static String text(JsonValue value, String field) {
        return QuerySource.text(value.get(field));
    }
}
