package io.slicewise.page;

import io.slicewise.text.Text;
import java.util.Locale;

/** What a section is about. */
public enum SectionKind {
    /** What the figures say to the addressee. */
    SUMMARY,
    /** The same with the one chart that explains it. */
    ONE_PAGE,
    /** All findings, the gravest first. */
    FINDINGS,
    /** The gravest findings. */
    TOP_FINDINGS,
    /** Why the figures differ. */
    WHY,
    /** What monitoring recorded over time. */
    COURSE,
    /** Which figure for what, and who looks at which. */
    PURPOSES,
    /** The same for the main purposes, in short; none of a range. */
    MAIN_PURPOSES,
    /** The three figures compared. */
    COMPARISON,
    /** The same as a block of flats. */
    ANALOGY,
    /** Step by step, with the numbers put in. */
    ARITHMETIC,
    /** From the weighted average to the whole GPU. */
    WHOLE,
    /** Questions and answers. */
    QUESTIONS,
    /** The practical guide. */
    PRACTICE,
    /** Three cases of use. */
    CASES,
    /** What to mind. */
    CAUTIONS,
    /** What the source document prints otherwise. */
    ERRATA,
    /** Every instance with its weight. */
    INSTANCES,
    /** The figures on every weight basis. */
    BASES,
    /** What one instance does to the figures. */
    SENSITIVITY,
    /** What the profiles weigh. */
    PROFILES,
    /** PromQL for each figure. */
    QUERIES,
    /** Where the hardware's figures were read. */
    SOURCES,
    /** The GPUs, the widest gap first. */
    GPUS,
    /** What is paid for and does nothing. */
    WASTE,
    /** Teams. */
    GROUPS,
    /** What monitoring told beside the figures. */
    TOLD,
    /** What the document's writer says about it. */
    NOTES,
    /** How many GPUs to buy, why not fewer, and how they are partitioned. */
    PLANNED,
    /** What still fits: now, after moves, by slices. */
    ROOM,
    /** Which instances are too large or too small, by replay of a recorded range. */
    SIZES,
    /** When the hardware is full, by forecast from a recorded range. */
    WHEN,
    /** What the hardware costs, split and shared out. */
    MONEY,
    /** What it draws, and whose it is. */
    POWER,
    /** Variants side by side. */
    ALTERNATIVES,
    /** Two documents beside each other. */
    BESIDE,
    /** A slide of a deck. */
    SLIDE;

    /** What it is called, where it has no title of its own. */
    public Text title() {
        return Text.of("report.section."
                + switch (this) {
                    case ONE_PAGE -> SUMMARY.id();
                    case TOP_FINDINGS -> FINDINGS.id();
                    case MAIN_PURPOSES -> PURPOSES.id();
                    default -> id();
                });
    }

    /** The persistent name: {@code summary}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
