package io.slicewise.desktop;

import io.slicewise.desktop.control.Frames;
import io.slicewise.desktop.editor.FxEditorDialogs;
import io.slicewise.desktop.editor.SystemClipboard;
import io.slicewise.desktop.look.AppIcon;
import io.slicewise.desktop.look.Fonts;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.FxDialogs;
import io.slicewise.desktop.workspace.Session;
import io.slicewise.desktop.workspace.Settings;
import io.slicewise.desktop.workspace.SettingsFile;
import io.slicewise.desktop.workspace.SystemViewer;
import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.text.Language;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The composition root of the window: makes every part and hands each what it needs. */
public final class Desktop extends Application {
    /** Stands for what is piped in. */
    public static final String STANDARD_INPUT = "-";

    /** On a thread of its own: reading a font waits for the toolkit, and nothing else should. */
    private static final CompletableFuture<Void> FONTS = CompletableFuture.runAsync(
            Fonts::load, loading -> Thread.ofPlatform().daemon().name("fonts").start(loading));

    /** The toolkit makes the object only when it has started: too late for what is to be done meanwhile. */
    private static final CompletableFuture<Prepared> PREPARED = CompletableFuture.supplyAsync(Desktop::prepare);

    /** What is read from disk and resources while the toolkit starts. */
    private record Prepared(AppFolders folders, Settings settings, OwnCatalogue catalogue, SampleLibrary samples) {}

    /** Opens the window with these files, {@link #STANDARD_INPUT} among them, and waits until it is closed. */
    public static void open(String... files) {
        launch(Desktop.class, files);
    }

    private static Prepared prepare() {
        AppFolders folders = AppFolders.ofSystem();
        return new Prepared(
                folders,
                new SettingsFile(folders.settings()).read(),
                OwnCatalogue.load(folders),
                SampleLibrary.builtIn());
    }

    @Override
    public void start(Stage stage) {
        Look look = new Look();
        Prepared ready = PREPARED.join();
        FONTS.join();
        Language chosen = ready.settings().language();
        Words words = new Words(chosen == null ? Language.of(Locale.getDefault()) : chosen);
        FxDialogs dialogs = new FxDialogs(words, look);
        dialogs.setOwner(stage);
        Session session = new Session(
                stage,
                words,
                look,
                ready.settings(),
                new Session.Surroundings(
                        ready.folders().settings(),
                        ready.catalogue(),
                        ready.samples(),
                        dialogs,
                        owner -> new FxEditorDialogs(words, look, owner),
                        new SystemClipboard(),
                        SystemViewer::show));
        List<String> arguments = getParameters().getRaw();
        List<Path> files = arguments.stream()
                .filter(it -> !it.equals(STANDARD_INPUT))
                .map(Path::of)
                .toList();
        Map<String, InputStream> streams = arguments.contains(STANDARD_INPUT) ? Map.of("stdin", System.in) : Map.of();
        Timing.ofFirstFrames(stage);
        session.open(files, streams);
        // behind the window, and behind the document that comes with it
        Frames.onScreen(() -> Frames.onScreen(() -> dress(stage)));
        Starter.endWithLauncher();
        if (Training.isOn()) {
            Training.start(session, words, look);
        }
    }

    /** A window can show without icons, and they take a while to unpack. */
    private static void dress(Stage stage) {
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(AppIcon::images)
                .thenAcceptAsync(icons -> stage.getIcons().setAll(icons), Platform::runLater);
    }
}
