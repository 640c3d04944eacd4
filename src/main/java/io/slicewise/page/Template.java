package io.slicewise.page;

import static io.slicewise.page.SectionKind.ALTERNATIVES;
import static io.slicewise.page.SectionKind.ANALOGY;
import static io.slicewise.page.SectionKind.ARITHMETIC;
import static io.slicewise.page.SectionKind.BASES;
import static io.slicewise.page.SectionKind.CASES;
import static io.slicewise.page.SectionKind.CAUTIONS;
import static io.slicewise.page.SectionKind.COURSE;
import static io.slicewise.page.SectionKind.ERRATA;
import static io.slicewise.page.SectionKind.FINDINGS;
import static io.slicewise.page.SectionKind.GPUS;
import static io.slicewise.page.SectionKind.GROUPS;
import static io.slicewise.page.SectionKind.INSTANCES;
import static io.slicewise.page.SectionKind.MAIN_PURPOSES;
import static io.slicewise.page.SectionKind.MONEY;
import static io.slicewise.page.SectionKind.NOTES;
import static io.slicewise.page.SectionKind.ONE_PAGE;
import static io.slicewise.page.SectionKind.PLANNED;
import static io.slicewise.page.SectionKind.POWER;
import static io.slicewise.page.SectionKind.PRACTICE;
import static io.slicewise.page.SectionKind.PROFILES;
import static io.slicewise.page.SectionKind.PURPOSES;
import static io.slicewise.page.SectionKind.QUERIES;
import static io.slicewise.page.SectionKind.QUESTIONS;
import static io.slicewise.page.SectionKind.ROOM;
import static io.slicewise.page.SectionKind.SENSITIVITY;
import static io.slicewise.page.SectionKind.SIZES;
import static io.slicewise.page.SectionKind.SOURCES;
import static io.slicewise.page.SectionKind.SUMMARY;
import static io.slicewise.page.SectionKind.TOLD;
import static io.slicewise.page.SectionKind.TOP_FINDINGS;
import static io.slicewise.page.SectionKind.WASTE;
import static io.slicewise.page.SectionKind.WHEN;
import static io.slicewise.page.SectionKind.WHOLE;
import static io.slicewise.page.SectionKind.WHY;

import io.slicewise.story.deck.DeckPlan;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which sections stand on a page that is taken along. */
public enum Template {
    /** One page for an executive. */
    EXECUTIVE(ONE_PAGE, TOP_FINDINGS, MAIN_PURPOSES),
    /** The whole explanation. */
    FULL(
            SUMMARY,
            FINDINGS,
            COURSE,
            INSTANCES,
            WHY,
            ANALOGY,
            SectionKind.COMPARISON,
            PURPOSES,
            QUESTIONS,
            ARITHMETIC,
            WHOLE,
            PRACTICE,
            CASES,
            CAUTIONS,
            TOLD,
            NOTES),
    /** Formulas, weights, queries and sources. */
    TECHNICAL(SUMMARY, ARITHMETIC, INSTANCES, BASES, SENSITIVITY, PROFILES, QUERIES, CAUTIONS, ERRATA, SOURCES, TOLD),
    /** Many GPUs: the widest gaps, waste, groups. */
    FLEET(SUMMARY, FINDINGS, COURSE, GPUS, WASTE, GROUPS, ANALOGY, WHY, INSTANCES, TOLD),
    /** How many GPUs to buy, with the proof, what variants save, what it costs and draws, right sizes, when it is full, what still fits. */
    PLAN(PLANNED, ALTERNATIVES, MONEY, POWER, SIZES, WHEN, ROOM, SUMMARY, FINDINGS, TOLD, NOTES),
    /** Two documents beside each other. */
    COMPARISON;

    private final List<SectionKind> kinds;

    Template(SectionKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The persistent name: {@code executive}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template of a persistent name. */
    public static Optional<Template> of(String id) {
        for (Template template : values()) {
            if (template.id().equals(id)) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    /** What it is called. */
    public Text title() {
        return Text.of("report.template." + id());
    }

    /** How many documents it is about. */
    public int subjects() {
        return this == COMPARISON ? 2 : 1;
    }

    /**
     * The sections of documents.
     *
     * @param subjects what the page is about, as many as {@link #subjects()}
     * @throws IllegalArgumentException for another number of them
     */
    public List<Section> sections(List<Subject> subjects, Addressee addressee) {
        if (subjects.size() != subjects()) {
            throw new IllegalArgumentException(subjects.size() + " documents for " + this);
        }
        return this == COMPARISON
                ? new CompareSections(subjects.get(0), subjects.get(1), addressee).sections()
                : new Composer(subjects, addressee).sections(kinds);
    }

    /**
     * What is shown of documents on a wall: of the explanation and of its minute the slides that are presented; of a fleet
     * what can be read from a wall; of others their sections.
     *
     * @param subjects as of {@link #sections}
     */
    public List<Section> slides(List<Subject> subjects, Addressee addressee) {
        if (this == FLEET) {
            boolean many = subjects.getFirst().figures().shares().size() > FigureSections.MANY_INSTANCES;
            return Composer.forWall(subjects, addressee)
                    .sections(kinds.stream()
                            .filter(kind -> kind != INSTANCES || !many)
                            .toList());
        }
        if (this != FULL && this != EXECUTIVE) {
            return sections(subjects, addressee);
        }
        return Slides.of(subjects.getFirst(), addressee, this == FULL ? DeckPlan.ALL : Slides.MINUTE);
    }
}
