package io.slicewise.promql.output;

import io.slicewise.promql.lang.Duration;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Alert;
import io.slicewise.promql.query.RecordedSeries;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recording and alert rules as Prometheus' rule file and as the operator's custom resource. */
final class RuleFile {
    private static final String VALUE = "{{ $value | humanizePercentage }}";

    private final Request request;
    private final Messages words;
    private final Map<String, Object> groups;

    RuleFile(Request request, Messages words) {
        this.request = request;
        this.words = words;
        this.groups = groups();
    }

    /** A file for {@code rule_files}, {@code promtool check rules} and {@code vmalert}. */
    String prometheus() {
        return comment("promql.file.rules") + YamlText.of(groups);
    }

    /** A {@code PrometheusRule} of the Prometheus operator. */
    String kubernetes() {
        return resource("monitoring.coreos.com/v1", "PrometheusRule");
    }

    /** A {@code VMRule} of VictoriaMetrics' operator. */
    String victoria() {
        return resource("operator.victoriametrics.com/v1beta1", "VMRule");
    }

    private String resource(String version, String kind) {
        Map<String, Object> labels = Tree.map("app.kubernetes.io/name", "slicewise");
        labels.putAll(request.delivery().labels());
        return comment("promql.file.kubernetes")
                + YamlText.of(Tree.map(
                        "apiVersion",
                        version,
                        "kind",
                        kind,
                        "metadata",
                        Tree.map("name", called("slicewise-mig"), "labels", labels),
                        "spec",
                        groups));
    }

    private String comment(String key) {
        return "# " + Visible.line(words.say(key, request.title())) + "\n";
    }

    private Map<String, Object> groups() {
        RecordedSeries recording = RecordedSeries.of(request.plan(), request.levels());
        List<Object> figures = new ArrayList<>(recorded(recording.sources()));
        figures.addAll(recorded(recording.figures()));
        List<Object> alerts = new ArrayList<>();
        for (Alert alert : Alert.of(request.plan(), request.limits(), request.isOfGpus())) {
            alerts.add(alert(alert));
        }
        Map<String, Object> recorded = Tree.map("name", called("slicewise-mig-figures"));
        // the usual minute is the server's own
        if (!request.interval().equals(Duration.ofMinutes(1))) {
            recorded.put("interval", request.interval().toString());
        }
        recorded.put("rules", figures);
        return Tree.map("groups", List.of(recorded, Tree.map("name", called("slicewise-mig-alerts"), "rules", alerts)));
    }

    /** With the reading in it: a server takes a group for the new state of one that is called so. */
    private String called(String usual) {
        return FileNames.of(usual, request.plan().reading());
    }

    private static List<Object> recorded(List<RecordedSeries.Rule> rules) {
        List<Object> all = new ArrayList<>();
        for (RecordedSeries.Rule rule : rules) {
            all.add(Tree.map("record", rule.name(), "expr", Promql.pretty(rule.expr())));
        }
        return all;
    }

    private Map<String, Object> alert(Alert alert) {
        Map<String, Object> rule = Tree.map("alert", alert.name(), "expr", Promql.pretty(alert.expr()));
        if (alert.holds().millis() > 0) {
            rule.put("for", alert.holds().toString());
        }
        rule.put("labels", Tree.map("severity", alert.severity()));
        Map<String, Object> annotations = Tree.map(
                "summary",
                words.say(text("promql.alert.summary.", alert)),
                "description",
                words.say(text("promql.alert.description.", alert)));
        String runbook = request.delivery().runbook();
        if (!runbook.isEmpty()) {
            annotations.put("runbook_url", runbook + "#" + alert.name().toLowerCase(Locale.ROOT));
        }
        rule.put("annotations", annotations);
        return rule;
    }

    private Text text(String prefix, Alert alert) {
        String host = "{{ $labels." + request.plan().names().host() + " }}";
        String gpu = "{{ $labels." + request.plan().names().uuid() + " }}";
        return switch (alert.name()) {
            case Alert.WEIGHTED_HIGH ->
                Text.of(
                        prefix + alert.id(),
                        host,
                        VALUE,
                        new Percent(request.limits().weightedHigh()),
                        request.limits().highFor());
            case Alert.WHOLE_LOW ->
                Text.of(
                        prefix + alert.id(),
                        host,
                        VALUE,
                        new Percent(request.limits().wholeLow()),
                        request.limits().lowDays(),
                        gpu);
            case Alert.MEMORY_HIGH ->
                Text.of(
                        prefix + alert.id(),
                        host,
                        VALUE,
                        new Percent(request.limits().memoryHigh()),
                        "{{ $labels." + request.plan().names().instance() + " }}",
                        gpu);
            case Alert.LAYOUT_CHANGED -> Text.of(prefix + alert.id(), host, gpu);
            case Alert.HOST_SILENT ->
                Text.of(
                        prefix + alert.id(),
                        host,
                        Duration.ofMinutes(request.limits().silentBefore()).toString());
            case Alert.READINGS_MISSING -> Text.of(prefix + alert.id(), host, VALUE);
            case Alert.UNWEIGHED -> Text.of(prefix + alert.id(), "{{ $value }}");
            default -> Text.of(prefix + alert.id(), host);
        };
    }
}
