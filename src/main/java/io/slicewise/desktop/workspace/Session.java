package io.slicewise.desktop.workspace;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartExport;
import io.slicewise.desktop.control.Frames;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background.Work;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.document.Outlooks;
import io.slicewise.desktop.document.WorkScope;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.editor.EditorDialogs;
import io.slicewise.desktop.editor.EditorView;
import io.slicewise.desktop.figures.FiguresView;
import io.slicewise.desktop.help.HelpTopic;
import io.slicewise.desktop.help.HelpWindow;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.plan.PlanDesk;
import io.slicewise.desktop.present.Presentations;
import io.slicewise.desktop.report.Reports;
import io.slicewise.desktop.words.Words;
import io.slicewise.desktop.workspace.MainWindow.Commands;
import io.slicewise.document.AppFolders;
import io.slicewise.document.BuildInfo;
import io.slicewise.document.Opener;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.json.AtomicFile;
import io.slicewise.mig.GpuModel;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** A window with everything behind it, from its opening to its closing. */
public final class Session {
    private static final String FIRST_SAMPLE = "main-example.slicewise.json";

    private final Stage stage;
    private final Words words;
    private final Look look;
    private final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);
    private final Dialogs dialogs;
    private final Toasts toasts;
    private final AppFolders folders;
    private final BuildInfo build = BuildInfo.present();
    private OwnCatalogue catalogue;
    private final SampleLibrary samples;
    private final Autosave autosave;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Session::daemon);
    private final ExecutorService workers = Executors.newFixedThreadPool(2, Session::daemon);
    private final WorkScope background = new WorkScope(this::onWorkers);
    private final Preferences preferences;
    private final Workspace workspace;
    private final MainWindow window;
    private final HelpWindow help;
    private final Presentations presentations;
    private final Monitoring monitoring;
    private final Reports reports;

    /**
     * What the outside gives to a session; tests give other things than a desktop does.
     *
     * @param folder the settings folder
     * @param viewer shows a file or folder with the system's program; {@code false} where there is none
     */
    public record Surroundings(
            Path folder,
            OwnCatalogue catalogue,
            SampleLibrary samples,
            Dialogs dialogs,
            Function<Node, EditorDialogs> editorDialogs,
            ClipboardAccess clipboard,
            Predicate<Path> viewer) {}

    public Session(Stage stage, Words words, Look look, Settings settings, Surroundings surroundings) {
        this.stage = stage;
        this.words = words;
        this.look = look;
        dialogs = surroundings.dialogs();
        toasts = new Toasts(stage, words);
        folders = new AppFolders(surroundings.folder());
        catalogue = surroundings.catalogue();
        samples = surroundings.samples();
        autosave = new Autosave(
                surroundings.folder().resolve("autosave"),
                ProcessHandle.current().pid());
        preferences =
                new Preferences(settings, new SettingsFile(surroundings.folder(), settings), disk, this::diskFailed);
        help = new HelpWindow(stage, words, look);
        workspace = new Workspace(new Opener(catalogue.catalogue()), dialogs, words, background);
        monitoring = new Monitoring(
                workspace,
                stage,
                words,
                new MonitoringBesides(
                        dialogs,
                        surroundings.clipboard(),
                        background,
                        () -> catalogue.catalogue(),
                        alert,
                        toasts::show),
                surroundings.folder());
        ChartActions charts = new ChartExport((name, _) -> dialogs.askExport(name), toasts::show);
        presentations = new Presentations(stage, words, look, alert, charts, background);
        reports = new Reports(
                stage,
                words,
                look,
                alert,
                preferences.reports(),
                new ReportBesides(
                        workspace, dialogs, surroundings.clipboard(), background, surroundings.viewer(), toasts::show));
        DocumentScreens screens = new DocumentScreens(
                workspace,
                samples,
                monitoring,
                preferences.fleetColumns(),
                words,
                look,
                alert,
                charts,
                surroundings.clipboard(),
                this::export);
        window = new MainWindow(
                workspace,
                samples,
                preferences.recent(),
                words,
                look,
                alert,
                document -> view(document, surroundings, screens, charts),
                surroundings.clipboard(),
                presentations,
                reports,
                new WindowCommands());
    }

    private DocumentView view(
            Document document, Surroundings surroundings, DocumentScreens screens, ChartActions charts) {
        WorkScope itsWork = scope(document);
        EditorView editor = new EditorView(
                document,
                words,
                () -> catalogue.catalogue(),
                surroundings.editorDialogs().apply(window),
                surroundings.clipboard());
        ObjectProperty<Screen> screen =
                new SimpleObjectProperty<>(Capabilities.of(document.content()).first());
        PlanDesk desk = new PlanDesk(
                document,
                new PlanBesides(
                        workspace, surroundings.clipboard(), itsWork, this::export, () -> catalogue.catalogue()),
                () -> screen.set(Screen.PLAN));
        editor.actions().setOnMakeRoom(desk::makeRoom);
        Outlooks.follow(document, itsWork);
        editor.actions().setOnRankLayouts(desk::betterLayout);
        DocumentView view = new DocumentView(
                document,
                editor,
                () -> new FiguresView(document, words, look, charts),
                screens.of(document, screen, desk, itsWork),
                screen,
                screens.note(document, itsWork),
                desk,
                new FindingsModel(document, alert, new AfterFrame(itsWork)).findingsProperty(),
                words);
        monitoring.follow(view);
        return view;
    }

    /** The background work of a document, which stops when it is closed. */
    private WorkScope scope(Document document) {
        WorkScope scope = new WorkScope(background);
        workspace.documents().addListener(new ListChangeListener<>() {
            @Override
            public void onChanged(Change<? extends Document> change) {
                if (!workspace.documents().contains(document)) {
                    scope.close();
                    workspace.documents().removeListener(this);
                }
            }
        });
        return scope;
    }

    private void export(String suggestedName, byte[] content) {
        dialogs.askExport(suggestedName).ifPresent(file -> {
            try {
                AtomicFile.write(file, content);
            } catch (IOException e) {
                diskFailed(e);
            }
        });
    }

    /** Shows the window with these files, with what a crash left behind, or with the main example. */
    public void open(List<Path> files) {
        open(files, Map.of());
    }

    /** The same, with streams beside files, by the name that each is called. */
    public void open(List<Path> files, Map<String, InputStream> streams) {
        preferences.connect(words, look, alert, window.libraryProperty());
        workspace.setMemory(new ColumnMemory() {
            @Override
            public Map<String, List<Column>> all() {
                return preferences.settings().columns();
            }

            @Override
            public void keep(String header, List<Column> columns) {
                preferences.change(s -> s.withColumns(header, columns));
            }
        });
        workspace.setOnNamed(
                (listing, name) -> background.start(_ -> OwnCatalogue.add(folders, listing, name), this::useCatalogue));
        workspace.setOnStored(path -> preferences.change(s -> s.withRecent(path)));
        new AutosaveSchedule(autosave, disk, this::diskFailed).watch(workspace);
        WindowFrame.place(stage, preferences.settings().window());
        // with its size, so that it is not laid out first at the size that its content would like
        Scene scene = new Scene(window, stage.getWidth(), stage.getHeight());
        look.dress(scene);
        help.explainTerms(scene);
        stage.setScene(scene);
        stage.titleProperty()
                .bind(workspace
                        .activeProperty()
                        .flatMap(d -> d.scenarioProperty()
                                .flatMap(s -> words.languageProperty().map(s.name()::in))
                                .flatMap(name -> d.editedProperty().map(e -> "Slicewise — " + name + (e ? " *" : ""))))
                        .orElse("Slicewise"));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            event.consume();
            quit();
        });
        // files are read meanwhile; what comes of them, or asks, waits for a window to stand in
        Runnable begin = workspace.turns().hold();
        if (files.isEmpty() && streams.isEmpty()) {
            workspace.turns().take(() -> workspace.open(samples.named(FIRST_SAMPLE)));
        }
        workspace.open(files);
        streams.forEach(workspace::open);
        workspace.turns().take(window::begin);
        workspace.turns().take(this::afterStart);
        window.await();
        stage.show();
        Frames.onScreen(() -> {
            // it may be closed already
            if (stage.isShowing()) {
                begin.run();
            }
        });
    }

    /** A GPU was added, or could not be: it can be used at once, in a scenario of its own and in every editor. */
    private void useCatalogue(OwnCatalogue.Added added) {
        GpuModel model = added.model();
        if (model == null) {
            dialogs.tell(Text.of("desktop.save.failed"), Dialogs.said(added.problems()));
            return;
        }
        catalogue = added.catalogue();
        workspace.setCatalogue(catalogue.catalogue());
        workspace.newScenario(model);
        toasts.show(Text.of(
                "desktop.ownGpu.added", model.name(), folders.catalogue().toString()));
    }

    private void afterStart() {
        if (!catalogue.problems().isEmpty()) {
            workspace
                    .turns()
                    .take(() ->
                            dialogs.tell(Text.of("desktop.catalogue.problems"), Dialogs.said(catalogue.problems())));
        }
        Updates.ask(build, preferences, LocalDate.now(ZoneId.systemDefault()), background, toasts::show);
        new CrashRecovery(autosave, workspace, dialogs, words, background, disk, this::diskFailed)
                .offer(catalogue.catalogue());
    }

    /** Asks about unsaved work, remembers where the window is, and closes it. */
    public void quit() {
        // asked twice, as a window system may, there is nothing left to close
        if (!stage.isShowing() || !workspace.closeAll()) {
            return;
        }
        presentations.close();
        reports.close();
        monitoring.close();
        preferences.change(s -> s.withWindow(WindowFrame.of(stage, s.window())));
        preferences.flush();
        background.close();
        workers.shutdownNow();
        disk.shutdown();
        try {
            if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
                disk.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stage.hide();
    }

    public Workspace workspace() {
        return workspace;
    }

    private <T> void onWorkers(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        workers.execute(() -> {
            Ended<T> ended = Ended.of(cancel, work);
            Platform.runLater(() -> then.accept(ended));
        });
    }

    private void diskFailed(IOException e) {
        Platform.runLater(() -> toasts.show(Text.of("desktop.disk.failed", Opener.why(e))));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "slicewise-background");
        thread.setDaemon(true);
        return thread;
    }

    private final class WindowCommands implements Commands {
        @Override
        public void quit() {
            Session.this.quit();
        }

        @Override
        public void explain() {
            help.explainFocus();
        }

        @Override
        public void help(HelpTopic topic) {
            help.show(topic);
        }

        @Override
        public @Nullable BooleanProperty updates() {
            return build.releases() == null ? null : preferences.updates();
        }

        @Override
        public void connect() {
            monitoring.connect();
        }

        @Override
        public void clearRecent() {
            preferences.change(Settings::withoutRecent);
        }
    }
}
