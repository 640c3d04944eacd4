package io.slicewise.promql.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.json.JsonDocument;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Delivery;
import io.slicewise.promql.output.Original;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What only a server can show: a layout that changes, the source document's queries, a dashboard's panels. */
class ServersIT {
    private static final double NEAR = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void afterAReconfigurationTheFiguresAreThoseOfTheNewLayout(String program) throws Exception {
        Case before = Case.of("layout", pod(Fleets.main()), Weights.DEFAULT);
        Fleet after = pod(Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "3g.40gb 25", "4g.40gb 85")));
        try (Lab lab = Lab.open(program, folder, List.of(before))) {
            assertFigures(lab.server(), before);
            // the instance ids 1 and 2 come back with other profiles
            Case changed = Case.of("layout", after, Weights.DEFAULT);
            lab.exporter().put("layout", 2, changed.exposition());
            lab.server().awaitGeneration(1, 2);
            // VictoriaMetrics keeps for some seconds which series a selector finds
            lab.server().await(() -> problems(lab.server(), changed).isEmpty());
            assertFigures(lab.server(), changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void theSourceDocumentsQueriesAgreeWhereTheyCanAndFailWhereTheyFail(String program) throws Exception {
        Case main = Case.of("document", pod(Fleets.main()), Weights.DEFAULT);
        Case small = Case.of(
                "one-profile",
                pod(Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80"))),
                Weights.DEFAULT);
        Case third = Case.of("idle-3g", pod(Fleets.scenario1()), Weights.DEFAULT);
        Case silent = Case.of("silent", Variants.withoutReading(pod(Fleets.main()), "4"), Weights.DEFAULT);
        String blank = silent.exposition()
                .lines()
                .filter(line -> line.startsWith("DCGM_FI_DEV_FB_USED") && line.contains("GPU_I_ID=\"4\""))
                .findFirst()
                .orElseThrow()
                .replace("DCGM_FI_DEV_FB_USED", "DCGM_FI_PROF_GR_ENGINE_ACTIVE")
                .replaceAll(" 0$", " 9223372036854775794\n");
        Case blanks = silent.with("blanks", silent.exposition() + blank);
        try (Lab lab = Lab.open(program, folder, List.of(main, small, third, blanks))) {
            Server server = lab.server();
            for (Case one : List.of(main, small, third, blanks)) {
                assertFigures(server, one);
            }
            assertEquals(0.75, only(original(server, main, QueryFigure.INSTANCE_AVERAGE)), NEAR);
            assertEquals(0.72, only(original(server, main, QueryFigure.WEIGHTED_AVERAGE)), NEAR);
            // no series of 2g.20gb: nothing at all, where two instances run at 85 %
            assertEquals(List.of(), original(server, small, QueryFigure.WEIGHTED_AVERAGE));
            assertEquals(List.of(), original(server, third, QueryFigure.WEIGHTED_AVERAGE));
            // one blank, and the average is a number with nineteen digits
            assertTrue(only(original(server, blanks, QueryFigure.INSTANCE_AVERAGE)) > 1e15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void everyPanelOfADashboardHasDataForEveryHostAndForOne(String program) throws Exception {
        List<Case> cases = Case.samples().stream()
                .filter(one ->
                        one.name().equals("snapshot-a100-mig") || one.name().equals("snapshot-mixed"))
                .toList();
        try (Lab lab = Lab.open(program, folder, cases)) {
            for (Case one : cases) {
                Request request = Request.of(one.name(), one.plan()).with(Delivery.USUAL.withInline(true));
                JsonNode dashboard =
                        JsonDocument.mapper().readTree(Bundle.dashboard(request, Messages.in(Language.ENGLISH)));
                Gpu gpu = one.fleet().gpus().getFirst();
                String owner = gpu.instances().getFirst().owner();
                List<List<String>> choices = List.of(
                        List.of(".*", ".*", ".*"),
                        List.of(interpolated(gpu.host()), ".*", ".*"),
                        List.of(".*", interpolated(gpu.modelName(), "Another (one)"), ".*"),
                        List.of(
                                interpolated(gpu.host(), "node.x"),
                                interpolated(gpu.modelName()),
                                interpolated(owner.substring(0, owner.indexOf('/')), "a|b")));
                for (JsonNode panel : flat(dashboard)) {
                    for (JsonNode target : panel.path("targets")) {
                        for (List<String> chosen : choices) {
                            String query = target.get("expr")
                                    .stringValue()
                                    .replace("$host", chosen.getFirst())
                                    .replace("$model", chosen.get(1))
                                    .replace("$namespace", chosen.getLast());
                            assertFalse(lab.server().query(query).isEmpty(), () -> panel.get("title") + "\n" + query);
                        }
                    }
                }
                assertVariables(lab.server(), one, dashboard.get("templating").get("list"));
            }
        }
    }

    /** Panels, and those in rows. */
    private static List<JsonNode> flat(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        dashboard.get("panels").forEach(panel -> {
            panels.add(panel);
            panel.path("panels").forEach(panels::add);
        });
        return panels;
    }

    /** What Grafana asks to fill its lists: each has the values that there are. */
    private static void assertVariables(Server server, Case one, JsonNode variables) {
        for (JsonNode variable : variables) {
            if (variable.get("type").stringValue().equals("datasource")) {
                continue;
            }
            String query = variable.get("query").get("query").stringValue();
            String series = query.substring("label_values(".length(), query.lastIndexOf(", "))
                    .replace("$host", ".*")
                    .replace("$model", ".*");
            String label = query.substring(query.lastIndexOf(' ') + 1, query.length() - 1);
            long values =
                    server.query("count by (" + label + ") (" + series + ")").size();
            assertTrue(values > 0, one.name() + ": " + query);
        }
    }

    /** As Grafana puts the values of a variable into a query: escaped for the expression, and for the string around it. */
    private static String interpolated(String... values) {
        String all = Arrays.stream(values)
                .map(value -> value.replaceAll("[$^*{}\\[\\]'+?.()|]", "\\\\\\\\$0"))
                .collect(Collectors.joining("|"));
        return values.length == 1 ? all : "(" + all + ")";
    }

    @Test
    void prometheusReadsWhatIsPrintedAsWhatWasWritten() throws Exception {
        Case main = Case.of("main", Fleets.main(), Weights.DEFAULT);
        List<String> queries = new ArrayList<>(List.of(
                "a + b * c ^ d ^ e - f",
                "-a + b % c * d / e",
                "a or b and c unless d or e",
                "(a or b) and (c unless d)",
                "a == bool b + c > d",
                "2 - 3 - 4 * (5 - 6)",
                "sum(a) by (b) / on(b) group_left(c) count without(d) (e)",
                "a * ignoring(b) group_right c atan2 d",
                "rate(a{b=~\"c.*\", d!=\"e\\\\f\"}[1h30m] offset -5m @ end())",
                "max_over_time(rate(a[5m])[1h:1m] offset 1d)",
                "quantile(0.9, a) + topk by (b) (3, c) + count_values(\"d\", e)",
                "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)\") > 0x1f + 1e3",
                "sum(a) / 7 >= 0.9 and on() vector(1)"));
        try (Lab lab = Lab.open("prometheus", folder, List.of(main))) {
            Messages words = Messages.in(Language.KOREAN);
            for (QueryFigure figure : QueryFigure.values()) {
                queries.add(FigureQueries.of(Variants.all().getFirst().plan())
                        .query(figure, Level.FLEET)
                        .commented(words));
            }
            for (String query : queries) {
                String formatted = lab.server().formatted(query);
                assertEquals(formatted, lab.server().formatted(Promql.line(Promql.of(query))), query);
                assertEquals(formatted, lab.server().formatted(Promql.pretty(Promql.of(query))), query);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria-metrics"})
    void numbersComeOutTheSameAsTheyWereWrittenAndAsTheyArePrinted(String program) throws Exception {
        List<String> sums = List.of(
                "2 ^ 3 ^ 2",
                "(2 ^ 3) ^ 2",
                "-2 ^ 2",
                "(-2) ^ 2",
                "2 ^ -1 * 8",
                "-3 * -4 - -5",
                "100 - 30 - 20 - 5",
                "64 / 4 / 2 * 3 % 7",
                "1 + 2 * 3 > bool 6 == bool 1",
                "1 + (2 * 3 > bool 6) * 5",
                "7 % 4 ^ 2 - -1",
                "0x1F + 1e2 + .5");
        try (Lab lab = Lab.open(program, folder, List.of(Case.of("main", Fleets.main(), Weights.DEFAULT)))) {
            for (String sum : sums) {
                double written = only(lab.server().query("vector(" + sum + ")"));
                double printed = only(lab.server().query("vector(" + Promql.line(Promql.of(sum)) + ")"));
                assertEquals(written, printed, sum);
            }
        }
    }

    private static void assertFigures(Server server, Case one) {
        assertEquals(List.of(), problems(server, one));
    }

    private static List<String> problems(Server server, Case one) {
        Comparison comparison = new Comparison(server);
        for (QueryFigure figure : Expected.figures()) {
            comparison.hold(FigureQueries.of(one.plan()).query(figure, Level.FLEET), Expected.ofFleet(one, figure));
        }
        QueryPlan ofPod =
                one.plan().and(Filter.read("pod=your-pod", one.names()).orElseThrow());
        comparison.hold(
                FigureQueries.of(ofPod).query(QueryFigure.WHOLE_GPU, Level.FLEET),
                Expected.ofFleet(one, QueryFigure.WHOLE_GPU));
        return comparison.problems();
    }

    /** The source document's query, of one case only. */
    private static List<Server.Sample> original(Server server, Case one, QueryFigure figure) {
        String query = Original.of(figure).orElseThrow().query();
        return server.query(query.replace("pod=\"your-pod\"", "pod=\"your-pod\", job=\"" + one.name() + "\""));
    }

    private static double only(List<Server.Sample> samples) {
        assertEquals(
                List.of(Map.of()), samples.stream().map(Server.Sample::labels).toList());
        return samples.getFirst().value();
    }

    private static Fleet pod(Fleet fleet) {
        List<Gpu> gpus = fleet.gpus().stream()
                .map(gpu -> gpu.withInstances(gpu.instances().stream()
                        .map(one -> one.withOwner("your-pod"))
                        .toList()))
                .toList();
        return new Fleet(gpus);
    }
}
