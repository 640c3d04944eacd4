package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Findings;
import io.slicewise.story.Thresholds;
import io.slicewise.work.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FindingsModelTest {
    private final Later later = new Later();

    /** Work that is done when the test says so. */
    private static final class Later implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            waiting.add(() -> then.accept(Ended.of(cancel, work)));
        }

        void goOn() {
            waiting.remove().run();
        }
    }

    private static Document document(int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int i = 0; i < gpus; i++) {
            all.add(Fleets.gpu("GPU " + i, "a100-80gb", "7g.80gb 50"));
        }
        return Document.unchanged(
                DocumentContent.planned(Scenario.empty("Fleet").withFleet(new Fleet(all))));
    }

    private static void edit(Document document) {
        Gpu gpu = document.scenario().fleet().gpus().getFirst();
        InstanceRef first = new InstanceRef(gpu.id(), gpu.instances().getFirst().id());
        document.edit(new InstanceEdit.SetUtilization(Set.of(first), 0.01));
    }

    @Test
    void thoseOfAFewGpusComeAfterThemAndFollowEachEditAtOnce() {
        Document document = document(2);
        FindingsModel model = new FindingsModel(document, new AlertLevel(90), later);
        assertNull(model.findingsProperty().get(), "what was opened stands first");
        later.goOn();
        assertEquals(
                Findings.of(document.figures(), Thresholds.DEFAULT, false),
                model.findingsProperty().get());
        edit(document);
        assertEquals(
                Findings.of(document.figures(), Thresholds.DEFAULT, false),
                model.findingsProperty().get());
        assertFalse(model.findingsProperty().get().isEmpty());
    }

    @Test
    void thoseOfAFleetAreLookedForAndNoneOfBeforeStandMeanwhile() {
        Document document = document(1501);
        FindingsModel model = new FindingsModel(document, new AlertLevel(90), later);
        assertNull(model.findingsProperty().get());
        later.goOn();
        assertEquals(
                Findings.of(document.figures(), Thresholds.DEFAULT, false),
                model.findingsProperty().get());
        edit(document);
        assertNull(model.findingsProperty().get());
        later.goOn();
        assertEquals(
                Findings.of(document.figures(), Thresholds.DEFAULT, false),
                model.findingsProperty().get());
    }
}
