package io.slicewise.story.deck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.story.Audience;
import io.slicewise.story.Prospect;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the slides of typical fleets say. */
class DeckTest {
    private static Deck deck(Fleet fleet, Audience audience, DeckPlan plan) {
        Figures figures = Figures.of(fleet, Weights.DEFAULT);
        return Deck.of(
                new Deck.Matter(figures, Thresholds.DEFAULT, false, "", false, null, null, Set.of(), Prospect.NONE),
                audience,
                plan);
    }

    private static String english(Text text) {
        return Messages.in(Language.ENGLISH).say(text).replace('\u00a0', ' ');
    }

    @Test
    void theMainExampleInItsUsualOrder() {
        Deck deck = deck(Fleets.main(), Audience.MANAGER, DeckPlan.ALL);
        assertEquals(
                Stream.of(SlideTopic.values())
                        .filter(topic -> topic.needs() != SlideTopic.Needs.BESIDE)
                        .toList(),
                deck.slides().stream().map(Slide::topic).toList());
        assertEquals(
                List.of(
                        "Count every instance once: the instance average is 75.0%.",
                        "Weigh each by its size: the slice-weighted average is 72.0% (−3.0 pp).",
                        "Divide by all that was paid for: the whole GPU is at 51.4%; 28.6% of it is not allocated."),
                slide(deck, SlideTopic.FIGURES).leads().stream()
                        .map(DeckTest::english)
                        .toList());
        assertEquals(
                "One GPU, 4 instances: 5 of 7 compute slices are allocated.",
                english(slide(deck, SlideTopic.PARTITION).lead(0)));
        assertFalse(slide(deck, SlideTopic.RECOMMENDATION).points().isEmpty());
    }

    private static Slide slide(Deck deck, SlideTopic topic) {
        return deck.slides().get(deck.indexOf(topic));
    }

    @Test
    void audiencesHearOtherWordsAboutTheSameFigures() {
        List<String> summaries = List.of(Audience.values()).stream()
                .map(audience -> english(deck(Fleets.main(), audience, DeckPlan.ALL)
                        .slides()
                        .getFirst()
                        .lead(0)))
                .toList();
        assertEquals(Audience.values().length, Set.copyOf(summaries).size());
        assertAll(summaries.stream()
                .map(words -> () ->
                        assertTrue(words.contains("51.4%") || words.contains("20% is allocated but idle"), words)));
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everySlideHasWordsForTheWallAndForThePresenter(Audience audience) {
        for (Language language : Language.all()) {
            for (Slide slide : deck(Fleets.host(), audience, DeckPlan.ALL).slides()) {
                assertFalse(slide.notes().isEmpty(), () -> slide.topic() + " has no notes");
                assertFalse(Messages.in(language).say(slide.title()).contains("deck."), slide.topic()::name);
            }
        }
    }

    @Test
    void whatAFleetHasNothingForIsLeftOut() {
        assertEquals(
                List.of(SlideTopic.SUMMARY),
                deck(Fleet.EMPTY, Audience.MANAGER, DeckPlan.ALL).slides().stream()
                        .map(Slide::topic)
                        .toList());
        Fleet silent = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb -"));
        assertEquals(
                List.of(SlideTopic.SUMMARY, SlideTopic.PARTITION, SlideTopic.RECOMMENDATION, SlideTopic.SOURCES),
                deck(silent, Audience.MANAGER, DeckPlan.ALL).slides().stream()
                        .map(Slide::topic)
                        .toList());
    }

    @Test
    void aDeckOfWhichNothingIsLeftStillSaysWhy() {
        DeckPlan figuresOnly = new DeckPlan(List.of(SlideTopic.values()), Set.of()).with(SlideTopic.SUMMARY, false);
        for (SlideTopic topic : SlideTopic.values()) {
            figuresOnly = topic == SlideTopic.FIGURES ? figuresOnly : figuresOnly.with(topic, false);
        }
        Deck deck = deck(Fleet.EMPTY, Audience.MANAGER, figuresOnly);
        assertEquals(SlideTopic.SUMMARY, deck.slides().getFirst().topic());
    }

    @Test
    void aPlanMovesAndLeavesOut() {
        DeckPlan plan = DeckPlan.ALL
                .with(SlideTopic.ANALOGY, false)
                .moved(SlideTopic.PURPOSES, -100)
                .moved(SlideTopic.SUMMARY, 1);
        assertEquals(
                List.of(SlideTopic.PURPOSES, SlideTopic.COURSE, SlideTopic.SUMMARY),
                plan.shown().subList(0, 3));
        assertFalse(plan.shown().contains(SlideTopic.ANALOGY));
        assertEquals(
                SlideTopic.values().length,
                plan.with(SlideTopic.ANALOGY, true).shown().size());
        assertThrows(IllegalArgumentException.class, () -> new DeckPlan(List.of(SlideTopic.WHY), Set.of()));
    }

    @Test
    void theLastSlideCannotBeLeftOut() {
        DeckPlan plan = DeckPlan.ALL;
        for (SlideTopic topic : SlideTopic.values()) {
            plan = plan.with(topic, false);
        }
        assertEquals(List.of(SlideTopic.SOURCES), plan.shown());
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
        Deck one = deck(Fleets.main(), Audience.MANAGER, DeckPlan.ALL);
        assertEquals(
                "One GPU, three answers", english(slide(one, SlideTopic.FIGURES).title()));
        assertEquals(
                "How the GPU is divided",
                english(slide(one, SlideTopic.PARTITION).title()));
        assertEquals(
                "Why the figures differ", english(slide(one, SlideTopic.WHY).title()));
        Deck many = deck(Fleets.host(), Audience.MANAGER, DeckPlan.ALL);
        assertEquals(
                "One fleet, three answers",
                english(slide(many, SlideTopic.FIGURES).title()));
        assertEquals(
                "How the GPUs are divided",
                english(slide(many, SlideTopic.PARTITION).title()));
        Fleet even = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "7g.80gb 50"));
        assertEquals(
                "Why the figures agree",
                english(slide(deck(even, Audience.MANAGER, DeckPlan.ALL), SlideTopic.WHY)
                        .title()));
    }
}
