package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Document;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner looks through a host with eight GPUs. */
class HostJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void aHostWithEightGpusOpensAndScrolls() {
        desk.openSample("host-8-gpus.slicewise.json");
        assertEquals(List.of("48.0%", "48.9%", "48.1%"), eyes.figures());
        assertEquals("8 GPUs, 50 instances", eyes.text(".editor-top > .muted"));
        assertEquals("49 of 50 instances reported", eyes.aside("instance-average"));
        assertEquals("between 47.2% and 49.0%", eyes.aside("whole-gpu"));

        double tableHeight = eyes.one(".instance-table").getLayoutBounds().getHeight();
        Node list = eyes.one(".gpu-list");
        Set<String> seen = new TreeSet<>(eyes.texts(".card-name"));
        assertTrue(seen.contains("GPU 0") && !seen.contains("GPU 7"), () -> "at first: " + seen);
        for (int turn = 0; turn < 60 && seen.size() < 8; turn++) {
            hands.scroll(list, 4, VerticalDirection.DOWN);
            seen.addAll(eyes.texts(".card-name"));
        }
        assertEquals(8, seen.size(), () -> "seen: " + seen);
        assertTrue(eyes.texts(".card-slices").contains("6 of 7 slices"), () -> "" + eyes.texts(".card-slices"));
        assertEquals(
                tableHeight,
                eyes.one(".instance-table").getLayoutBounds().getHeight(),
                1,
                "cards that are scrolled leave the divider where it is");
    }

    @Test
    void whatIsSelectedOnAMapComesIntoSightInTheTable() {
        desk.openSample("host-8-gpus.slicewise.json");
        Document document = desk.session().workspace().activeProperty().get();
        Gpu last = document.scenario().fleet().gpus().getLast();
        assertEquals(List.of(), selectedRows());
        Desk.fx(() -> {
            Instance instance = last.instances().getLast();
            document.selectionProperty().set(Set.of(new InstanceRef(last.id(), instance.id())));
            return true;
        });
        Desk.settle();
        assertEquals(List.of(49), selectedRows());
    }

    @Test
    void whatIsAddedComesIntoSightInTheTable() {
        desk.openSample("host-8-gpus.slicewise.json");
        Desk.fx(() -> {
            ((SplitMenuButton) eyes.one(".editor-top .split-menu-button")).fire();
            return true;
        });
        Desk.settle();
        for (int row = 50; row < 53; row++) {
            hands.press(KeyCode.ENTER);
            Desk.settle();
            assertEquals(List.of(row), selectedRows());
            assertTrue(isSelectionInSight(), "row " + row);
        }
    }

    @Test
    void gpusOfOneHostAndNumberAreToldApart() throws IOException {
        String row = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-%s\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"3g.40gb\",GPU_I_ID=\"1\"} 0.5\n";
        Path file = desk.folder().resolve("replaced.prom");
        Files.writeString(file, row.formatted("a") + row.formatted("b"));
        desk.open(file);
        assertEquals(List.of("#1", "#2"), eyes.texts(".card-number"));
        assertEquals(
                List.of("GPU 0 #1", "GPU 0 #2"),
                eyes.texts(".instance-table .table-cell").stream()
                        .filter(words -> words.startsWith("GPU"))
                        .sorted()
                        .toList());
    }

    private boolean isSelectionInSight() {
        Bounds table = onScreen(eyes.one(".instance-table .clipped-container"));
        return eyes.all(".instance-table .table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && !row.isEmpty() && row.isSelected())
                .allMatch(row ->
                        table.contains(onScreen(row).getCenterX(), onScreen(row).getMaxY() - 2));
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private List<Integer> selectedRows() {
        return eyes.all(".instance-table .table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> !row.isEmpty() && row.isSelected())
                .map(TableRow::getIndex)
                .toList();
    }
}
