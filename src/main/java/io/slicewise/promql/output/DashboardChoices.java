package io.slicewise.promql.output;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.Scope;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be chosen on a dashboard: the server, hosts, models and namespaces, as variables of Grafana's classic model and
 * as conditions of the queries.
 */
final class DashboardChoices {
    /** The name of the variable that says which server is asked. */
    private static final String SERVER = "datasource";

    private final Request request;
    private final Messages words;
    private final Names names;

    DashboardChoices(Request request, Messages words) {
        this.request = request;
        this.words = words;
        this.names = request.plan().names();
    }

    /** The server that was chosen, as panels and variables name it. */
    static Map<String, Object> source() {
        return Tree.map("type", "prometheus", "uid", "${" + SERVER + "}");
    }

    /** What the plan is for, of what was chosen. */
    QueryPlan plan() {
        QueryPlan plan = request.plan();
        for (Filter filter : ofHosts()) {
            plan = plan.and(filter);
        }
        return plan.and(new Filter(Matcher.regex(names.label(Names.NAMESPACE), "$namespace"), Scope.INSTANCE));
    }

    /** The hosts and models that were chosen. */
    List<Filter> ofHosts() {
        return List.of(chosen(names.host(), "host"), chosen(names.model(), "model"));
    }

    /** The hosts that were chosen. */
    Matcher host() {
        return chosen(names.host(), "host").matcher();
    }

    /**
     * Series that fit a variable. Grafana itself joins several values and escapes what is special in them, for the
     * expression and for the string that it stands in; a format of our own would escape for the expression alone.
     */
    private static Filter chosen(String label, String variable) {
        return new Filter(Matcher.regex(label, "$" + variable), Scope.GPU);
    }

    /** In the order to choose them. */
    List<Object> variables() {
        List<Filter> filters = new ArrayList<>(request.plan().filters());
        List<Object> variables = new ArrayList<>();
        variables.add(server());
        variables.add(variable("host", names.host(), ofHosts(filters)));
        // what is chosen narrows what can be chosen next
        filters.add(chosen(names.host(), "host"));
        variables.add(variable("model", names.model(), ofHosts(filters)));
        filters.add(chosen(names.model(), "model"));
        variables.add(variable("namespace", names.label(Names.NAMESPACE), series(filters)));
        return variables;
    }

    private Map<String, Object> server() {
        return Tree.map(
                "name",
                SERVER,
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

    /** Series that have every host and model that fits. */
    private String ofHosts(List<Filter> filters) {
        return request.delivery().isInline()
                ? series(filters)
                : Promql.line(new Expr.Selector(
                        request.plan().series().gpus(),
                        filters.stream()
                                .map(Filter::matcher)
                                .filter(matcher -> matcher.value().startsWith("$"))
                                .toList()));
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
                source(),
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
}
