package io.slicewise.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Words that were written into a document or a catalogue: the same in every language, or one text for each.
 *
 * @param words the text of each language; of one that is missing, the {@linkplain Language#standard standard} one's is taken
 */
public record Wording(Map<Language, String> words) {
    public static final Wording NONE = of("");

    public Wording {
        words = Map.copyOf(words);
    }

    /** One text for every language. */
    public static Wording of(String text) {
        return each(_ -> text);
    }

    /** A text for each language that there is. */
    public static Wording each(Function<Language, String> text) {
        Map<Language, String> words = new LinkedHashMap<>();
        Language.all().forEach(language -> words.put(language, text.apply(language)));
        return new Wording(words);
    }

    public String in(Language language) {
        String standard = words.getOrDefault(Language.standard(), "");
        return words.getOrDefault(language, standard);
    }

    /** The text of the standard language, for what is read by machines and looked for by name. */
    public String standard() {
        return in(Language.standard());
    }

    public boolean isTranslated() {
        return words.values().stream().distinct().count() > 1;
    }

    public boolean isEmpty() {
        return words.values().stream().allMatch(String::isEmpty);
    }
}
