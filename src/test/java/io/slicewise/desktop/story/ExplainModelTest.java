package io.slicewise.desktop.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.page.SectionKind;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The page follows the document, the language and what somebody chose, and nothing while nobody looks. */
class ExplainModelTest {
    private static final InstanceRef BIG = new InstanceRef("GPU 0", "4");

    private final Document document =
            Document.unchanged(DocumentContent.planned(Scenario.empty("main").withFleet(Fleets.scenario1())));
    private final Words words = new Words(Language.ENGLISH);
    private final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);
    private final ExplainModel model = new ExplainModel(document, alert, words, new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            then.accept(Ended.of(cancel, work));
        }
    });

    private ExplainModel.Shown shown() {
        ExplainModel.Shown shown = model.shownProperty().get();
        assertNotNull(shown);
        return shown;
    }

    private String summary() {
        return shown().page().section(SectionKind.SUMMARY).text().replace('\u00a0', ' ');
    }

    @Test
    void nothingIsWorkedOutBeforeSomebodyLooks() {
        assertNull(model.shownProperty().get());
        model.watchedProperty().set(true);
        assertTrue(summary().contains("60.0%"), this::summary);
    }

    @Test
    void whileNobodyLooksThePageStaysAndCatchesUpAtTheNextLook() {
        model.watchedProperty().set(true);
        model.watchedProperty().set(false);
        List<ExplainModel.Shown> seen = new ArrayList<>();
        model.shownProperty().addListener((_, _, now) -> seen.add(now));
        document.edit(new InstanceEdit.SetUtilization(Set.of(BIG), 0.9));
        assertEquals(List.of(), seen);
        model.watchedProperty().set(true);
        assertTrue(summary().contains("90.0%"), this::summary);
    }

    @Test
    void anEditAndItsUndoAreFollowed() {
        model.watchedProperty().set(true);
        String before = summary();
        document.edit(new InstanceEdit.SetUtilization(Set.of(BIG), 0.9));
        assertTrue(summary().contains("90.0%"), this::summary);
        document.undo();
        assertEquals(before, summary());
    }

    @Test
    void theGravestFindingIsChosenUntilSomebodyChooses() {
        model.watchedProperty().set(true);
        assertEquals(shown().findings().getFirst(), shown().finding());
        String last = shown().findings().getLast().rule();
        model.ruleProperty().set(last);
        assertEquals(shown().findings().getLast(), shown().finding());
        document.edit(new InstanceEdit.SetUtilization(Set.of(BIG), 0.31));
        assertEquals(last, shown().findings().getLast().rule());
        assertEquals(last, String.valueOf(shown().finding().rule()));
    }

    @Test
    void aFindingThatIsNoMoreGivesWayToTheGravest() {
        model.watchedProperty().set(true);
        model.ruleProperty().set("no such rule");
        assertEquals(shown().findings().getFirst(), shown().finding());
    }

    @Test
    void theInstancesOfTheFindingAreLitInTheStrip() {
        model.watchedProperty().set(true);
        model.ruleProperty().set("gap");
        List<PartitionStrip.Cell> lit = shown().strip().rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(PartitionStrip.Cell::lit)
                .toList();
        assertEquals(
                List.of("3g.40gb"), lit.stream().map(PartitionStrip.Cell::name).toList());
        String spoken = shown().strip().rows().getFirst().words().replace('\u00a0', ' ');
        assertTrue(spoken.contains("3g.40gb 30.0% (marked)"), spoken);
    }

    @Test
    void languageAndAudienceChangeTheWords() {
        model.watchedProperty().set(true);
        String english = summary();
        model.audienceProperty().set(Audience.ENGINEER);
        assertTrue(summary().contains("gap −15.0 pp"), this::summary);
        words.languageProperty().set(Language.KOREAN);
        model.audienceProperty().set(Audience.MANAGER);
        assertTrue(summary().startsWith("요약"), this::summary);
        words.languageProperty().set(Language.ENGLISH);
        assertEquals(english, summary());
    }

    @Test
    void anotherAlertChangesWhatIsFoundAndTold() {
        model.watchedProperty().set(true);
        model.audienceProperty().set(Audience.OPERATOR);
        assertTrue(
                shown().findings().stream().noneMatch(finding -> finding.rule().equals("alert")));
        assertTrue(summary().contains("Alert at 90.0%"), this::summary);
        alert.percentProperty().set(60);
        assertTrue(
                shown().findings().stream().anyMatch(finding -> finding.rule().equals("alert")));
        assertTrue(summary().contains("Alert at 60.0%"), this::summary);
    }
}
