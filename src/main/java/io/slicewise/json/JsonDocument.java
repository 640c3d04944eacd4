package io.slicewise.json;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Visible;
import io.slicewise.text.Where;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parses and prints JSON documents. */
public final class JsonDocument {
    private JsonDocument() {}

    /** Apart, so that what only reads does not set it up. */
    private static final class Mapper {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        static final ObjectWriter PRETTY = MAPPER.writer(SerializationFeature.INDENT_OUTPUT);
    }

    /** For what is told: no mapper of objects, which takes longer to set up than a short call to run. */
    private static class Indented extends ObjectWriteContext.Base {
        static final ObjectWriteContext CONTEXT = new Indented();
        static final JsonFactory FACTORY = new JsonFactory();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new Indentation();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** The same for what is ASCII that shows. */
    private static final class Plain extends Indented {
        static final ObjectWriteContext CONTEXT = new Plain();

        @Override
        public CharacterEscapes getCharacterEscapes() {
            return PlainEscapes.ALL;
        }
    }

    private static final class PlainEscapes extends CharacterEscapes {
        static final CharacterEscapes ALL = new PlainEscapes();

        private static final long serialVersionUID = 1;
        private static final int DELETE = 127;

        private final int[] ascii = standardAsciiEscapesForJSON();

        PlainEscapes() {
            ascii[DELETE] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        /** Asked of what is no ASCII, and of what deletes. */
        @Override
        public SerializableString getEscapeSequence(int character) {
            throw new StreamWriteException(null, "U+%04X".formatted(character));
        }
    }

    /**
     * Parses a document.
     *
     * @param file the name that problems give to it
     * @param bytes the document in UTF-8, with or without a byte order mark
     * @param problems gets one error, with line and column, when this is not JSON
     * @return the root, or {@code null} when this is not JSON
     */
    public static @Nullable JsonValue parse(String file, byte[] bytes, List<Problem> problems) {
        if (bytes.length == 0) {
            problems.add(Problem.error(Where.file(file), Text.of("json.empty")));
            return null;
        }
        if (looksBinary(bytes)) {
            problems.add(Problem.error(Where.file(file), Text.of("json.binary")));
            return null;
        }
        try {
            String text = withoutMark(bytes);
            JsonNode tree = JsonTree.read(text);
            return new JsonValue(tree == null ? Mapper.MAPPER.readTree(text) : tree, file, "", problems);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
            int column = at == null ? 0 : Math.max(at.getColumnNr(), 0);
            problems.add(Problem.error(Where.line(file, line), Text.of("json.notJson", column, NotJson.reason(e))));
            return null;
        }
    }

    /** Whether the first bytes hold a NUL: no text file does. */
    public static boolean looksBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 1024); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The document as indented UTF-8 with a line feed at its end; {@linkplain Visible what is hidden} is escaped. */
    public static byte[] print(JsonNode node) {
        String text = Mapper.PRETTY.writeValueAsString(node).replace("\r\n", "\n") + "\n";
        return Visible.lines(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes an indented document as it is told, for one that is too large to be held; ends when it is closed. */
    public static JsonGenerator generator(Writer to) {
        return Indented.FACTORY.createGenerator(Indented.CONTEXT, to);
    }

    /**
     * The same of what is ASCII that shows, as nearly all of a document is.
     *
     * @return fails with a {@link JacksonException} at the first character that is not
     */
    public static JsonGenerator plainGenerator(OutputStream to) {
        return Indented.FACTORY.createGenerator(Plain.CONTEXT, to);
    }

    /** A mapper for building nodes. */
    public static JsonMapper mapper() {
        return Mapper.MAPPER;
    }

    private static String withoutMark(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
