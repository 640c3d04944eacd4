package io.slicewise.promql.output;

import io.slicewise.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree as YAML that people can read: several lines as a block, everything that could be taken for something
 * else in quotes.
 */
public final class YamlText {
    private static final String INDENT = "  ";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_/.-]*(?::[A-Za-z0-9_]+)*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|nan|inf|\\.inf|\\.nan");

    private YamlText() {}

    /** The document with a line feed at its end. */
    public static String of(Object tree) {
        return block(tree, "") + "\n";
    }

    private static String block(Object tree, String indent) {
        return switch (tree) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.entrySet().stream()
                        .map(entry -> key(entry.getKey().toString()) + ":" + after(entry.getValue(), indent))
                        .collect(Collectors.joining("\n" + indent));
            case List<?> list
            when !list.isEmpty() ->
                list.stream()
                        .map(item -> "- " + block(item, indent + INDENT))
                        .collect(Collectors.joining("\n" + indent));
            default -> scalar(tree, indent);
        };
    }

    /** What stands after a key: on the same line, or indented on those that follow. */
    private static String after(Object value, String indent) {
        boolean nested = (value instanceof Map<?, ?> map && !map.isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
        return nested ? "\n" + indent + INDENT + block(value, indent + INDENT) : " " + scalar(value, indent);
    }

    private static String scalar(Object value, String indent) {
        return switch (value) {
            case Map<?, ?> _ -> "{}";
            case List<?> _ -> "[]";
            case Number number -> JsonText.number(number);
            case Boolean truth -> truth.toString();
            default -> text(value.toString(), indent);
        };
    }

    private static String text(String text, String indent) {
        boolean block = text.contains("\n") && !text.startsWith(" ") && !text.endsWith("\n");
        if (block && text.codePoints().allMatch(c -> c == '\n' || !Visible.isHidden(c))) {
            return "|-\n" + indent + INDENT + text.replace("\n", "\n" + indent + INDENT);
        }
        return key(text);
    }

    private static String key(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : JsonText.quoted(text);
    }
}
