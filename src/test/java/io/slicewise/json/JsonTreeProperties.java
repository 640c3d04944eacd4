package io.slicewise.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class JsonTreeProperties {
    /** What a mapper makes of a text; {@code null} where it refuses it. */
    private static @Nullable JsonNode mapped(String text) {
        try {
            return JsonDocument.mapper().readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    @Property
    void isTheTreeOfAMapper(@ForAll("texts") String text) {
        JsonNode read = JsonTree.read(text);
        if (read == null) {
            JsonNode mapped = mapped(text);
            assertEquals(true, mapped == null || mapped.isMissingNode(), text);
        } else {
            assertEquals(mapped(text), read, text);
        }
    }

    @Example
    void numbersAreOfTheSameKind() {
        for (String number : List.of(
                "0", "-0", "-0.0", "2147483647", "2147483648", "9223372036854775808", "1.0", "1e3", "0.1", "1e999")) {
            assertEquals(mapped(number), JsonTree.read(number), number);
        }
    }

    @Example
    void refusesWhatIsNotOneWholeValue() {
        for (String text : List.of("", " ", "{", "[1,]", "{\"a\":1,\"a\":2}", "1 2", "{} x", "nul", "[".repeat(2000))) {
            assertNull(JsonTree.read(text), text);
        }
    }

    /** Pieces of JSON in any order: some are whole, most are not. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> plain = Arbitraries.of(
                "1", "-2.50", "1E+2", "12345678901", "true", "false", "null", "\"a\"", "\"\\u00e9\\n\"", "\"한\"", "[]", "{}");
        Arbitrary<String> value = Arbitraries.recursive(
                () -> plain,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(" ,", items) + "]"),
                        inner.list().ofMaxSize(3).map(items -> {
                            StringBuilder object = new StringBuilder("{");
                            for (int i = 0; i < items.size(); i++) {
                                object.append(i == 0 ? "" : ",").append("\"f").append(i).append("\": ").append(items.get(i));
                            }
                            return object.append('}').toString();
                        })),
                0,
                3);
        Arbitrary<String> broken = Arbitraries.of("{", "}", "[", "]", ",", ":", "\"", "1", "\"a\":", " ", "x")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(value, value.map(text -> " " + text + "\n"), broken);
    }
}
