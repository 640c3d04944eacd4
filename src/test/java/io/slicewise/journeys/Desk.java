package io.slicewise.journeys;

import io.slicewise.desktop.look.Fonts;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.desktop.workspace.Settings;
import io.slicewise.desktop.workspace.Settings.WindowPlace;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.mig.Catalogue;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A desk with the window on it, as the desktop composes it, on a settings folder of its own and with {@link Answers} in
 * place of a person's. It is cleared after each journey, which fails when JavaFX complained.
 */
final class Desk implements BeforeEachCallback, AfterEachCallback {
    /** JavaFX's headless screen has 1000 by 1000 pixels, and what opens beyond its edge breaks the toolkit. */
    private static final WindowPlace PLACE = new WindowPlace(0, 0, 980, 960, false);

    /** Only a machine that is busy with much else takes longer than a second for anything; a journey has five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Dividers that follow what stands above them, and labels that wrap, need a second look; one more to be safe. */
    private static final int LAYOUT_PASSES = 3;

    /** At first the Library is hidden: a screen this small has little room for it. */
    private static final Settings SETTINGS = settings(PLACE);

    final Answers answers = new Answers();
    final Hands hands = new Hands(this, new FxRobot());
    final Eyes eyes = new Eyes(this);
    private final Complaints complaints = new Complaints();
    private final List<Session> sessions = new ArrayList<>();
    private Path folder = Path.of("");
    private @Nullable String home;
    private Stage stage;
    private Words words;
    private Look look;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, TimeoutException {
        FxToolkit.registerPrimaryStage();
        complaints.listen();
        Platform.setImplicitExit(false);
        Fonts.load();
        folder = Files.createTempDirectory("slicewise-journey");
        home = System.setProperty("user.home", folder.toString());
    }

    /** Opens a window that leaves room below for messages, which slide in from beneath its lower edge. */
    Session openLow() {
        return open(settings(new WindowPlace(0, 0, 980, 880, false)));
    }

    /** Opens the window of somebody who wants the Library. */
    Session openWithLibrary() {
        return open(new Settings(Theme.LIGHT, Language.ENGLISH, 1, true, PLACE, List.of()));
    }

    /** Opens the window on these files, or as it opens for the first time. */
    Session open(Path... files) {
        return open(SETTINGS, files);
    }

    /**
     * A file of this folder as a copy on the desk, any other as it is: reports go beside the document where nobody chose a
     * folder, and must not lie among the samples.
     */
    private Path onDesk(Path file) {
        if (!file.toAbsolutePath().normalize().startsWith(Path.of("").toAbsolutePath())) {
            return file;
        }
        try {
            Path opened = Files.createDirectories(folder.resolve("opened"));
            return Files.copy(file, opened.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Session open(Settings settings, Path... given) {
        Session session = begin(settings, _ -> {}, given);
        until(() -> !session.workspace().documents().isEmpty());
        settle();
        return session;
    }

    /**
     * Opens the window and does not wait for what it opens.
     *
     * @param before is done before the window shows, on the FX thread
     */
    Session begin(Consumer<Session> before, Path... files) {
        return begin(SETTINGS, before, files);
    }

    private Session begin(Settings settings, Consumer<Session> before, Path... given) {
        List<Path> files = Stream.of(given).map(this::onDesk).toList();
        Session session = fx(() -> {
            stage = new Stage();
            words = new Words(settings.language() == null ? Language.ENGLISH : settings.language());
            look = new Look();
            Session made = new Session(
                    stage,
                    words,
                    look,
                    settings,
                    new Session.Surroundings(
                            folder,
                            new OwnCatalogue(Catalogue.builtIn(), List.of()),
                            SampleLibrary.builtIn(),
                            answers,
                            _ -> answers,
                            answers,
                            answers.viewed::add));
            before.accept(made);
            made.open(files);
            return made;
        });
        sessions.add(session);
        return session;
    }

    /** Opens the window on a sample that ships with the product. */
    Session openSample(String file) {
        Session session = open();
        fx(() -> {
            session.workspace().open(SampleLibrary.builtIn().named(file));
            return true;
        });
        settle();
        return session;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        leave();
        if (home != null) {
            System.setProperty("user.home", home);
        }
        delete(folder);
        complaints.expectNone();
    }

    /** Closes the window, without saving. */
    void leave() {
        answers.unsaved = Answers.Unsaved.DISCARD;
        sessions.forEach(session -> fx(() -> {
            session.quit();
            return true;
        }));
        sessions.clear();
        settle();
    }

    /** What the window said, in the order in which it did. */
    List<String> told() {
        return answers.told.stream().map(words::now).toList();
    }

    /** The documents of a crash that the window asked about. */
    List<String> recovered() {
        return answers.recovered;
    }

    Session session() {
        return sessions.getLast();
    }

    /** The settings folder, empty at first. */
    Path folder() {
        return folder;
    }

    Stage stage() {
        return stage;
    }

    Words words() {
        return words;
    }

    Look look() {
        return look;
    }

    /** Does something on the FX thread, and waits until what follows from it is on the screen. */
    static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), work);
    }

    /** Does something on the FX thread, and waits until the next pulse has drawn it. */
    static <T> T afterPulse(Callable<T> work) {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        T result = fx(() -> {
            T made = work.call();
            Scene scene = Window.getWindows().getFirst().getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.complete(true);
                }
            });
            Platform.requestNextPulse();
            return made;
        });
        drawn.join();
        return result;
    }

    /** Waits until everything that was asked of the FX thread is done and everything stands where it will stay. */
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> {
            for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
                Window.getWindows().stream()
                        .map(window -> window.getScene().getRoot())
                        .forEach(root -> {
                            root.applyCss();
                            root.layout();
                        });
            }
            return true;
        });
    }

    /** Waits for what comes from another thread: files that are read and written. */
    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come about within " + PATIENCE, e);
        }
    }

    private static Settings settings(WindowPlace place) {
        return new Settings(Theme.LIGHT, Language.ENGLISH, 1, false, place, List.of());
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
