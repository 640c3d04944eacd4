package io.slicewise.story.deck;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.story.Analogy;
import io.slicewise.story.Audience;
import io.slicewise.story.AudienceSummary;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Prospect;
import io.slicewise.story.Thresholds;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.story.deck.Slide.Point;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of a fleet in slides, for an audience. A pure function of the figures: whatever changes in the
 * document, the deck says it anew.
 *
 * @param slides in their order, at least one
 */
public record Deck(List<Slide> slides) {
    /** More findings than this cannot be read from the back of a room. */
    static final int MOST_FINDINGS = 3;

    public Deck {
        slides = List.copyOf(slides);
    }

    /**
     * What a deck is made from.
     *
     * @param figures the fleet and its figures
     * @param thresholds from where on something is worth saying
     * @param measured whether the readings came from monitoring
     * @param source the file that they came from; empty where there is none
     * @param tried whether utilizations among them were only tried out before the audience
     * @param plan what came of the document's plan; {@code null} where it has none
     * @param recorded what a range amounts to, of which the figures are the means; {@code null} of a moment
     * @param beside the topics that there is something for beside the figures and the plan
     * @param prospect what is known beside the figures
     */
    public record Matter(
            Figures figures,
            Thresholds thresholds,
            boolean measured,
            String source,
            boolean tried,
            @Nullable Planned plan,
            @Nullable Recorded recorded,
            Set<SlideTopic> beside,
            Prospect prospect) {
        public Matter {
            beside = Set.copyOf(beside);
        }

        /** The topics that a document has something for beside its figures. */
        Set<SlideTopic> topics() {
            Set<SlideTopic> topics = EnumSet.noneOf(SlideTopic.class);
            topics.addAll(beside);
            if (plan != null) {
                topics.add(SlideTopic.PLAN);
            }
            return topics;
        }
    }

    /**
     * What a range amounts to.
     *
     * @param headline its period and zone, and how much of the hardware was in use on average
     * @param alert for how much of it the weighted average was at the threshold or above
     * @param means the figures on average over it, whatever the layout was
     */
    public record Recorded(Text headline, Text alert, Averages means) {}

    /** The deck of a plan; topics that the fleet has nothing for are left out. */
    public static Deck of(Matter matter, Audience audience, DeckPlan plan) {
        Maker maker = new Maker(matter, audience);
        List<Slide> slides = plan.shown().stream()
                .filter(topic -> isPossible(topic, matter.figures(), matter.topics()))
                .map(maker::slide)
                .toList();
        return new Deck(slides.isEmpty() ? List.of(maker.slide(SlideTopic.SUMMARY)) : slides);
    }

    /**
     * Whether a fleet has what a slide on this needs.
     *
     * @param beside the topics that the document has something for beside its figures
     */
    public static boolean isPossible(SlideTopic topic, Figures figures, Set<SlideTopic> beside) {
        return switch (topic.needs()) {
            case NOTHING -> true;
            case BESIDE -> beside.contains(topic);
            case GPUS -> !figures.gpus().isEmpty();
            case READINGS -> !Double.isNaN(figures.total().weightedAverage());
        };
    }

    /** The place of the slide on a topic, from 0; -1 where there is none. */
    public int indexOf(SlideTopic topic) {
        return slides.stream().map(Slide::topic).toList().indexOf(topic);
    }

    /** Makes slides. */
    private record Maker(Matter matter, Audience audience) {
        /** Half a tenth of a percent: what rounding hides. */
        private static final double SHOWN = 0.0005;

        private static final String NOTE = "deck.note.";

        private Figures figures() {
            return matter.figures();
        }

        /** The figures of the whole: of a range on average over it. */
        private Figures whole() {
            Recorded recorded = matter.recorded();
            return recorded == null ? figures() : figures().withTotal(recorded.means());
        }

        private Averages total() {
            return matter.figures().total();
        }

        private Slide slide(SlideTopic topic) {
            return switch (topic) {
                case SUMMARY -> summary();
                case PARTITION -> partition();
                case FIGURES -> threeFigures();
                case WHY -> why();
                case ANALOGY -> analogy();
                case PURPOSES -> purposes();
                case PLAN -> plan();
                case COURSE, SIZES, WHEN, MONEY, POWER, ALTERNATIVES ->
                    slide(topic, List.of(Text.of("deck." + topic.id())), List.of(), 1);
                case RECOMMENDATION -> recommendation();
                case ARITHMETIC -> arithmetic();
                case SOURCES -> sources();
            };
        }

        /** What it is called, in words that are true of one GPU, of many, and of figures that agree. */
        private Text title(SlideTopic topic) {
            boolean fleet = figures().gpus().size() > 1;
            return switch (topic) {
                case PARTITION -> fleet ? Text.of("deck.title.partition.fleet") : topic.title();
                case FIGURES -> fleet ? Text.of("deck.title.figures.fleet") : topic.title();
                case WHY -> agree() ? Text.of("deck.title.why.same") : topic.title();
                default -> topic.title();
            };
        }

        /** Whether all three figures are shown by the same number. */
        private boolean agree() {
            double weighted = total().weightedAverage();
            return Math.abs(total().instanceAverage() - weighted) < SHOWN
                    && Math.abs(total().wholeGpu() - weighted) < SHOWN;
        }

        private Slide summary() {
            Recorded recorded = matter.recorded();
            // a manager is told of the whole over all of a range, others why the averages differ, which instances show
            AudienceSummary telling = AudienceSummary.of(
                    audience == Audience.MANAGER ? whole() : figures(), audience, matter.thresholds());
            List<Text> notes = new ArrayList<>(telling.paragraphs());
            notes.add(AudienceSummary.coreMessage());
            if (recorded == null) {
                return new Slide(SlideTopic.SUMMARY, telling.headline(), List.of(telling.summary()), List.of(), notes);
            }
            notes.addFirst(telling.summary());
            return new Slide(SlideTopic.SUMMARY, recorded.headline(), List.of(recorded.alert()), List.of(), notes);
        }

        private Slide partition() {
            int slices = 0;
            int allocated = 0;
            for (Gpu gpu :
                    figures().gpus().stream().map(Figures.GpuFigures::gpu).toList()) {
                slices += gpu.model() == null
                        ? gpu.allocatedSlices()
                        : gpu.model().computeSlices();
                allocated += gpu.allocatedSlices();
            }
            Text lead = Text.of("deck.partition", figures().gpus().size(), total().instances(), allocated, slices);
            return slide(SlideTopic.PARTITION, List.of(lead), List.of(), 2);
        }

        private Slide threeFigures() {
            Text average = Text.of("deck.figures.average", new Percent(total().instanceAverage()));
            Text weighted =
                    Text.of("deck.figures.weighted", new Percent(total().weightedAverage()), total().shownGap());
            List<Text> leads = new ArrayList<>(List.of(average, weighted));
            if (!Double.isNaN(total().wholeGpu())) {
                leads.add(Text.of(
                        "deck.figures.whole",
                        new Percent(total().wholeGpu()),
                        new Percent(1 - total().allocatedShare())));
            }
            return slide(SlideTopic.FIGURES, leads, List.of(), 3);
        }

        private Slide why() {
            Text whole = WhyWhole.of(figures());
            Text averages = Why.of(figures());
            List<Point> points = whole.equals(averages) ? List.of() : List.of(Point.of(whole));
            return slide(SlideTopic.WHY, List.of(averages), points, 2);
        }

        private Slide analogy() {
            Analogy analogy = Analogy.of(figures());
            List<Point> points = analogy.sayings().stream()
                    .filter(saying -> !Double.isNaN(saying.value().value()))
                    .map(saying -> new Point(saying.value().figure().title(), saying.saying()))
                    .toList();
            return slide(SlideTopic.ANALOGY, List.of(analogy.scene()), points, 2);
        }

        private Slide purposes() {
            List<Point> points = Uses.of(whole(), audience).stream()
                    .map(uses -> new Point(
                            uses.value().figure().title(),
                            Text.of("deck.uses", uses.value().percent(), new Listing(uses.purposes()))))
                    .toList();
            return slide(SlideTopic.PURPOSES, List.of(audience.why()), points, 2);
        }

        private Slide recommendation() {
            AudienceSummary telling = AudienceSummary.of(figures(), audience, matter.thresholds());
            List<Point> points =
                    Findings.of(figures(), matter.thresholds(), matter.measured(), matter.prospect()).stream()
                            .limit(MOST_FINDINGS)
                            .map(Maker::point)
                            .toList();
            Text lead = telling.paragraphs().isEmpty()
                    ? telling.summary()
                    : telling.paragraphs().getLast();
            return slide(SlideTopic.RECOMMENDATION, List.of(lead), points, 2);
        }

        /** The number of GPUs with the limit that binds, then what it costs and how the GPUs are partitioned most. */
        private Slide plan() {
            Planned planned = Objects.requireNonNull(matter.plan());
            List<Text> sentences = planned.sentences();
            List<Point> points = new ArrayList<>();
            sentences.stream().skip(1).limit(MOST_FINDINGS).map(Point::of).forEach(points::add);
            for (Planned.Turn turn : planned.parts()) {
                turn.plan().models().stream()
                        .flatMap(model -> model.layouts().stream())
                        .sorted(Comparator.comparingLong(PackedLayout::count).reversed())
                        .limit(turn.title() == null ? MOST_FINDINGS : 1)
                        .map(packed -> laidOut(packed, turn.title()))
                        .forEach(points::add);
            }
            return slide(SlideTopic.PLAN, List.of(sentences.getFirst()), points, 2);
        }

        /** How many GPUs have a layout, and when where that changes. */
        private static Point laidOut(PackedLayout packed, @Nullable Text when) {
            Text layout = Text.of(
                    "deck.plan.layout",
                    packed.count(),
                    packed.layout().model().shortName(),
                    Layouts.describe(packed.layout().placements().stream()
                            .map(Placement::profile)
                            .toList()));
            return Point.of(when == null ? layout : Text.of("deck.plan.turn", when, layout));
        }

        private static Point point(Finding finding) {
            return new Point(finding.message(), finding.advice());
        }

        private Slide arithmetic() {
            Text lead = Text.of("deck.arithmetic", Text.of("usage.basis." + basis()));
            return slide(SlideTopic.ARITHMETIC, List.of(lead), List.of(), 2);
        }

        private Slide sources() {
            List<Point> points = new ArrayList<>();
            points.add(Point.of(origin()));
            String coverage = matter.tried() ? "deck.sources.tried.coverage" : "deck.sources.coverage";
            points.add(Point.of(Text.of(coverage, total().reported(), total().instances())));
            points.add(Point.of(Text.of("deck.sources.basis", Text.of("usage.basis." + basis()))));
            hardware().map(Point::of).forEach(points::add);
            points.add(Point.of(Text.of("figures.note.metric")));
            int unverified = figures().unverified().size();
            if (unverified > 0) {
                points.add(Point.of(Text.of("deck.sources.unverified", unverified)));
            }
            return slide(SlideTopic.SOURCES, List.of(Text.of(sourcesLead())), points, 1);
        }

        private String sourcesLead() {
            return matter.tried()
                    ? "deck.sources.tried"
                    : total().isComplete() ? "deck.sources" : "deck.sources.silent";
        }

        private Text origin() {
            if (matter.source().isEmpty()) {
                return Text.of("deck.sources.planned");
            }
            return Text.of(matter.measured() ? "deck.sources.measured" : "deck.sources.scenario", matter.source());
        }

        /** Of each model the slices, the SMs, and where they were read. */
        private Stream<Text> hardware() {
            return figures().gpus().stream()
                    .map(figure -> figure.gpu().model())
                    .filter(Objects::nonNull)
                    .distinct()
                    .limit(MOST_FINDINGS)
                    .map(model -> Text.of(
                            "deck.sources.hardware",
                            model.name().replaceFirst(" \\(.*", ""),
                            model.computeSlices(),
                            new Decimal(model.sms() == null ? Double.NaN : model.sms(), 0),
                            model.sources().isEmpty()
                                    ? Text.of("deck.sources.own")
                                    : model.sources().getFirst().title()));
        }

        private String basis() {
            return figures().weights().basis().id();
        }

        /** A slide with so many notes. */
        private Slide slide(SlideTopic topic, List<Text> leads, List<Point> points, int notes) {
            return new Slide(
                    topic,
                    title(topic),
                    leads,
                    points,
                    IntStream.rangeClosed(1, notes)
                            .mapToObj(note -> Text.of(NOTE + topic.id() + "." + note))
                            .toList());
        }
    }
}
