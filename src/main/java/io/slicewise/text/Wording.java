package io.slicewise.text;

/**
 * Words that somebody wrote into a document or a catalogue: the same in every language, or one text for each.
 *
 * @param english the English text
 * @param korean the Korean text; the same as the English one where the writer gave only one
 */
public record Wording(String english, String korean) {
    public static final Wording NONE = of("");

    /** One text for every language. */
    public static Wording of(String text) {
        return new Wording(text, text);
    }

    public String in(Language language) {
        return language == Language.KOREAN ? korean : english;
    }

    public boolean isTranslated() {
        return !english.equals(korean);
    }

    public boolean isEmpty() {
        return english.isEmpty() && korean.isEmpty();
    }
}
