package io.slicewise.page;

import io.slicewise.chart.ChartSpec;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.exhibit.Formula;
import io.slicewise.exhibit.StripExhibits;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Tiles;
import io.slicewise.page.Block.Value;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.story.Audience;
import io.slicewise.story.Figure;
import io.slicewise.story.Prospect;
import io.slicewise.story.Verdict;
import io.slicewise.story.deck.Deck;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.story.deck.Slide;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.story.deck.Uses;
import io.slicewise.text.Decimal;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The slides of a deck as sections: what stands on them on a wall and in a file alike. */
public final class Slides {
    /** More strips than this cannot be read from the back of a room. */
    private static final int MOST_GPUS = 16;

    private static final double USE = 0.17;
    private static final double WIDE = 0.36;
    private static final double HIGH = 0.3;

    /** So high that what the slide lists has room below it. */
    private static final double LOW = 0.26;

    private static final double LOWEST = 0.15;

    private final Figures figures;
    private final Audience audience;
    private final Phrases phrases;

    private final Shown shown;
    private final Addressee addressee;

    /**
     * What slides are about.
     *
     * @param figures the figures; of a range those of its means
     * @param tried whether utilizations among them were only tried out before the audience
     * @param range what the document tells of
     * @param beside what stands on the slides beside those of the figures
     */
    public record Shown(Figures figures, boolean tried, OverRange range, PlannerSlides beside) {
        /** Whether the figures are the means over a range, as they were recorded. */
        boolean isRecorded() {
            return range.isRange() && !tried;
        }

        /** The figures of the whole: of a range on average over it, whatever the layout was. */
        public Figures whole() {
            return isRecorded() ? range.means().figures() : figures;
        }
    }

    private Slides(Shown shown, Addressee addressee) {
        this.shown = shown;
        this.addressee = addressee;
        this.figures = shown.figures();
        this.audience = addressee.audience();
        this.phrases = Phrases.of(addressee);
    }

    /** The slides of a plan about a document, each as a section. */
    public static List<Section> of(Subject subject, Addressee addressee, DeckPlan plan) {
        OverRange range = OverRange.of(subject);
        Figures figures = range.instances().figures();
        PlanInput input = subject.plan();
        PlannerSlides beside = PlannerSlides.of(subject, range, addressee, Set.copyOf(plan.shown()));
        Deck.Matter matter = new Deck.Matter(
                figures,
                addressee.thresholds(),
                subject.measured(),
                subject.source(),
                false,
                input == null ? null : PlanSections.planned(input),
                recorded(range, addressee).orElse(null),
                beside.blocks().keySet(),
                Prospect.of(range.outlook(), subject.ledger().assumptions(), input));
        Shown shown = new Shown(figures, false, range, beside);
        return Deck.of(matter, addressee.audience(), plan).slides().stream()
                .map(slide -> of(slide, shown, addressee))
                .map(section -> next(section, range.means().figures(), addressee))
                .toList();
    }

    /** What a range amounts to, in words; nothing of a moment. */
    public static Optional<Deck.Recorded> recorded(OverRange range, Addressee addressee) {
        return new TimeSections(addressee).recorded(range);
    }

    /** What time the figures are of: a range, or the moment of it that somebody chose; nothing where there is no other. */
    public static Optional<Text> period(OverRange range, Addressee addressee) {
        return new TimeSections(addressee).period(range.instances());
    }

    /** Managers who leave after the first slide have the next step, too; on a wall it comes when it is shown. */
    private static Section next(Section section, Figures figures, Addressee addressee) {
        if (addressee.audience() != Audience.MANAGER) {
            return section;
        }
        Optional<Block> next = Verdict.of(figures, addressee.thresholds())
                .map(verdict -> Phrases.heading(Phrases.of(addressee).say(verdict.next())));
        List<Block> blocks = section.blocks().stream()
                .flatMap(block ->
                        block instanceof Tiles ? Stream.concat(next.stream(), Stream.of(block)) : Stream.of(block))
                .toList();
        return new Section(section.kind(), section.title(), blocks, section.notes());
    }

    /** A slide about these figures. */
    public static Section of(Slide slide, Shown shown, Addressee addressee) {
        return new Slides(shown, addressee).section(slide);
    }

    private Section section(Slide slide) {
        List<Block> blocks = new ArrayList<>();
        // on a wall one sentence takes the place of the other; where nothing moves they stand below each other
        if (slide.steps() == 1) {
            blocks.add(Phrases.lead(phrases.say(slide.lead(0))));
        } else {
            blocks.add(Points.of(slide.leads().stream()
                    .map(lead -> Point.of("", phrases.say(lead)))
                    .toList()));
        }
        blocks.addAll(picture(slide));
        blocks.addAll(remarks(slide.topic()));
        String notes = slide.notes().stream().map(phrases::say).collect(Collectors.joining("\n"));
        return new Section(SectionKind.SLIDE, phrases.say(slide.title()), blocks, notes);
    }

    /** What has to be known beside the figures: what time they are of, and those of all hardware. */
    private List<Block> remarks(SlideTopic topic) {
        Stream<Text> remarks = switch (topic) {
            case SUMMARY -> Stream.concat(time().stream(), allGpus().stream());
            case FIGURES, WHY, ANALOGY, RECOMMENDATION, ARITHMETIC -> means().stream();
            default -> Stream.empty();
        };
        return remarks.<Block>map(text -> Phrases.note(phrases.say(text))).toList();
    }

    /** The headline of a range says its period already. */
    private Optional<Text> time() {
        return shown.isRecorded() ? Optional.empty() : period(shown.range(), addressee);
    }

    private Optional<Text> allGpus() {
        return Optional.ofNullable(shown.range().instances().allGpus());
    }

    private Optional<Text> means() {
        return shown.range().isRange() ? Optional.of(Text.of("report.range.means")) : Optional.empty();
    }

    private List<Block> picture(Slide slide) {
        return switch (slide.topic()) {
            case SUMMARY -> summary();
            case PARTITION -> List.of(chart(new StripExhibits(phrases.words()).partition(figures, MOST_GPUS), WIDE));
            case FIGURES -> List.of(chart(phrases.exhibits().weights(figures, Exhibits.isMany(figures)), HIGH));
            case WHY -> with(chart(phrases.exhibits().bridge(figures), LOW), slide);
            case ANALOGY -> with(chart(phrases.exhibits().analogy(figures), LOWEST), slide);
            case PURPOSES -> List.of(uses());
            case COURSE, SIZES, WHEN, MONEY, POWER, ALTERNATIVES ->
                shown.beside().blocks().getOrDefault(slide.topic(), List.of());
            case PLAN, RECOMMENDATION, SOURCES -> points(slide);
            case ARITHMETIC -> arithmetic();
        };
    }

    private static Chart chart(ChartSpec spec, double ratio) {
        return new Chart(spec, ratio);
    }

    private List<Block> with(Chart chart, Slide slide) {
        return Stream.concat(Stream.of(chart), points(slide).stream()).toList();
    }

    /** What the slide lists. */
    private List<Block> points(Slide slide) {
        List<Point> points = slide.points().stream().map(this::point).toList();
        return points.isEmpty() ? List.of() : List.of(Points.of(points));
    }

    private Point point(Slide.Point point) {
        Text detail = point.detail();
        return detail == null ? Point.of("", phrases.say(point.text())) : phrases.point(point.text(), detail);
    }

    private List<Block> summary() {
        Figures all = shown.whole();
        Block tiles =
                shown.isRecorded() ? new TimeSections(addressee).means(all.total()) : phrases.tiles(all, audience);
        ChartSpec use = new StripExhibits(phrases.words()).use(all);
        return audience == Audience.MANAGER && !use.isEmpty() ? List.of(chart(use, USE), tiles) : List.of(tiles);
    }

    private Points uses() {
        List<Point> points = Uses.of(shown.whole(), audience).stream()
                .map(uses -> {
                    Value value = phrases.value(uses.value());
                    String purposes = uses.purposes().stream().map(phrases::say).collect(Collectors.joining("\n"));
                    String term = uses.forAudience()
                            ? phrases.say("page.forAudience", value.name(), audience.title())
                            : value.name();
                    return Point.of(term + "\n" + value.value(), purposes);
                })
                .toList();
        return new Points(List.of(phrases.say("report.column.figure"), phrases.say("report.column.purpose")), points);
    }

    private List<Block> arithmetic() {
        Averages total = figures.total();
        List<Step> steps = Stream.of(Figure.values())
                .filter(figure -> !formula(figure).isEmpty())
                .map(figure -> new Step(
                        phrases.say(figure.title()),
                        List.of(formula(figure)),
                        phrases.percent(figure.of(total)),
                        Block.role(figure)))
                .toList();
        List<Block> blocks = new ArrayList<>(List.of(new Calculation(steps)));
        blocks.add(Phrases.body(phrases.say(
                "page.gap",
                new Percent(total.weightedAverage()),
                new Percent(total.instanceAverage()),
                phrases.points(total.gap()))));
        if (!Double.isNaN(total.wholeGpu())) {
            blocks.add(Phrases.body(phrases.say(
                    "page.share",
                    new Decimal(total.allocatedWeight(), 2),
                    new Decimal(total.totalWeight(), 2),
                    new Percent(total.weightedAverage()),
                    new Percent(total.wholeGpu()))));
        }
        return blocks;
    }

    private String formula(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> Formula.instanceAverage(figures);
            case WEIGHTED -> Formula.weightedAverage(figures);
            case WHOLE_GPU -> Formula.wholeGpu(figures);
        };
    }

    /** The slides that an executive's minute has. */
    static final DeckPlan MINUTE = Stream.of(SlideTopic.values())
            .filter(topic -> !Set.of(
                            SlideTopic.SUMMARY, SlideTopic.COURSE, SlideTopic.RECOMMENDATION, SlideTopic.PURPOSES)
                    .contains(topic))
            .reduce(DeckPlan.ALL, (plan, topic) -> plan.with(topic, false), (_, later) -> later);
}
