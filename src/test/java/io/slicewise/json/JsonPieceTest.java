package io.slicewise.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonPieceTest {
    private static final String NAME = "x";

    private static JsonPiece piece(String text) {
        return JsonPiece.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(JsonPiece piece) {
        JsonValue value = piece.read("test", new ArrayList<>());
        assertNotNull(value);
        return value.shown();
    }

    @Test
    void takesAnObjectApartByItsFields() {
        Map<String, JsonPiece> fields =
                piece(" { \"a\" : [1, {\"b\": 2}] ,\n\t\"c\":\"} ] \\\" \\\\\", \"d\":-1.5e3 } ").fields();

        assertEquals(List.of("a", "c", "d"), List.copyOf(fields.keySet()));
        assertEquals("[1,{\"b\":2}]", shown(fields.get("a")));
        assertEquals("\"} ] \\\" \\\\\"", shown(fields.get("c")));
        assertEquals("-1500.0", shown(fields.get("d")));
    }

    @Test
    void takesAListApartByItsItems() {
        assertEquals(
                List.of("1", "\"two\"", "[]", "{}", "true"),
                piece("[1,\"two\", [ ] ,{},true]").items().stream()
                        .map(JsonPieceTest::shown)
                        .toList());
        assertEquals(List.of(), piece("[ ]").items());
        assertEquals(Map.of(), piece("{}").fields());
    }

    @Test
    void looksNoFurtherThanForWhatIsWanted() {
        // what follows would be no JSON
        assertEquals(
                Set.of("b"), piece("{\"a\": 1, \"b\": 2, !").fields(Set.of("b")).keySet());
    }

    @Property
    void isWhatTheWholeTextSays(@ForAll("values") JsonNode value) {
        JsonNode root = JsonNodeFactory.instance.objectNode().set(NAME, value);
        for (String text : List.of(root.toString(), root.toPrettyString())) {
            assertSame(value, piece(text).fields().get(NAME));
        }
    }

    private static void assertSame(JsonNode value, JsonPiece piece) {
        if (value instanceof ArrayNode list) {
            List<JsonPiece> items = piece.items();
            assertEquals(list.size(), items.size());
            for (int i = 0; i < items.size(); i++) {
                assertSame(list.get(i), items.get(i));
            }
        } else if (value instanceof ObjectNode object) {
            Map<String, JsonPiece> fields = piece.fields();
            assertEquals(List.copyOf(object.propertyNames()), List.copyOf(fields.keySet()));
            fields.forEach((name, field) -> assertSame(object.get(name), field));
        } else {
            List<JsonPiece> one = JsonPiece.of(("[" + value + "]").getBytes(StandardCharsets.UTF_8))
                    .items();
            assertEquals(shown(one.getFirst()), shown(piece));
        }
    }

    @Provide
    Arbitrary<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<JsonNode> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(json::stringNode),
                Arbitraries.strings().withChars("\"\\{}[],: é").ofMaxLength(8).map(json::stringNode),
                Arbitraries.integers().map(json::numberNode),
                Arbitraries.doubles().map(json::numberNode),
                Arbitraries.of(true, false).map(json::booleanNode),
                Arbitraries.just(json.nullNode()));
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4);
        return Arbitraries.recursive(
                () -> plain,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(items -> {
                            ArrayNode list = json.arrayNode();
                            items.forEach(list::add);
                            return (JsonNode) list;
                        }),
                        Arbitraries.maps(names, inner).ofMaxSize(4).map(fields -> {
                            ObjectNode object = json.objectNode();
                            fields.forEach(object::set);
                            return (JsonNode) object;
                        })),
                0,
                3);
    }
}
