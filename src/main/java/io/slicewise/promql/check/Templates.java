package io.slicewise.promql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template engine would fill in, {@code {{ .Values.limit }}}, taken out of a text so that it can be read, and put
 * back into what is said about it. Lines stay where they are.
 *
 * @param text without templates
 * @param taken what was taken out, by its number
 */
record Templates(String text, List<String> taken) {
    private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(?:\\{\\{[^\\n]*?}}[ \\t]*)+$");
    private static final Pattern INSIDE = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern PLACE = Pattern.compile("\\$\\{template(\\d+)}");

    Templates {
        taken = List.copyOf(taken);
    }

    /** A control of the engine on a line of its own leaves an empty line, anything else what Grafana's variables look like. */
    static Templates of(String text) {
        List<String> taken = new ArrayList<>();
        String plain = ALONE.matcher(text).replaceAll("");
        String result = INSIDE.matcher(plain).replaceAll(found -> {
            taken.add(found.group());
            return Matcher.quoteReplacement("${template" + (taken.size() - 1) + "}");
        });
        return new Templates(result, taken);
    }

    /** A text with the templates in it again. */
    String back(String query) {
        return PLACE.matcher(query).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(number < taken.size() ? taken.get(number) : found.group());
        });
    }
}
