package io.slicewise.desktop.help;

import io.slicewise.text.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The terms as a person reads them: in one language, sorted, and filtered by what is looked for. */
final class Glossary {
    private Glossary() {}

    /**
     * The terms that have some words in their name, meaning or formula; those that have them in their name first.
     *
     * @param wanted what is looked for; blank for all
     */
    static List<Term> find(String wanted, Messages words) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        Comparator<Term> byName = Comparator.comparing(term -> words.say(term.title()), String.CASE_INSENSITIVE_ORDER);
        return Arrays.stream(Term.values())
                .filter(term -> inName(term, lower, words) || inMeaning(term, lower, words))
                .sorted(Comparator.comparing((Term term) -> !inName(term, lower, words))
                        .thenComparing(byName))
                .toList();
    }

    private static boolean inName(Term term, String lower, Messages words) {
        return words.say(term.title()).toLowerCase(Locale.ROOT).contains(lower);
    }

    private static boolean inMeaning(Term term, String lower, Messages words) {
        return (words.say(term.meaning()) + " " + term.formula())
                .toLowerCase(Locale.ROOT)
                .contains(lower);
    }
}
