package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.text.Messages;
import io.slicewise.text.Visible;
import java.util.LinkedHashMap;
import java.util.Map;

/** All files for somebody's monitoring. */
public final class Bundle {
    public static final String QUERIES = "queries.md";
    public static final String RULES = "slicewise-rules.yaml";
    public static final String TESTS = "slicewise-rules-test.yaml";
    public static final String DASHBOARD = "slicewise-dashboard.json";
    public static final String KUBERNETES = "slicewise-prometheusrule.yaml";
    public static final String VICTORIA = "slicewise-vmrule.yaml";
    public static final String SIDECAR = "slicewise-dashboard-configmap.yaml";
    public static final String GRAFANA = "slicewise-grafanadashboard.yaml";
    public static final String RESOURCE = "slicewise-dashboard-v2.json";
    public static final String PERSES = "slicewise-dashboard-perses.yaml";
    public static final String NAMES = "slicewise-names.yaml";
    public static final String METRICS = "metrics.prom";

    private Bundle() {}

    /**
     * The files by name, in the order to look at them: queries to copy, rules, tests of the rules, a dashboard, the rules
     * and the dashboard for Kubernetes, the dashboard in the models of today's Grafana and of Perses, what instances are called, and what an exporter would write for the document.
     *
     * @param asked for what
     * @param fleet whose numbers the tests are made of; may be empty
     * @param words the language of titles, notes and alerts
     */
    public static Map<String, String> of(Request asked, Fleet fleet, Messages words) {
        Request request = asked.sized(fleet);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(QUERIES, queries(request, words));
        files.put(RULES, rules(request, words));
        files.put(TESTS, tests(request, fleet, words));
        files.put(DASHBOARD, dashboard(request, words));
        files.put(KUBERNETES, kubernetes(request, words));
        files.put(VICTORIA, victoria(request, words));
        files.put(SIDECAR, sidecar(request, words));
        files.put(GRAFANA, grafana(request, words));
        files.put(RESOURCE, resource(request, words));
        files.put(PERSES, perses(request, words));
        files.put(NAMES, names(request, fleet, words));
        files.put(METRICS, metrics(request, fleet));
        return files;
    }

    /** Every query with what its parts are for, as Markdown. */
    public static String queries(Request request, Messages words) {
        return new QuerySheet(request, words).text();
    }

    /** Recording and alert rules. */
    public static String rules(Request request, Messages words) {
        return new RuleFile(request, words).prometheus();
    }

    /** Tests of the rules for {@code promtool test rules}, which looks for them in {@link #RULES}. */
    public static String tests(Request request, Fleet fleet, Messages words) {
        return new RuleTests(request, fleet, words).text(RULES);
    }

    /** A dashboard to import into Grafana. */
    public static String dashboard(Request request, Messages words) {
        return new Dashboard(request, words).text();
    }

    /** The rules as a {@code PrometheusRule}. */
    public static String kubernetes(Request request, Messages words) {
        return new RuleFile(request, words).kubernetes();
    }

    /** The rules as a {@code VMRule}. */
    public static String victoria(Request request, Messages words) {
        return new RuleFile(request, words).victoria();
    }

    /** The dashboard as a {@code ConfigMap} that a sidecar of Grafana finds by its label. */
    public static String sidecar(Request request, Messages words) {
        return YamlText.of(Tree.map(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Tree.map("name", "slicewise-dashboard", "labels", Tree.map("grafana_dashboard", "1")),
                "data",
                Tree.map(DASHBOARD, dashboard(request, words).stripTrailing())));
    }

    /** The dashboard as a {@code GrafanaDashboard} of Grafana's operator, for every instance that it looks after. */
    public static String grafana(Request request, Messages words) {
        return YamlText.of(Tree.map(
                "apiVersion",
                "grafana.integreatly.org/v1beta1",
                "kind",
                "GrafanaDashboard",
                "metadata",
                Tree.map("name", "slicewise-dashboard"),
                "spec",
                Tree.map(
                        "instanceSelector",
                        Tree.map("matchLabels", Tree.map()),
                        "json",
                        dashboard(request, words).stripTrailing())));
    }

    /** The dashboard as the resource that Grafana has for it since version 13. */
    public static String resource(Request request, Messages words) {
        return new DashboardResource(new Dashboard(request, words).tree()).text();
    }

    /** The dashboard for Perses. */
    public static String perses(Request request, Messages words) {
        String comment = "# " + Visible.line(words.say("promql.file.perses", request.title())) + "\n";
        return new PersesDashboard(new Dashboard(request, words).tree(), comment).text();
    }

    /** What instances of a fleet are called and whose they are, as recording rules. */
    public static String names(Request request, Fleet fleet, Messages words) {
        return NameRules.text(request, fleet, words);
    }

    /** What an exporter would write for the fleet. */
    public static String metrics(Request request, Fleet fleet) {
        return FleetSeries.exposition(
                FleetSeries.of(fleet, request.plan().names(), request.plan().isPercent()));
    }
}
