package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** All files for people's monitoring. */
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
     * The files by name (of another reading than engine activity with that in it), in the order to look at them: queries to copy, rules, tests of the rules, a dashboard, the rules
     * and the dashboard for Kubernetes, the dashboard in the models of today's Grafana and of Perses, what instances are called, and what an exporter would write for the document.
     *
     * @param asked for what
     * @param fleet whose numbers the tests are made of; may be empty
     * @param words the language of titles, notes and alerts
     */
    public static Map<String, String> of(Request asked, Fleet fleet, Messages words) {
        Request request = asked.sized(fleet);
        Map<String, String> files = new LinkedHashMap<>();
        RuleFile rules = new RuleFile(request, words);
        DashboardFiles board = DashboardFiles.of(titled(request, words), words);
        files.put(QUERIES, queries(request, words));
        files.put(RULES, rules.prometheus());
        files.put(TESTS, tests(request, fleet, words));
        files.put(DASHBOARD, board.classic());
        files.put(KUBERNETES, rules.kubernetes());
        files.put(VICTORIA, rules.victoria());
        files.put(SIDECAR, board.sidecar());
        files.put(GRAFANA, board.grafana());
        files.put(RESOURCE, board.resource());
        files.put(PERSES, board.perses());
        files.put(NAMES, names(request, fleet, words));
        files.put(METRICS, metrics(request, fleet));
        Map<String, String> called = new LinkedHashMap<>();
        files.forEach(
                (name, text) -> called.put(FileNames.of(name, request.plan().reading()), text));
        return called;
    }

    /** Every query with what its parts are for, as Markdown. */
    public static String queries(Request request, Messages words) {
        return new QuerySheet(titled(request, words), words).text();
    }

    /** Recording and alert rules. */
    public static String rules(Request request, Messages words) {
        return new RuleFile(request, words).prometheus();
    }

    /** Tests of the rules for {@code promtool test rules}, which looks for them in {@link #RULES}. */
    public static String tests(Request request, Fleet fleet, Messages words) {
        return new RuleTests(request, read(request, fleet), words)
                .text(FileNames.of(RULES, request.plan().reading()));
    }

    /** A dashboard to import into Grafana. */
    public static String dashboard(Request request, Messages words) {
        return DashboardFiles.of(titled(request, words), words).classic();
    }

    /** What instances of a fleet are called and whose they are, as recording rules. */
    public static String names(Request request, Fleet fleet, Messages words) {
        return NameRules.text(request, fleet, words);
    }

    /** What an exporter would write for the fleet. */
    public static String metrics(Request request, Fleet fleet) {
        return FleetSeries.exposition(FleetSeries.of(
                read(request, fleet), request.plan().names(), request.plan().isPercent()));
    }

    /** The fleet with the reading that is asked for in the place of the utilization. */
    private static Fleet read(Request request, Fleet fleet) {
        return request.plan().reading().read(fleet);
    }

    /** A dashboard of another reading says so, and does not take the place of the usual one. */
    private static Request titled(Request request, Messages words) {
        ReadingKind reading = request.plan().reading();
        return reading == ReadingKind.ENGINE
                ? request
                : request.titled(
                        words.say("promql.title.reading", request.title(), Text.of("usage.reading." + reading.id())));
    }
}
