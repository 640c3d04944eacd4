package io.slicewise.promql.check;

import io.slicewise.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Finds the queries of a dashboard in Grafana's classic model, of old versions too, with their units and thresholds. */
final class PanelReader {
    private final Found found;

    PanelReader(Found found) {
        this.found = found;
    }

    /** Gets what is found. */
    interface Found {
        void query(JsonValue expr, String title, String unit, List<Double> thresholds);
    }

    /** The panels of a dashboard, of its rows and of panels that are rows. */
    void panels(JsonValue parent) {
        for (JsonValue row : QuerySource.list(parent.get("rows"))) {
            panels(row);
        }
        for (JsonValue panel : QuerySource.list(parent.get("panels"))) {
            panel(panel);
            panels(panel);
        }
    }

    private void panel(JsonValue panel) {
        String title = QuerySource.text(panel.get("title"));
        String unit = unit(panel);
        List<Double> thresholds = thresholds(panel);
        for (JsonValue target : QuerySource.list(panel.get("targets"))) {
            found.query(target.get("expr"), title, unit, thresholds);
        }
    }

    private static String unit(JsonValue panel) {
        List<JsonValue> axes = QuerySource.list(panel.get("yaxes"));
        List<String> units = new ArrayList<>();
        units.add(QuerySource.text(panel.get("fieldConfig").get("defaults").get("unit")));
        units.add(QuerySource.text(
                panel.get("options").get("fieldOptions").get("defaults").get("unit")));
        units.add(QuerySource.text(panel.get("format")));
        units.add(axes.isEmpty() ? "" : QuerySource.text(axes.getFirst().get("format")));
        return units.stream().filter(unit -> !unit.isEmpty()).findFirst().orElse("");
    }

    private static List<Double> thresholds(JsonValue panel) {
        List<JsonValue> steps = new ArrayList<>();
        steps.addAll(QuerySource.list(
                panel.get("fieldConfig").get("defaults").get("thresholds").get("steps")));
        steps.addAll(QuerySource.list(panel.get("options")
                .get("fieldOptions")
                .get("defaults")
                .get("thresholds")
                .get("steps")));
        steps.addAll(QuerySource.list(panel.get("thresholds")));
        List<Double> values = new ArrayList<>();
        for (JsonValue step : steps) {
            QuerySource.number(step.get("value")).forEach(values::add);
        }
        for (JsonValue condition : QuerySource.list(panel.get("alert").get("conditions"))) {
            for (JsonValue param : QuerySource.list(condition.get("evaluator").get("params"))) {
                QuerySource.number(param).forEach(values::add);
            }
        }
        return values;
    }
}
