package io.slicewise.document.json;

import io.slicewise.fleet.Labels;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.alternative.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named variants of a document, in its file: of each only what differs.
 *
 * @param catalogue where models are looked up
 */
record AlternativesJson(Catalogue catalogue) {
    private static final Set<String> FIELDS = Set.of("name", "gpus", "demand", "growth", "rates");

    List<Alternative> read(JsonValue list) {
        List<Alternative> all = new ArrayList<>();
        for (JsonValue item : list.items()) {
            if (item.objectOf(FIELDS)) {
                JsonValue gpus = item.get("gpus");
                JsonValue demand = item.get("demand");
                all.add(new Alternative(
                        item.get("name").string(String.valueOf(all.size() + 1)),
                        // GPUs of a monitoring may have no model and no places
                        gpus.isMissing() ? null : new FleetReader(catalogue, true).read(gpus),
                        demand.isMissing() ? null : PlanReader.demand(demand),
                        PlanReader.growth(item.get("growth")),
                        AssumptionsJson.rates(item.get("rates"))));
            }
        }
        return all;
    }

    static void write(List<Alternative> alternatives, ObjectNode root) {
        if (alternatives.isEmpty()) {
            return;
        }
        ArrayNode list = root.putArray("alternatives");
        for (Alternative one : alternatives) {
            ObjectNode node = list.addObject();
            node.put("name", one.name());
            if (one.layout() != null) {
                ScenarioFile.write(node.putArray("gpus"), one.layout(), Labels.NONE);
            }
            if (one.demand() != null) {
                PlanFile.write(one.demand(), node.putArray("demand"));
            }
            if (one.growth() != null) {
                node.put("growth", one.growth());
            }
            if (!one.rates().isEmpty()) {
                AssumptionsJson.write(one.rates(), node.putObject("rates"));
            }
        }
    }
}
