package io.slicewise.promql.query;

import io.slicewise.promql.lang.Regex;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Models whose instances weigh alike.
 *
 * @param printed what exporters print as the model's name; an empty one is a GPU without that label
 * @param terms what an instance weighs by its profile
 * @param capacity what a whole GPU weighs
 */
public record ModelClass(List<String> printed, List<Term> terms, double capacity) {
    private static final String VENDOR = "NVIDIA ";

    public ModelClass {
        printed = List.copyOf(printed);
        terms = List.copyOf(terms);
    }

    /**
     * A weight.
     *
     * @param weight exact: a whole number wherever the basis is one
     * @param profiles a regular expression of the profiles' names
     */
    public record Term(double weight, String profiles) {}

    /** A regular expression of the models' names; older drivers print them without NVIDIA. */
    public String models() {
        String plain = printed.stream()
                .filter(name -> name.startsWith(VENDOR))
                .map(name -> Regex.literal(name.substring(VENDOR.length())))
                .collect(Collectors.joining("|"));
        String others = printed.stream()
                .filter(name -> !name.startsWith(VENDOR))
                .map(Regex::literal)
                .collect(Collectors.joining("|"));
        if (plain.isEmpty()) {
            return others;
        }
        String vendors = "(" + VENDOR + ")?(" + plain + ")";
        return printed.stream().allMatch(name -> name.startsWith(VENDOR)) ? vendors : vendors + "|" + others;
    }
}
