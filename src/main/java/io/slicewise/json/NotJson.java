package io.slicewise.json;

import io.slicewise.text.Text;
import io.slicewise.text.Visible;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Why something is no JSON or YAML, in words of the house: the parser's own name its classes, and exist in English only. */
public final class NotJson {
    private static final int LONGEST = 40;

    /** What the parser says, and the words for it, which can show what stands in the file. */
    private record Kind(Pattern said, String key) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("^Unexpected end-of-input"), "json.why.end"),
            new Kind(Pattern.compile("^Duplicate (?:Object property|field|key) \"?([^\"]*)"), "json.why.twice"),
            new Kind(Pattern.compile("^Illegal unquoted character"), "json.why.control"),
            new Kind(Pattern.compile("^Unrecognized token '([^']*)'"), "json.why.word"),
            new Kind(Pattern.compile("^Unexpected character \\('(.+?)' \\(code"), "json.why.character"),
            new Kind(Pattern.compile("(?i)^Invalid (?:UTF-8|UTF-32)"), "json.why.bytes"),
            new Kind(Pattern.compile("(?i)^(?:Invalid numeric value|Malformed numeric value)"), "json.why.number"));

    private NotJson() {}

    /** Half a sentence, without its end. */
    public static Text reason(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return Text.of("json.why.limit");
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return Text.of("json.why.end");
        }
        String said = String.valueOf(e.getOriginalMessage());
        for (Kind kind : KINDS) {
            Matcher matcher = kind.said().matcher(said);
            if (matcher.find()) {
                return matcher.groupCount() == 0 ? Text.of(kind.key()) : Text.of(kind.key(), shown(matcher.group(1)));
            }
        }
        return Text.of("json.why.other");
    }

    private static String shown(String text) {
        String visible = Visible.line(text);
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST - 1) + "…";
    }
}
