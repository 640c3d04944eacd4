package io.slicewise.promql.check;

import io.slicewise.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the queries of a dashboard with their units and thresholds: in Grafana's classic model of all versions, in its
 * resources of today ({@code elements}), in rows within rows, and in library panels that were exported with it.
 */
final class PanelReader {
    private final Found found;

    PanelReader(Found found) {
        this.found = found;
    }

    /** Gets what is found. */
    interface Found {
        void query(JsonValue expr, String title, String unit, List<Double> thresholds);
    }

    /** Reads a panel; whether the value is one: whatever has targets is. */
    boolean read(JsonValue value) {
        if (value.get("targets").isList()) {
            panel(value);
            return true;
        }
        if (value.get("data").get("spec").get("queries").isList()) {
            element(value);
            return true;
        }
        return false;
    }

    private void panel(JsonValue panel) {
        String title = QuerySource.text(panel.get("title"));
        String unit = unit(panel);
        List<Double> thresholds = thresholds(panel);
        String source = source(panel.get("datasource"));
        for (JsonValue target : QuerySource.list(panel.get("targets"))) {
            String own = source(target.get("datasource"));
            if (isPrometheus(own.isEmpty() ? source : own)) {
                found.query(target.get("expr"), title, unit, thresholds);
            }
        }
    }

    /** A panel of the resource model: its queries stand in its data, its unit in its visualization. */
    private void element(JsonValue spec) {
        String title = QuerySource.text(spec.get("title"));
        JsonValue look = spec.get("vizConfig").get("spec");
        String unit = hasOtherUnits(look) ? "" : QuerySource.text(defaults(look).get("unit"));
        JsonValue defaults = defaults(look);
        List<Double> thresholds =
                showsThresholds(defaults) ? steps(defaults.get("thresholds").get("steps")) : List.of();
        for (JsonValue one : QuerySource.list(spec.get("data").get("spec").get("queries"))) {
            JsonValue query = one.get("spec").get("query");
            String kind = QuerySource.text(query.get("kind")) + QuerySource.text(query.get("group"));
            if (isPrometheus(kind.equals("DataQuery") ? "" : kind)) {
                found.query(query.get("spec").get("expr"), title, unit, thresholds);
            }
        }
    }

    /** What kind of server is asked; empty where that is for the dashboard to say when it is opened. */
    private static String source(JsonValue datasource) {
        return datasource.isObject() ? QuerySource.text(datasource.get("type")) : "";
    }

    /** Others speak other languages: LogQL, SQL. */
    private static boolean isPrometheus(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                || lower.contains("prom")
                || lower.contains("victoria")
                || lower.contains("mixed")
                || lower.equals("datasource");
    }

    private static JsonValue defaults(JsonValue panel) {
        return panel.get("fieldConfig").get("defaults");
    }

    private static JsonValue oldDefaults(JsonValue panel) {
        return panel.get("options").get("fieldOptions").get("defaults");
    }

    /**
     * Whether the steps mean values that can be seen: every panel has some, 80 among them, and shows them only where a
     * color or a line is made of them. Steps of another mode are shares of the axis.
     */
    private static boolean showsThresholds(JsonValue defaults) {
        String color = QuerySource.text(defaults.get("color").get("mode"));
        String style =
                QuerySource.text(defaults.get("custom").get("thresholdsStyle").get("mode"));
        String mode = QuerySource.text(defaults.get("thresholds").get("mode"));
        boolean isDrawn = !style.isEmpty() && !style.equals("off");
        return !mode.equals("percentage") && (isDrawn || color.isEmpty() || color.equals("thresholds"));
    }

    /** Whether some of the panel's values have a unit of their own. */
    private static boolean hasOtherUnits(JsonValue panel) {
        return QuerySource.list(panel.get("fieldConfig").get("overrides")).stream()
                .flatMap(override -> QuerySource.list(override.get("properties")).stream())
                .anyMatch(property -> QuerySource.text(property.get("id")).equals("unit"));
    }

    private static String unit(JsonValue panel) {
        if (hasOtherUnits(panel)) {
            return "";
        }
        List<JsonValue> axes = QuerySource.list(panel.get("yaxes"));
        List<String> units = new ArrayList<>();
        units.add(QuerySource.text(defaults(panel).get("unit")));
        units.add(QuerySource.text(oldDefaults(panel).get("unit")));
        units.add(QuerySource.text(panel.get("format")));
        units.add(axes.isEmpty() ? "" : QuerySource.text(axes.getFirst().get("format")));
        return units.stream().filter(unit -> !unit.isEmpty()).findFirst().orElse("");
    }

    private static List<Double> thresholds(JsonValue panel) {
        List<Double> values = new ArrayList<>();
        if (showsThresholds(defaults(panel))) {
            values.addAll(steps(defaults(panel).get("thresholds").get("steps")));
        }
        values.addAll(steps(oldDefaults(panel).get("thresholds").get("steps")));
        values.addAll(steps(panel.get("thresholds")));
        for (JsonValue condition : QuerySource.list(panel.get("alert").get("conditions"))) {
            for (JsonValue param : QuerySource.list(condition.get("evaluator").get("params"))) {
                QuerySource.number(param).forEach(values::add);
            }
        }
        return values;
    }

    private static List<Double> steps(JsonValue list) {
        return QuerySource.list(list).stream()
                .flatMap(step -> QuerySource.number(step.get("value")))
                .toList();
    }
}
