package io.slicewise.promql.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.RecordedSeries;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Visible;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The files are what Prometheus, Grafana and Kubernetes expect, in both languages. */
class BundleTest {
    private static final Request MAIN =
            Request.of("main \"example\": #1", QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT)));

    @Test
    void anotherReadingHasItsOwnMetricBasisSeriesAndDashboard() {
        Weights weights = Weights.DEFAULT.of(ReadingKind.BANDWIDTH);
        Names names = Names.DCGM.with(Names.Metric.OLD, ReadingKind.BANDWIDTH);
        Request request = Request.of(
                "x", QueryPlan.of(Hardware.of(Fleets.main(), weights)).withNames(names));
        Messages words = Messages.in(Language.ENGLISH);
        Map<String, String> files = Bundle.of(request, Fleets.main(), words);
        for (String file : List.of(Bundle.RULES, Bundle.DASHBOARD, Bundle.QUERIES, Bundle.TESTS, Bundle.METRICS)) {
            String text = String.valueOf(files.get(FileNames.of(file, ReadingKind.BANDWIDTH)));
            assertFalse(text.contains("GR_ENGINE"), file);
            assertFalse(text.matches("(?s).*:mig_(?!bandwidth_).*"), file);
        }
        assertTrue(String.valueOf(files.get("slicewise-bandwidth-rules.yaml")).contains("DCGM_FI_PROF_DRAM_ACTIVE"));
        assertTrue(String.valueOf(files.get("queries-bandwidth.md")).contains("DRAM_ACTIVE is the share of time"));
        assertTrue(
                String.valueOf(files.get("slicewise-bandwidth-rules-test.yaml"))
                        .contains("slicewise-bandwidth-rules.yaml"),
                "the tests look for the rules of the same reading");
        assertTrue(Set.copyOf(Bundle.of(MAIN, Fleets.main(), words).keySet()).stream()
                .noneMatch(files::containsKey));
        for (String file : files.keySet()) {
            assertTrue(FileNames.is(file, file.replace("bandwidth-", "").replace("-bandwidth", "")), file);
        }
        String resource = String.valueOf(files.get("slicewise-bandwidth-prometheusrule.yaml"));
        assertTrue(resource.contains("name: slicewise-bandwidth-mig\n"), resource);
        for (String group :
                List.of("name: slicewise-bandwidth-mig-figures\n", "name: slicewise-bandwidth-mig-alerts\n")) {
            assertTrue(resource.contains(group), resource);
            assertTrue(
                    String.valueOf(files.get("slicewise-bandwidth-rules.yaml")).contains(group), group);
        }
        String sidecar = String.valueOf(files.get("slicewise-bandwidth-dashboard-configmap.yaml"));
        assertTrue(sidecar.contains("name: slicewise-bandwidth-dashboard"), sidecar);
        assertTrue(
                sidecar.contains("slicewise-bandwidth-dashboard.json"), "a sidecar puts all of them into one folder");
        assertEquals(
                List.of("DCGM_FI_PROF_SM_UTIL_RATIO"),
                Names.DCGM.with(Names.Metric.NEW, ReadingKind.SM).utilization());
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void rulesAreReadBackWithQueriesAndWordsInThem(Language language) {
        Messages words = Messages.in(language);
        for (String file : List.of(Bundle.rules(MAIN, words), new RuleFile(MAIN, words).kubernetes())) {
            JsonValue root = yaml(file);
            JsonValue groups = root.get("groups").isMissing() ? root.get("spec").get("groups") : root.get("groups");
            assertEquals(2, groups.items().size());
            for (JsonValue rule : groups.items().stream()
                    .flatMap(group -> group.get("rules").items().stream())
                    .toList()) {
                String expr = rule.get("expr").requiredString();
                assertInstanceOf(Parsed.Query.class, Promql.parse(String.valueOf(expr)), expr);
                for (JsonValue words1 : rule.get("annotations").fields().values()) {
                    String said = String.valueOf(words1.requiredString());
                    assertFalse(said.contains("promql.") || said.contains("{0}"), said);
                }
            }
        }
        assertEquals(
                "PrometheusRule",
                yaml(new RuleFile(MAIN, words).kubernetes()).get("kind").string());
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void theDashboardHasWhatGrafanasClassicModelAsksFor(Language language) {
        JsonNode board = JsonDocument.mapper().readTree(Bundle.dashboard(MAIN, Messages.in(language)));
        assertTrue(board.get("uid").stringValue().matches("slicewise-[0-9a-f]{1,8}"));
        assertTrue(board.get("schemaVersion").intValue() >= 30);
        List<String> variables = new ArrayList<>();
        board.get("templating")
                .get("list")
                .forEach(one -> variables.add(one.get("name").stringValue()));
        assertEquals(List.of("datasource", "host", "model", "namespace"), variables);
        Set<Integer> ids = new HashSet<>();
        apart(board.get("panels"));
        for (JsonNode panel : flat(board)) {
            assertTrue(ids.add(panel.get("id").intValue()));
            if (panel.get("type").stringValue().equals("row")) {
                assertTrue(panel.get("collapsed").booleanValue());
                continue;
            }
            assertTrue(Set.of("stat", "timeseries", "table")
                    .contains(panel.get("type").stringValue()));
            assertFalse(panel.get("title").stringValue().contains("promql."));
            assertFalse(panel.get("description").stringValue().isBlank());
            boolean isOfNow = !panel.get("type").stringValue().equals("timeseries");
            panel.get("targets")
                    .forEach(target ->
                            assertEquals(isOfNow, target.get("instant").booleanValue()));
            Set<String> refs = new HashSet<>();
            for (JsonNode target : panel.get("targets")) {
                assertTrue(refs.add(target.get("refId").stringValue()));
                assertEquals(
                        "${datasource}", target.get("datasource").get("uid").stringValue());
                String expr = target.get("expr").stringValue();
                assertInstanceOf(Parsed.Query.class, Promql.parse(expr), expr);
                assertTrue(expr.contains("$host") && expr.contains("$model"), expr);
            }
            JsonNode defaults = panel.get("fieldConfig").get("defaults");
            assertTrue(Set.of("percentunit", "none", "watt")
                    .contains(defaults.get("unit").stringValue()));
            defaults.get("thresholds")
                    .get("steps")
                    .forEach(step -> assertTrue(step.get("value").doubleValue(0) <= 1));
        }
        assertTrue(ids.size() >= 12);
    }

    /** From a host's values to that host alone, with the server and what else is chosen; labels as they are called there. */
    @Test
    void valuesOfHostsLeadToThatHost() {
        QueryPlan plan = MAIN.plan().withNames(Names.DCGM.withLabel(Names.HOST, "node"));
        JsonNode board =
                JsonDocument.mapper().readTree(Bundle.dashboard(Request.of("x", plan), Messages.in(Language.ENGLISH)));
        Set<String> links = new HashSet<>();
        for (JsonNode panel : flat(board)) {
            JsonNode config = panel.path("fieldConfig").path("defaults").path("links");
            config.forEach(link -> links.add(link.get("url").stringValue()));
        }
        String start = "/d/" + board.get("uid").stringValue() + "?var-host=${__";
        String rest = "&${datasource:queryparam}&${model:queryparam}&${namespace:queryparam}&${__url_time_range}";
        assertEquals(Set.of(start + "data.fields.node}" + rest, start + "field.labels.node}" + rest), links);
    }

    /** The dashboard inside of resources is the dashboard. */
    @Test
    void resourcesHoldTheDashboardAndTheRules() {
        Messages words = Messages.in(Language.ENGLISH);
        String board = Bundle.dashboard(MAIN, words).stripTrailing();
        assertEquals(
                board,
                yaml(DashboardFiles.of(MAIN, words).sidecar())
                        .get("data")
                        .get(Bundle.DASHBOARD)
                        .string());
        assertEquals(
                board,
                yaml(DashboardFiles.of(MAIN, words).grafana())
                        .get("spec")
                        .get("json")
                        .string());
        assertEquals(
                "VMRule", yaml(new RuleFile(MAIN, words).victoria()).get("kind").string());
    }

    /** Panels, and those in rows. */
    private static List<JsonNode> flat(JsonNode board) {
        List<JsonNode> panels = new ArrayList<>();
        board.get("panels").forEach(panel -> {
            panels.add(panel);
            panel.path("panels").forEach(panels::add);
        });
        return panels;
    }

    /** What is open when a dashboard is loaded asks for what the rules record, and for nothing else. */
    @Test
    void theDashboardReadsRecordedNames() {
        RecordedSeries rules = RecordedSeries.of(MAIN.plan(), MAIN.levels());
        Set<String> recorded = new HashSet<>();
        rules.sources().forEach(rule -> recorded.add(rule.name()));
        rules.figures().forEach(rule -> recorded.add(rule.name()));
        JsonNode board = JsonDocument.mapper().readTree(Bundle.dashboard(MAIN, Messages.in(Language.ENGLISH)));
        for (JsonNode panel : board.get("panels")) {
            panel.path("targets")
                    .forEach(target -> Exprs.all(Promql.of(target.get("expr").stringValue()), Expr.Selector.class)
                            .forEach(selector -> assertTrue(recorded.contains(selector.metric()), selector.metric())));
        }
        Request inline = MAIN.with(Delivery.USUAL.withInline(true));
        assertFalse(Bundle.dashboard(inline, Messages.in(Language.ENGLISH)).contains(":mig_"));
    }

    @Test
    void rulesHaveTheLabelsAndTheRunbookThatWereAskedFor() {
        Request asked =
                MAIN.with(Delivery.USUAL.withLabels(Map.of("release", "prom")).withRunbook("https://w/mig"));
        JsonValue rule = yaml(new RuleFile(asked, Messages.in(Language.ENGLISH)).kubernetes());
        assertEquals("prom", rule.get("metadata").get("labels").get("release").string());
        assertTrue(Bundle.rules(asked, Messages.in(Language.ENGLISH))
                .contains("https://w/mig#migweightedutilizationhigh"));
        assertFalse(Bundle.rules(MAIN, Messages.in(Language.ENGLISH)).contains("runbook_url"));
    }

    @Test
    void namesOfInstancesAreSeries() {
        Gpu gpu = Fleets.gpu("GPU-1", "a100-80gb", "1g.10gb 90", "7g.80gb -");
        Instance named = gpu.instances().getFirst().withOwner("red");
        Fleet fleet = Fleets.of(gpu.withInstances(List.of(named, gpu.instances().getLast())));
        JsonValue rules = yaml(Bundle.names(MAIN, fleet, Messages.in(Language.ENGLISH)))
                .get("groups")
                .items()
                .getFirst()
                .get("rules");
        assertEquals(1, rules.items().size());
        JsonValue labels = rules.items().getFirst().get("labels");
        assertEquals("GPU-1", labels.get("UUID").string());
        assertEquals("red", labels.get("owner").string());
    }

    /** Of many GPUs that are alike a few are tested, and the file says which. */
    @Test
    void testsOfManyGpusAreASample() {
        List<Gpu> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(Fleets.gpu("GPU-" + i, "a100-80gb", i % 2 == 0 ? "1g.10gb 90" : "7g.80gb 20"));
        }
        String tests = Bundle.tests(MAIN, new Fleet(many), Messages.in(Language.ENGLISH));
        assertTrue(tests.contains("# 4 of 500 GPUs are tested"), tests.substring(0, 300));
        assertTrue(tests.contains("GPU-3") && !tests.contains("GPU-4"));
    }

    /** No two panels stand at one place: of what is open, nor of what is in a row. */
    private static void apart(JsonNode panels) {
        boolean[][] taken = new boolean[80][24];
        for (JsonNode panel : panels) {
            place(panel.get("gridPos"), taken);
            if (panel.has("panels")) {
                apart(panel.get("panels"));
            }
        }
    }

    private static void place(JsonNode grid, boolean[][] taken) {
        for (int y = 0; y < grid.get("h").intValue(); y++) {
            for (int x = 0; x < grid.get("w").intValue(); x++) {
                boolean[] row = taken[grid.get("y").intValue() + y];
                assertFalse(row[grid.get("x").intValue() + x], "two panels at one place");
                row[grid.get("x").intValue() + x] = true;
            }
        }
    }

    @Test
    void aDocumentsSeriesAreWhatAnExporterWouldWrite() {
        Fleet fleet = Fleets.of(Fleets.gpu("GPU-1", "a100-80gb", "1g.10gb 90", "7g.80gb -"));
        assertEquals("""
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-1",modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="1g.10gb",GPU_I_ID="1"} 0
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-1",modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="7g.79gb",GPU_I_ID="2"} 0
            DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-1",modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="1g.10gb",GPU_I_ID="1"} 0.9
            """, Bundle.metrics(MAIN, fleet));
        assertEquals(
                2,
                FleetSeries.of(Fleets.of(owned()), Names.DCGM.lowerCase(), true).stream()
                        .filter(series -> series.value() == 90.0)
                        .count());
    }

    private static io.slicewise.fleet.Gpu owned() {
        io.slicewise.fleet.Gpu gpu = Fleets.gpu("GPU-1", "a100-80gb", "1g.10gb 90");
        return gpu.withInstances(List.of(gpu.instances().getFirst().withOwner("a/b, c/d")));
    }

    @Test
    void testsHoldTheDocumentsOwnNumbers() {
        String tests = Bundle.tests(MAIN, Fleets.main(), Messages.in(Language.ENGLISH));
        assertTrue(tests.contains("fleet:mig_utilization:weighted_avg - 0.72) <= bool 1e-9"), tests);
        assertTrue(tests.contains("fleet:mig_whole_gpu_utilization:ratio - 0.514285714285714"), tests);
        JsonValue root = yaml(tests);
        assertEquals(
                8,
                root.get("tests").items().size(),
                "as it is, without 1g, without 2g, none, full, silent, memory, gone");
        QueryPlan plan = MAIN.plan();
        Request ofGpus = new Request("x", plan, List.of(Level.gpu(plan.names())), AlertThresholds.USUAL);
        assertEquals(
                9,
                yaml(Bundle.tests(ofGpus, Fleets.main(), Messages.in(Language.ENGLISH)))
                        .get("tests")
                        .items()
                        .size(),
                "and the layout changed");
    }

    @Test
    void treesAreWrittenSoThatTheyAreReadBack() {
        Map<String, Object> tree = Tree.map(
                "plain",
                "a:b/c-d",
                "quoted",
                "yes",
                "number-like",
                "1m",
                "colon",
                "a: b",
                "empty",
                "",
                "lines",
                "a\n  b\n\nc",
                "special",
                "\"\\\t\u0001é한\u007f\u0085\u009f",
                "controls in lines",
                "a\n\u009fb",
                "list",
                List.of(List.of(1, 2), Tree.map("x", 1.5, "y", List.of()), "- z"),
                "nested",
                Tree.map("true", true, "deep", Tree.map("k", "# no comment")),
                "none",
                Tree.map());
        JsonNode json = JsonDocument.mapper().readTree(JsonText.of(tree));
        assertEquals(json, reread(YamlText.of(tree)));
        assertEquals("a\n  b\n\nc", json.get("lines").stringValue());
    }

    private static JsonNode reread(String text) {
        return tools.jackson.dataformat.yaml.YAMLMapper.builder().build().readTree(text);
    }

    private static JsonValue yaml(String text) {
        List<Problem> problems = new ArrayList<>();
        JsonValue root = YamlDocument.parse("file", text, problems);
        assertEquals(List.of(), problems);
        assertNotNull(root);
        return root;
    }

    @Test
    void whatNamesHideIsWrittenOut() {
        Messages words = Messages.in(Language.ENGLISH);
        Request hidden = new Request("a\u202eb\u200f", MAIN.plan(), MAIN.levels(), MAIN.limits());
        for (String file : List.of(
                Bundle.dashboard(hidden, words),
                DashboardFiles.of(hidden, words).grafana())) {
            assertTrue(file.codePoints().allMatch(c -> c == '\n' || !Visible.isHidden(c)));
        }
        JsonNode board = JsonDocument.mapper().readTree(Bundle.dashboard(hidden, words));
        assertTrue(board.get("title").stringValue().contains("a\u202eb\u200f"));
    }
}
