package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.workspace.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The window comes first, and what it opens as soon as it is on the screen. */
class StartJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final List<String> happened = new ArrayList<>();

    @Test
    void theFirstDocumentComesWhenTheWindowIsOnTheScreen() {
        desk.begin(this::follow);
        Desk.until(() -> happened.contains("document"));
        Desk.settle();
        assertEquals(List.of("window", "frame", "frame", "document"), happened.subList(0, 4));
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
        assertEquals("Explore", Eyes.read(focus()));
    }

    @Test
    void soDoFilesThatWereRead() {
        desk.begin(this::follow, Path.of("samples", "case-2-production.slicewise.json"));
        Desk.until(() -> happened.contains("document"));
        assertEquals(List.of("window", "frame", "frame", "document"), happened.subList(0, 4));
        assertEquals(1, desk.session().workspace().documents().size());
        Desk.settle();
        assertEquals("Explore", Eyes.read(focus()));
    }

    @Test
    void nothingIsCalledEmptyBeforeItIsKnown() throws IOException {
        Path broken = Files.writeString(desk.folder().resolve("broken.slicewise.json"), "{\"gpus\": [");
        Session session = desk.begin(this::follow, broken);
        Desk.until(() -> happened.contains("nothing is open") && !desk.told().isEmpty());
        assertEquals(List.of("window", "frame", "frame"), happened.subList(0, 3));
        assertTrue(session.workspace().documents().isEmpty());
    }

    @Test
    void whereAPersonHasPutTheFocusItStays() {
        desk.begin(_ -> {});
        Node theme = Desk.fx(() -> {
            Node button = desk.stage().getScene().lookup(".top-bar > .button");
            button.requestFocus();
            return button;
        });
        Desk.until(() -> !desk.session().workspace().documents().isEmpty());
        Desk.settle();
        assertEquals(theme, focus());
    }

    @Test
    void aWindowThatIsClosedAtOnceOpensNothing() {
        desk.begin(session -> {
            follow(session);
            desk.stage().addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> Platform.runLater(session::quit));
        });
        Desk.until(() -> happened.stream().filter("frame"::equals).count() > 4);
        assertFalse(happened.contains("document"), happened.toString());
    }

    private Node focus() {
        return Desk.fx(() -> desk.stage().getScene().getFocusOwner());
    }

    private void follow(Session session) {
        AnimationTimer frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (eyes.all(".empty-state").isEmpty()) {
                    happened.add("frame");
                } else {
                    happened.add("nothing is open");
                    stop();
                }
            }
        };
        desk.stage().setOnShown(_ -> {
            happened.add("window");
            frames.start();
        });
        session.workspace().documents().addListener((ListChangeListener<Object>) _ -> happened.add("document"));
    }
}
