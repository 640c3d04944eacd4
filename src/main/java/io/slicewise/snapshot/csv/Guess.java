package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.OpenQuestion;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the title of a column that does not tell its instance may mean, as a first answer to the question. */
final class Guess {
    private static final Pattern PROFILE =
            Pattern.compile("(?i)(?<![\\w.])(\\d{1,2}g\\.\\d{1,4}gb(?:[+-](?:me|gfx)(?:\\.all)?)?)");
    private static final Pattern GPU = Pattern.compile("(?i)gpu[\\s_:#-]*(\\d{1,4})(?![\\w.])");
    private static final Pattern INSTANCE =
            Pattern.compile("(?i)(?:mig|gi|inst(?:ance)?)[\\s_:#-]*(\\d{1,4})(?![\\w.])");

    private Guess() {}

    /**
     * A guess.
     *
     * @param number the column's, from 1
     * @param ordinal which of the columns that do not tell it is, from 1
     */
    static OpenQuestion.Column of(String title, int number, int ordinal) {
        String instance = first(INSTANCE, title);
        String gpu = first(GPU, title);
        return new OpenQuestion.Column(
                number,
                title.strip(),
                gpu.isEmpty() ? "0" : gpu,
                instance.isEmpty() ? String.valueOf(ordinal) : instance,
                first(PROFILE, title).toLowerCase(Locale.ROOT));
    }

    private static String first(Pattern pattern, String title) {
        Matcher found = pattern.matcher(title);
        return found.find() ? found.group(1) : "";
    }
}
