package io.slicewise.json;

import io.slicewise.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value within a JSON text that is known to be right, as the bytes that it stands in: a large text is taken apart without
 * reading all that is in it, and what is wanted of it is {@linkplain #read read} then.
 */
public final class JsonPiece {
    private final byte[] text;
    private final int from;
    private final int to;

    private JsonPiece(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** All of a text. */
    public static JsonPiece of(byte[] text) {
        return new JsonPiece(text, 0, text.length);
    }

    /** The fields of an object, in their order. */
    public Map<String, JsonPiece> fields() {
        return fields(Set.of());
    }

    /**
     * Fields of an object, in their order.
     *
     * @param wanted their names; looking ends where all were found. None stands for all.
     */
    public Map<String, JsonPiece> fields(Set<String> wanted) {
        Map<String, JsonPiece> fields = new LinkedHashMap<>();
        int at = blanks(blanks(from) + 1);
        while (at < to && text[at] == '"') {
            int end = end(at);
            String name = new String(text, at + 1, end - at - 2, StandardCharsets.UTF_8);
            int value = blanks(blanks(end) + 1);
            at = end(value);
            if (wanted.isEmpty() || wanted.contains(name)) {
                fields.put(name, new JsonPiece(text, value, at));
                if (fields.size() == wanted.size()) {
                    return fields;
                }
            }
            at = next(at);
        }
        return fields;
    }

    /** The items of a list. */
    public List<JsonPiece> items() {
        List<JsonPiece> items = new ArrayList<>();
        int at = blanks(blanks(from) + 1);
        while (at < to && text[at] != ']') {
            int end = end(at);
            items.add(new JsonPiece(text, at, end));
            at = next(end);
        }
        return items;
    }

    /** A text without escapes in it. */
    public String words() {
        return new String(text, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    /** As {@link JsonDocument#parse}, of this piece alone. */
    public @Nullable JsonValue read(String file, List<Problem> problems) {
        return JsonDocument.parse(file, Arrays.copyOfRange(text, from, to), problems);
    }

    /** What follows a value: the next one, or the bracket that ends all of them. */
    private int next(int end) {
        int at = blanks(end);
        return at < to && text[at] == ',' ? blanks(at + 1) : at;
    }

    private int blanks(int start) {
        int at = start;
        while (at < to && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The index behind the value that starts here. */
    private int end(int start) {
        int depth = 0;
        int at = start;
        do {
            byte c = text[at];
            if (c == '"') {
                at = quote(at + 1);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        } while (depth > 0 || !isOver(start, at));
        return at;
    }

    /** Whether a value that opens nothing, or has closed it all, ends before this index. */
    private boolean isOver(int start, int at) {
        byte first = text[start];
        return first == '"' || first == '{' || first == '[' || at >= to || isBetween(text[at]);
    }

    private static boolean isBetween(byte c) {
        return c == ',' || c == '}' || c == ']' || c >= 0 && c <= ' ';
    }

    /** The index of the quote that ends the words that start here. */
    private int quote(int start) {
        int at = start;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        return at;
    }
}
