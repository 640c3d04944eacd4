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
 * @param gaps where the text is of another length than before
 */
record Templates(String text, List<String> taken, List<Gap> gaps) {
    /** A control of the engine on a line of its own, or anything else of it. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(?m)^[ \\t]*+((?:\\{\\{[^\\n]*?}}[ \\t]*)++)$|\\{\\{.*?}}");

    private static final Pattern PLACE = Pattern.compile("\\$\\{template(\\d+)}");

    /**
     * A place where something was taken out.
     *
     * @param end behind what stands there now
     * @param longer by how much what stood there is longer
     */
    record Gap(int end, int longer) {}

    Templates {
        taken = List.copyOf(taken);
        gaps = List.copyOf(gaps);
    }

    /** A text in which there are none. */
    static Templates none(String text) {
        return new Templates(text, List.of(), List.of());
    }

    /** A control of the engine on a line of its own leaves an empty line, anything else what Grafana's variables look like. */
    static Templates of(String text) {
        List<String> taken = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Matcher template = TEMPLATE.matcher(text);
        int from = 0;
        while (template.find()) {
            plain.append(text, from, template.start());
            String instead = "";
            if (template.group(1) == null) {
                instead = "${template" + taken.size() + "}";
                taken.add(template.group());
            }
            plain.append(instead);
            gaps.add(new Gap(plain.length(), template.group().length() - instead.length()));
            from = template.end();
        }
        return new Templates(plain.append(text.substring(from)).toString(), taken, gaps);
    }

    /** Where a place of the text without templates is in the one with them. */
    int before(int place) {
        return place
                + gaps.stream()
                        .filter(gap -> gap.end() <= place)
                        .mapToInt(Gap::longer)
                        .sum();
    }

    /** A text with the templates in it again. */
    String back(String query) {
        return PLACE.matcher(query).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(number < taken.size() ? taken.get(number) : found.group());
        });
    }
}
