package io.slicewise.document;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Looks for words of Java, and of the libraries that read files, in what people are told. */
public final class OwnWords {
    private static final Pattern FOREIGN = Pattern.compile(
            "Exception|\\b(?:java|javax|tools|com|org)\\.[a-z]+\\.|\\bget[A-Z]\\w+\\(|\\w+Constraints|Json[A-Z]\\w+|(?:START|END|VALUE)_[A-Z]+|<unresolved>|\\[Source|while"
                    + " (?:parsing|scanning)|was expecting|Unexpected (?:character|end)|Unrecognized"
                    + " (?:token|field)|NullPointer|\\bcode \\d+\\)|[A-Za-z]@[0-9a-f]{6,}\\b");

    /** Messages that were in order; the same ones come again and again. */
    private static final Set<Text> IN_ORDER = ConcurrentHashMap.newKeySet();

    private static final int MOST_KNOWN = 100_000;

    private OwnWords() {}

    /** What is not in the product's own words; nothing where all is. */
    public static List<String> faults(List<Problem> problems) {
        return problems.stream()
                .flatMap(problem -> faults(problem.message()).stream())
                .toList();
    }

    /** What of one message is not in the product's own words. */
    public static List<String> faults(Text message) {
        if (IN_ORDER.contains(message)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Language language : Language.all()) {
            String words = Messages.in(language).say(message);
            if (words.isBlank() || words.equals(message.key())) {
                faults.add("no words for " + message.key());
            } else if (FOREIGN.matcher(words).find()) {
                faults.add("foreign words in " + message.key() + ": " + words);
            }
        }
        if (faults.isEmpty() && IN_ORDER.size() < MOST_KNOWN) {
            IN_ORDER.add(message);
        }
        return faults;
    }
}
