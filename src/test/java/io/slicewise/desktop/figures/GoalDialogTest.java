package io.slicewise.desktop.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoalDialogTest {
    private static final Set<InstanceRef> LARGE = Set.of(new InstanceRef("g0", "i4"));

    private final Document document = Document.unchanged(DocumentContent.planned(
            Scenario.empty("scenario 1").withFleet(Fleets.of(Fleets.model("a100-80gb"), "1g@0 1g@1 1g@2 3g@4"))));
    private final Words words = new Words(Language.ENGLISH);

    /** Cases g01 and g03: three 1g at 0.9; for 70 % the 3g has to be at 50 %, and 97 % is out of its reach. */
    private GoalDialog scenarioOne() {
        document.edit(new InstanceEdit.SetUtilization(
                Set.of(new InstanceRef("g0", "i1"), new InstanceRef("g0", "i2"), new InstanceRef("g0", "i3")), 0.9));
        document.selectionProperty().set(LARGE);
        return new GoalDialog(document, GoalFigure.WEIGHTED, words);
    }

    @Test
    void whatItTakesIsSaidAndSet() {
        GoalDialog dialog = scenarioOne();
        GoalDialog.Answer answer = dialog.answer("70%").orElseThrow();
        assertThat(words.now(answer.said()))
                .isEqualTo("It takes 50.0% (3g.40gb). The figure can be between 45.0% and 95.0%.");
        dialog.use(dialog.answer("80%").orElseThrow());
        assertThat(document.figures().total().weightedAverage()).isCloseTo(0.8, within(1e-12));
        document.undo();
        assertThat(document.figures().total().weightedAverage()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void theImpossibleIsSaidWithWhatCanBeReached() {
        GoalDialog.Answer answer = scenarioOne().answer("97").orElseThrow();
        assertThat(answer.isPossible()).isFalse();
        assertThat(words.now(answer.said()))
                .isEqualTo("97.0% is impossible by changing 3g.40gb. The figure can be between 45.0% and 95.0%.");
    }

    @Test
    void howFewAtAValueIsSaidAndSet() {
        GoalDialog dialog = scenarioOne();
        document.edit(new InstanceEdit.SetUtilization(LARGE, 0.3));
        document.selectionProperty().set(Set.of());
        GoalDialog all = new GoalDialog(document, GoalFigure.WEIGHTED, words);
        GoalDialog.Answer answer = all.fewest("96", "100%").orElseThrow();
        assertThat(words.now(answer.said()))
                .isEqualTo("2 of 4 (all 4 instances) at 100.0% are the fewest: the figure is then 96.7%, "
                        + "with one fewer 95.0%. It can be between 60.0% and 100.0%.");
        all.use(answer);
        assertThat(document.figures().total().weightedAverage()).isCloseTo(5.8 / 6, within(1e-12));
        assertThat(dialog.fewest("99", "95").orElseThrow().isPossible()).isFalse();
        assertThat(dialog.fewest("99", "all")).isEmpty();
    }

    @Test
    void whatIsNoPercentageHasNoAnswer() {
        GoalDialog dialog = scenarioOne();
        assertThat(dialog.answer("much")).isEmpty();
        assertThat(dialog.answer("")).isEmpty();
        assertThat(dialog.answer("12,5 %")).isPresent();
        Document empty = Document.unchanged(DocumentContent.planned(Scenario.empty("nothing")));
        assertThat(new GoalDialog(empty, GoalFigure.WHOLE, words).isPossible()).isFalse();
    }
}
