package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A planner looks at an hour of history, and takes a moment of it to the editor. */
class TimelineJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    @TempDir
    Path files;

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    private void openHour() {
        desk.openSample("snapshot-range.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Desk.until(() -> !eyes.all(".timeline-view .range-figure").isEmpty()
                && eyes.texts(".timeline-view .range-figure").getFirst().contains("%"));
    }

    private Node chart() {
        return eyes.one(".timeline-curves .chart-view");
    }

    @Test
    void aMomentOfTheHourGoesToTheEditorAndBack() {
        openHour();
        List<String> last = last();
        hands.click(chart());
        assertFalse(eyes.texts(".moment-figure").isEmpty(), "no figures of the moment");
        List<String> then = eyes.texts(".moment-figure").subList(0, 3);
        hands.click(eyes.labelled(".button", "Show in Explore"));
        assertEquals(then, eyes.figures());
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(last, eyes.figures());
    }

    /** What the editor shows: the last moment of the range. */
    private List<String> last() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        List<String> figures = eyes.figures();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        return figures;
    }

    @Test
    void theForecastOfAnHourIsRefusedBesideTheCurves() {
        openHour();
        hands.click(eyes.labelled(".timeline-bar .toggle-button", "Forecast"));
        Desk.until(
                () -> eyes.texts(".timeline-view .plan-sentence").stream().anyMatch(text -> text.contains("14 days")));
        assertFalse(eyes.all(".timeline-view .heat").isEmpty());
        hands.click(eyes.labelled(".timeline-bar .toggle-button", "Forecast"));
        Desk.until(() -> eyes.all(".timeline-view .plan-sentence").isEmpty());
    }

    @Test
    void theCurvesGoOnToTheForecastWhoseTargetIsMovedByKeys() throws IOException {
        desk.open(Files.writeString(files.resolve("weeks.json"), weeks()));
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Desk.until(() -> !eyes.texts(".timeline-view .range-figure").isEmpty());
        hands.click(eyes.labelled(".timeline-bar .toggle-button", "Forecast"));
        Desk.until(() -> eyes.texts(".timeline-view .label").contains("Whole-GPU utilization reaches 80.0%:"));
        String summary = chart().getAccessibleText();
        assertTrue(summary.contains("Whole-GPU utilization reaches 80.0%: expected"), summary);
        hands.click(chart());
        hands.press(KeyCode.SHIFT, KeyCode.UP);
        Desk.until(() -> eyes.texts(".timeline-view .label").contains("Whole-GPU utilization reaches 81.0%:"));
        hands.click(eyes.labelled(".timeline-view .button", "Weekdays and backtest"));
        Desk.until(() -> eyes.texts(".plan-view .label").contains("Whole-GPU utilization reaches 81.0%:"));
    }

    /** A 7g over three weeks, four readings a day, each half a per cent more. */
    private static String weeks() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 21 * 4; i++) {
            values.append(i == 0 ? "" : ",")
                    .append('[')
                    .append(1_780_272_000L + i * 21_600L)
                    .append(",\"")
                    .append(0.3 + i * 0.005)
                    .append("\"]");
        }
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{"
                + "\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\",\"GPU_I_ID\":\"0\","
                + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"7g.80gb\",\"Hostname\":\"node-1\"},"
                + "\"values\":[" + values + "]}]}}";
    }

    @Test
    void theKeyboardGoesNearerAndBackAndMovesTheMoment() {
        openHour();
        List<String> whole = eyes.texts(".timeline-view .range-figure");
        Node all = eyes.labelled(".button", "Show all");
        assertTrue(all.isDisabled());
        hands.click(chart());
        String moment = eyes.text(".timeline-panel .section-title");
        hands.press(KeyCode.RIGHT);
        assertFalse(moment.equals(eyes.text(".timeline-panel .section-title")), moment);
        hands.press(KeyCode.PLUS);
        assertFalse(all.isDisabled());
        hands.press(KeyCode.DIGIT0);
        assertTrue(all.isDisabled());
        hands.press(KeyCode.ESCAPE);
        assertEquals(whole, eyes.texts(".timeline-view .range-figure"));
    }

    @Test
    void whatIsOnShowIsFilteredAndExported() throws IOException {
        openHour();
        int rows = eyes.all(".heat-row .heat-name").size();
        hands.fill(eyes.one(".timeline-bar > .text-field"), "4g.40gb");
        Desk.settle();
        assertEquals(List.of("GPU 1 · ID 2"), eyes.texts(".heat-row .heat-name"));
        assertTrue(rows > 1);
        Path csv = files.resolve("hour.csv");
        desk.answers.export = Optional.of(csv);
        hands.chooseFrom("Export range", "Save figures as CSV…");
        Desk.until(() -> Files.exists(csv));
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.getFirst().startsWith("time,instanceAverage"), lines.getFirst());
        assertEquals(13, lines.size() - 1, "a line for each of the readings, five minutes apart");
        Path png = files.resolve("hour.png");
        desk.answers.export = Optional.of(png);
        hands.chooseFrom("Export range", "Save as PNG…");
        Desk.until(() -> Files.exists(png));
    }
}
