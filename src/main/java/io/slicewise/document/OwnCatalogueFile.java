package io.slicewise.document;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Engines;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of the planner's own {@code catalogue.json} with one model more. */
final class OwnCatalogueFile {
    private static final int FORMAT_VERSION = 1;

    private OwnCatalogueFile() {}

    /**
     * Adds a model, or replaces the one of the same id; everything else in the file stays.
     *
     * @param file the name that problems carry
     * @param present the file as it is, empty where there is none
     * @param problems gets why it cannot be done
     * @return {@code null} for a file that is no catalogue
     */
    static byte @Nullable [] with(String file, byte[] present, GpuModel model, List<Problem> problems) {
        ObjectNode root = JsonDocument.mapper().createObjectNode().put("formatVersion", FORMAT_VERSION);
        if (present.length > 0) {
            JsonValue value = JsonDocument.parse(file, present, problems);
            if (value == null) {
                return null;
            }
            JsonNode node = JsonDocument.mapper().readTree(present);
            if (!(node instanceof ObjectNode there)
                    || (there.has("gpus") && !there.get("gpus").isArray())) {
                problems.add(Problem.error(Where.file(file), Text.of("document.catalogue")));
                return null;
            }
            root = there;
        }
        ArrayNode gpus = root.get("gpus") instanceof ArrayNode list ? list : root.putArray("gpus");
        for (int i = gpus.size() - 1; i >= 0; i--) {
            if (gpus.get(i).path("id").asString("").equals(model.id())) {
                gpus.remove(i);
            }
        }
        gpus.add(node(model));
        return JsonDocument.print(root);
    }

    private static ObjectNode node(GpuModel model) {
        ObjectNode node = JsonDocument.mapper().createObjectNode();
        node.put("id", model.id()).put("name", model.name());
        ArrayNode names = node.putArray("modelNames");
        model.modelNames().forEach(names::add);
        put(node, "memoryGb", model.memoryGb());
        node.put("computeSlices", model.computeSlices());
        put(node, "memorySlices", model.memorySlices());
        put(node, "placementUnits", model.placementUnits());
        node.put("maxInstances", model.maxInstances());
        put(node, "sms", model.sms());
        node.put("verified", model.verified());
        ArrayNode profiles = node.putArray("profiles");
        model.profiles().forEach(profile -> profiles.add(node(profile)));
        return node;
    }

    private static ObjectNode node(Profile profile) {
        ObjectNode node = JsonDocument.mapper().createObjectNode();
        node.put("name", profile.name()).put("suffix", profile.suffix());
        put(node, "giProfileId", profile.giProfileId());
        node.put("computeSlices", profile.computeSlices());
        put(node, "memorySlices", profile.memorySlices());
        ArrayNode memory = node.putArray("memoryGib");
        profile.memoryGib().forEach(memory::add);
        put(node, "sms", profile.sms());
        Engines engines = profile.engines();
        put(node, "copyEngines", engines.copy());
        put(node, "nvdec", engines.decoders());
        put(node, "nvenc", engines.encoders());
        put(node, "jpeg", engines.jpeg());
        put(node, "ofa", engines.opticalFlow());
        put(node, "maxInstances", profile.maxInstances());
        PlacementRule rule = profile.placement();
        if (rule != null) {
            ObjectNode placement = node.putObject("placement").put("size", rule.size());
            ArrayNode starts = placement.putArray("starts");
            rule.starts().forEach(starts::add);
        }
        return node.put("verified", profile.verified());
    }

    private static void put(ObjectNode node, String name, @Nullable Integer value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
