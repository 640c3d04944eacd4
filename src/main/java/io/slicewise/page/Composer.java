package io.slicewise.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Composes sections about documents, each when it is asked for. */
public final class Composer {
    /** What is said of single instances: of a range with the means of their readings. */
    private static final Set<SectionKind> OF_INSTANCES = EnumSet.of(
            SectionKind.FINDINGS,
            SectionKind.TOP_FINDINGS,
            SectionKind.WHY,
            SectionKind.ANALOGY,
            SectionKind.ARITHMETIC,
            SectionKind.WHOLE,
            SectionKind.INSTANCES,
            SectionKind.BASES,
            SectionKind.SENSITIVITY,
            SectionKind.GPUS,
            SectionKind.WASTE,
            SectionKind.GROUPS);

    private final List<Subject> subjects;
    private final OverRange range;
    private final Addressee addressee;
    private final int rows;

    /** @param subjects what it is about, at least one; sections that do not compare are about the first */
    public Composer(List<Subject> subjects, Addressee addressee) {
        this(subjects, OverRange.of(subjects.getFirst()), addressee, FleetSections.ON_PAPER);
    }

    /** About one document, of which is known already what it comes to. */
    Composer(OverRange range, Addressee addressee) {
        this(List.of(range.subject()), range, addressee, FleetSections.ON_PAPER);
    }

    private Composer(List<Subject> subjects, OverRange range, Addressee addressee, int rows) {
        this.subjects = List.copyOf(subjects);
        this.range = range;
        this.addressee = addressee;
        this.rows = rows;
    }

    /** For a wall: of many GPUs and teams those that fit on a slide. */
    static Composer forWall(List<Subject> subjects, Addressee addressee) {
        return new Composer(subjects, OverRange.of(subjects.getFirst()), addressee, FleetSections.ON_A_SLIDE);
    }

    /** The sections of these kinds in this order; without those that have nothing to say. */
    public List<Section> sections(List<SectionKind> kinds) {
        return kinds.stream().flatMap(kind -> section(kind).stream()).toList();
    }

    /** The section of a kind; none where the documents have nothing for it. */
    public Optional<Section> section(SectionKind kind) {
        Optional<Section> section = made(kind);
        return range.curves() == null || !OF_INSTANCES.contains(kind) ? section : section.map(this::ofMeans);
    }

    private Section ofMeans(Section section) {
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.addFirst(Phrases.note(Phrases.of(addressee).say("report.range.means")));
        return new Section(section.kind(), section.title(), blocks, section.notes());
    }

    private Optional<Section> made(SectionKind kind) {
        return switch (kind) {
            case SUMMARY -> Optional.of(story().summary());
            case ONE_PAGE -> Optional.of(story().onePage());
            case FINDINGS -> Optional.of(story().findings());
            case TOP_FINDINGS -> Optional.of(story().topFindings());
            case WHY -> Optional.of(story().why());
            case ANALOGY -> Optional.of(story().analogy());
            case NOTES -> subject().notes().isEmpty() ? Optional.empty() : Optional.of(story().notes());
            case TOLD -> story().told();
            case COURSE -> new TimeSections(addressee).course(ranges());
            case PURPOSES -> Optional.of(guide().purposes());
            // of a range the curves and what they come to take its room on the page
            case MAIN_PURPOSES -> subject().isRange() ? Optional.empty() : Optional.of(guide().mainPurposes());
            case COMPARISON -> Optional.of(guide().comparison());
            case QUESTIONS -> Optional.of(guide().questions());
            case PRACTICE -> Optional.of(guide().practice());
            case CASES -> Optional.of(guide().cases());
            case CAUTIONS -> Optional.of(guide().cautions());
            case ERRATA -> subject().library() ? Optional.of(guide().errata()) : Optional.empty();
            case ARITHMETIC -> Optional.of(figures().arithmetic());
            case WHOLE -> Optional.of(figures().whole());
            case INSTANCES -> Optional.of(figures().instances());
            case BASES -> Optional.of(figures().bases());
            case SENSITIVITY -> Optional.of(figures().sensitivity());
            case PROFILES -> Optional.of(figures().profiles());
            case QUERIES -> Optional.of(figures().queries());
            case SOURCES -> Optional.of(figures().sources());
            case GPUS -> Optional.of(fleet().gpus());
            case WASTE -> Optional.of(fleet().waste());
            case GROUPS -> Optional.of(fleet().groups());
            case PLANNED -> Optional.of(new PlanSections(subject(), addressee).planned());
            case ROOM -> new PlanSections(subject(), addressee).room();
            case SIZES -> new OutlookSections(range, addressee).sizes();
            case WHEN -> new OutlookSections(range, addressee).when();
            case MONEY -> new LedgerSections(subject(), addressee).money();
            case POWER -> new LedgerSections(subject(), addressee).power();
            case ALTERNATIVES -> new LedgerSections(subject(), addressee).alternatives();
            case BESIDE, SLIDE -> throw new IllegalArgumentException(kind + " is composed with others of its kind");
        };
    }

    private List<OverRange> ranges() {
        return Stream.concat(Stream.of(range), subjects.stream().skip(1).map(OverRange::of))
                .toList();
    }

    private Subject subject() {
        return subjects.getFirst();
    }

    private StorySections story() {
        return new StorySections(range, addressee);
    }

    private GuideSections guide() {
        return new GuideSections(range.means(), addressee);
    }

    private FigureSections figures() {
        return new FigureSections(range.instances(), addressee);
    }

    private FleetSections fleet() {
        return new FleetSections(range.instances(), addressee, rows);
    }
}
