package io.slicewise.cli;

import io.slicewise.json.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** The elements of an array of a document in parts, which are written in any thread. */
final class JsonParts {
    private static final int FIRST_LENGTH = 1 << 17;

    private final String property;
    private final ObjIntConsumer<JsonGenerator> element;

    /** Of parts that were handed on. */
    private final Queue<Bytes> free = new ConcurrentLinkedQueue<>();

    /**
     * @param property whose the array is
     * @param element writes an element by its index; where one of a part is not plain, all are asked once more
     */
    JsonParts(String property, ObjIntConsumer<JsonGenerator> element) {
        this.property = property;
        this.element = element;
    }

    /**
     * Some elements as they stand in the document behind others.
     *
     * @param plain what they are where all of it is {@linkplain TerminalOutput#isPlain plain}
     * @param begin where they begin there
     * @param end where they end there
     * @param text what they are else
     */
    private record Written(@Nullable Bytes plain, int begin, int end, String text) {}

    /** Writes the elements from {@code first} on, before {@code end}, and hands them on in this thread. */
    void write(int first, int end, int size, Json.Pieces to) {
        Parts.inOrder(first, end, size, this::written, part -> hand(part, to));
    }

    private void hand(Written part, Json.Pieces to) {
        Bytes plain = part.plain();
        if (plain == null) {
            to.text(part.text());
        } else {
            to.plain(plain.array(), part.begin(), part.end() - part.begin());
            free.add(plain);
        }
    }

    private Written written(int from, int to) {
        Bytes used = free.poll();
        Bytes bytes = used == null ? new Bytes() : used;
        bytes.reset();
        try (JsonGenerator json = JsonDocument.plainGenerator(bytes)) {
            int begin = write(json, bytes::size, from, to);
            return new Written(bytes, begin, bytes.size(), "");
        } catch (JacksonException e) {
            return new Written(null, 0, 0, text(from, to));
        }
    }

    private String text(int from, int to) {
        CharArrayWriter chars = new CharArrayWriter(FIRST_LENGTH);
        try (JsonGenerator json = JsonDocument.generator(chars)) {
            int begin = write(json, chars::size, from, to);
            return chars.toString().substring(begin);
        }
    }

    /** Where they begin. */
    private int write(JsonGenerator json, IntSupplier size, int from, int to) {
        // in front of the first element stands another one, and so does what indents it
        json.writeStartObject();
        json.writeArrayPropertyStart(property);
        json.writeNull();
        json.flush();
        int begin = size.getAsInt();
        for (int i = from; i < to; i++) {
            element.accept(json, i);
        }
        json.flush();
        return begin;
    }

    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(FIRST_LENGTH);
        }

        /** As it is, without a copy. */
        byte[] array() {
            return buf;
        }
    }
}
