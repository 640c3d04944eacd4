package io.slicewise.text;

import java.util.Locale;

/** A language that the product speaks. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    KOREAN("ko", Locale.KOREAN);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The ISO 639-1 code: {@code en} or {@code ko}. */
    public String code() {
        return code;
    }

    /** The locale that number patterns of messages are read with. */
    public Locale locale() {
        return locale;
    }

    /** The language of a locale: Korean for Korean, English for every other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
