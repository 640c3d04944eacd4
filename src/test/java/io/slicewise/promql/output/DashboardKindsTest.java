package io.slicewise.promql.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonDocument;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The dashboard in the models that are made of kinds: each has what its kind asks for, and nothing else. */
class DashboardKindsTest {
    private static final QueryPlan MAIN = QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT));

    private final JsonNode schema = schema();

    private static JsonNode schema() {
        try (InputStream in =
                Objects.requireNonNull(DashboardKindsTest.class.getResourceAsStream("dashboard-kinds.json"))) {
            return JsonDocument.mapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode grafana(Language language) {
        return JsonDocument.mapper()
                .readTree(DashboardFiles.of(Request.of("x \"y\"", MAIN), Messages.in(language))
                        .resource());
    }

    private static JsonNode perses(Language language) {
        return YAMLMapper.builder()
                .build()
                .readTree(DashboardFiles.of(Request.of("x \"y\"", MAIN), Messages.in(language))
                        .perses());
    }

    private List<String> faults(String model, JsonNode board) {
        List<String> faults = new ArrayList<>();
        walk(schema.get(model), "", "", board, faults);
        return faults;
    }

    private void walk(JsonNode rules, String path, String field, JsonNode value, List<String> faults) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(rules, path + "[" + i + "]", field, value.get(i), faults);
            }
            return;
        }
        if (!value.isObject()) {
            return;
        }
        JsonNode part = rules.get("parts").path(field);
        if (!part.isMissingNode() && !value.has("spec")) {
            hold(part, path, value, faults);
        }
        String kind = value.path("kind").asString("");
        if (value.has("spec")) {
            JsonNode rule = rules.get("kinds").path(kind);
            if (rule.isMissingNode()) {
                faults.add(path + " is of the kind " + kind);
            } else if (!rule.path("any").booleanValue(false)) {
                hold(rule, path + " " + kind, value.get("spec"), faults);
            }
        }
        value.propertyNames().forEach(name -> walk(rules, path + "." + name, name, value.get(name), faults));
    }

    private static void hold(JsonNode rule, String path, JsonNode value, List<String> faults) {
        Set<String> known = new TreeSet<>();
        rule.get("optional").forEach(name -> known.add(name.stringValue()));
        for (JsonNode name : rule.get("required")) {
            known.add(name.stringValue());
            if (!value.has(name.stringValue())) {
                faults.add(path + " has no " + name.stringValue());
            }
        }
        for (String name : value.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(path + " has " + name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void everyKindHasItsFields(Language language) {
        assertEquals(List.of(), faults("grafana", grafana(language)));
        assertEquals(List.of(), faults("perses", perses(language)));
    }

    @Test
    void whatIsNotOfAKindIsNoticed() {
        ObjectNode board = (ObjectNode) grafana(Language.ENGLISH);
        ObjectNode spec = (ObjectNode) board.get("spec");
        spec.remove("preload");
        ((ObjectNode) spec.get("elements").get("panel-1").get("spec")).put("panelType", "stat");
        assertEquals(
                List.of(" Dashboard has no preload", ".spec.elements.panel-1 Panel has panelType"),
                faults("grafana", board));
    }

    /** Every panel stands in one place of a layout, and in no other; within a row no two overlap. */
    @Test
    void everyPanelHasItsPlace() {
        JsonNode board = grafana(Language.ENGLISH).get("spec");
        List<String> placed = new ArrayList<>();
        for (JsonNode row : board.get("layout").get("spec").get("rows")) {
            boolean[][] taken = new boolean[80][24];
            for (JsonNode item : row.get("spec").get("layout").get("spec").get("items")) {
                JsonNode place = item.get("spec");
                placed.add(place.get("element").get("name").stringValue());
                take(place, taken);
            }
            assertTrue(taken[0][0], "a row begins at its top");
        }
        assertEquals(List.copyOf(board.get("elements").propertyNames()), placed);
        JsonNode other = perses(Language.ENGLISH).get("spec");
        List<String> items = new ArrayList<>();
        other.get("layouts")
                .forEach(grid -> grid.get("spec")
                        .get("items")
                        .forEach(item -> items.add(
                                item.get("content").get("$ref").stringValue().replace("#/spec/panels/", ""))));
        assertEquals(placed, items);
        assertEquals(placed, List.copyOf(other.get("panels").propertyNames()));
    }

    private static void take(JsonNode place, boolean[][] taken) {
        for (int y = 0; y < place.get("height").intValue(); y++) {
            for (int x = 0; x < place.get("width").intValue(); x++) {
                boolean[] row = taken[place.get("y").intValue() + y];
                assertFalse(row[place.get("x").intValue() + x], "two panels at one place");
                row[place.get("x").intValue() + x] = true;
            }
        }
    }

    /** What the check reads in them is what the classic model asks, and nothing is wrong with it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allModelsAskTheSame(boolean isInline) {
        Messages words = Messages.in(Language.ENGLISH);
        Request request = Request.of("x", MAIN).with(Delivery.USUAL.withInline(isInline));
        Checker checker = new Checker(Hardware.any(Fleets.CATALOGUE, Weights.DEFAULT), true);
        DashboardFiles board = DashboardFiles.of(request, words);
        Checker.Report classic = checker.check("classic", board.classic());
        assertTrue(classic.queries() > 20);
        for (String model : List.of(board.resource(), board.perses())) {
            Checker.Report report = checker.check("model", model);
            assertEquals(List.of(), report.problems());
            assertEquals(List.of(), report.findings());
            assertEquals(classic.queries(), report.queries());
        }
    }
}
