package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is done to a document that began empty, in whatever order, everything on show follows in the same pulse. The
 * sequences are drawn at random, from seeds that a failure names.
 */
class CompositionJourney {
    private static final int EDITS = 300;
    private static final List<Long> SEEDS = List.of(2L);

    @RegisterExtension
    final Desk desk = new Desk();

    @Test
    void everythingOnShowFollowsEveryEditInTheSamePulse() {
        desk.open();
        int compared = 0;
        for (long seed : SEEDS) {
            Document document = Desk.fx(() -> desk.session().workspace().newScenario());
            Desk.settle();
            RandomEdits edits = new RandomEdits(desk, document, seed);
            for (int i = 1; i <= EDITS; i++) {
                String done = edits.next();
                List<String> differences = afterOnePulse(document, edits::apply);
                assertEquals(List.of(), differences, "seed " + seed + ", edit " + i + ": " + done);
                compared++;
            }
            assertTrue(edits.kinds() > 12, "kinds of edits that changed something: " + edits.kinds());
        }
        System.out.println("Compared after each of " + compared + " edits");
    }

    /** Does something, and looks when the layout of the next pulse is done, before anything else can happen. */
    private List<String> afterOnePulse(Document document, Runnable edit) {
        CompletableFuture<List<String>> seen = new CompletableFuture<>();
        Desk.fx(() -> {
            edit.run();
            Scene scene = desk.stage().getScene();
            List<Runnable> listeners = new ArrayList<>();
            listeners.add(() -> {
                scene.removePostLayoutPulseListener(listeners.getFirst());
                try {
                    seen.complete(OnShow.differences(scene.getRoot(), document, desk.words()));
                } catch (RuntimeException | AssertionError e) {
                    seen.completeExceptionally(e);
                }
            });
            scene.addPostLayoutPulseListener(listeners.getFirst());
            Platform.requestNextPulse();
            return true;
        });
        return seen.join();
    }
}
