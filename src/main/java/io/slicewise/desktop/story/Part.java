package io.slicewise.desktop.story;

import io.slicewise.text.Text;
import java.util.Locale;

/** The sections of the page, in reading order. */
public enum Part {
    /** The figures, and what they say to this audience. */
    SUMMARY,
    /** What was found, beside what proves it. */
    WHY,
    /** Which figure for what. */
    PURPOSE,
    /** The three figures compared, and who looks at which. */
    COMPARISON,
    /** The same as a block of flats. */
    ANALOGY,
    /** Step by step, with the numbers put in. */
    ARITHMETIC,
    /** From the weighted average to the whole GPU. */
    WHOLE,
    /** Questions and answers. */
    QUESTIONS,
    /** The practical guide and the cases. */
    PRACTICE,
    /** What to mind. */
    CAUTIONS,
    /** What is printed otherwise elsewhere. */
    ERRATA;

    /** What it is called. */
    Text title() {
        return Text.of("explain.part." + id());
    }

    /** Its style class. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
