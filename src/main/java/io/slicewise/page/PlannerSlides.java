package io.slicewise.page;

import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.size.SizeAnswer;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands on the slides beside those of the figures: how a range went, and for planners right sizes, when the hardware is
 * full, what it costs and draws, variants. It is that of a page's sections, as much of it as can be read from a wall, and worked
 * out once, since a range takes time.
 *
 * @param blocks by topic what stands below its sentence
 */
public record PlannerSlides(Map<SlideTopic, List<Block>> blocks) {
    /** Less says nothing about when, and a slide of it says that alone. */
    private static final Duration LEAST_DAYS = Duration.ofDays(Forecast.LEAST_DAYS);

    /** None of them, or not yet. */
    public static final PlannerSlides NONE = new PlannerSlides(Map.of());

    public PlannerSlides {
        blocks = Map.copyOf(blocks);
    }

    /** The topics that a document has something for; told at once. */
    public static Set<SlideTopic> topics(Subject subject) {
        Set<SlideTopic> topics = EnumSet.noneOf(SlideTopic.class);
        Timeline timeline = subject.timeline();
        if (timeline != null && !timeline.isEmpty() && timeline.end() > timeline.start()) {
            topics.add(SlideTopic.COURSE);
        }
        if (timeline != null && subject.isRange()) {
            long recorded = timeline.end() - timeline.start();
            boolean known = timeline.gpus().stream()
                    .anyMatch(gpu -> gpu.gpu().model() != null
                            && gpu.instances().stream().anyMatch(track -> track.existsAt(timeline.end() - 1)));
            if (known && recorded >= SizeAnswer.LEAST.toMillis()) {
                topics.add(SlideTopic.SIZES);
            }
            if (recorded >= LEAST_DAYS.toMillis()) {
                topics.add(SlideTopic.WHEN);
            }
        }
        Assumptions assumptions = subject.ledger().assumptions();
        if (!assumptions.rates().isEmpty()) {
            topics.add(SlideTopic.MONEY);
        }
        // the catalogue alone would put watts before everybody who did not ask for them
        if (!assumptions.equals(Assumptions.NONE) && LedgerSections.isPowerKnown(subject)) {
            topics.add(SlideTopic.POWER);
        }
        if (!subject.ledger().alternatives().isEmpty()) {
            topics.add(SlideTopic.ALTERNATIVES);
        }
        return topics;
    }

    /**
     * What stands on those of these topics that a document has something for.
     *
     * @param range what its pages are about
     */
    public static PlannerSlides of(Subject subject, OverRange range, Addressee addressee, Set<SlideTopic> wanted) {
        Set<SlideTopic> topics = topics(subject);
        topics.retainAll(wanted);
        if (topics.isEmpty()) {
            return NONE;
        }
        OutlookSections outlook = new OutlookSections(range, addressee);
        LedgerSections ledger = new LedgerSections(subject, addressee);
        Map<SlideTopic, List<Block>> blocks = new EnumMap<>(SlideTopic.class);
        for (SlideTopic topic : topics) {
            blocks.put(
                    topic,
                    switch (topic) {
                        case COURSE -> new TimeSections(addressee).forWall(range);
                        case SIZES -> outlook.sizes(false);
                        case WHEN -> outlook.when(false);
                        case MONEY -> ledger.moneyForWall();
                        case POWER -> ledger.powerForWall();
                        case ALTERNATIVES -> ledger.alternativesForWall();
                        default -> throw new IllegalArgumentException(topic + " is not a planner's");
                    });
        }
        return new PlannerSlides(blocks);
    }
}
