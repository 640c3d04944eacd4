package io.slicewise.promql.output;

import io.slicewise.text.Numbers;
import io.slicewise.text.Visible;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a tree of maps, lists, texts, numbers and truth values as JSON, indented by two spaces. */
final class JsonText {
    private static final String INDENT = "  ";

    private JsonText() {}

    /** The document with a line feed at its end. */
    static String of(Object tree) {
        return value(tree, "") + "\n";
    }

    private static String value(Object tree, String indent) {
        String inner = indent + INDENT;
        return switch (tree) {
            case Map<?, ?> map when map.isEmpty() -> "{}";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> inner + quoted(entry.getKey().toString()) + ": " + value(entry.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case List<?> list when list.isEmpty() -> "[]";
            case List<?> list ->
                list.stream()
                        .map(item -> inner + value(item, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            case Number number -> number(number);
            case Boolean truth -> truth.toString();
            case Object nothing when nothing.equals(Tree.NOTHING) -> "null";
            default -> quoted(tree.toString());
        };
    }

    static String number(Number number) {
        return number instanceof Double value
                ? new BigDecimal(Double.toString(Numbers.clean(value)))
                        .stripTrailingZeros()
                        .toPlainString()
                : number.toString();
    }

    /** A text in quotes, {@linkplain Visible every character of it to be seen}; the same in JSON and in YAML. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Visible.isHidden(c)) {
                        quoted.append(Visible.escape(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
