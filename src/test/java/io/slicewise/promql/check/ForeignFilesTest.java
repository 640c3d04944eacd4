package io.slicewise.promql.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.promql.query.Hardware;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Queries are found in dashboards and rules as others ship them. */
class ForeignFilesTest {
    private static final Checker CHECKER = new Checker(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT));

    private static Checker.Report check(String file, String text) {
        Checker.Report report = CHECKER.check(file, text);
        assertEquals(List.of(), report.problems());
        return report;
    }

    private static List<String> shown(Checker.Report report) {
        return report.findings().stream()
                .map(one -> one.title() + ": " + one.id() + " at " + one.where())
                .toList();
    }

    private static Checker.Report checkCase(String file) throws IOException {
        try (InputStream in = ForeignFilesTest.class.getResourceAsStream("/io/slicewise/cases/" + file)) {
            return check(file, new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** How many series a host has does not matter to the number of hosts. */
    @Test
    void hostsAreCountedRight() throws IOException {
        Checker.Report report = checkCase("08-check-counts-hosts.promql");
        assertEquals(1, report.queries());
        assertEquals(List.of(), shown(report));
        assertEquals(
                1,
                check("x", "count by (Hostname) (DCGM_FI_DEV_POWER_USAGE)")
                        .findings()
                        .size());
    }

    @Test
    void dashboardsOfTheGrafanaOperator() throws IOException {
        Checker.Report report = checkCase("09-check-grafana-operator.yaml");
        assertEquals(1, report.queries());
        assertEquals(1, report.findings().size());
        assertEquals("gpu-util", report.findings().getFirst().id());
        assertEquals("Busy", report.findings().getFirst().title());
    }

    @Test
    void aVariableMayStandForTheSignOfAMatcher() throws IOException {
        Checker.Report report = checkCase("17-check-variable-as-operator.json");
        assertEquals(1, report.queries());
        assertEquals("gpu-util", report.findings().getFirst().id());
        assertTrue(String.valueOf(report.findings().getFirst().repaired()).contains("Hostname${op}\"gpu-.*\""));
    }

    @Test
    void rowsInRowsLibraryPanelsAndVariables() {
        String board = """
            {"__inputs": [{"name": "DS_PROM"}], "schemaVersion": 39,
             "__elements": {"lib-1": {"kind": 1, "name": "Busy", "uid": "lib-1", "model": {
               "title": "Busy", "type": "gauge", "fieldConfig": {"defaults": {"unit": "percent"}},
               "targets": [{"expr": "max(DCGM_FI_PROF_GR_ENGINE_ACTIVE{Hostname=~\\"${host:regex}\\"})"}]}}},
             "panels": [
              {"type": "row", "collapsed": true, "title": "GPUs", "panels": [
               {"title": "Load", "datasource": {"type": "prometheus", "uid": "${DS_PROM}"}, "targets": [
                {"refId": "A", "expr": "avg by (Hostname) (rate(DCGM_FI_PROF_GR_ENGINE_ACTIVE{namespace=~\\"$namespace\\"}[$__rate_interval]))"},
                {"refId": "B", "expr": "sum(DCGM_FI_DEV_POWER_USAGE{Hostname=~\\"[[host]]\\"})"}]},
               {"type": "row", "panels": [{"title": "Deep", "targets": [{"expr": "count(DCGM_FI_DEV_FB_USED)"}]}]}]},
              {"libraryPanel": {"uid": "lib-1", "name": "Busy"}},
              {"title": "Logs", "datasource": {"type": "loki"}, "targets": [{"expr": "{app=\\"x\\"} |= \\"error\\""}]},
              {"title": "Both", "datasource": {"uid": "-- Mixed --"}, "targets": [
               {"datasource": {"type": "loki"}, "expr": "{app=\\"x\\"} | json"},
               {"datasource": {"type": "prometheus"}, "expr": "DCGM_FI_DEV_GPU_UTIL{gpu=\\"$gpu\\"} > $limit"}]}]}\
            """;
        Checker.Report report = check("board.json", board);
        assertEquals(5, report.queries());
        assertEquals(
                List.of(
                        "Busy: percent-on-ratio at board.json: __elements.lib-1.model.targets[0].expr",
                        "Load: unweighted-average at board.json: panels[0].panels[0].targets[0].expr",
                        "Load: gpu-values-per-instance at board.json: panels[0].panels[0].targets[1].expr",
                        "Deep: counted-series at board.json: panels[0].panels[1].panels[0].targets[0].expr",
                        "Both: gpu-util at board.json: panels[3].targets[1].expr"),
                shown(report));
        assertTrue(report.findings().get(1).repaired().contains("namespace=~\"$namespace\""));
        assertEquals(
                "(100 * DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"$gpu\"}"
                        + " or on (UUID) DCGM_FI_DEV_GPU_UTIL{gpu=\"$gpu\"}) > $limit",
                report.findings().getLast().repaired().replace('\n', ' '));
    }

    @Test
    void theResourceModelOfTodaysGrafana() {
        String board = """
            {"apiVersion": "dashboard.grafana.app/v2beta1", "kind": "Dashboard", "metadata": {"name": "gpus"},
             "spec": {"title": "GPUs", "elements": {"panel-1": {"kind": "Panel", "spec": {"id": 1, "title": "Load",
               "data": {"kind": "QueryGroup", "spec": {"queries": [
                {"kind": "PanelQuery", "spec": {"refId": "A", "query": {"kind": "DataQuery", "group": "prometheus",
                  "spec": {"expr": "max(DCGM_FI_PROF_GR_ENGINE_ACTIVE)"}}}},
                {"kind": "PanelQuery", "spec": {"refId": "B", "query": {"kind": "loki", "spec": {"expr": "{a=~\\"x\\"} |~ `y`"}}}}]}},
               "vizConfig": {"kind": "VizConfig", "group": "gauge", "spec": {"fieldConfig": {"defaults": {
                "unit": "percentunit", "thresholds": {"steps": [{"value": null}, {"value": 85}]}}}}}}}},
              "layout": {"kind": "GridLayout", "spec": {"items": []}}}}\
            """;
        Checker.Report report = check("v2.json", board);
        assertEquals(1, report.queries());
        assertEquals(
                List.of("Load: percent-on-ratio at v2.json:"
                        + " spec.elements.panel-1.spec.data.spec.queries[0].spec.query.spec.expr"),
                shown(report));
    }

    @Test
    void rulesOfTheOperatorInTemplatesKeepTheirTemplates() {
        String chart = """
            {{- if .Values.alerts.enabled }}
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: {{ include "gpu.fullname" . }}
              labels:
                {{- toYaml .Values.labels | nindent 4 }}
            spec:
              groups:
                - name: gpu
                  rules:
                    - alert: GpuBusy
                      expr: avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE{cluster="{{ .Values.cluster }}"}) > {{ .Values.limit }}
                      annotations:
                        summary: {{ `GPU {{ $labels.gpu }} at {{ $value }}` }}
                        description: "{{ $value }} %"
                    - alert: Power
                      expr: |
                        # all of them
                        sum(DCGM_FI_DEV_POWER_USAGE) > 3000
            {{- end }}
            """;
        Checker.Report report = check("rule.yaml", chart);
        assertEquals(
                List.of(
                        "GpuBusy: unweighted-average at rule.yaml: spec.groups[0].rules[0].expr",
                        "Power: gpu-values-per-instance at rule.yaml: spec.groups[0].rules[1].expr"),
                shown(report));
        assertEquals(
                "avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE{cluster=\"{{ .Values.cluster }}\"})",
                report.findings().getFirst().part());
        String repaired = report.findings().getFirst().repaired();
        assertTrue(repaired.endsWith("> {{ .Values.limit }}"), repaired);
        assertTrue(repaired.contains("cluster=\"{{ .Values.cluster }}\""), repaired);
    }

    @Test
    void severalResourcesAndMapsOfFiles() {
        String yaml = """
            apiVersion: v1
            kind: ConfigMap
            data:
              gpu.json: |
                {"panels": [{"title": "Power", "targets": [
                  {"expr": "sum(DCGM_FI_DEV_POWER_USAGE)", "legendFormat": "{{gpu}}"}]}]}
              note.txt: nothing here
            ---
            apiVersion: v1
            kind: List
            items:
            - apiVersion: monitoring.coreos.com/v1
              kind: PrometheusRule
              spec:
                groups:
                - name: a
                  rules:
                  - record: x
                    expr: avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE)
            ---
            apiVersion: 1
            groups:
            - name: grafana
              rules:
              - title: Silent
                data:
                - refId: A
                  model: {expr: sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE) or vector(0)}
            """;
        assertEquals(
                List.of(
                        "Power: gpu-values-per-instance at all.yaml: data.gpu.json: panels[0].targets[0].expr",
                        "x: unweighted-average at all.yaml: items[0].spec.groups[0].rules[0].expr",
                        "Silent: no-data-as-zero at all.yaml: groups[0].rules[0].data[0].model.expr"),
                shown(check("all.yaml", yaml)));
    }

    @Test
    void linesAreQueriesWhereEachIsOne() {
        Checker.Report report = check("q.promql", """
            # what the old wall shows
            avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE) # every size alike
            sum(DCGM_FI_DEV_POWER_USAGE)

            # and one on two lines
            sum(DCGM_FI_PROF_GR_ENGINE_ACTIVE)
              / 7
            """);
        assertEquals(3, report.queries());
        assertEquals(
                List.of(
                        ": unweighted-average at q.promql:2",
                        ": gpu-values-per-instance at q.promql:3",
                        ": seven-for-all at q.promql:5"),
                shown(report));
    }

    /** Autoscalers, adapters, values of charts and other dashboards ask servers too. */
    @Test
    void whateverAsksAServer() {
        String keda = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            spec:
              triggers:
              - type: prometheus
                metadata:
                  serverAddress: http://prometheus:9090
                  metricName: gpu
                  query: avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE) / 100
            """;
        assertEquals(
                List.of("gpu: percent-on-ratio at keda.yaml: spec.triggers[0].metadata.query"),
                shown(check("keda.yaml", keda)).subList(0, 1));
        String adapter = """
            rules:
            - seriesQuery: 'DCGM_FI_DEV_GPU_UTIL{namespace!="",pod!=""}'
              name: {as: gpu_busy}
              metricsQuery: avg(<<.Series>>{<<.LabelMatchers>>, GPU_I_ID!=""}) by (<<.GroupBy>>)
            """;
        assertEquals(
                List.of("gpu_busy: gpu-util at adapter.yaml: rules[0].metricsQuery"),
                shown(check("adapter.yaml", adapter)));
        String values = """
            prometheusRule:
              additionalGroups:
              - name: gpu
                rules:
                - alert: Busy
                  expr: max(DCGM_FI_PROF_GR_ENGINE_ACTIVE) > 90
            grafana:
              dashboards:
                default:
                  gpu:
                    json: |
                      {"panels": [{"title": "Power", "targets": [{"expr": "sum(DCGM_FI_DEV_POWER_USAGE)"}]}]}
            """;
        assertEquals(
                List.of(
                        "Busy: percent-on-ratio at values.yaml: prometheusRule.additionalGroups[0].rules[0].expr",
                        "Power: gpu-values-per-instance at values.yaml: grafana.dashboards.default.gpu.json:"
                                + " panels[0].targets[0].expr"),
                shown(check("values.yaml", values)));
        String perses = """
            kind: Dashboard
            spec:
              panels:
                busy:
                  kind: Panel
                  spec:
                    display: {name: Busy}
                    queries:
                    - kind: TimeSeriesQuery
                      spec:
                        plugin:
                          kind: PrometheusTimeSeriesQuery
                          spec: {query: count(DCGM_FI_DEV_FB_USED)}
            """;
        assertEquals(
                List.of("Busy: counted-series at perses.yaml:"
                        + " spec.panels.busy.spec.queries[0].spec.plugin.spec.query"),
                shown(check("perses.yaml", perses)));
    }

    /** A repaired file is the same but for its queries, and has nothing to repair any more. */
    @Test
    void onlyQueriesChangeInARepairedFile() {
        String chart = """
            # a chart
            {{- if .Values.on }}
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
                name:   {{ include "gpu.name" . }}   # kept
            spec:
              groups:
                - name: "gpu 호스트 😀"
                  rules:
                    - alert: Busy
                      expr: max(DCGM_FI_PROF_GR_ENGINE_ACTIVE{c="{{ .Values.c }}"}) > 90 # why
                      for: 5m
                    - alert: Power
                      expr: |
                        sum(DCGM_FI_DEV_POWER_USAGE) > 3000

                      labels: {a: 'b', expr: 'sum(DCGM_FI_DEV_POWER_USAGE)'}
            {{- end }}
            ---
            groups:
            - rules: [{record: x, expr: "count(DCGM_FI_DEV_FB_USED)"}]
            """;
        assertEquals(
                chart.replace("> 90 # why", "> 0.9 # why")
                        .replace(
                                "max(DCGM_FI_PROF_GR_ENGINE_ACTIVE{c=\"{{ .Values.c }}\"}) > 0.9",
                                "\"max(DCGM_FI_PROF_GR_ENGINE_ACTIVE{c=\\\"{{ .Values.c }}\\\"}) > 0.9\"")
                        .replace(
                                "sum(DCGM_FI_DEV_POWER_USAGE) > 3000",
                                "sum(max by (UUID) (DCGM_FI_DEV_POWER_USAGE)) > 3000")
                        .replace(
                                "count(DCGM_FI_DEV_FB_USED)", "count(group by (UUID, GPU_I_ID) (DCGM_FI_DEV_FB_USED))"),
                CHECKER.fixed("rule.yaml", chart));
        String board = """
            {"title" :"A\\u00e9",  "panels":[ {"targets": [{"expr":"count(DCGM_FI_DEV_FB_USED)" , "x": 1.50}]},
              {"title":"count(DCGM_FI_DEV_FB_USED)","targets":[{"expr":"up"}]}]}
            """;
        String fixed = CHECKER.fixed("b.json", board);
        assertEquals(
                board.replace(
                        "\"expr\":\"count(DCGM_FI_DEV_FB_USED)\"",
                        "\"expr\":\"count(group by (UUID, GPU_I_ID) (DCGM_FI_DEV_FB_USED))\""),
                fixed);
        assertEquals(fixed, CHECKER.fixed("b.json", fixed));
        String map = "apiVersion: v1\nkind: ConfigMap\ndata:\n  b.json: |\n" + board.indent(4) + "  other: x\n";
        assertEquals(
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  b.json: |\n" + fixed.indent(4) + "  other: x\n",
                CHECKER.fixed("map.yaml", map));
        String queries = "# first\ncount(DCGM_FI_DEV_FB_USED)\n\nup\n\ncount(DCGM_FI_DEV_FB_USED) # again\n";
        assertEquals(
                queries.replace("count(DCGM_FI_DEV_FB_USED)", "count(group by (UUID, GPU_I_ID) (DCGM_FI_DEV_FB_USED))"),
                CHECKER.fixed("q", queries));
    }
}
