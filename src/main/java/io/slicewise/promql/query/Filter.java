package io.slicewise.promql.query;

import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Regex;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which series count.
 *
 * @param matcher the condition
 * @param scope whose label it is on
 */
public record Filter(Matcher matcher, Scope scope) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*(=~|!~|!=|=)(.*)", Pattern.DOTALL);

    /** A condition as people type it: {@code namespace=team-a}, {@code Hostname=~gpu-.*}; quotes are taken as they are. */
    public static Optional<Filter> read(String text, Names names) {
        java.util.regex.Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String label = names.label(parts.group(1));
        for (Matcher.Op op : Matcher.Op.values()) {
            if (op.sign().equals(parts.group(2))) {
                return Optional.of(
                        new Filter(new Matcher(label, op, parts.group(3).strip()), names.scope(label)));
            }
        }
        return Optional.empty();
    }

    /** Series of which a label is exactly one of these texts, whatever is in them. */
    public static Filter ofTexts(String label, Collection<String> texts, Names names) {
        String expression = texts.stream().map(Regex::literal).collect(Collectors.joining("|"));
        return new Filter(Matcher.regex(label, expression), names.scope(label));
    }
}
