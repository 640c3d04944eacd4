package io.slicewise.promql.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dashboard as a resource of Grafana 13 and later ({@code dashboard.grafana.app/v2}): the classic model in other
 * words, panel by panel, so that both say the same.
 *
 * @param board the dashboard in the classic model
 */
record DashboardResource(Map<String, Object> board) {
    private static final String PROMETHEUS = "prometheus";

    String text() {
        Map<String, Object> elements = new LinkedHashMap<>();
        List<Object> rows = new ArrayList<>();
        for (PanelRows row : PanelRows.of(board)) {
            row.panels().forEach(panel -> elements.put(PanelRows.name(panel), element(panel)));
            rows.add(row(row));
        }
        Map<String, Object> spec = Tree.only(board, "title", "description", "tags", "editable");
        spec.put("cursorSync", "Crosshair");
        spec.put("preload", false);
        spec.put("timeSettings", time());
        spec.put("links", Tree.maps(board, "links"));
        spec.put("annotations", annotations());
        spec.put(
                "variables",
                Tree.maps(Tree.at(board, "templating"), "list").stream()
                        .map(DashboardResource::variable)
                        .toList());
        spec.put("elements", elements);
        spec.put("layout", Tree.kind("RowsLayout", Tree.map("rows", rows)));
        return JsonText.of(Tree.map(
                "apiVersion",
                "dashboard.grafana.app/v2",
                "kind",
                "Dashboard",
                "metadata",
                Tree.map("name", Tree.text(board, "uid")),
                "spec",
                spec));
    }

    /** What is asked of the server that was chosen. */
    private static Map<String, Object> query(Map<String, Object> of, Map<String, Object> spec) {
        return Tree.map(
                "kind",
                "DataQuery",
                "group",
                PROMETHEUS,
                "version",
                "v0",
                "datasource",
                Tree.map("name", Tree.text(Tree.at(of, "datasource"), "uid")),
                "spec",
                spec);
    }

    private Map<String, Object> time() {
        Map<String, Object> time = Tree.at(board, "time");
        return Tree.map(
                "timezone",
                Tree.text(board, "timezone"),
                "from",
                Tree.text(time, "from"),
                "to",
                Tree.text(time, "to"),
                "autoRefresh",
                Tree.text(board, "refresh"),
                "autoRefreshIntervals",
                List.of("1m", "5m", "15m", "30m", "1h"),
                "hideTimepicker",
                false,
                "fiscalYearStartMonth",
                0);
    }

    private List<Object> annotations() {
        List<Object> all = new ArrayList<>();
        for (Map<String, Object> one : Tree.maps(Tree.at(board, "annotations"), "list")) {
            Map<String, Object> spec = Tree.only(one, "name", "enable", "hide", "iconColor");
            spec.put("query", query(one, Tree.only(one, "expr")));
            spec.put("legacyOptions", Tree.only(one, "expr", "step", "titleFormat", "textFormat"));
            all.add(Tree.kind("AnnotationQuery", spec));
        }
        return all;
    }

    private static Map<String, Object> variable(Map<String, Object> classic) {
        Map<String, Object> spec = Tree.only(
                classic, "name", "label", "current", "options", "multi", "includeAll", "skipUrlSync", "definition");
        spec.put("hide", "dontHide");
        spec.put("regex", "");
        spec.put("allowCustomValue", true);
        if (Tree.text(classic, "type").equals("datasource")) {
            spec.put("pluginId", PROMETHEUS);
            spec.put("refresh", "onDashboardLoad");
            return Tree.kind("DatasourceVariable", spec);
        }
        spec.put("allValue", Tree.text(classic, "allValue"));
        spec.put("refresh", "onTimeRangeChanged");
        spec.put("sort", "alphabeticalAsc");
        spec.put("query", query(classic, Tree.at(classic, "query")));
        return Tree.kind("QueryVariable", spec);
    }

    private static Map<String, Object> element(Map<String, Object> panel) {
        List<Object> queries = new ArrayList<>();
        for (Map<String, Object> target : Tree.maps(panel, "targets")) {
            Map<String, Object> asked = Tree.only(target, "expr", "legendFormat", "instant", "range", "format");
            queries.add(Tree.kind(
                    "PanelQuery",
                    Tree.map("refId", Tree.text(target, "refId"), "hidden", false, "query", query(target, asked))));
        }
        List<Object> transformations = new ArrayList<>();
        for (Map<String, Object> one : Tree.maps(panel, "transformations")) {
            transformations.add(Tree.map(
                    "kind",
                    "Transformation",
                    "group",
                    Tree.text(one, "id"),
                    "spec",
                    Tree.map("options", Tree.at(one, "options"))));
        }
        Map<String, Object> data =
                Tree.map("queries", queries, "transformations", transformations, "queryOptions", Tree.map());
        Map<String, Object> look = Tree.map(
                "kind",
                "VizConfig",
                "group",
                Tree.text(panel, "type"),
                "version",
                "",
                "spec",
                Tree.map("fieldConfig", Tree.at(panel, "fieldConfig"), "options", Tree.at(panel, "options")));
        Map<String, Object> spec = Tree.only(panel, "id", "title", "description");
        spec.put("links", List.of());
        spec.put("data", Tree.kind("QueryGroup", data));
        spec.put("vizConfig", look);
        return Tree.kind("Panel", spec);
    }

    private static Map<String, Object> row(PanelRows row) {
        List<Object> items = new ArrayList<>();
        for (Map<String, Object> panel : row.panels()) {
            Map<String, Object> item = row.place(panel);
            item.put("element", Tree.map("kind", "ElementReference", "name", PanelRows.name(panel)));
            if (!PanelRows.repeatedBy(panel).isEmpty()) {
                item.put(
                        "repeat",
                        Tree.map(
                                "mode",
                                "variable",
                                "value",
                                PanelRows.repeatedBy(panel),
                                "direction",
                                Tree.text(panel, "repeatDirection"),
                                "maxPerRow",
                                Tree.number(panel, "maxPerRow")));
            }
            items.add(Tree.kind("GridLayoutItem", item));
        }
        boolean isFirst = row.title().isEmpty();
        Map<String, Object> spec = Tree.map("title", row.title(), "collapse", !isFirst, "hideHeader", isFirst);
        spec.put("layout", Tree.kind("GridLayout", Tree.map("items", items)));
        return Tree.kind("RowsLayoutRow", spec);
    }
}
