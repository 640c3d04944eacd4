package io.slicewise.journeys;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.FxEditorDialogs;
import io.slicewise.desktop.editor.SystemClipboard;
import io.slicewise.desktop.look.Fonts;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.FxDialogs;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.desktop.workspace.SettingsFile;
import io.slicewise.desktop.workspace.SystemViewer;
import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.fleet.Fleet;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The window on a real display, composed as the desktop composes it, with a mouse and a keyboard whose events come from
 * the display. After each step it is compared with its document, once, after the next two pulses.
 */
final class RealWindow {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long BETWEEN_LOOKS_MILLIS = 40;

    /** A hand is no faster, and a menu opens meanwhile. */
    private static final long HAND_MILLIS = 60;

    private final Session session;
    private final Stage stage;
    private final Words words;
    private final Robot robot;
    private int steps;

    private RealWindow(Stage stage) {
        this.stage = stage;
        words = new Words(Language.ENGLISH);
        Look look = new Look();
        Fonts.load();
        AppFolders folders = AppFolders.ofSystem();
        FxDialogs dialogs = new FxDialogs(words, look);
        dialogs.setOwner(stage);
        session = new Session(
                stage,
                words,
                look,
                new SettingsFile(folders.settings()).read(),
                new Session.Surroundings(
                        folders.settings(),
                        OwnCatalogue.load(folders),
                        SampleLibrary.builtIn(),
                        dialogs,
                        owner -> new FxEditorDialogs(words, look, owner),
                        new SystemClipboard(),
                        SystemViewer::show));
        session.open(List.of());
        robot = new Robot();
    }

    /** Opens it as it opens for the first time. */
    static RealWindow open() {
        CompletableFuture<RealWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                opened.complete(new RealWindow(new Stage()));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        RealWindow window = opened.join();
        // its document comes when the window is on the screen
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (fx(window::document) == null && System.currentTimeMillis() < deadline) {
            pause(BETWEEN_LOOKS_MILLIS);
        }
        window.pulses(3);
        return window;
    }

    int steps() {
        return steps;
    }

    /** Does something that changes the document in front, and looks whether everything shows it. */
    void step(String what, Runnable action, Predicate<Fleet> done) {
        action.run();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!fx(() -> done.test(document().scenario().fleet()))) {
            if (System.currentTimeMillis() > deadline) {
                throw failed(what + " did not come about: "
                        + fx(() -> document().scenario().fleet().gpus().stream()
                                .map(gpu -> gpu.instances().toString())
                                .toList()));
            }
            pause(BETWEEN_LOOKS_MILLIS);
        }
        pulses(2);
        List<String> differences = fx(() -> OnShow.differences(stage.getScene().getRoot(), document(), words));
        if (!differences.isEmpty()) {
            throw failed("After " + what + " the window shows something else than its document: " + differences);
        }
        steps++;
    }

    /** The same of something that only changes how the document is looked at. */
    void look(String what, Runnable action) {
        action.run();
        step(what, () -> pulses(2), _ -> true);
    }

    private AssertionError failed(String why) {
        picture("failed");
        return new AssertionError(
                why + "; the focus is on " + fx(() -> stage.getScene().getFocusOwner()));
    }

    /** Keeps what is on the display. */
    void picture(String name) {
        pulses(2);
        pause(BETWEEN_LOOKS_MILLIS);
        try {
            new ProcessBuilder("import", "-window", "root", "target/window-" + name + ".png")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Document document() {
        return session.workspace().activeProperty().get();
    }

    Stage stage() {
        return stage;
    }

    Words words() {
        return words;
    }

    // ---- eyes ----

    /** The first node on show that a selector picks and that says this; waits for it. */
    Node find(String selector, String said) {
        return find(selector, node -> Eyes.read(node).startsWith(said));
    }

    Node find(String selector, Predicate<Node> wanted) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            List<Node> found = fx(() -> all(selector).stream().filter(wanted).toList());
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            if (System.currentTimeMillis() > deadline) {
                throw failed(selector + " is not on show; there are "
                        + fx(() -> all(selector).stream().map(Eyes::read).toList()));
            }
            pause(BETWEEN_LOOKS_MILLIS);
        }
    }

    List<Node> all(String selector) {
        List<Node> found = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) {
                window.getScene().getRoot().lookupAll(selector).stream()
                        .filter(OnShow::isShown)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The words of what has the focus, or else its style. */
    String focused() {
        pulses(2);
        return fx(() -> {
            Node owner = stage.getScene().getFocusOwner();
            String said = owner == null ? "" : Eyes.read(owner);
            return said.isEmpty() && owner != null ? owner.getStyleClass().toString() : said;
        });
    }

    // ---- hands ----

    void click(Node node) {
        Point2D at = middle(node);
        fx(() -> {
            robot.mouseMove(at);
            return true;
        });
        pause(HAND_MILLIS);
        mouse(true);
        mouse(false);
        pulses(2);
        pause(HAND_MILLIS);
    }

    /** Presses a node, goes so far to the side and down, and lets go. */
    void drag(Node node, double right, double down) {
        drag(middle(node), middle(node).add(right, down));
    }

    void dragOnto(Node node, Node target) {
        drag(middle(node), middle(target));
    }

    private void drag(Point2D from, Point2D to) {
        move(from);
        mouse(true);
        for (int i = 1; i <= 8; i++) {
            move(from.interpolate(to, i / 8.0));
        }
        mouse(false);
        pulses(2);
    }

    private void move(Point2D to) {
        fx(() -> {
            robot.mouseMove(to);
            return true;
        });
        pause(HAND_MILLIS);
    }

    private void mouse(boolean press) {
        fx(() -> {
            if (press) {
                robot.mousePress(MouseButton.PRIMARY);
            } else {
                robot.mouseRelease(MouseButton.PRIMARY);
            }
            return true;
        });
        pause(HAND_MILLIS);
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        fx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
        pause(HAND_MILLIS);
        pulses(2);
    }

    /** Types digits, one after the other. */
    void type(String digits) {
        digits.chars().forEach(digit -> press(KeyCode.valueOf("DIGIT" + (char) digit)));
    }

    private Point2D middle(Node node) {
        pulses(2);
        Bounds bounds = fx(() -> node.localToScreen(node.getBoundsInLocal()));
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    // ---- time ----

    void pulses(int count) {
        for (int i = 0; i < count; i++) {
            CompletableFuture<Boolean> pulse = new CompletableFuture<>();
            fx(() -> {
                Scene scene = stage.getScene();
                List<Runnable> listeners = new ArrayList<>();
                listeners.add(() -> {
                    scene.removePostLayoutPulseListener(listeners.getFirst());
                    pulse.complete(true);
                });
                scene.addPostLayoutPulseListener(listeners.getFirst());
                Platform.requestNextPulse();
                return true;
            });
            pulse.join();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static <T> T fx(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}
