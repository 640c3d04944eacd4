package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner looks at the three figures, changes readings, and sees the figures follow and say why. */
class FiguresJourney {
    /** The row of the 2g in the main example. */
    private static final int TWO = 3;

    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void theStartShowsTheMainExampleAndSaysWhyItsFiguresDiffer() {
        desk.open();
        assertEquals("Slicewise — Main example: three 1g and one 2g", eyes.title());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
        assertEquals("gap −3.0 pp", eyes.aside("weighted"));
        assertEquals("71.4% allocated", eyes.aside("whole-gpu"));
        assertEquals(
                List.of(
                        "(90 + 80 + 70 + 60) / 4",
                        "(1·90 + 1·80 + 1·70 + 2·60) / 5",
                        "(1·90 + 1·80 + 1·70 + 2·60) / 7"),
                eyes.texts(".formula"));
        String why = eyes.text(".why");
        assertTrue(why.startsWith("The 2g.20gb makes up two fifths of the allocated slices"), why);
        assertTrue(why.contains("the least busy"), why);
    }

    @Test
    void whileASliderIsDraggedEveryFigureFollowsAndOneUndoTakesItAllBack() {
        desk.open();
        Node thumb = eyes.inRow(TWO, ".slider .thumb");
        List<List<String>> seen = new ArrayList<>();
        double tenth = Desk.fx(() -> thumb.getParent().getLayoutBounds().getWidth()) / 10;
        hands.drag(thumb, -tenth, 5, () -> seen.add(eyes.figures()));
        assertEquals(5, seen.stream().distinct().count(), () -> "figures while dragging: " + seen);
        assertEquals(figuresWith2gAt(utilizationShown()), eyes.figures());
        assertTrue(utilizationShown() < 25, () -> "dragged to " + utilizationShown());
        assertTrue(eyes.title().endsWith(" *"), eyes.title());

        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
        assertEquals("60.0", Eyes.read(eyes.inRow(TWO, ".utilization-field")));
        assertEquals("Slicewise — Main example: three 1g and one 2g", eyes.title());
    }

    private double utilizationShown() {
        return Double.parseDouble(Eyes.read(eyes.inRow(TWO, ".utilization-field")));
    }

    private static List<String> figuresWith2gAt(double percent) {
        double three = 90 + 80 + 70;
        return List.of(
                "%.1f%%".formatted((three + percent) / 4),
                "%.1f%%".formatted((three + 2 * percent) / 5),
                "%.1f%%".formatted((three + 2 * percent) / 7));
    }

    @Test
    void aUtilizationIsTypedInTheTableOrIntoTheSliceMap() {
        desk.open();
        hands.fill(eyes.inRow(TWO, ".utilization-field"), "95.5");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("83.9%", "86.2%", "61.6%"), eyes.figures());

        hands.click(eyes.block("2g.20gb"));
        hands.type("60");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());

        hands.fill(eyes.inRow(TWO, ".utilization-field"), "130");
        hands.press(KeyCode.ENTER);
        assertEquals("“130” is not a utilization. Enter 0 to 100, or a dash for no reading.", eyes.notice());
        assertEquals("60.0", Eyes.read(eyes.inRow(TWO, ".utilization-field")));
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
    }

    @Test
    void aReadingThatIsMissingIsNotTakenForZero() {
        desk.open();
        hands.click(eyes.inRow(TWO, ".clear-reading"));
        assertEquals("3 of 4 instances reported", eyes.aside("instance-average"));
        assertEquals(List.of("80.0%", "80.0%"), eyes.figures().subList(0, 2));
        assertEquals("between 34.3% and 62.9%", eyes.aside("whole-gpu"));
        assertTrue(eyes.blocks().contains("profile 2g.20gb, no reading"), () -> "" + eyes.blocks());
    }

    @Test
    void onAnH100SlicesAndSmsGiveOtherWeights() {
        desk.openSample("hardware-h100-slices-and-sms.slicewise.json");
        assertEquals(List.of("42.0%", "55.7%", "55.7%"), eyes.figures());
        hands.click(eyes.one(".basis-button"));
        hands.chooseEntry("SMs");
        assertEquals(List.of("42.0%", "59.0%", "55.5%"), eyes.figures());
        assertEquals(
                "How busy are the SMs? On H100 and H200 they are not proportional to slices.",
                eyes.text(".basis > .caption"));
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("42.0%", "55.7%", "55.7%"), eyes.figures());
    }

    @Test
    void theSensitivityChartFollowsTheInstanceThatIsSelected() {
        desk.open();
        assertTrue(eyes.chart("Sensitivity").contains("As 2g.20gb goes from idle to 100%"), eyes.chart("Sensitivity"));
        hands.click(eyes.all(".instance-block").getFirst());
        assertTrue(eyes.chart("Sensitivity").contains("As 1g.10gb"), eyes.chart("Sensitivity"));
        assertTrue(eyes.chart("Sensitivity").contains("the weighted average by +20.0 pp"), eyes.chart("Sensitivity"));
    }

    @Test
    void theFindingsOpenAndShowTheirInstances() {
        desk.openSample("scenario-1-idle-3g.slicewise.json");
        hands.click(eyes.one(".findings-toggle"));
        assertTrue(eyes.texts(".finding-message").size() > 1, () -> "" + eyes.texts(".finding-message"));
        hands.click(eyes.all(".finding .button").getFirst());
        assertTrue(eyes.all(".instance-block:selected").size() > 0, "no instance is marked");
    }
}
