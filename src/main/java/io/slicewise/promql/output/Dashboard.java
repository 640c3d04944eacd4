package io.slicewise.promql.output;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.Scope;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A dashboard in Grafana's classic JSON model, schema version 36 (Grafana 9 and later read it). The data source is a
 * variable with the server's default, so that it works however it gets there: provisioned, by a sidecar, by the API or
 * imported by hand. The same title has the same uid, so that a new version takes the place of the old one.
 */
final class Dashboard {
    private static final int SCHEMA = 36;
    private static final List<QueryFigure> AVERAGES =
            List.of(QueryFigure.INSTANCE_AVERAGE, QueryFigure.WEIGHTED_AVERAGE, QueryFigure.WHOLE_GPU);
    /** The name of the variable that says which server is asked. */
    private static final String SOURCE = "datasource";

    private final Request request;
    private final Messages words;
    private final Names names;
    private final FigureQueries queries;
    private final PanelParts parts;
    private final List<Object> panels = new ArrayList<>();

    Dashboard(Request request, Messages words) {
        this.request = request;
        this.words = words;
        this.names = request.plan().names();
        this.queries = FigureQueries.of(filtered(request.plan()));
        this.parts = new PanelParts(Tree.map("type", "prometheus", "uid", "${" + SOURCE + "}"), words);
    }

    private static QueryPlan filtered(QueryPlan plan) {
        Names names = plan.names();
        return plan.and(chosen(names.host(), "host"))
                .and(chosen(names.model(), "model"))
                .and(new Filter(Matcher.regex(names.label(Names.NAMESPACE), "$namespace"), Scope.INSTANCE));
    }

    /**
     * Series that fit a variable. Grafana itself joins several values and escapes what is special in them, for the
     * expression and for the string that it stands in; a format of our own would escape for the expression alone.
     */
    private static Filter chosen(String label, String variable) {
        return new Filter(Matcher.regex(label, "$" + variable), Scope.GPU);
    }

    String text() {
        stats();
        timeline();
        perGpu();
        perInstance();
        table();
        return JsonText.of(Tree.map(
                "__requires",
                requires(),
                "id",
                Tree.NOTHING,
                "uid",
                "slicewise-" + Integer.toHexString(request.title().hashCode()),
                "title",
                words.say("promql.dashboard.title", request.title()),
                "description",
                words.say("promql.dashboard.description"),
                "tags",
                List.of("gpu", "mig", "slicewise"),
                "schemaVersion",
                SCHEMA,
                "version",
                1,
                "editable",
                true,
                "graphTooltip",
                1,
                "refresh",
                "5m",
                "time",
                Tree.map("from", "now-6h", "to", "now"),
                "timezone",
                "browser",
                "annotations",
                Tree.map("list", List.of()),
                "links",
                List.of(),
                "templating",
                Tree.map("list", variables()),
                "panels",
                panels));
    }

    private static List<Object> requires() {
        List<Object> requires = new ArrayList<>();
        requires.add(Tree.map("type", "grafana", "id", "grafana", "name", "Grafana", "version", "9.0.0"));
        requires.add(Tree.map("type", "datasource", "id", "prometheus", "name", "Prometheus", "version", "1.0.0"));
        for (String panel : List.of("Stat", "Table", "Timeseries")) {
            String name = panel.equals("Timeseries") ? "Time series" : panel;
            requires.add(Tree.map("type", "panel", "id", panel.toLowerCase(Locale.ROOT), "name", name, "version", ""));
        }
        return requires;
    }

    private List<Object> variables() {
        List<Filter> filters = new ArrayList<>(request.plan().filters());
        List<Object> variables = new ArrayList<>();
        variables.add(server());
        variables.add(variable("host", names.host(), series(filters)));
        // what is chosen narrows what can be chosen next
        filters.add(chosen(names.host(), "host"));
        variables.add(variable("model", names.model(), series(filters)));
        filters.add(chosen(names.model(), "model"));
        variables.add(variable("namespace", names.label(Names.NAMESPACE), series(filters)));
        return variables;
    }

    private Map<String, Object> server() {
        return Tree.map(
                "name",
                SOURCE,
                "label",
                words.say("promql.dashboard.variable.datasource"),
                "type",
                "datasource",
                "query",
                "prometheus",
                "regex",
                "",
                "refresh",
                1,
                "multi",
                false,
                "includeAll",
                false,
                "current",
                Tree.map("selected", false, "text", "default", "value", "default"),
                "options",
                List.of(),
                "hide",
                0,
                "skipUrlSync",
                false);
    }

    /** All series of instances that fit, with a reading or without. */
    private String series(List<Filter> filters) {
        List<Matcher> matchers = new ArrayList<>();
        matchers.add(Matcher.regex("__name__", names.present()));
        matchers.add(Matcher.notEqual(names.instance(), ""));
        filters.forEach(filter -> matchers.add(filter.matcher()));
        return Promql.line(new Expr.Selector("", matchers));
    }

    private Map<String, Object> variable(String name, String label, String series) {
        String query = "label_values(" + series + ", " + label + ")";
        return Tree.map(
                "name",
                name,
                "label",
                words.say("promql.dashboard.variable." + name),
                "type",
                "query",
                "datasource",
                parts.source(),
                "definition",
                query,
                "query",
                Tree.map("query", query, "refId", name),
                "refresh",
                2,
                "sort",
                1,
                "multi",
                true,
                "includeAll",
                true,
                // also where a label is missing
                "allValue",
                ".*",
                "current",
                Tree.map("selected", true, "text", List.of("All"), "value", List.of("$__all")),
                "options",
                List.of(),
                "hide",
                0,
                "skipUrlSync",
                false);
    }

    private void stats() {
        List<QueryFigure> figures = List.of(
                QueryFigure.INSTANCE_AVERAGE,
                QueryFigure.WEIGHTED_AVERAGE,
                QueryFigure.WHOLE_GPU,
                QueryFigure.ALLOCATED,
                QueryFigure.GAP);
        int x = 0;
        for (QueryFigure figure : figures) {
            Explained query = queries.query(figure, Level.FLEET);
            add(parts.stat(query, request.limits()), x, 0, 4, 5);
            x += 4;
        }
        add(
                parts.coverage(
                        queries.query(QueryFigure.REPORTED, Level.FLEET),
                        queries.query(QueryFigure.INSTANCES, Level.FLEET),
                        queries.query(QueryFigure.UNWEIGHED, Level.FLEET)),
                x,
                0,
                4,
                5);
    }

    private void timeline() {
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : AVERAGES) {
            targets.add(parts.target(queries.query(figure, Level.FLEET), parts.name(figure), false, targets.size()));
        }
        add(
                parts.timeline("promql.dashboard.timeline", AVERAGES, targets, "percentunit", request.limits()),
                0,
                5,
                24,
                9);
    }

    private void perGpu() {
        Level gpu = Level.gpu(names);
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}}";
        add(
                parts.timeline(
                        "promql.dashboard.gpuWeighted",
                        List.of(QueryFigure.WEIGHTED_AVERAGE),
                        List.of(parts.target(queries.query(QueryFigure.WEIGHTED_AVERAGE, gpu), legend, false, 0)),
                        "percentunit",
                        request.limits()),
                0,
                14,
                12,
                8);
        add(
                parts.timeline(
                        "promql.dashboard.gpuWhole",
                        List.of(QueryFigure.WHOLE_GPU),
                        List.of(parts.target(queries.query(QueryFigure.WHOLE_GPU, gpu), legend, false, 0)),
                        "percentunit",
                        request.limits()),
                12,
                14,
                12,
                8);
    }

    private void perInstance() {
        Level instance = new Level("instance", List.of(names.host(), names.uuid(), names.instance(), names.profile()));
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}} {{" + names.instance() + "}} {{"
                + names.profile() + "}}";
        add(
                parts.timeline(
                        "promql.dashboard.instances",
                        List.of(QueryFigure.INSTANCE_AVERAGE),
                        List.of(parts.target(queries.query(QueryFigure.INSTANCE_AVERAGE, instance), legend, false, 0)),
                        "percentunit",
                        request.limits()),
                0,
                22,
                12,
                9);
        Level namespace = Level.namespace(names);
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : AVERAGES) {
            String label = "{{" + names.label(Names.NAMESPACE) + "}} " + parts.name(figure);
            targets.add(parts.target(queries.query(figure, namespace), label, false, targets.size()));
        }
        add(
                parts.timeline("promql.dashboard.namespaces", AVERAGES, targets, "percentunit", request.limits()),
                12,
                22,
                12,
                9);
    }

    private void table() {
        Level gpu = Level.gpu(names);
        List<QueryFigure> figures = List.of(
                QueryFigure.INSTANCE_AVERAGE,
                QueryFigure.WEIGHTED_AVERAGE,
                QueryFigure.WHOLE_GPU,
                QueryFigure.ALLOCATED,
                QueryFigure.INSTANCES);
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : figures) {
            targets.add(parts.target(queries.query(figure, gpu), "", true, targets.size()));
        }
        add(parts.table(targets, figures, request.limits()), 0, 31, 16, 10);
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}}";
        add(
                parts.timeline(
                        "promql.dashboard.power",
                        List.of(QueryFigure.POWER),
                        List.of(parts.target(queries.query(QueryFigure.POWER, gpu), legend, false, 0)),
                        "watt",
                        request.limits()),
                16,
                31,
                8,
                10);
    }

    private void add(Map<String, Object> panel, int x, int y, int width, int height) {
        panel.put("id", panels.size() + 1);
        panel.put("gridPos", Tree.map("x", x, "y", y, "w", width, "h", height));
        panels.add(panel);
    }
}
