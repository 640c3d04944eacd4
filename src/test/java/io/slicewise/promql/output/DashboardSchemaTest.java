package io.slicewise.promql.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonDocument;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dashboard has the fields of Grafana's documented classic model, each with what can stand in it, and no other. */
class DashboardSchemaTest {
    private final JsonNode schema = schema();

    private static JsonNode schema() {
        try (InputStream in =
                Objects.requireNonNull(DashboardSchemaTest.class.getResourceAsStream("classic-dashboard.json"))) {
            return JsonDocument.mapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode dashboard(QueryPlan plan, Language language) {
        return JsonDocument.mapper().readTree(Bundle.dashboard(Request.of("x \"y\"", plan), Messages.in(language)));
    }

    private List<String> faults(JsonNode dashboard) {
        List<String> faults = new ArrayList<>();
        object("dashboard", dashboard, "dashboard", faults);
        return faults;
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void everyFieldIsOneOfTheModel(Language language) {
        QueryPlan main = QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT));
        QueryPlan any = QueryPlan.of(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT))
                .withNames(Names.DCGM.with(Names.Metric.BOTH).lowerCase())
                .withPercent(true);
        assertEquals(List.of(), faults(dashboard(main, language)));
        assertEquals(List.of(), faults(dashboard(any, language)));
    }

    @Test
    void whatIsNotOfTheModelIsNoticed() {
        ObjectNode board =
                (ObjectNode) dashboard(QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT)), Language.ENGLISH);
        board.put("schemaVersion", 12);
        board.remove("time");
        board.put("stile", "dark");
        ObjectNode panel = (ObjectNode) ((ArrayNode) board.get("panels")).get(0);
        panel.put("type", "singlestat");
        ((ObjectNode) panel.get("gridPos")).put("x", "left");
        assertEquals(
                List.of(
                        "dashboard has no time",
                        "dashboard.schemaVersion is 12",
                        "dashboard.panels[0].type is \"singlestat\"",
                        "dashboard.panels[0].gridPos.x is \"left\"",
                        "dashboard.stile is not of the model"),
                faults(board));
    }

    private void object(String path, JsonNode value, String name, List<String> faults) {
        JsonNode rules = schema.get(name);
        for (JsonNode required : rules.path("required")) {
            if (!value.has(required.stringValue())) {
                faults.add(path + " has no " + required.stringValue());
            }
        }
        for (String field : value.propertyNames()) {
            JsonNode rule = rules.get("fields").get(field);
            if (rule == null) {
                faults.add(path + "." + field + " is not of the model");
            } else {
                value(path + "." + field, value.get(field), rule, faults);
            }
        }
    }

    private void value(String path, JsonNode value, JsonNode rule, List<String> faults) {
        if (rule.isString()) {
            boolean isRow = value.path("type").asString("").equals("row");
            object(path, value, isRow ? "row" : rule.stringValue(), faults);
        } else if (rule.has("list") && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(path + "[" + i + "]", value.get(i), rule.get("list"), faults);
            }
        } else if (!fits(value, rule)) {
            faults.add(path + " is " + value);
        }
    }

    private static boolean fits(JsonNode value, JsonNode rule) {
        if (rule.has("enum")) {
            return rule.get("enum").valueStream().anyMatch(value::equals);
        }
        String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return List.of(rule.path("type").asString("").split("\\|", -1)).contains(type);
    }
}
