package io.slicewise.cli;

import io.slicewise.json.JsonDocument;
import io.slicewise.text.Numbers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is the same in every JSON that is printed. */
final class Json {
    private static final int FORMAT_VERSION = 1;

    private Json() {}

    /** A document with its version in it. */
    static ObjectNode document() {
        return JsonNodeFactory.instance.objectNode().put("formatVersion", FORMAT_VERSION);
    }

    /** A figure with every digit that means anything; {@code null} where there is none. */
    static void put(ObjectNode node, String field, double figure) {
        if (Double.isNaN(figure)) {
            node.putNull(field);
        } else {
            // no negative zero: a gap of nothing has no direction
            node.put(field, Numbers.clean(figure) + 0.0);
        }
    }

    static void put(ObjectNode node, String field, @Nullable Integer number) {
        if (number == null) {
            node.putNull(field);
        } else {
            node.put(field, number.intValue());
        }
    }

    static void print(ObjectNode document, TerminalOutput out) {
        out.print(new String(JsonDocument.print(document), StandardCharsets.UTF_8));
    }
}
