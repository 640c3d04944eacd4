package io.slicewise.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Indents a document as {@link DefaultPrettyPrinter} does: each property on its own line by two blanks a level, the elements of
 * an array side by side. It writes what is between two values in one piece that is prepared. For one document.
 */
final class Indentation implements PrettyPrinter {
    private static final SerializableString COLON = new SerializedString(" : ");
    private static final SerializableString COMMA = new SerializedString(", ");
    private static final SerializableString BLANK = new SerializedString(" ");

    /** By the level. Deeper ones are made when they come. */
    private static final SerializableString[] LINES = lines("");

    private static final SerializableString[] FURTHER_LINES = lines(",");

    private int level;

    private static SerializableString[] lines(String before) {
        SerializableString[] lines = new SerializableString[16];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(before, i);
        }
        return lines;
    }

    private static SerializableString line(String before, int level) {
        return new SerializedString(before + "\n" + "  ".repeat(level));
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw(BLANK);
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        json.writeRaw(level < LINES.length ? LINES[level] : line("", level));
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(COLON);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(level < FURTHER_LINES.length ? FURTHER_LINES[level] : line(",", level));
    }

    @Override
    public void writeEndObject(JsonGenerator json, int properties) {
        level--;
        if (properties > 0) {
            beforeObjectEntries(json);
        } else {
            json.writeRaw(BLANK);
        }
        json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        json.writeRaw(BLANK);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(COMMA);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int elements) {
        json.writeRaw(BLANK);
        json.writeRaw(']');
    }
}
