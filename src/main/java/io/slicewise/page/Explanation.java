package io.slicewise.page;

import static io.slicewise.page.SectionKind.ANALOGY;
import static io.slicewise.page.SectionKind.ARITHMETIC;
import static io.slicewise.page.SectionKind.CASES;
import static io.slicewise.page.SectionKind.CAUTIONS;
import static io.slicewise.page.SectionKind.COMPARISON;
import static io.slicewise.page.SectionKind.COURSE;
import static io.slicewise.page.SectionKind.ERRATA;
import static io.slicewise.page.SectionKind.FINDINGS;
import static io.slicewise.page.SectionKind.PRACTICE;
import static io.slicewise.page.SectionKind.PURPOSES;
import static io.slicewise.page.SectionKind.QUESTIONS;
import static io.slicewise.page.SectionKind.SUMMARY;
import static io.slicewise.page.SectionKind.WHOLE;
import static io.slicewise.page.SectionKind.WHY;

import io.slicewise.story.Audience;
import java.util.List;
import java.util.stream.Stream;

/** The page that is read on a screen: all of the story, what an audience needs less often folded at its end. */
public final class Explanation {
    /** More parts than this are no minute for a manager. */
    public static final int MOST_FOR_MANAGERS = 7;

    private static final List<SectionKind> FOR_MANAGERS =
            List.of(SUMMARY, FINDINGS, PURPOSES, ANALOGY, COMPARISON, QUESTIONS, PRACTICE);
    private static final List<SectionKind> FOLDED_FOR_MANAGERS =
            List.of(COURSE, WHY, WHOLE, ARITHMETIC, CASES, CAUTIONS, ERRATA);
    private static final List<SectionKind> FOR_OTHERS = List.of(
            SUMMARY,
            COURSE,
            FINDINGS,
            WHY,
            PURPOSES,
            COMPARISON,
            ANALOGY,
            ARITHMETIC,
            WHOLE,
            QUESTIONS,
            PRACTICE,
            CASES,
            CAUTIONS);
    private static final List<SectionKind> FOLDED_FOR_OTHERS = List.of(ERRATA);

    private Explanation() {}

    /** The sections that an audience opens when wanted. */
    public static List<SectionKind> folded(Audience audience) {
        return audience == Audience.MANAGER ? FOLDED_FOR_MANAGERS : FOLDED_FOR_OTHERS;
    }

    /** The page about a document; an empty one while there is no instance. */
    public static Page of(OverRange range, Addressee addressee) {
        Subject subject = range.subject();
        boolean manager = addressee.audience() == Audience.MANAGER;
        List<SectionKind> folded = folded(addressee.audience());
        if (subject.figures().total().instances() == 0) {
            return new Page(subject.name(), List.of(), folded);
        }
        Composer composer = new Composer(range, addressee);
        List<Section> sections = composer.sections(manager ? FOR_MANAGERS : FOR_OTHERS);
        List<Section> more = composer.sections(folded);
        return new Page(
                subject.name(), Stream.concat(sections.stream(), more.stream()).toList(), folded);
    }
}
