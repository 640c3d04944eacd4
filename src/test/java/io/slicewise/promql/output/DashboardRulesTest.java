package io.slicewise.promql.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonDocument;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * The rules of Grafana's dashboard-linter, by its names. Left out are
 *
 * <ul>
 *   <li>{@code template-job-rule}, {@code template-instance-rule}, {@code target-job-rule} and {@code target-instance-rule}:
 *       an instance counts once, whichever job and replica scraped it, and is told by host and GPU; a condition on job or
 *       scraped address would hide some of them. What takes their place is held here: every query has a condition on host
 *       and model.
 *   <li>{@code target-logql-rule} and {@code target-logql-auto-rule}: nothing asks for logs.
 *   <li>{@code target-counter-agg-rule}: all metrics are gauges; that none is a counter is held here.
 *   <li>{@code uneditable-dashboard-rule}: it is made for people who change it after it came.
 * </ul>
 */
class DashboardRulesTest {
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
    /** Panels that show numbers, of which the linter asks for units and queries. */
    private static final Set<String> SHOWING = Set.of("stat", "timeseries", "table");

    private static final Set<String> UNITS = Set.of("percentunit", "none", "watt");

    private record Rule(String name, Function<JsonNode, Stream<String>> faults) {}

    private static final List<Rule> RULES = List.of(
            new Rule("template-datasource-rule", DashboardRulesTest::datasource),
            new Rule("template-label-promql-rule", DashboardRulesTest::labels),
            new Rule("template-on-time-change-reload-rule", DashboardRulesTest::reload),
            new Rule(
                    "panel-datasource-rule",
                    board -> panels(board)
                            .filter(panel -> !isOfTheVariable(panel))
                            .map(DashboardRulesTest::title)),
            new Rule(
                    "panel-title-description-rule",
                    board -> panels(board)
                            .filter(panel -> title(panel).isBlank()
                                    || panel.path("description").asString("").isBlank())
                            .map(panel -> panel.get("id").toString())),
            new Rule(
                    "panel-units-rule",
                    board -> panels(board)
                            .filter(panel -> !UNITS.contains(
                                    panel.at("/fieldConfig/defaults/unit").asString("")))
                            .map(DashboardRulesTest::title)),
            new Rule(
                    "panel-no-targets-rule",
                    board -> panels(board)
                            .filter(panel -> panel.path("targets").isEmpty())
                            .map(DashboardRulesTest::title)),
            new Rule(
                    "target-promql-rule",
                    board -> queries(board).filter(query -> !(Promql.parse(query) instanceof Parsed.Query))),
            new Rule(
                    "target-rate-interval-rule",
                    board -> queries(board)
                            .filter(query -> Exprs.all(Promql.of(query), Expr.Range.class)
                                    .findAny()
                                    .isPresent())),
            new Rule(
                    "no counters, in place of target-counter-agg-rule",
                    board -> queries(board)
                            .filter(query -> Exprs.all(Promql.of(query), Expr.Selector.class)
                                    .anyMatch(selector -> selector.metric().endsWith("_total")))),
            new Rule(
                    "host and model, in place of target-job-rule and target-instance-rule",
                    board -> queries(board).filter(query -> !query.contains("$host") || !query.contains("$model"))));

    @TestFactory
    Stream<DynamicTest> rulesOfTheLinter() {
        QueryPlan plan = QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT));
        List<JsonNode> boards = new ArrayList<>();
        for (boolean isInline : List.of(false, true)) {
            Request request = Request.of("x", plan).with(Delivery.USUAL.withInline(isInline));
            boards.add(JsonDocument.mapper().readTree(Bundle.dashboard(request, Messages.in(Language.ENGLISH))));
        }
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    for (JsonNode board : boards) {
                        assertEquals(List.of(), rule.faults().apply(board).toList());
                    }
                }));
    }

    private static Stream<JsonNode> variables(JsonNode board) {
        return board.get("templating").get("list").valueStream();
    }

    private static Stream<JsonNode> ofQueries(JsonNode board) {
        return variables(board)
                .filter(variable -> variable.get("type").stringValue().equals("query"));
    }

    /** One variable of that type, first, with the name and the label that the linter asks for. */
    private static Stream<String> datasource(JsonNode board) {
        JsonNode first = variables(board).findFirst().orElseThrow();
        boolean isRight = first.get("type").stringValue().equals("datasource")
                && first.get("query").stringValue().equals("prometheus")
                && first.get("name").stringValue().equals("datasource")
                && first.get("label").stringValue().equals("Data source");
        return isRight ? Stream.of() : Stream.of(first.toString());
    }

    private static Stream<String> labels(JsonNode board) {
        return ofQueries(board)
                .map(variable -> variable.get("query").get("query").stringValue())
                .filter(query -> {
                    var parts = LABEL_VALUES.matcher(query);
                    return !parts.matches() || !(Promql.parse(parts.group(1)) instanceof Parsed.Query);
                });
    }

    private static Stream<String> reload(JsonNode board) {
        return ofQueries(board)
                .filter(variable -> variable.get("refresh").intValue() != 2)
                .map(JsonNode::toString);
    }

    private static Stream<JsonNode> panels(JsonNode board) {
        return board.get("panels")
                .valueStream()
                .flatMap(panel ->
                        Stream.concat(Stream.of(panel), panel.path("panels").valueStream()))
                .filter(panel -> SHOWING.contains(panel.get("type").stringValue()));
    }

    private static boolean isOfTheVariable(JsonNode panel) {
        return Stream.concat(Stream.of(panel), panel.get("targets").valueStream())
                .allMatch(one -> one.at("/datasource/uid").asString("").equals("${datasource}"));
    }

    private static String title(JsonNode panel) {
        return panel.path("title").asString("");
    }

    private static Stream<String> queries(JsonNode board) {
        return panels(board)
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").stringValue());
    }
}
