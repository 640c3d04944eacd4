package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.slicewise.json.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON that is written while it is told is the same as one that is printed as a whole, whatever is in it. */
class JsonOutputProperties {
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "\u001b[2J", "\r", "\r\n", "\u202e", "\ud83d\ude00", "\ud83d", "\ude00", "한글", "\u007f", "\ufeff");
        Arbitrary<String> plain = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
        // long ones, so that what is handed on at once ends anywhere in a text
        Arbitrary<String> lengthy = Arbitraries.integers().between(1000, 9000).map("x"::repeat);
        return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(2, odd), Tuple.of(1, lengthy))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void whatIsWrittenWhileItIsToldIsWhatIsPrintedAsAWhole(@ForAll("texts") List<String> texts) {
        ObjectNode whole = Json.document();
        ArrayNode all = whole.putArray("texts");
        texts.forEach(all::add);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        TerminalOutput out = new TerminalOutput(told);
        Json.print(
                json -> {
                    json.writeArrayPropertyStart("texts");
                    texts.forEach(json::writeString);
                    json.writeEndArray();
                },
                out);
        out.flush();
        assertEquals(
                new String(JsonDocument.print(whole), StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    }

    /** However deep, and where nothing is in it. */
    @Property(tries = 100)
    void whatIsToldIsIndentedAsTheWhole(@ForAll @IntRange(max = 24) int depth, @ForAll boolean arrays) {
        ObjectNode whole = Json.document();
        ObjectNode inner = whole;
        for (int i = 0; i < depth; i++) {
            inner.putArray("none");
            inner = arrays ? inner.putArray("list").add("first").addObject() : inner.putObject("object");
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        TerminalOutput out = new TerminalOutput(told);
        Json.print(json -> nested(json, depth, arrays), out);
        out.flush();
        assertEquals(
                new String(JsonDocument.print(whole), StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    }

    private static void nested(JsonGenerator json, int depth, boolean arrays) {
        if (depth == 0) {
            return;
        }
        json.writeArrayPropertyStart("none");
        json.writeEndArray();
        if (arrays) {
            json.writeArrayPropertyStart("list");
            json.writeString("first");
            json.writeStartObject();
            nested(json, depth - 1, true);
            json.writeEndObject();
            json.writeEndArray();
        } else {
            json.writeObjectPropertyStart("object");
            nested(json, depth - 1, false);
            json.writeEndObject();
        }
    }

    /** Elements that are written on several cores stand as those of one. */
    @Property(tries = 60)
    void aLongArrayIsTheSameOnAllCores(@ForAll("texts") List<String> texts, @ForAll @IntRange(max = 150) int count) {
        List<String> many = IntStream.range(0, count)
                .mapToObj(i -> texts.isEmpty() ? "" + i : texts.get(i % texts.size()))
                .toList();
        ObjectNode whole = Json.document();
        ArrayNode all = whole.putArray("elements");
        many.forEach(one -> all.addObject().put("name", one).putArray("parts").add(one.length()));
        whole.put("last", 1);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        TerminalOutput out = new TerminalOutput(told);
        Json.print(
                json -> {
                    Json.array(json, "elements", many.size(), (to, i) -> {
                        to.writeStartObject();
                        to.writeStringProperty("name", many.get(i));
                        to.writeArrayPropertyStart("parts");
                        to.writeNumber(many.get(i).length());
                        to.writeEndArray();
                        to.writeEndObject();
                    });
                    json.writeNumberProperty("last", 1);
                },
                out);
        out.flush();
        assertEquals(
                new String(JsonDocument.print(whole), StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    }

    /** Wherever a document goes, none of its elements is left out. */
    @Example
    void aLongArrayIsWholeInAnyWriter() {
        StringWriter to = new StringWriter();
        try (JsonGenerator json = JsonDocument.generator(to)) {
            json.writeStartObject();
            Json.array(json, "elements", 100, JsonGenerator::writeNumber);
            json.writeEndObject();
        }
        assertEquals(
                100,
                JsonDocument.mapper().readTree(to.toString()).get("elements").size());
    }

    /** What fails on another core fails here. */
    @Example
    void anElementThatFailsEndsTheOutput() {
        TerminalOutput out = new TerminalOutput(new ByteArrayOutputStream());
        IllegalStateException failure = new IllegalStateException("element");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> Json.print(
                                json -> Json.array(json, "elements", 1000, (to, i) -> {
                                    if (i == 700) {
                                        throw failure;
                                    }
                                    to.writeNumber(i);
                                }),
                                out)));
    }
}
