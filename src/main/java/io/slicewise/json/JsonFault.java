package io.slicewise.json;

import io.slicewise.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Why a text is no JSON, in words of the product: the parser has its own, in English and for programmers. What it
 * says of a kind that is not known here is left out; the place is said all the same.
 */
public final class JsonFault {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
    private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']*)'");
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");
    private static final int LONGEST = 40;

    private JsonFault() {}

    /** The reason of what the parser threw, to stand behind a colon or in brackets. */
    public static Text of(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return Text.of("json.fault.ended");
        }
        if (e instanceof StreamConstraintsException) {
            return Text.of("json.fault.limit");
        }
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input")) {
            return Text.of("json.fault.ended");
        }
        if (message.startsWith("Invalid UTF-8")) {
            return Text.of("json.fault.encoding");
        }
        if (message.startsWith("Unexpected close marker")) {
            return Text.of("json.fault.bracket");
        }
        return found("json.fault.character", CHARACTER.matcher(message))
                .or(() -> found("json.fault.word", WORD.matcher(message)))
                .or(() -> found("json.fault.twice", TWICE.matcher(message)))
                .orElseGet(() -> Text.of("json.fault.other"));
    }

    private static Optional<Text> found(String key, Matcher matcher) {
        return matcher.find() ? Optional.of(Text.of(key, shortened(matcher.group(1)))) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
