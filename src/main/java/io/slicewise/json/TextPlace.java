package io.slicewise.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Where a text stands in a document, so that it can be replaced and all else be left as it is.
 *
 * @param path as {@link JsonValue#where} gives it
 * @param start of what stands there, with its quotes or its mark of a block
 * @param end behind it
 * @param text that it is
 */
public record TextPlace(String path, int start, int end, String text) {
    private static final Pattern KEY = Pattern.compile("(\\s*(?:- +)*)[\\w./\"'-]+:\\s+");
    private static final Pattern BLOCK = Pattern.compile("[|>]([^\\n]*)\\n\\s*?(\\ *+)\\S[\\s\\S]*+");

    /** The texts of a JSON document, in their order; none where it is no JSON. */
    public static List<TextPlace> ofJson(String text) {
        List<TextPlace> places = new ArrayList<>();
        try (JsonParser parser = JsonDocument.mapper().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    // only what was read to its end has one
                    String value = parser.getString();
                    int end = (int) parser.currentLocation().getCharOffset();
                    places.add(new TextPlace(path(parser.streamReadContext()), start, end, value));
                }
            }
            return places;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** The texts of a YAML document, in their order; none where it is no YAML. */
    public static List<TextPlace> ofYaml(String text) {
        List<TextPlace> places = new ArrayList<>();
        try (JsonParser parser = YamlDocument.parser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    int start = offset(text, parser.currentTokenLocation().getCharOffset());
                    int end = offset(text, parser.currentLocation().getCharOffset());
                    int last =
                            start + text.substring(start, end).stripTrailing().length();
                    places.add(new TextPlace(path(parser.streamReadContext()), start, last, parser.getString()));
                }
            }
            return places;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** How a text is written in JSON. */
    public static String asJson(String text) {
        return JsonDocument.mapper().writeValueAsString(text);
    }

    /**
     * How another text is written in its place in YAML: as a block where one is, or where it has several lines and its key
     * stands before it.
     */
    public String asYaml(String document, String other) {
        Matcher block = BLOCK.matcher(document.substring(start, end));
        if (block.matches()) {
            return "|" + block.group(1) + "\n" + indented(other, block.group(2));
        }
        Matcher key = KEY.matcher(document.substring(document.lastIndexOf('\n', start - 1) + 1, start));
        if (other.contains("\n") && key.matches()) {
            return "|-\n" + indented(other, " ".repeat(key.group(1).length() + 2));
        }
        return asJson(other);
    }

    private static String indented(String text, String indent) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.isEmpty() ? line : indent + line)
                .collect(Collectors.joining("\n"));
    }

    /** The parser of YAML counts characters of Unicode. */
    private static int offset(String text, long points) {
        return text.offsetByCodePoints(0, (int) points);
    }

    private static String path(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        if (parent == null) {
            return "";
        }
        String before = path(parent);
        if (context.inArray()) {
            return before + "[" + context.getCurrentIndex() + "]";
        }
        String name = String.valueOf(context.currentName());
        return before.isEmpty() ? name : before + "." + name;
    }
}
