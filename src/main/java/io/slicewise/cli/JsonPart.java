package io.slicewise.cli;

import io.slicewise.json.JsonDocument;
import java.io.CharArrayWriter;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JsonGenerator;

/** Some elements of an array of a document, as they stand in it behind others. */
final class JsonPart {
    private static final int FIRST_LENGTH = 1 << 16;

    /** What they are where all of it is {@linkplain TerminalOutput#isPlain plain}, else nothing. */
    private final byte[] plain;

    /** What they are else. */
    private final char[] text;

    private JsonPart(byte[] plain, char[] text) {
        this.plain = plain;
        this.text = text;
    }

    /** The elements of a property's array from {@code from} on, before {@code to}. */
    static JsonPart of(String property, int from, int to, ObjIntConsumer<JsonGenerator> element) {
        Buffer buffer = new Buffer();
        try (JsonGenerator json = JsonDocument.generator(buffer)) {
            // in front of the first element stands another one, and so does what indents it
            json.writeStartObject();
            json.writeArrayPropertyStart(property);
            json.writeNull();
            json.flush();
            int begin = buffer.size();
            for (int i = from; i < to; i++) {
                element.accept(json, i);
            }
            json.flush();
            return buffer.from(begin);
        }
    }

    void to(Json.Pieces document) {
        if (plain.length > 0) {
            document.plain(plain);
        } else {
            document.write(text, 0, text.length);
        }
    }

    private static final class Buffer extends CharArrayWriter {
        Buffer() {
            super(FIRST_LENGTH);
        }

        /** What was written behind a place, without a copy of all before. */
        JsonPart from(int begin) {
            return TerminalOutput.isPlain(buf, begin, count - begin)
                    ? new JsonPart(TerminalOutput.ascii(buf, begin, count - begin), new char[0])
                    : new JsonPart(new byte[0], Arrays.copyOfRange(buf, begin, count));
        }
    }
}
