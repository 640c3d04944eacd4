package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.monitoring.Connections;
import io.slicewise.desktop.monitoring.LiveActions;
import io.slicewise.desktop.monitoring.LiveDesk;
import io.slicewise.desktop.monitoring.LivePane;
import io.slicewise.desktop.monitoring.LiveStrip;
import io.slicewise.desktop.monitoring.MonitoringActions;
import io.slicewise.desktop.monitoring.MonitoringPart;
import io.slicewise.desktop.monitoring.MonitoringView;
import io.slicewise.desktop.sums.SumsModel;
import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.live.LiveThreads;
import io.slicewise.live.Surroundings;
import io.slicewise.live.connection.SecretStore;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What the Monitoring screens of a window share: the connection to a server, and which of their parts is shown. */
final class Monitoring {
    private final Workspace workspace;
    private final Stage stage;
    private final Words words;
    private final MonitoringActions actions;
    private final LiveThreads threads = LiveThreads.of(Platform::runLater);
    private final LiveDesk desk;
    private final ObjectProperty<MonitoringPart> part = new SimpleObjectProperty<>(MonitoringPart.QUERIES);
    private final Map<Document, MonitoringView> screens = new HashMap<>();
    private final Map<Document, DocumentView> views = new HashMap<>();
    private final Map<Document, SumsModel> sums = new HashMap<>();
    private @Nullable LivePane server;
    private @Nullable LiveStrip strip;

    /** @param folder where settings are */
    Monitoring(Workspace workspace, Stage stage, Words words, MonitoringActions actions, Path folder) {
        this.workspace = workspace;
        this.stage = stage;
        this.words = words;
        this.actions = actions;
        Surroundings around = threads.surroundings();
        Connections connections = new Connections(folder.resolve("connections.json"), around);
        desk = new LiveDesk(new Opens(), around, lazily(SecretStore::ofSystem), connections);
        workspace.documents().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::forget);
            }
        });
        desk.connectedProperty().subscribe(this::look);
        stage.iconifiedProperty().subscribe(this::look);
        workspace.activeProperty().subscribe(this::look);
        desk.documentProperty().subscribe(this::look);
        part.subscribe(this::look);
    }

    /** Where documents of live readings go. */
    private final class Opens implements LiveActions {
        @Override
        public Catalogue catalogue() {
            return actions.catalogue();
        }

        @Override
        public AlertLevel alert() {
            return actions.alert();
        }

        @Override
        public Document open(String name, Snapshot snapshot) {
            return workspace.show(name, snapshot);
        }

        @Override
        public boolean allowsPlain(String host) {
            return actions.allowsPlain(host);
        }

        @Override
        public Optional<Path> askFile() {
            return actions.askFile();
        }

        @Override
        public Document open(Summed summed, SumsModel.Opens opens) {
            Document document = Document.unchanged(summed);
            return show(document, SumsModel.live(document, summed, opens));
        }

        @Override
        public Document open(Summed summed, GroupsModel range, SumsModel.Opens opens) {
            Document document = Document.unchanged(summed);
            return show(document, SumsModel.over(document, summed, range, opens));
        }

        /** Its screens take from the model, and are made when it is shown. */
        private Document show(Document document, SumsModel model) {
            sums.put(document, model);
            workspace.show(document);
            return document;
        }

        @Override
        public boolean isOpen(Document document) {
            return workspace.documents().contains(document);
        }
    }

    /** One store for all: what is kept in memory only is found again. */
    private static <T> Supplier<T> lazily(Supplier<T> maker) {
        AtomicReference<@Nullable T> made = new AtomicReference<>();
        return () -> {
            synchronized (made) {
                T present = made.get();
                if (present == null) {
                    present = maker.get();
                    made.set(present);
                }
                return present;
            }
        };
    }

    /** What a server summed up for a document; empty where it holds instances. */
    Optional<SumsModel> sums(Document document) {
        return Optional.ofNullable(sums.get(document));
    }

    /** The Monitoring screen of a document. */
    Node view(Document document) {
        MonitoringView view = new MonitoringView(document, words, actions, this::server, part);
        screens.put(document, view);
        return view;
    }

    /** Follows which screen of a document is shown; above a live one it says how old it is. */
    void follow(DocumentView view) {
        views.put(view.document(), view);
        view.screenProperty().subscribe(this::look);
        look();
    }

    /** Brings the form for a connection to the front, and the keyboard to its address. */
    void connect() {
        Document active = workspace.activeProperty().get();
        Document document = active == null ? workspace.newScenario() : active;
        part.set(MonitoringPart.LIVE);
        DocumentView view = views.get(document);
        if (view != null) {
            view.screenProperty().set(Screen.MONITORING);
            server().begin();
        }
    }

    /** Ends the connection and its threads. */
    void close() {
        desk.disconnect();
        threads.close();
    }

    private boolean isServerShown(@Nullable Document document) {
        DocumentView view = document == null ? null : views.get(document);
        return part.get() == MonitoringPart.LIVE
                && view != null
                && view.screenProperty().get() == Screen.MONITORING;
    }

    /** The server is asked while a person can see what it tells: its document, or the connection itself. */
    private void look() {
        Document live = desk.documentProperty().get();
        Document active = workspace.activeProperty().get();
        boolean onShow = live == null || live.equals(active) || isServerShown(active);
        desk.watchedProperty().set(onShow && !stage.isIconified());
        MonitoringView screen = active == null ? null : screens.get(active);
        if (screen != null) {
            screen.takeConnection();
        }
        boolean strips = desk.connectedProperty().getValue() && !isServerShown(live);
        DocumentView now = live == null || !strips ? null : views.get(live);
        for (DocumentView view : views.values()) {
            view.setTop(view.equals(now) ? strip() : null);
        }
    }

    /** Made when it is first looked at. */
    private LivePane server() {
        LivePane present = server;
        if (present == null) {
            present = new LivePane(desk, words);
            server = present;
        }
        return present;
    }

    private LiveStrip strip() {
        LiveStrip present = strip;
        if (present == null) {
            present = new LiveStrip(desk, words);
            strip = present;
        }
        return present;
    }

    private void forget(Document document) {
        views.remove(document);
        screens.remove(document);
        sums.remove(document);
        if (document.equals(desk.documentProperty().get())) {
            desk.disconnect();
        }
    }
}
