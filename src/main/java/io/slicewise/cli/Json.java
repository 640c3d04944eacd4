package io.slicewise.cli;

import io.slicewise.json.JsonDocument;
import io.slicewise.text.Numbers;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/** What is the same in every JSON that is printed. */
final class Json {
    private static final int FORMAT_VERSION = 1;

    /** So many elements of an array are a part of it. */
    private static final int PART = 32;

    /** Figures of which many come again: weights, the memory of profiles, a utilization that also is a reading. */
    private static final @Nullable Printed[] RECENT = new Printed[1 << 8];

    private static final int SLOT_SHIFT = Long.SIZE - 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final JsonNodeFactory NODES = new CleanNodes();

    /** Makes nodes of figures with every digit that means anything, however they come into a document. */
    private static final class CleanNodes extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        @Override
        public NumericNode numberNode(double figure) {
            return super.numberNode(clean(figure));
        }
    }

    /** A figure as Java writes it. */
    private record Printed(long bits, String text) {}

    private Json() {}

    /** A document with its version in it. */
    static ObjectNode document() {
        return NODES.objectNode().put("formatVersion", FORMAT_VERSION);
    }

    /** A figure with every digit that means anything; {@code null} where there is none. */
    static void put(ObjectNode node, String field, double figure) {
        if (Double.isNaN(figure)) {
            node.putNull(field);
        } else {
            node.put(field, figure);
        }
    }

    /** No noise of binary fractions, and no negative zero: a gap of nothing has no direction. */
    private static double clean(double figure) {
        return Numbers.clean(figure) + 0.0;
    }

    static void put(ObjectNode node, String field, @Nullable Integer number) {
        if (number == null) {
            node.putNull(field);
        } else {
            node.put(field, number.intValue());
        }
    }

    static void put(JsonGenerator json, String field, double figure) {
        put(json, new SerializedString(field), figure);
    }

    static void put(JsonGenerator json, SerializableString field, double figure) {
        json.writeName(field);
        if (Double.isNaN(figure)) {
            json.writeNull();
        } else {
            json.writeNumber(text(figure));
        }
    }

    private static String text(double figure) {
        long bits = Double.doubleToRawLongBits(figure);
        int slot = (int) (bits * GOLDEN >>> SLOT_SHIFT);
        // never half a one, whichever thread put it there
        Printed recent = RECENT[slot];
        if (recent == null || recent.bits() != bits) {
            recent = new Printed(bits, Double.toString(clean(figure)));
            RECENT[slot] = recent;
        }
        return recent.text();
    }

    static void put(JsonGenerator json, SerializableString field, int number) {
        json.writeName(field);
        json.writeNumber(number);
    }

    static void put(JsonGenerator json, String field, @Nullable String text) {
        put(json, new SerializedString(field), text);
    }

    static void put(JsonGenerator json, SerializableString field, @Nullable String text) {
        json.writeName(field);
        json.writeString(text);
    }

    static void print(ObjectNode document, TerminalOutput out) {
        out.print(new String(JsonDocument.print(document), StandardCharsets.UTF_8));
    }

    /**
     * Prints a document with its version in it while it is told: one of a hundred megabytes is never there as a whole.
     *
     * @param content writes the other properties
     */
    static void print(Consumer<JsonGenerator> content, TerminalOutput out) {
        try (JsonGenerator json = JsonDocument.generator(new Pieces(out))) {
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", FORMAT_VERSION);
            content.accept(json);
            json.writeEndObject();
        }
        out.print("\n");
    }

    /**
     * Writes the array of a property of the document itself. One of many elements is written on all cores, with the same result.
     *
     * @param element writes an element by its index; in any thread
     */
    static void array(JsonGenerator json, String property, int count, ObjIntConsumer<JsonGenerator> element) {
        json.writeArrayPropertyStart(property);
        // parts go past the generator, straight to where it writes
        Pieces pieces = json.streamWriteOutputTarget() instanceof Pieces its ? its : null;
        int alone = pieces == null ? count : Math.min(count, PART);
        for (int i = 0; i < alone; i++) {
            element.accept(json, i);
        }
        if (pieces != null && count > alone) {
            json.flush();
            new JsonParts(property, element).write(alone, count, PART, pieces);
        }
        json.writeEndArray();
    }

    /**
     * Hands on what is ASCII as it comes, which nearly all of it is; else whole lines, some at a time, since what a character
     * hides is told from what stands around it.
     */
    static final class Pieces extends Writer {
        private static final int ENOUGH = 1 << 13;

        private final TerminalOutput out;
        private final StringBuilder text = new StringBuilder(2 * ENOUGH);

        Pieces(TerminalOutput out) {
            this.out = out;
        }

        @Override
        public void write(char[] from, int start, int length) {
            boolean isSplit = !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
            if (!isSplit && TerminalOutput.isPlain(from, start, length)) {
                print(text.length());
                out.printPlain(from, start, length);
                return;
            }
            text.append(from, start, length);
            int end = text.length() < ENOUGH ? -1 : text.lastIndexOf("\n");
            if (end >= 0) {
                print(end + 1);
            }
        }

        /** Takes any text. */
        void text(String some) {
            write(some.toCharArray(), 0, some.length());
        }

        /** Hands on what is ASCII, shows, and has line feeds alone. */
        void plain(byte[] ascii, int start, int length) {
            print(text.length());
            out.printPlain(ascii, start, length);
        }

        private void print(int end) {
            if (end == 0) {
                return;
            }
            out.print(text.substring(0, end).replace("\r\n", "\n"));
            text.delete(0, end);
        }

        @Override
        public void flush() {
            // what is there of a line waits for its end
        }

        @Override
        public void close() {
            print(text.length());
        }
    }
}
