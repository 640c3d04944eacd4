package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A fleet that the server sums up: its table, its reasons, its time, and the instances behind a row. */
class SummedFleetJourney {
    @RegisterExtension
    private final Desk desk = new Desk();

    @TempDir
    private Path folder;

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void aFleetIsSummedUpByChoiceAndLookedAtOverTime() throws IOException {
        try (Stub server = Stub.http(SummedFleetJourney::answer)) {
            desk.open();
            hands.choose("desktop.menu.file", "desktop.menu.connect");
            Desk.fx(() -> {
                ((ComboBox<?>) eyes.one(".live-computed")).getSelectionModel().select(2);
                return true;
            });
            hands.fill(eyes.one(".live-address"), server.base().toString());
            hands.press(KeyCode.ENTER);
            Desk.until(() -> !eyes.all(".sums-view").isEmpty());
            Desk.until(() -> eyes.one(".sums-view .table-view") instanceof TableView<?> table
                    && table.getItems().size() == 2);
            Desk.until(() -> !eyes.texts(".sums-figure").isEmpty());
            assertEquals("75.0%", eyes.texts(".sums-figure").getFirst().replace('\u00a0', ' '));
            assertTrue(
                    eyes.text(".live-text").contains("Computed by the server, as chosen"),
                    () -> eyes.text(".live-text"));
            desk.answers.export = Optional.of(folder.resolve("sums.csv"));
            hands.click(eyes.labelled(".sums-view .button", "Export table…"));
            Desk.until(() -> Files.exists(folder.resolve("sums.csv")));
            assertEquals(4, Files.readAllLines(folder.resolve("sums.csv")).size());

            whatNeedsInstancesIsRefusedWithTheReason();
            hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            Desk.until(() -> !eyes.all(".sums-sentences .label").isEmpty());
            assertTrue(
                    eyes.texts(".sums-sentences .label").get(1).contains("node-1"),
                    () -> "" + eyes.texts(".sums-sentences .label"));

            hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
            hands.click(eyes.labelled(".plan-view .button", "Ask the server"));
            Desk.until(() -> eyes.texts(".plan-view .plan-section .label").stream()
                    .anyMatch(text -> text.startsWith("Computed by the server, as chosen")));
            Desk.until(() -> eyes.texts(".plan-view .plan-section .label").stream()
                    .anyMatch(text -> text.startsWith("Replayed by the server in this layout")));
            assertEquals(1, ((TableView<?>) eyes.one(".sizes-table")).getItems().size());
            Desk.until(() -> eyes.texts(".sizes-table .menu-button").contains("1g.10gb"));
            MenuButton becomes = (MenuButton) eyes.labelled(".sizes-table .menu-button", "1g.10gb");
            Desk.fx(() -> {
                becomes.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
                becomes.getItems().stream()
                        .filter(item -> item.getText().equals("3g.40gb"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                return true;
            });
            Desk.until(() -> eyes.texts(".sizes-table .menu-button").contains("3g.40gb"));
            Desk.fx(() -> {
                ((TableView<?>) eyes.one(".sizes-table")).getSelectionModel().select(0);
                return true;
            });
            hands.click(eyes.labelled(".plan-view .button", "Split"));
            Desk.until(() -> eyes.texts(".sizes-table .menu-button").contains("1g.10gb + 1g.10gb + 1g.10gb"));

            hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            hands.click(eyes.labelled(".range-pane .button", "Load range"));
            Desk.until(() -> eyes.title().contains(" – "));
            Desk.until(() -> !eyes.all(".timeline-view .heat").isEmpty()
                    && eyes.one(".timeline-view .heat") instanceof ListView<?> list
                    && list.getItems().size() == 2);
            assertTrue(eyes.text(".timeline-said").startsWith("A point every "), () -> eyes.text(".timeline-said"));
            desk.answers.export = Optional.of(folder.resolve("range.csv"));
            Desk.until(() ->
                    !eyes.labelled(".timeline-bar .menu-button", "Export range").isDisabled());
            hands.chooseFrom("Export range", "Save figures as CSV…");
            Desk.until(() -> Files.exists(folder.resolve("range.csv")));
            hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            Desk.until(() -> eyes.texts(".sums-figure").size() == 4);
            hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertTrue(Files.readString(folder.resolve("range.csv")).startsWith("group,time,instanceAverage"));
            Desk.fx(() -> {
                desk.words().languageProperty().set(Language.KOREAN);
                ((ListView<?>) eyes.one(".timeline-view .heat"))
                        .getSelectionModel()
                        .select(1);
                return true;
            });
            hands.click(eyes.labelled(".timeline-strips .button", "인스턴스 불러오기"));
            Desk.until(() -> eyes.title().equals("Slicewise — node-1"));
        }
    }

    /** Keys that would need instances do nothing, and the menus say why. */
    private void whatNeedsInstancesIsRefusedWithTheReason() {
        desk.answers.save = Optional.of(folder.resolve("sums.slicewise.json"));
        hands.press(KeyCode.CONTROL, KeyCode.S);
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        hands.press(KeyCode.F5);
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        hands.press(KeyCode.CONTROL, KeyCode.D);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(Files.notExists(folder.resolve("sums.slicewise.json")));
        assertTrue(OnShow.isShown(eyes.one(".sums-view")));
        assertTrue(desk.answers.told.isEmpty());
        String why = " (sums of a server: load the instances of a row first)";
        List<String> refused = Desk.fx(() -> ((MenuBar) eyes.one(".menus"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(MenuItem::isDisable)
                        .map(MenuItem::getText)
                        .filter(text -> text.endsWith(why))
                        .map(text -> text.substring(0, text.length() - why.length()))
                        .toList());
        assertEquals(
                List.of(
                        "Save",
                        "Save as…",
                        "Report…",
                        "Copy as Markdown for a ticket",
                        "Copy figures as a table",
                        "Explore",
                        "Present",
                        "Present from the last slide",
                        "Set up the presentation…"),
                refused);
    }

    /** Two hosts: at 90% with seven 1g, at 60% with a 3g and a 4g, of which the first report twice as many instances. */
    private static Said answer(Asked asked) {
        if (asked.path().endsWith("buildinfo")) {
            return Said.json("{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}");
        }
        String query = asked.parameter("query");
        if (asked.path().endsWith("/values")) {
            return Said.json("{\"status\":\"success\",\"data\":[]}");
        }
        if (query.startsWith("label_replace")) {
            return Said.vector("{\"metric\":{\"label\":\"Hostname\"},\"value\":[1700000000,\"1\"]}");
        }
        if (query.startsWith("count by (modelName")) {
            return Said.vector(row(asked, "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"1g.10gb\"", 1));
        }
        if (query.contains(" by (Hostname) (")) {
            boolean weighed = query.contains("* group by") || query.contains("* clamp_max");
            boolean load = query.startsWith("sum") && query.contains("clamp_max");
            double first = load ? 1.8 : 2;
            double second = load ? (weighed ? 3.3 : 1.2) : weighed ? 7 : 2;
            return query.contains("!~")
                    ? Said.vector()
                    : Said.vector(
                            row(asked, "\"Hostname\":\"node-0\"", first),
                            row(asked, "\"Hostname\":\"node-1\"", second));
        }
        if (query.startsWith("count(") || !query.contains("GR_ENGINE")) {
            return Said.number(1);
        }
        return Said.vector(row(
                asked,
                "\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\",\"GPU_I_ID\":\"7\",\"modelName\":\"NVIDIA"
                        + " A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"1g.10gb\",\"Hostname\":\"node-1\"",
                query.contains("time()") ? Double.parseDouble(asked.parameter("time")) : 0.5));
    }

    private static String row(Asked asked, String labels, double value) {
        String metric = "{\"metric\":{" + labels + "},";
        if (!asked.path().endsWith("query_range")) {
            return metric + "\"value\":[1700000000,\"" + value + "\"]}";
        }
        long start = Math.round(Double.parseDouble(asked.parameter("start")));
        long step = Math.round(Double.parseDouble(asked.parameter("step")));
        return metric + "\"values\":["
                + IntStream.range(0, 20)
                        .mapToObj(i -> "[" + (start + i * step) + ",\"" + value + "\"]")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
