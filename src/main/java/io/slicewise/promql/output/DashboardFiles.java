package io.slicewise.promql.output;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.text.Messages;
import io.slicewise.text.Visible;
import java.util.Map;

/**
 * One dashboard in every form in which it is delivered, so that all of them say the same.
 *
 * @param board in Grafana's classic model
 * @param classic the same as text: to import into Grafana, to provision, or for its API
 * @param reading of which reading: those of two lie beside each other
 * @param comment the first line of a file that can have one
 */
record DashboardFiles(Map<String, Object> board, String classic, ReadingKind reading, String comment) {
    static DashboardFiles of(Request request, Messages words) {
        String comment = "# " + Visible.line(words.say("promql.file.perses", request.title())) + "\n";
        Map<String, Object> board = new Dashboard(request, words).tree();
        return new DashboardFiles(board, JsonText.of(board), request.plan().reading(), comment);
    }

    private String called() {
        return FileNames.of("slicewise-dashboard", reading);
    }

    /** As a {@code ConfigMap} that a sidecar of Grafana finds by its label. */
    String sidecar() {
        return YamlText.of(Tree.map(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Tree.map("name", called(), "labels", Tree.map("grafana_dashboard", "1")),
                "data",
                Tree.map(FileNames.of(Bundle.DASHBOARD, reading), classic.stripTrailing())));
    }

    /** As a {@code GrafanaDashboard} of Grafana's operator, for every instance that it looks after. */
    String grafana() {
        return YamlText.of(Tree.map(
                "apiVersion",
                "grafana.integreatly.org/v1beta1",
                "kind",
                "GrafanaDashboard",
                "metadata",
                Tree.map("name", called()),
                "spec",
                Tree.map("instanceSelector", Tree.map("matchLabels", Tree.map()), "json", classic.stripTrailing())));
    }

    /** As the resource that Grafana has for it since version 13. */
    String resource() {
        return new DashboardResource(board).text();
    }

    /** For Perses. */
    String perses() {
        return new PersesDashboard(board, comment).text();
    }
}
