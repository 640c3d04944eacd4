package io.slicewise.story.deck;

import io.slicewise.text.Text;
import java.util.Locale;

/** What a slide is about, in the usual order of a deck. A topic has one slide at most. */
public enum SlideTopic {
    /** The three figures and what they come to. */
    SUMMARY(Needs.NOTHING),
    /** How a recorded range went, and what it amounts to. */
    COURSE(Needs.BESIDE),
    /** How the GPUs are cut. */
    PARTITION(Needs.GPUS),
    /** From the instance average by the weights to the whole GPU, one figure after the other. */
    FIGURES(Needs.READINGS),
    /** Why the figures differ: what each instance adds. */
    WHY(Needs.READINGS),
    /** The block of flats. */
    ANALOGY(Needs.READINGS),
    /** Which figure for what. */
    PURPOSES(Needs.READINGS),
    /** How many GPUs the plan of the document takes, and why not fewer. */
    PLAN(Needs.BESIDE),
    /** Which instances are too large or too small, by replay of a recorded range. */
    SIZES(Needs.BESIDE),
    /** When the hardware is full. */
    WHEN(Needs.BESIDE),
    /** What the hardware costs, and how much of it works. */
    MONEY(Needs.BESIDE),
    /** What it draws. */
    POWER(Needs.BESIDE),
    /** Variants side by side. */
    ALTERNATIVES(Needs.BESIDE),
    /** What to do. */
    RECOMMENDATION(Needs.GPUS),
    /** The figures with the numbers put in. Appendix. */
    ARITHMETIC(Needs.READINGS),
    /** Where the numbers come from and what to mind. Appendix. */
    SOURCES(Needs.GPUS);

    /** What a document must have for a slide on it. */
    enum Needs {
        NOTHING,
        /** What a document has beside its figures: a range, a plan, rates. */
        BESIDE,
        GPUS,
        READINGS
    }

    private final Needs needs;

    SlideTopic(Needs needs) {
        this.needs = needs;
    }

    Needs needs() {
        return needs;
    }

    /** The persistent name: {@code summary}, {@code partition} … */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The slide's title. */
    public Text title() {
        return Text.of("deck.title." + id());
    }

    /** Whether it stands behind the last word, for questions. */
    public boolean isAppendix() {
        return this == ARITHMETIC || this == SOURCES;
    }
}
