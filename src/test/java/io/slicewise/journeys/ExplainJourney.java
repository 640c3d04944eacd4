package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.chart.ChartView;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner has to tell others what the figures mean, reads the page about them, and takes parts of it along. */
class ExplainJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    private void explain(String sample) {
        desk.openSample(sample);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    }

    private List<String> trio() {
        return eyes.texts(".explain-figure .figure-value");
    }

    private String lead() {
        return eyes.text(".explain-lead");
    }

    /** The page brings into sight what gets the focus; the headless screen has no room for a click below its edge. */
    private void click(Node node) {
        focus(node);
        hands.click(node);
    }

    private static void focus(Node node) {
        Desk.fx(() -> {
            node.requestFocus();
            return true;
        });
        Desk.settle();
    }

    private String chosen(String rows) {
        return read(eyes.one(rows + " > .choice-row:selected"));
    }

    private static String read(Node node) {
        return Desk.fx(() -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .replace('\u00a0', ' ');
    }

    @Test
    void thePageSaysItInOneSentenceForWhoeverIsTold() {
        explain("main-example.slicewise.json");
        assertEquals(List.of("51.4%", "72.0%", "75.0%"), trio());
        assertEquals("51% of the GPU you bought is in use.", lead());
        hands.click(eyes.labelled(".explain-audience > .toggle-button", "Engineers and developers"));
        assertTrue(lead().startsWith("Instance average 75.0%, slice-weighted average 72.0% (gap −3.0 pp)"), lead());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), trio());
        hands.click(eyes.labelled(".toggle-button", "한"));
        assertTrue(lead().startsWith("인스턴스 평균 사용률 75.0%"), lead());
    }

    @Test
    void aFindingLightsWhatProvesItAndLeadsToTheEditor() {
        explain("scenario-1-idle-3g.slicewise.json");
        assertTrue(chosen(".explain-findings").startsWith("The 3g.40gb, at 30.0%"), chosen(".explain-findings"));
        assertEquals(List.of(4), lit());
        assertEquals(1, eyes.all(".explain-cell.lit").size());
        click(eyes.all(".explain-findings > .choice-row").get(1));
        assertEquals(List.of(1, 2, 3), lit());
        assertEquals(3, eyes.all(".explain-cell.lit").size());
        hands.press(KeyCode.UP);
        assertEquals(List.of(4), lit());
        click(eyes.all(".explain-show").getFirst());
        assertEquals(1, eyes.all(".instance-block:selected").size());
    }

    private List<Integer> lit() {
        ChartView chart = (ChartView) eyes.one(".explain-proof .chart-view");
        return Desk.fx(() -> chart.litProperty().get());
    }

    @Test
    void aPurposeIsChosenByKeyAndItsRowHasTheAnswer() {
        explain("main-example.slicewise.json");
        click(eyes.all(".explain-purposes > .choice-row").getFirst());
        for (int row = 0; row < 4; row++) {
            hands.press(KeyCode.DOWN);
        }
        assertTrue(chosen(".explain-purposes").startsWith("Alert threshold"), chosen(".explain-purposes"));
        assertEquals(
                "Alert at 90.0%. The weighted average is 72.0% now, 18.0 points below.", eyes.text(".explain-answer"));
        hands.press(KeyCode.HOME);
        assertTrue(chosen(".explain-purposes").startsWith("Server cost"), chosen(".explain-purposes"));
    }

    @Test
    void whatIsReadIsCopiedAsText() {
        explain("main-example.slicewise.json");
        click(eyes.one(".explain-arithmetic .explain-copy"));
        assertTrue(desk.answers.clipboard.contains("   360 / 7 ≈ 51.43\n"), desk.answers.clipboard);
        assertEquals("Copied", eyes.text(".explain-arithmetic .explain-copy"));
        hands.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertFalse(desk.answers.clipboard.isEmpty());
        click(eyes.one(".explain-copy-all"));
        assertTrue(desk.answers.clipboard.startsWith("Main example: three 1g and one 2g\n\nSummary\n"));
    }

    /** What managers need less often is folded, opens by its heading or by key, and stays as it was left. */
    @Test
    void whatManagersNeedLessOftenIsFoldedAndOpens() {
        explain("main-example.slicewise.json");
        long open = eyes.all(".explain-section").stream()
                .filter(section -> Desk.fx(
                        () -> section.lookupAll(".explain-fold").stream().noneMatch(Node::isVisible)))
                .count();
        assertTrue(open <= 7, () -> open + " parts are open");
        assertFalse(body(".explain-cautions").isVisible());
        click(eyes.one(".explain-cautions .explain-heading"));
        assertTrue(body(".explain-cautions").isVisible());
        focus(eyes.one(".explain-arithmetic .explain-fold"));
        hands.press(KeyCode.SPACE);
        assertTrue(body(".explain-arithmetic").isVisible());
        focus(eyes.one(".explain-errata .explain-fold"));
        hands.press(KeyCode.SPACE);
        hands.press(KeyCode.SPACE);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertTrue(body(".explain-cautions").isVisible());
        assertTrue(body(".explain-arithmetic").isVisible());
        assertFalse(body(".explain-errata").isVisible());
    }

    private Node body(String section) {
        return Desk.fx(() ->
                ((Pane) eyes.one(".explain-section" + section)).getChildren().getLast());
    }

    @Test
    void sectionsAreWalkedThroughByKey() {
        explain("main-example.slicewise.json");
        double before = top(".explain-purposes");
        hands.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
        hands.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
        assertTrue(top(".explain-purposes") < before - 200, () -> before + " → " + top(".explain-purposes"));
    }

    private double top(String selector) {
        Node node = eyes.one(".explain-section" + selector);
        return Desk.fx(() -> node.localToScene(0, 0).getY());
    }

    @Test
    void thePageFollowsWhatIsUndone() {
        desk.open();
        hands.fill(eyes.inRow(3, ".utilization-field"), "100");
        hands.press(KeyCode.ENTER);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertEquals(List.of("62.9%", "88.0%", "85.0%"), trio());
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("51.4%", "72.0%", "75.0%"), trio());
    }

    @Test
    void whatIsNotKnownIsSaidAndNotGuessed() {
        explain("snapshot-faults.prom");
        List<String> said = eyes.texts(".explain-view .label");
        assertTrue(
                said.stream()
                        .anyMatch(words ->
                                words.contains("“NVIDIA X900 Prototype”") && words.contains("W and G of the other 2")),
                said::toString);
        assertEquals(List.of("24.8%", "43.3%", "50.0%"), trio());
    }

    @Test
    void whereThereIsNothingToExplainAButtonLeadsToTheEditor() {
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.N);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.click(eyes.one(".explain-empty > .button"));
        eyes.one(".empty-scenario");
    }

    @Test
    void aCaseOpensItsExample() {
        explain("main-example.slicewise.json");
        click(eyes.one(".explain-cases .explain-fold"));
        click(eyes.all(".explain-cases .hyperlink").getFirst());
        assertTrue(eyes.title().contains("Case 1"), eyes.title());
    }

    @Test
    void f1ExplainsWhatHasTheFocus() {
        explain("main-example.slicewise.json");
        Node weighted = eyes.one(".explain-figure.weighted");
        Desk.fx(() -> {
            weighted.requestFocus();
            return true;
        });
        hands.press(KeyCode.F1);
        assertEquals(
                "Slice-weighted average",
                Eyes.read(eyes.all(".help-term:lit .section-title").getFirst()));
        hands.press(KeyCode.ESCAPE);
        assertEquals(List.of(), eyes.all(".help-view"));
        hands.choose("desktop.menu.help", "help.menu.keyboard");
        assertTrue(eyes.texts(".help-keys").contains("Ctrl Shift C"), () -> "" + eyes.texts(".help-keys"));
    }
}
