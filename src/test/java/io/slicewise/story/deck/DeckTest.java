package io.slicewise.story.deck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the slides of typical fleets say. */
class DeckTest {
    private static Deck deck(Fleet fleet, Audience audience, Plan plan) {
        Figures figures = Figures.of(fleet, Weights.DEFAULT);
        return Deck.of(new Deck.Matter(figures, Thresholds.DEFAULT, false, "", false), audience, plan);
    }

    private static String english(Text text) {
        return Messages.in(Language.ENGLISH).say(text).replace('\u00a0', ' ');
    }

    @Test
    void theMainExampleInItsUsualOrder() {
        Deck deck = deck(Fleets.main(), Audience.MANAGER, Plan.ALL);
        assertEquals(
                List.of(Topic.values()),
                deck.slides().stream().map(Slide::topic).toList());
        assertEquals(
                List.of(
                        "Count every instance once: the instance average is 75.0 %.",
                        "Weigh each by its size: the slice-weighted average is 72.0 % (−3.0 pp).",
                        "Divide by all that was paid for: the whole GPU is at 51.4 %; 28.6 % of it is not allocated."),
                slide(deck, Topic.FIGURES).leads().stream()
                        .map(DeckTest::english)
                        .toList());
        assertEquals(
                "One GPU, 4 instances: 5 of 7 compute slices are carved out.",
                english(slide(deck, Topic.PARTITION).lead(0)));
        assertFalse(slide(deck, Topic.RECOMMENDATION).points().isEmpty());
    }

    private static Slide slide(Deck deck, Topic topic) {
        return deck.slides().get(deck.indexOf(topic));
    }

    @Test
    void audiencesHearOtherWordsAboutTheSameFigures() {
        List<String> summaries = List.of(Audience.values()).stream()
                .map(audience -> english(deck(Fleets.main(), audience, Plan.ALL)
                        .slides()
                        .getFirst()
                        .lead(0)))
                .toList();
        assertEquals(Audience.values().length, Set.copyOf(summaries).size());
        assertAll(summaries.stream()
                .map(words -> () ->
                        assertTrue(words.contains("51.4 %") || words.contains("20% is allocated but idle"), words)));
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everySlideHasWordsForTheWallAndForThePresenter(Audience audience) {
        for (Language language : Language.values()) {
            for (Slide slide : deck(Fleets.host(), audience, Plan.ALL).slides()) {
                assertFalse(slide.notes().isEmpty(), () -> slide.topic() + " has no notes");
                assertFalse(Messages.in(language).say(slide.title()).contains("deck."), slide.topic()::name);
            }
        }
    }

    @Test
    void whatAFleetHasNothingForIsLeftOut() {
        assertEquals(
                List.of(Topic.SUMMARY),
                deck(Fleet.EMPTY, Audience.MANAGER, Plan.ALL).slides().stream()
                        .map(Slide::topic)
                        .toList());
        Fleet silent = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb -"));
        assertEquals(
                List.of(Topic.SUMMARY, Topic.PARTITION, Topic.RECOMMENDATION, Topic.SOURCES),
                deck(silent, Audience.MANAGER, Plan.ALL).slides().stream()
                        .map(Slide::topic)
                        .toList());
    }

    @Test
    void aDeckOfWhichNothingIsLeftStillSaysWhy() {
        Plan figuresOnly = new Plan(List.of(Topic.values()), Set.of()).with(Topic.SUMMARY, false);
        for (Topic topic : Topic.values()) {
            figuresOnly = topic == Topic.FIGURES ? figuresOnly : figuresOnly.with(topic, false);
        }
        Deck deck = deck(Fleet.EMPTY, Audience.MANAGER, figuresOnly);
        assertEquals(Topic.SUMMARY, deck.slides().getFirst().topic());
    }

    @Test
    void aPlanMovesAndLeavesOut() {
        Plan plan =
                Plan.ALL.with(Topic.ANALOGY, false).moved(Topic.PURPOSES, -100).moved(Topic.SUMMARY, 1);
        assertEquals(
                List.of(Topic.PURPOSES, Topic.PARTITION, Topic.SUMMARY),
                plan.shown().subList(0, 3));
        assertFalse(plan.shown().contains(Topic.ANALOGY));
        assertEquals(
                Topic.values().length, plan.with(Topic.ANALOGY, true).shown().size());
        assertThrows(IllegalArgumentException.class, () -> new Plan(List.of(Topic.WHY), Set.of()));
    }

    @Test
    void theLastSlideCannotBeLeftOut() {
        Plan plan = Plan.ALL;
        for (Topic topic : Topic.values()) {
            plan = plan.with(topic, false);
        }
        assertEquals(List.of(Topic.SOURCES), plan.shown());
    }

    @Test
    void purposesBelongToTheFigureThatServesThemFirst() {
        List<Uses> uses = Uses.of(Figures.of(Fleets.main(), Weights.DEFAULT), Audience.MANAGER);
        assertEquals(
                List.of(3, 2, 4), uses.stream().map(u -> u.purposes().size()).toList());
        assertEquals(
                List.of(false, true, true), uses.stream().map(Uses::forAudience).toList());
    }

    @Test
    void titlesAreTrueOfWhatIsShown() {
        Deck one = deck(Fleets.main(), Audience.MANAGER, Plan.ALL);
        assertEquals("One GPU, three answers", english(slide(one, Topic.FIGURES).title()));
        assertEquals("How the GPU is cut", english(slide(one, Topic.PARTITION).title()));
        assertEquals("Why the figures differ", english(slide(one, Topic.WHY).title()));
        Deck many = deck(Fleets.host(), Audience.MANAGER, Plan.ALL);
        assertEquals(
                "One fleet, three answers", english(slide(many, Topic.FIGURES).title()));
        assertEquals(
                "How the GPUs are cut", english(slide(many, Topic.PARTITION).title()));
        Fleet even = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "7g.80gb 50"));
        assertEquals(
                "Why the figures agree",
                english(slide(deck(even, Audience.MANAGER, Plan.ALL), Topic.WHY).title()));
    }
}
