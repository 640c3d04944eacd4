package io.slicewise.json;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON document, or the place where one is missing.
 *
 * <p>The getters report what is wrong as an error and return {@code null} then. {@code null} in a document is the
 * same as a missing value.
 */
public final class JsonValue {
    private final @Nullable JsonNode node;
    private final String file;
    private final String path;
    private final List<Problem> problems;

    JsonValue(@Nullable JsonNode node, String file, String path, List<Problem> problems) {
        this.node = node == null || node.isNull() || node.isMissingNode() ? null : node;
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    /** Where this value is, or would be. */
    public Where where() {
        return Where.path(file, path);
    }

    /** Whether nothing, or {@code null}, stands here. */
    public boolean isMissing() {
        return node == null;
    }

    public boolean isObject() {
        return node != null && node.isObject();
    }

    public boolean isList() {
        return node != null && node.isArray();
    }

    /** Whether it is a text. */
    public boolean isText() {
        return node != null && node.isString();
    }

    /** The field of an object; a missing value where this is no object. */
    public JsonValue get(String name) {
        JsonNode child = node != null && node.isObject() ? node.get(name) : null;
        return new JsonValue(child, file, path.isEmpty() ? name : path + "." + name, problems);
    }

    /** Reports an error when this is no object, and a warning for each field that is not among {@code known}. */
    public boolean objectOf(Set<String> known) {
        if (node == null || !node.isObject()) {
            error(Text.of("json.expectedObject", shown()));
            return false;
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                problems.add(Problem.warning(get(name).where(), Text.of("json.unknownField", name)));
            }
        }
        return true;
    }

    /** The items of a list; none, and an error, when this is something else. A missing list is empty. */
    public List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (node == null) {
            return items;
        }
        if (!node.isArray()) {
            error(Text.of("json.expectedList", shown()));
            return items;
        }
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonValue(node.get(i), file, path + "[" + i + "]", problems));
        }
        return items;
    }

    /** The fields of an object in their order; none, and an error, when this is something else. */
    public Map<String, JsonValue> fields() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (node == null) {
            return fields;
        }
        if (!node.isObject()) {
            error(Text.of("json.expectedObject", shown()));
            return fields;
        }
        for (String name : node.propertyNames()) {
            fields.put(name, get(name));
        }
        return fields;
    }

    /** A text; {@code null} when missing, {@code null} and an error when something else. */
    public @Nullable String string() {
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            error(Text.of("json.expectedString", shown()));
            return null;
        }
        return node.stringValue();
    }

    /** A text, or {@code fallback} when missing. */
    public String string(String fallback) {
        String value = string();
        return value == null ? fallback : value;
    }

    /** A text that must be there and not be blank. */
    public @Nullable String requiredString() {
        if (node == null) {
            error(Text.of("json.required"));
            return null;
        }
        String value = string();
        if (value != null && value.isBlank()) {
            error(Text.of("json.required"));
            return null;
        }
        return value;
    }

    /** A whole number from {@code min} to {@code max}; {@code null} when missing. */
    public @Nullable Integer integer(int min, int max) {
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            error(Text.of("json.expectedInteger", String.valueOf(min), String.valueOf(max), shown()));
            return null;
        }
        return node.intValue();
    }

    /** A whole number that must be there. */
    public @Nullable Integer requiredInteger(int min, int max) {
        if (node == null) {
            error(Text.of("json.required"));
            return null;
        }
        return integer(min, max);
    }

    /** A number from {@code min} to {@code max}; {@code null} when missing. */
    public @Nullable Double number(double min, double max) {
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !(node.doubleValue() >= min && node.doubleValue() <= max)) {
            error(Text.of("json.expectedNumber", plain(min), plain(max), shown()));
            return null;
        }
        return node.doubleValue();
    }

    /** A truth value, or {@code fallback} when missing. */
    public boolean bool(boolean fallback) {
        if (node == null) {
            return fallback;
        }
        if (!node.isBoolean()) {
            error(Text.of("json.expectedBoolean", shown()));
            return fallback;
        }
        return node.booleanValue();
    }

    /** Reports an error at this value. */
    public void error(Text message) {
        problems.add(Problem.error(where(), message));
    }

    /** Reports a warning at this value. */
    public void warning(Text message) {
        problems.add(Problem.warning(where(), message));
    }

    /** What stands here, short enough for a sentence. */
    public String shown() {
        String text = node == null ? "null" : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
