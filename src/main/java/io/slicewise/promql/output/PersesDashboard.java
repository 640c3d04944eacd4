package io.slicewise.promql.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dashboard in the model of Perses: the panels of Grafana's classic model, each with the plugin that shows the same.
 * Perses asks the project's own Prometheus where none is named, so that there is no variable for the server; it knows no
 * watts, so that power is a plain number under its title.
 *
 * @param board the dashboard in the classic model
 * @param comment the first line
 */
record PersesDashboard(Map<String, Object> board, String comment) {
    private static final String PROJECT = "slicewise";

    String text() {
        Map<String, Object> panels = new LinkedHashMap<>();
        List<Object> layouts = new ArrayList<>();
        for (PanelRows row : PanelRows.of(board)) {
            row.panels().forEach(panel -> panels.put(PanelRows.name(panel), panel(panel)));
            layouts.add(grid(row));
        }
        Map<String, Object> spec = Tree.map(
                "display",
                Tree.map("name", Tree.text(board, "title"), "description", Tree.text(board, "description")),
                "duration",
                Tree.text(Tree.at(board, "time"), "from").replace("now-", ""),
                "refreshInterval",
                Tree.text(board, "refresh"),
                "variables",
                variables(),
                "panels",
                panels,
                "layouts",
                layouts);
        return comment
                + YamlText.of(Tree.map(
                        "kind",
                        "Dashboard",
                        "metadata",
                        Tree.map("name", Tree.text(board, "uid"), "project", PROJECT),
                        "spec",
                        spec));
    }

    /** {@code label_values(series, label)} of the classic model asks for the label of series. */
    private List<Object> variables() {
        List<Object> all = new ArrayList<>();
        for (Map<String, Object> classic : Tree.maps(Tree.at(board, "templating"), "list")) {
            String query = Tree.text(classic, "definition");
            int comma = query.lastIndexOf(", ");
            if (comma < 0) {
                continue;
            }
            Map<String, Object> values = Tree.map(
                    "labelName",
                    query.substring(comma + 2, query.length() - 1),
                    "matchers",
                    List.of(query.substring("label_values(".length(), comma)));
            all.add(Tree.kind(
                    "ListVariable",
                    Tree.map(
                            "name",
                            Tree.text(classic, "name"),
                            "display",
                            Tree.map("name", Tree.text(classic, "label"), "hidden", false),
                            "allowAllValue",
                            true,
                            "allowMultiple",
                            true,
                            "customAllValue",
                            Tree.text(classic, "allValue"),
                            "defaultValue",
                            "$__all",
                            "sort",
                            "alphabetical-asc",
                            "plugin",
                            Tree.kind("PrometheusLabelValuesVariable", values))));
        }
        return all;
    }

    private static Map<String, Object> panel(Map<String, Object> panel) {
        List<Object> queries = new ArrayList<>();
        for (Map<String, Object> target : Tree.maps(panel, "targets")) {
            Map<String, Object> asked = Tree.map("query", Tree.text(target, "expr"));
            String legend = Tree.text(target, "legendFormat");
            if (!legend.equals("__auto")) {
                asked.put("seriesNameFormat", legend);
            }
            Map<String, Object> plugin = Tree.kind("PrometheusTimeSeriesQuery", asked);
            queries.add(Tree.kind("TimeSeriesQuery", Tree.map("plugin", plugin)));
        }
        return Tree.kind(
                "Panel",
                Tree.map(
                        "display",
                        Tree.map("name", Tree.text(panel, "title"), "description", Tree.text(panel, "description")),
                        "plugin",
                        switch (Tree.text(panel, "type")) {
                            case "stat" -> stat(panel);
                            case "table" -> table(panel);
                            default -> chart(panel);
                        },
                        "queries",
                        queries));
    }

    private static Map<String, Object> defaults(Map<String, Object> panel) {
        return Tree.at(panel, "fieldConfig", "defaults");
    }

    private static Map<String, Object> format(String unit) {
        return unit.equals("percentunit")
                ? Tree.map("unit", "percent-decimal", "decimalPlaces", 1)
                : Tree.map("unit", "decimal", "decimalPlaces", 0);
    }

    private static Map<String, Object> thresholds(Map<String, Object> panel) {
        List<Map<String, Object>> steps = Tree.maps(Tree.at(defaults(panel), "thresholds"), "steps");
        return Tree.map(
                "mode",
                "absolute",
                "defaultColor",
                Tree.text(steps.getFirst(), "color"),
                "steps",
                steps.subList(1, steps.size()));
    }

    private static Map<String, Object> stat(Map<String, Object> panel) {
        return Tree.kind(
                "StatChart",
                Tree.map(
                        "calculation",
                        "last",
                        "format",
                        format(Tree.text(defaults(panel), "unit")),
                        "thresholds",
                        thresholds(panel)));
    }

    private static Map<String, Object> chart(Map<String, Object> panel) {
        Map<String, Object> axis = Tree.only(defaults(panel), "min", "max");
        axis.put("format", format(Tree.text(defaults(panel), "unit")));
        return Tree.kind(
                "TimeSeriesChart",
                Tree.map(
                        "legend",
                        Tree.map("position", "bottom", "mode", "list"),
                        "yAxis",
                        axis,
                        "thresholds",
                        thresholds(panel),
                        // a gap in the data is a gap
                        "visual",
                        Tree.map("display", "line", "lineWidth", 2, "areaOpacity", 0, "connectNulls", false),
                        "querySettings",
                        colors(panel)));
    }

    /** The colour of each figure that has one. */
    private static List<Object> colors(Map<String, Object> panel) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Map<String, Object> override : Tree.maps(Tree.at(panel, "fieldConfig"), "overrides")) {
            Tree.maps(override, "properties")
                    .forEach(property -> byName.put(
                            Tree.text(Tree.at(override, "matcher"), "options"),
                            Tree.text(Tree.at(property, "value"), "fixedColor")));
        }
        List<Object> colors = new ArrayList<>();
        List<Map<String, Object>> targets = Tree.maps(panel, "targets");
        for (int i = 0; i < targets.size(); i++) {
            Object color = byName.get(Tree.text(targets.get(i), "legendFormat"));
            if (color != null) {
                colors.add(Tree.map("queryIndex", i, "colorMode", "fixed", "colorValue", color));
            }
        }
        return colors;
    }

    /** One column for each figure, beside those of the labels. */
    private static Map<String, Object> table(Map<String, Object> panel) {
        List<Object> columns = new ArrayList<>(List.of(Tree.map("name", "timestamp", "hide", true)));
        List<Map<String, Object>> overrides = Tree.maps(Tree.at(panel, "fieldConfig"), "overrides");
        for (int i = 0; i < overrides.size(); i++) {
            Map<String, Object> properties = new LinkedHashMap<>();
            Tree.maps(overrides.get(i), "properties")
                    .forEach(property -> properties.put(Tree.text(property, "id"), Tree.text(property, "value")));
            columns.add(Tree.map(
                    "name",
                    "value #" + (i + 1),
                    "header",
                    Tree.text(properties, "displayName"),
                    "format",
                    format(Tree.text(properties, "unit")),
                    "align",
                    "right"));
        }
        return Tree.kind(
                "Table",
                Tree.map(
                        "density",
                        "compact",
                        "columnSettings",
                        columns,
                        "transforms",
                        List.of(Tree.kind("MergeSeries", Tree.map()))));
    }

    private static Map<String, Object> grid(PanelRows row) {
        List<Object> items = new ArrayList<>();
        for (Map<String, Object> panel : row.panels()) {
            Map<String, Object> item = row.place(panel);
            item.put("content", Tree.map("$ref", "#/spec/panels/" + PanelRows.name(panel)));
            items.add(item);
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        if (!row.title().isEmpty()) {
            spec.put("display", Tree.map("title", row.title(), "collapse", Tree.map("open", false)));
        }
        row.panels().stream()
                .map(PanelRows::repeatedBy)
                .filter(by -> !by.isEmpty())
                .findFirst()
                .ifPresent(by -> spec.put("repeatVariable", by));
        spec.put("items", items);
        return Tree.kind("Grid", spec);
    }
}
