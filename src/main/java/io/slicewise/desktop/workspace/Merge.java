package io.slicewise.desktop.workspace;

import io.slicewise.json.JsonDocument;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two changes of one document, from what both started with: each keeps what the other did not touch. */
final class Merge {
    private Merge() {}

    /**
     * Merges field by field.
     *
     * @param before what both started with
     * @param mine goes before theirs where both changed a field; of lists it stands in front of what they added
     */
    static ObjectNode of(ObjectNode before, ObjectNode mine, ObjectNode theirs) {
        ObjectNode merged = JsonDocument.mapper().createObjectNode();
        Set<String> names = new LinkedHashSet<>(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        for (String name : names) {
            JsonNode value = value(before.path(name), mine.path(name), theirs.path(name));
            if (!value.isMissingNode()) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static JsonNode value(JsonNode before, JsonNode mine, JsonNode theirs) {
        if (mine.equals(before)) {
            return theirs;
        }
        if (theirs.equals(before)) {
            return mine;
        }
        if (mine instanceof ObjectNode my && theirs instanceof ObjectNode their) {
            return of(before instanceof ObjectNode base ? base : my.objectNode(), my, their);
        }
        return mine instanceof ArrayNode my && theirs instanceof ArrayNode their ? list(before, my, their) : mine;
    }

    private static ArrayNode list(JsonNode before, ArrayNode mine, ArrayNode theirs) {
        Set<JsonNode> items = new LinkedHashSet<>();
        mine.forEach(items::add);
        Set<JsonNode> known = new LinkedHashSet<>();
        before.forEach(known::add);
        theirs.forEach(item -> {
            if (!known.contains(item)) {
                items.add(item);
            }
        });
        return mine.arrayNode().addAll(items);
    }
}
