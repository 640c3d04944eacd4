package io.slicewise.document;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for words of Java, and of the libraries that read files, in what people are told. */
public final class OwnWords {
    private static final Pattern FOREIGN = Pattern.compile(
            "Exception|\\b(?:java|javax|tools|com|org)\\.[a-z]+\\.|\\bget[A-Z]\\w+\\(|\\w+Constraints|Json[A-Z]\\w+|(?:START|END|VALUE)_[A-Z]+|<unresolved>|\\[Source|while"
                + " (?:parsing|scanning)|was expecting|Unexpected (?:character|end)|Unrecognized"
                + " (?:token|field)|NullPointer|\\bcode \\d+\\)|@[0-9a-f]{6,}\\b");

    private OwnWords() {}

    /** What is not in the product's own words; nothing where all is. */
    public static List<String> faults(List<Problem> problems) {
        List<String> faults = new ArrayList<>();
        for (Problem problem : problems) {
            for (Language language : Language.all()) {
                String words = Messages.in(language).say(problem.message());
                if (words.isBlank() || words.equals(problem.message().key())) {
                    faults.add("no words for " + problem.message().key());
                } else if (FOREIGN.matcher(words).find()) {
                    faults.add("foreign words in " + problem.message().key() + ": " + words);
                }
            }
        }
        return faults;
    }
}
