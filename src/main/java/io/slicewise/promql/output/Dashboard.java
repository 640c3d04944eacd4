package io.slicewise.promql.output;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.SeriesNames;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A dashboard in Grafana's classic JSON model, schema version 36 (Grafana 9 and later read it). The data source is a
 * variable with the server's default, so that it works however it gets there: provisioned, by a sidecar, by the API or
 * imported by hand. The same title has the same uid, so that a new version takes the place of the old one.
 *
 * <p>What is open shows fleet and hosts from recorded series, a few for each host. Rows that are closed ask for single
 * GPUs and instances, of which Grafana asks nothing until somebody opens them. Without rules all of it is computed of
 * what the exporter writes.
 */
final class Dashboard {
    private static final int SCHEMA = 36;
    private static final List<QueryFigure> AVERAGES =
            List.of(QueryFigure.INSTANCE_AVERAGE, QueryFigure.WEIGHTED_AVERAGE, QueryFigure.WHOLE_GPU);

    private final Request request;
    private final Messages words;
    private final Names names;
    private final SeriesNames series;
    /** Of everything that is chosen. */
    private final FigureQueries raw;
    /** Of hosts and models that are chosen, as cheap as it can be. */
    private final FigureQueries light;

    private final boolean isInline;
    private final PanelParts parts;
    private final DashboardChoices choices;
    private final PanelGrid grid = new PanelGrid();

    Dashboard(Request request, Messages words) {
        this.request = request;
        this.words = words;
        this.names = request.plan().names();
        this.series = request.plan().series();
        this.isInline = request.delivery().isInline();
        this.choices = new DashboardChoices(request, words);
        this.raw = FigureQueries.of(choices.plan());
        this.light = isInline ? raw : FigureQueries.recorded(request.plan().withFilters(choices.ofHosts()));
        this.parts = new PanelParts(DashboardChoices.source(), words);
    }

    /** The model as a tree; once. */
    Map<String, Object> tree() {
        stats();
        timeline();
        perHost();
        grid.row(words.say("promql.dashboard.row.hosts"), 32, this::hostByHost);
        grid.row(words.say("promql.dashboard.row.gpus"), 33, () -> {
            perGpu();
            perInstance();
            table();
        });
        return Tree.map(
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
                isInline ? "5m" : "1m",
                "time",
                Tree.map("from", "now-6h", "to", "now"),
                "timezone",
                "browser",
                "annotations",
                Tree.map("list", isInline ? List.of() : List.of(changes())),
                "links",
                links(),
                "templating",
                Tree.map("list", choices.variables()),
                "panels",
                grid.panels());
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

    /** Where the number of a host's instances changed. */
    private Map<String, Object> changes() {
        String instances = Promql.line(
                new Expr.Selector(series.figure(QueryFigure.INSTANCES, Level.host(names)), List.of(choices.host())));
        return Tree.map(
                "name",
                words.say("promql.dashboard.changes"),
                "datasource",
                DashboardChoices.source(),
                "enable",
                true,
                "hide",
                false,
                "iconColor",
                "#7A8594",
                "expr",
                instances + " != " + instances + " offset 5m",
                "step",
                "5m",
                "titleFormat",
                words.say("promql.dashboard.changes"),
                "textFormat",
                "{{" + names.host() + "}}");
    }

    private List<Object> links() {
        return List.of(
                Tree.map(
                        "type",
                        "link",
                        "title",
                        words.say("promql.dashboard.link.alerts"),
                        "url",
                        "/alerting/list?queryString=Mig",
                        "icon",
                        "bolt",
                        "targetBlank",
                        true),
                Tree.map(
                        "type",
                        "dashboards",
                        "title",
                        words.say("promql.dashboard.link.others"),
                        "tags",
                        List.of("slicewise"),
                        "asDropdown",
                        true,
                        "includeVars",
                        true,
                        "keepTime",
                        true));
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
            Explained query = light.query(figure, Level.FLEET);
            grid.add(parts.stat(query, request.limits()), x, 0, 4, 5);
            x += 4;
        }
        grid.add(
                parts.coverage(
                        light.query(QueryFigure.REPORTED, Level.FLEET),
                        light.query(QueryFigure.INSTANCES, Level.FLEET),
                        light.query(QueryFigure.UNWEIGHED, Level.FLEET)),
                x,
                0,
                4,
                5);
    }

    private void timeline() {
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : AVERAGES) {
            targets.add(parts.target(light.query(figure, Level.FLEET), parts.name(figure), false, targets.size()));
        }
        grid.add(
                parts.timeline("promql.dashboard.timeline", AVERAGES, targets, "percentunit", request.limits()),
                0,
                5,
                24,
                9);
    }

    private void perHost() {
        Level host = Level.host(names);
        String legend = "{{" + names.host() + "}}";
        lines("promql.dashboard.hostWeighted", light.query(QueryFigure.WEIGHTED_AVERAGE, host), legend, 0, 14, 12);
        lines("promql.dashboard.hostWhole", light.query(QueryFigure.WHOLE_GPU, host), legend, 12, 14, 12);
        grid.add(table("promql.dashboard.hosts", figure -> light.query(figure, host)), 0, 22, 16, 10);
        lines("promql.dashboard.hostPower", light.query(QueryFigure.POWER, host), legend, 16, 22, 8);
    }

    /** The three figures of each host that is chosen, side by side. */
    private void hostByHost() {
        Level host = Level.host(names);
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : AVERAGES) {
            targets.add(parts.target(light.query(figure, host), parts.name(figure), false, targets.size()));
        }
        Map<String, Object> panel =
                parts.timeline("promql.dashboard.oneHost", AVERAGES, targets, "percentunit", request.limits());
        panel.put("repeat", "host");
        panel.put("repeatDirection", "h");
        panel.put("maxPerRow", 4);
        grid.add(panel, 0, 33, 24, 8);
    }

    private void perGpu() {
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}}";
        lines("promql.dashboard.gpuWeighted", ofGpus(QueryFigure.WEIGHTED_AVERAGE), legend, 0, 34, 12);
        lines("promql.dashboard.gpuWhole", ofGpus(QueryFigure.WHOLE_GPU), legend, 12, 34, 12);
    }

    /** A figure of each GPU: as it was recorded where it was, for all of a GPU whatever its namespaces. */
    private Explained ofGpus(QueryFigure figure) {
        Level gpu = Level.gpu(names);
        return isInline || !request.isOfGpus()
                ? raw.query(figure, gpu)
                : new Explained(
                        figure,
                        gpu,
                        new Expr.Selector(
                                series.figure(figure, gpu),
                                choices.ofHosts().stream().map(Filter::matcher).toList()),
                        Map.of());
    }

    /** One figure over time, by what its legend says. */
    private void lines(String key, Explained query, String legend, int x, int y, int width) {
        String unit = query.figure() == QueryFigure.POWER ? "watt" : "percentunit";
        List<Object> targets = List.of(parts.target(query, legend, false, 0));
        int height = width < 12 ? 10 : 8;
        grid.add(parts.timeline(key, List.of(query.figure()), targets, unit, request.limits()), x, y, width, height);
    }

    private void perInstance() {
        Level instance = new Level("instance", List.of(names.host(), names.uuid(), names.instance(), names.profile()));
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}} {{" + names.instance() + "}} {{"
                + names.profile() + "}}";
        grid.add(
                parts.timeline(
                        "promql.dashboard.instances",
                        List.of(QueryFigure.INSTANCE_AVERAGE),
                        List.of(parts.target(raw.query(QueryFigure.INSTANCE_AVERAGE, instance), legend, false, 0)),
                        "percentunit",
                        request.limits()),
                0,
                42,
                12,
                9);
        Level namespace = Level.namespace(names);
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : AVERAGES) {
            String label = "{{" + names.label(Names.NAMESPACE) + "}} " + parts.name(figure);
            targets.add(parts.target(raw.query(figure, namespace), label, false, targets.size()));
        }
        grid.add(
                parts.timeline("promql.dashboard.namespaces", AVERAGES, targets, "percentunit", request.limits()),
                12,
                42,
                12,
                9);
    }

    private void table() {
        String legend = "{{" + names.host() + "}} {{" + names.uuid() + "}}";
        grid.add(table("promql.dashboard.table", this::ofGpus), 0, 51, 16, 10);
        lines("promql.dashboard.power", ofGpus(QueryFigure.POWER), legend, 16, 51, 8);
    }

    private Map<String, Object> table(String key, Function<QueryFigure, Explained> of) {
        List<QueryFigure> figures = List.of(
                QueryFigure.INSTANCE_AVERAGE,
                QueryFigure.WEIGHTED_AVERAGE,
                QueryFigure.WHOLE_GPU,
                QueryFigure.ALLOCATED,
                QueryFigure.INSTANCES);
        List<Object> targets = new ArrayList<>();
        for (QueryFigure figure : figures) {
            targets.add(parts.target(of.apply(figure), "", true, targets.size()));
        }
        return parts.table(key, targets, figures, request.limits());
    }
}
