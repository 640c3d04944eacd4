package io.slicewise.promql.query;

import io.slicewise.promql.lang.Regex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** Names of so many letters together are read more easily when each stands in full. */
    private static final int SHORT = 100;

    private static final Pattern WORD = Pattern.compile("[^ -]*[ -]");

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
        String plain = alternatives(printed.stream()
                .filter(name -> name.startsWith(VENDOR))
                .map(name -> name.substring(VENDOR.length()))
                .toList());
        String others = alternatives(
                printed.stream().filter(name -> !name.startsWith(VENDOR)).toList());
        if (plain.isEmpty()) {
            return others;
        }
        String vendors = "(" + VENDOR + ")?(" + plain + ")";
        return printed.stream().allMatch(name -> name.startsWith(VENDOR)) ? vendors : vendors + "|" + others;
    }

    private static String alternatives(List<String> names) {
        String full = names.stream().map(Regex::literal).collect(Collectors.joining("|"));
        return full.length() > SHORT ? String.join("|", folded(names)) : full;
    }

    /** Names that begin with the same word share it: a server takes a query of so many letters and no more. */
    private static List<String> folded(List<String> names) {
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        for (String name : names) {
            Matcher word = WORD.matcher(name);
            String first = word.lookingAt() ? word.group() : name;
            byWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(name.substring(first.length()));
        }
        List<String> parts = new ArrayList<>();
        byWord.forEach((word, rests) -> {
            List<String> ends = rests.size() == 1 ? List.of(Regex.literal(rests.getFirst())) : folded(rests);
            String rest = String.join("|", ends);
            parts.add(Regex.literal(word) + (ends.size() == 1 ? rest : "(" + rest + ")"));
        });
        return parts;
    }
}
