package io.slicewise.desktop.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.DocumentSubject;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.present.Show.Blank;
import io.slicewise.desktop.present.Show.Place;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.page.OverRange;
import io.slicewise.page.Section;
import io.slicewise.page.Slides;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.story.Audience;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.story.deck.Slide;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ShowTest {
    private static final InstanceRef FIRST = new InstanceRef("GPU 0", "1");
    private static final InstanceRef LARGE = new InstanceRef("GPU 0", "4");

    private static final Background AT_ONCE = new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            then.accept(Ended.of(cancel, work));
        }
    };

    private final Document document =
            Document.unchanged(DocumentContent.planned(Scenario.empty("main").withFleet(Fleets.main())));
    private final ObjectProperty<PresentationSettings> manner =
            new SimpleObjectProperty<>(PresentationSettings.in(Language.ENGLISH));
    private final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);
    private final Show show = show(document, SlideTopic.SUMMARY);

    private Show show(Document about, SlideTopic from) {
        OverRange range = found(about, AT_ONCE).getFirst();
        return new Show(about, range, alert, manner, from, AT_ONCE);
    }

    private List<OverRange> found(Document about, Background background) {
        List<OverRange> found = new ArrayList<>();
        Show.find(about, manner.get().language(), new Latest(background), found::add);
        return found;
    }

    @Test
    void goesThroughSlidesAndTheirSteps() {
        show.next();
        show.next();
        assertEquals(new Place(SlideTopic.FIGURES, 0), show.place());
        show.next();
        show.next();
        assertEquals(new Place(SlideTopic.FIGURES, 2), show.place());
        show.next();
        assertEquals(new Place(SlideTopic.WHY, 0), show.place());
        show.back();
        assertEquals(new Place(SlideTopic.FIGURES, 2), show.place(), "back to the last step of it");
        assertEquals(3, show.number());
    }

    @Test
    void staysWithinTheDeck() {
        show.back();
        assertEquals(1, show.number());
        show.last();
        show.next();
        assertEquals(9, show.number());
        show.go(400);
        assertEquals(9, show.number());
        show.go(0);
        assertEquals(1, show.number());
    }

    @Test
    void goesToTheNumberThatIsTyped() {
        show.type(0);
        show.type(5);
        assertEquals("05", show.typedProperty().get());
        show.enter();
        assertEquals(SlideTopic.ANALOGY, show.place().topic());
        assertEquals("", show.typedProperty().get());
        show.enter();
        assertEquals(SlideTopic.PURPOSES, show.place().topic(), "Enter alone goes on");
    }

    @Test
    void coversTheSlideUntilTheNextKey() {
        show.cover(Blank.BLACK);
        show.cover(Blank.WHITE);
        assertEquals(Blank.WHITE, show.blankProperty().get());
        show.cover(Blank.WHITE);
        assertEquals(Blank.NONE, show.blankProperty().get());
        show.cover(Blank.BLACK);
        show.next();
        assertEquals(Blank.NONE, show.blankProperty().get());
    }

    @Test
    void slidesCanBeMovedAndLeftOutMeanwhile() {
        show.go(4);
        show.change(m -> m.withPlan(m.plan().moved(SlideTopic.WHY, -4)));
        assertEquals(1, show.number(), "the slide stays, its number changes");
        show.change(m -> m.withPlan(m.plan().with(SlideTopic.WHY, false)));
        assertEquals(SlideTopic.SUMMARY, show.place().topic(), "the one after it");
        show.go(8);
        show.change(m -> m.withPlan(m.plan().with(SlideTopic.SOURCES, false)));
        assertEquals(SlideTopic.ARITHMETIC, show.place().topic());
    }

    @Test
    void speaksToAnotherAudienceInAnotherLanguageAtOnce() {
        String before = show.words().now(show.slide().lead(0));
        show.nextAudience();
        assertEquals(Audience.ENGINEER, show.manner().audience());
        assertFalse(before.equals(show.words().now(show.slide().lead(0))));
        show.nextLanguage();
        assertEquals(Language.KOREAN, show.words().language());
    }

    @Test
    void remembersWhereItWas() {
        show.go(5);
        assertEquals(SlideTopic.ANALOGY, manner.get().last());
        assertEquals(
                SlideTopic.ANALOGY, show(document, manner.get().last()).place().topic());
    }

    @Test
    void whatIsTriedOutMovesTheShowAndNotTheDocument() {
        show.whatIf().set(LARGE, 1.0);
        assertEquals(0.88, show.whatIf().figures().getValue().total().weightedAverage(), 1e-12);
        assertEquals(0.72, document.figures().total().weightedAverage(), 1e-12);
        assertTrue(show.whatIf().changed().getValue());
        assertFalse(document.isEdited());
        show.whatIf().drop();
        assertFalse(show.whatIf().changed().getValue());
    }

    @Test
    void whatIsKeptIsOneStepOfTheDocument() {
        show.whatIf().set(FIRST, 0.12345);
        show.whatIf().shift(Set.of(LARGE), 0.5);
        show.whatIf().keep();
        assertEquals(
                0.123, document.scenario().fleet().instance(FIRST).orElseThrow().utilization());
        assertEquals(
                1.0, document.scenario().fleet().instance(LARGE).orElseThrow().utilization());
        assertEquals(1, document.historyProperty().get().past().size());
        assertFalse(show.whatIf().changed().getValue());
        document.undo();
        assertEquals(0.75, document.figures().total().instanceAverage(), 1e-12);
    }

    @Test
    void editsOfTheDocumentShowThroughWhatIsTried() {
        show.whatIf().set(FIRST, 0.1);
        document.edit(new InstanceEdit.SetUtilization(Set.of(LARGE), 0));
        assertEquals(0.4, show.whatIf().figures().getValue().total().instanceAverage(), 1e-12);
        document.edit(new InstanceEdit.RemoveInstances(Set.of(FIRST)));
        assertFalse(show.whatIf().changed().getValue());
    }

    @Test
    void aShowThatIsOverFollowsNothing() {
        show.close();
        document.edit(new InstanceEdit.RemoveInstances(
                Set.of(FIRST, new InstanceRef("GPU 0", "2"), new InstanceRef("GPU 0", "3"), LARGE)));
        assertEquals(9, show.deck().slides().size());
    }

    @Test
    void anotherAlertIsTheShowsToo() {
        show.change(m -> m.withAudience(Audience.OPERATOR));
        String usual = String.valueOf(show.deck());
        alert.percentProperty().set(70);
        assertFalse(usual.equals(String.valueOf(show.deck())));
        alert.percentProperty().set(AlertLevel.USUAL);
        assertEquals(usual, String.valueOf(show.deck()));
    }

    @Test
    void whatPlannersTypedHasSlidesOfItsOwnInTheLanguageOfTheShow() {
        Assumptions assumptions = Assumptions.NONE.with("a100-80gb", Assumed.HOURLY, new BigDecimal("2.5"));
        Scenario scenario = Scenario.empty("main")
                .withFleet(Fleets.main())
                .withAssumptions(assumptions)
                .withAlternatives(List.of(Alternative.of("Cheaper").withRate("a100-80gb", new BigDecimal("2"))));
        Document priced = Document.unchanged(DocumentContent.planned(scenario));
        Show planner = show(priced, SlideTopic.SUMMARY);
        assertTrue(planner.deck().indexOf(SlideTopic.MONEY) > 0);
        assertTrue(
                planner.deck().indexOf(SlideTopic.ALTERNATIVES) > planner.deck().indexOf(SlideTopic.POWER));
        assertEquals(-1, planner.deck().indexOf(SlideTopic.WHEN), "there is no range");
        // 2.5 for 730 hours
        assertTrue(text(planner, SlideTopic.MONEY).contains("1,825.00"));
        assertTrue(text(planner, SlideTopic.ALTERNATIVES).contains("Cost per month"));
        planner.nextLanguage();
        assertTrue(text(planner, SlideTopic.ALTERNATIVES).contains("월간 비용"));
        planner.close();
    }

    @Test
    void whatIsEnteredDuringAShowHasASlideUntilItIsTakenAway() {
        assertEquals(-1, show.deck().indexOf(SlideTopic.MONEY));
        Assumptions assumptions = Assumptions.NONE.with("a100-80gb", Assumed.HOURLY, new BigDecimal("2.5"));
        document.edit(new ScenarioEdit.SetAssumptions(assumptions, null));
        // 2.5 for 730 hours
        assertTrue(text(show, SlideTopic.MONEY).contains("1,825.00"));
        document.undo();
        assertEquals(-1, show.deck().indexOf(SlideTopic.MONEY));
        assertEquals(9, show.deck().slides().size());
    }

    @Test
    void ofARangeTheWallTellsWhatTheFileTells() {
        Document week = range();
        manner.set(manner.get().withAudience(Audience.ENGINEER));
        Show show = show(week, SlideTopic.SUMMARY);
        List<Section> file = Slides.of(DocumentSubject.of(week, Language.ENGLISH), show.addressee(), DeckPlan.ALL);
        List<Slide> wall = show.deck().slides();
        assertEquals(file.size(), wall.size());
        for (int i = 0; i < wall.size(); i++) {
            assertEquals(file.get(i).text(), text(show, wall.get(i).topic()));
        }
        assertEquals(SlideTopic.COURSE, wall.get(1).topic());
        String first = text(show, SlideTopic.SUMMARY);
        // the mean over time; at the end it is 56.9%
        assertTrue(first.contains("55.0% of the GPU capacity you bought was in use on average"), first);
        assertTrue(show.foot().contains(": means over the range"), show.foot());
        show.close();
    }

    @Test
    void aChosenMomentOfARangeSaysThatItIsOne() {
        Document week = range();
        week.momentProperty().set(true);
        Show show = show(week, SlideTopic.SUMMARY);
        assertTrue(show.foot().contains("One moment, not the whole range."), show.foot());
        assertTrue(text(show, SlideTopic.SUMMARY).contains("56.9"));
        assertTrue(show.deck().indexOf(SlideTopic.COURSE) > 0, "how it came about can be looked at");
        show.close();
    }

    @Test
    void theMomentIsSaidInTheLanguageOfTheShow() {
        Document week = range();
        week.momentProperty().set(true);
        Show show = show(week, SlideTopic.SUMMARY);
        show.nextLanguage();
        Show korean = show(week, SlideTopic.SUMMARY);
        assertEquals(korean.foot(), show.foot());
        assertEquals(text(korean, SlideTopic.SUMMARY), text(show, SlideTopic.SUMMARY));
        assertTrue(show.foot().contains("2026년"), show.foot());
        korean.close();
        show.close();
    }

    @Test
    void aShowFollowsWhetherItIsOfTheRangeOrOfAMoment() {
        Document week = range();
        Show show = show(week, SlideTopic.SUMMARY);
        week.momentProperty().set(true);
        assertTrue(show.foot().contains("One moment, not the whole range."), show.foot());
        assertTrue(text(show, SlideTopic.SUMMARY).contains("56.9"));
        week.momentProperty().set(false);
        assertTrue(show.foot().contains(": means over the range"), show.foot());
        assertTrue(
                text(show, SlideTopic.SUMMARY).contains("55.0% of the GPU capacity you bought was in use on average"));
        show.close();
    }

    @Test
    void whatTheDocumentKnowsOfItsRangeIsNotWorkedOutAgain() {
        Timeline twoDays = new RecordedDays(2)
                .gpu("a")
                .with("1", "4g.40gb", 0.1, _ -> 0.1)
                .with("2", "3g.40gb", 0.1, _ -> 0.1)
                .done();
        Fleet last = twoDays.at(twoDays.end() - 1);
        Document document = Document.unchanged(DocumentContent.measured(
                Scenario.empty("two days"), Snapshots.of(last).withTimeline(twoDays)));
        Outlook both = Outlook.of(twoDays);
        // nobody would work this out
        Outlook known = new Outlook(both.sizes().subList(0, 1), both.series(), both.forecast());
        document.outlookProperty().set(known);
        Show show = show(document, SlideTopic.SUMMARY);
        assertTrue(text(show, SlideTopic.SIZES).contains("1 too large, 0 too small"));
        show.nextLanguage();
        assertTrue(text(show, SlideTopic.SIZES)
                .contains(Messages.in(Language.KOREAN).say(SizeSentences.counts(known.sizes()))));
        show.close();
    }

    @Test
    void aMomentOfARangeIsThereAtOnceAndTheRangeLater() {
        Background never = new Background() {
            @Override
            public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {}
        };
        Document week = range();
        assertEquals(0, found(week, never).size());
        week.momentProperty().set(true);
        assertEquals(1, found(week, never).size());
    }

    @Test
    void whatIsTriedOnTheMeansOfARangeIsKeptAsItWasSeen() {
        Document week = range();
        Show show = show(week, SlideTopic.SUMMARY);
        Figures means = show.whatIf().figures().getValue();
        InstanceRef tried = means.shares().getFirst().ref();
        InstanceRef other = means.shares().getLast().ref();
        show.whatIf().set(tried, 0.9);
        assertFalse(text(show, SlideTopic.SUMMARY).contains("on average"), "nobody recorded this");
        show.keep();
        assertEquals(0.9, week.scenario().fleet().instance(tried).orElseThrow().utilization());
        assertEquals(
                means.shares().getLast().instance().utilization(),
                week.scenario().fleet().instance(other).orElseThrow().utilization());
        assertEquals(1, week.historyProperty().get().past().size());
        assertTrue(week.momentProperty().get());
        show.close();
    }

    private static Document range() {
        Snapshot snapshot = ((SnapshotOpened)
                        new Opener(Fleets.CATALOGUE).open(Path.of("samples").resolve("snapshot-range.json")))
                .snapshot();
        Document document = Document.unchanged(DocumentContent.measured(Scenario.empty("range"), snapshot));
        document.outlookProperty().set(Outlook.of(Objects.requireNonNull(snapshot.timeline())));
        return document;
    }

    private static String text(Show show, SlideTopic topic) {
        Slide slide = show.deck().slides().get(show.deck().indexOf(topic));
        return Slides.of(slide, show.shown(), show.addressee()).text();
    }
}
