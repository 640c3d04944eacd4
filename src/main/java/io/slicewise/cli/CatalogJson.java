package io.slicewise.cli;

import io.slicewise.mig.BoardPower;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.mig.Source;
import io.slicewise.text.Wording;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code catalog --json}: {@code null} where no source gives a figure. */
final class CatalogJson {
    private CatalogJson() {}

    static ObjectNode of(List<GpuModel> models) {
        ObjectNode root = Json.document();
        ArrayNode gpus = root.putArray("gpus");
        models.forEach(model -> put(gpus.addObject(), model));
        return root;
    }

    private static void put(ObjectNode node, GpuModel model) {
        node.put("id", model.id());
        node.put("name", model.name());
        node.put("architecture", model.architecture());
        node.put("chip", model.chip());
        Json.put(node, "memoryGb", model.memoryGb());
        strings(node, "modelNames", model.modelNames());
        node.put("computeSlices", model.computeSlices());
        Json.put(node, "memorySlices", model.memorySlices());
        Json.put(node, "placementUnits", model.placementUnits());
        node.put("maxInstances", model.maxInstances());
        Json.put(node, "sms", model.sms());
        Json.put(node, "physicalSms", model.physicalSms());
        node.put("verified", model.verified());
        node.put("unverifiedWhy", model.unverifiedWhy().standard());
        node.put("own", model.own());
        strings(node, "notes", english(model.notes()));
        ArrayNode profiles = node.putArray("profiles");
        model.profiles().forEach(profile -> put(profiles.addObject(), profile));
        ArrayNode power = node.putArray("power");
        for (BoardPower board : model.power()) {
            ObjectNode to = power.addObject().put("board", board.board());
            Json.put(to, "capWatts", board.capWatts());
            Json.put(to, "idleWattsLow", board.idleLow());
            Json.put(to, "idleWattsHigh", board.idleHigh());
            to.put("source", board.source().title()).put("url", board.source().url());
        }
        ArrayNode sources = node.putArray("sources");
        for (Source source : model.sources()) {
            ObjectNode to = sources.addObject();
            to.put("title", source.title())
                    .put("kind", source.kind().standard())
                    .put("url", source.url());
            strings(to, "facts", english(source.facts()));
        }
    }

    private static void put(ObjectNode node, Profile profile) {
        node.put("name", profile.name());
        Json.put(node, "giProfileId", profile.giProfileId());
        node.put("computeSlices", profile.computeSlices());
        Json.put(node, "memorySlices", profile.memorySlices());
        ArrayNode memory = node.putArray("memoryGib");
        profile.memoryGib().forEach(memory::add);
        Json.put(node, "sms", profile.sms());
        Json.put(node, "maxInstances", profile.maxInstances());
        PlacementRule rule = profile.placement();
        if (rule == null) {
            node.putNull("placement");
        } else {
            ObjectNode placement = node.putObject("placement");
            placement.put("size", rule.size()).put("verified", rule.verified());
            ArrayNode starts = placement.putArray("starts");
            rule.starts().forEach(starts::add);
        }
        node.put("verified", profile.verified());
        node.put("unverifiedWhy", profile.unverifiedWhy().standard());
        strings(node, "exporterNames", profile.exporterNames());
        strings(node, "notes", english(profile.notes()));
    }

    /** JSON is for programs: its remarks are in English whatever the language of the terminal. */
    private static List<String> english(List<Wording> remarks) {
        return remarks.stream().map(Wording::standard).toList();
    }

    private static void strings(ObjectNode node, String field, List<String> values) {
        ArrayNode list = node.putArray(field);
        values.forEach(list::add);
    }
}
