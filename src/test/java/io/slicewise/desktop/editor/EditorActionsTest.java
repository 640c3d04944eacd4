package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditorActionsTest {
    private final List<String> asked = new ArrayList<>();
    private boolean answer = true;
    private String clipboard = "";

    private final EditorDialogs dialogs = new EditorDialogs() {
        @Override
        public void weights(GpuModel model) {
            // nothing to answer
        }

        @Override
        public boolean changeModel(GpuModel model, List<Lost> lost) {
            lost.forEach(l -> asked.add(l.instance()));
            return answer;
        }

        @Override
        public Optional<Double> utilization(int instances, double now) {
            asked.add(instances + " at " + now);
            return Optional.of(0.25);
        }
    };

    private final ClipboardAccess board = new ClipboardAccess() {
        @Override
        public String text() {
            return clipboard;
        }

        @Override
        public void setText(String text) {
            clipboard = text;
        }
    };

    private static Document document(Fleet fleet) {
        return Document.unchanged(DocumentContent.planned(Scenario.empty("d").withFleet(fleet)));
    }

    private EditorActions actions(Document document) {
        return new EditorActions(document, dialogs, board);
    }

    private static InstanceRef ref(String instance) {
        return new InstanceRef("GPU 0", instance);
    }

    private static @Nullable String key(@Nullable Text text) {
        return text == null ? null : text.key();
    }

    private static List<Double> loads(Document document) {
        return document.scenario().fleet().gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .map(Instance::utilization)
                .toList();
    }

    @Test
    void cutAndPasteBringsTheSameInstanceBack() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        assertFalse(actions.hasSelection().getValue());
        actions.select(ref("4"), false);
        assertTrue(actions.hasSelection().getValue());
        actions.cut();
        assertEquals(3, document.scenario().fleet().instanceCount());
        assertFalse(actions.hasSelection().getValue());
        actions.paste();
        assertEquals(List.of(0.9, 0.8, 0.7, 0.6), loads(document));
        assertEquals(Set.of(ref("4")), document.selection());
        assertNull(actions.noticeProperty().get());
    }

    @Test
    void pastingSaysWhatItDidNotTake() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        clipboard = "hello";
        actions.paste();
        assertEquals("editor.paste.none", key(actions.noticeProperty().get()));
        clipboard = "";
        actions.paste();
        assertEquals("editor.paste.nothing", key(actions.noticeProperty().get()));
        clipboard = "1g.10gb\t50\nhello";
        actions.paste();
        assertEquals("editor.paste.some", key(actions.noticeProperty().get()));
        assertEquals(5, document.scenario().fleet().instanceCount());
        clipboard = "4g.40gb\t50";
        actions.paste();
        assertEquals("scenario.refused.paste", key(document.noticeProperty().get()));
        assertEquals(5, document.scenario().fleet().instanceCount());
    }

    @Test
    void allOfTheSelectionIsSetInOneStep() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        actions.selectAll();
        assertEquals(4, document.selection().size());
        actions.setUtilization();
        assertEquals(List.of("4 at NaN"), asked);
        assertEquals(List.of(0.25, 0.25, 0.25, 0.25), loads(document));
        document.undo();
        assertEquals(List.of(0.9, 0.8, 0.7, 0.6), loads(document));
    }

    @Test
    void nudgingKeepsDifferencesAndIsOneStep() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        actions.selectAll();
        actions.nudge(10);
        actions.nudge(10);
        assertEquals(List.of(1.0, 1.0, 0.9, 0.8), loads(document));
        document.undo();
        assertEquals(List.of(0.9, 0.8, 0.7, 0.6), loads(document));
    }

    @Test
    void anActionOnAnInstanceOutsideTheSelectionIsForItAlone() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        actions.select(ref("1"), false);
        actions.select(ref("2"), true);
        assertEquals(Set.of(ref("1"), ref("2")), actions.targets(ref("2")));
        assertEquals(Set.of(ref("3")), actions.targets(ref("3")));
        actions.select(ref("2"), true);
        assertEquals(Set.of(ref("1")), document.selection());
    }

    @Test
    void asksBeforeAModelDropsInstances() {
        Document document = document(Fleets.host());
        EditorActions actions = actions(document);
        Gpu gpu = document.scenario().fleet().gpus().getFirst();
        GpuModel a30 = Fleets.CATALOGUE.byId("a30-24gb").orElseThrow();
        answer = false;
        actions.changeModel(List.of(gpu), a30);
        assertEquals(3, asked.size());
        assertEquals(56, document.scenario().fleet().instanceCount());
        answer = true;
        actions.changeModel(List.of(gpu), a30);
        assertEquals(53, document.scenario().fleet().instanceCount());
    }

    @Test
    void aModelThatTakesEverythingIsNotAskedAbout() {
        Document document = document(Fleets.host());
        EditorActions actions = actions(document);
        GpuModel h100 = Fleets.CATALOGUE.byId("h100-80gb-sxm").orElseThrow();
        actions.changeModel(document.scenario().fleet().gpus(), h100);
        assertEquals(List.of(), asked);
        assertTrue(document.scenario().fleet().gpus().stream().allMatch(gpu -> h100.equals(gpu.model())));
        document.undo();
        assertEquals(Fleets.host(), document.scenario().fleet());
    }

    @Test
    void duplicatesAndDeletes() {
        Document document = document(Fleets.main());
        EditorActions actions = actions(document);
        actions.select(ref("1"), false);
        actions.duplicate();
        assertEquals(List.of(0.9, 0.8, 0.7, 0.6, 0.9), loads(document));
        actions.delete();
        assertEquals(List.of(0.9, 0.8, 0.7, 0.6), loads(document));
    }
}
