package io.slicewise.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language that the product speaks, with all that differs between languages beside the words. Another language is one more value
 * in {@link #all} and its properties files; nothing outside this package names one.
 */
public final class Language {
    public static final Language ENGLISH = new Language(
            "en", "en-GB", "EN", "%", "\u00a0pp", new Dates("d MMM yyyy", "d MMM yyyy, HH:mm:ss", "d MMM", "MMM yyyy"));
    public static final Language KOREAN = new Language(
            "ko", "ko-KR", "한", "%", "%p", new Dates("yyyy년 M월 d일", "yyyy년 M월 d일 HH:mm:ss", "M월 d일", "yyyy년 M월"));

    private static final List<Language> ALL = List.of(ENGLISH, KOREAN);

    private final String code;
    private final String tag;
    private final String abbreviation;
    private final String percentSign;
    private final String pointsSign;
    private final Dates dates;

    /**
     * Patterns of {@link java.time.format.DateTimeFormatter}.
     *
     * @param full a day with its year
     * @param moment a day with its year and time
     * @param day a day of a year that stands elsewhere
     * @param month a month with its year
     */
    public record Dates(String full, String moment, String day, String month) {}

    Language(String code, String tag, String abbreviation, String percentSign, String pointsSign, Dates dates) {
        this.code = code;
        this.tag = tag;
        this.abbreviation = abbreviation;
        this.percentSign = percentSign;
        this.pointsSign = pointsSign;
        this.dates = dates;
    }

    /** The languages in the order in which they are offered. */
    public static List<Language> all() {
        return ALL;
    }

    /** The language of machine-readable output, and of people whose language is not among these. */
    public static Language standard() {
        return ALL.getFirst();
    }

    /** The language of an ISO 639-1 code. */
    public static Optional<Language> ofCode(String code) {
        return ALL.stream().filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a locale, else the standard one. */
    public static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(standard());
    }

    /** The codes of all languages. */
    public static Set<String> codes() {
        return ALL.stream().map(Language::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The language after this one; after the last the first. */
    public Language next() {
        return ALL.get((ALL.indexOf(this) + 1) % ALL.size());
    }

    /** The ISO 639-1 code: {@code en} or {@code ko}. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag that documents carry, with the region whose dates are written: {@code en-GB}. */
    public String tag() {
        return tag;
    }

    /** What a small button for the language says. */
    public String abbreviation() {
        return abbreviation;
    }

    /** What stands behind a percentage, with its blank if it has one. */
    public String percentSign() {
        return percentSign;
    }

    /** What stands behind percentage points, with its blank if it has one. */
    public String pointsSign() {
        return pointsSign;
    }

    /** How dates are written. */
    public Dates dates() {
        return dates;
    }

    /** The locale that number patterns of messages are read with. */
    public Locale locale() {
        return Locale.of(code);
    }

    /** The locale of printed dates. */
    public Locale printed() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public String toString() {
        return code;
    }
}
