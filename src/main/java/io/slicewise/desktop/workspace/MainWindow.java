package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.help.HelpTopic;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.present.Presentations;
import io.slicewise.desktop.report.Reports;
import io.slicewise.desktop.words.Words;
import io.slicewise.samples.SampleLibrary;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window: menus above, the Library at the left, the documents in tabs. Files can be dropped anywhere on it. */
public final class MainWindow extends BorderPane {
    private static final String SHEET = Objects.requireNonNull(MainWindow.class.getResource("workspace.css"))
            .toExternalForm();

    private final Workspace workspace;
    private final Words words;
    private final Function<Document, DocumentView> views;
    private final Map<Document, Tab> tabs = new HashMap<>();
    private final TabPane pane = new TabPane();
    /** In letters: what the editor and the figures need beside each other and beside the Library. */
    private static final double LEAST_EMS = 76.6;

    private final BooleanProperty library = new SimpleBooleanProperty(this, "library", true);
    private final BooleanProperty libraryShown = new SimpleBooleanProperty(this, "libraryShown");
    private boolean following;
    private final ObjectProperty<@Nullable DocumentView> view = new SimpleObjectProperty<>(this, "view");
    private final StackPane documents = new StackPane(pane);
    private final Navigation navigation;
    private final LoadingBar loading;
    private final LibraryView shelves;
    private final Islands islands = new Islands(this);

    /** What the menus do that is not the workspace's business. */
    public interface Commands {
        void quit();

        /** Explains what has the focus. */
        void explain();

        /** Shows what there is to read about something. */
        void help(HelpTopic topic);

        void clearRecent();

        /** Whether newer versions are asked for; {@code null} where the build has no address to ask. */
        @Nullable
        BooleanProperty updates();

        /** Asks for a server, and shows what it tells. */
        void connect();
    }

    /**
     * @param views makes the content of a document's tab
     * @param recent files that were open, the last one first
     */
    MainWindow(
            Workspace workspace,
            SampleLibrary samples,
            ObservableValue<List<Path>> recent,
            Words words,
            Look look,
            AlertLevel alert,
            Function<Document, DocumentView> views,
            ClipboardAccess clipboard,
            Presentations presentations,
            Reports reports,
            Commands commands) {
        this.workspace = workspace;
        this.words = words;
        this.views = views;
        getStyleClass().add("window");
        getStylesheets().add(SHEET);
        Menus menus = new Menus(workspace, words, look, alert, view, clipboard, presentations, reports);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().putAll(new TextSize(look).otherKeys());
            }
        });
        navigation = new Navigation(view, words);
        setTop(new TopBar(
                menus.bar(
                        recent,
                        commands::clearRecent,
                        commands::connect,
                        libraryShown,
                        commands::quit,
                        commands::explain,
                        commands::help,
                        commands.updates()),
                navigation,
                words,
                look));
        shelves = new LibraryView(samples, recent, words, workspace::open, path -> workspace.open(List.of(path)));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        makeRoom(look);
        setCenter(documents);
        loading = new LoadingBar(workspace.loadings(), words);
        setBottom(loading);
        followDocuments();
        PaneKeys.install(this, this::panes);
        addEventHandler(DragEvent.DRAG_OVER, MainWindow::acceptFiles);
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /**
     * Where the Library would leave too little room for a document it steps aside, and lies over the document when
     * a person asks for it, until they chose. What they asked for holds where there is room again.
     */
    private void makeRoom(Look look) {
        StackPane.setAlignment(shelves, Pos.CENTER_LEFT);
        shelves.setMaxWidth(USE_PREF_SIZE);
        ObservableValue<Boolean> room = widthProperty()
                .flatMap(width ->
                        look.textSizeProperty().map(_ -> width.doubleValue() >= LEAST_EMS * look.textPixels()));
        room.subscribe(beside -> stepAside(!beside));
        library.subscribe(() -> {
            if (!following) {
                stepAside(!room.getValue());
            }
        });
        libraryShown.subscribe(shown -> {
            boolean beside = room.getValue();
            if (!following) {
                following = true;
                library.set(shown);
                following = false;
            }
            setLeft(shown && beside ? shelves : null);
            documents.getChildren().remove(shelves);
            if (shown && !beside) {
                documents.getChildren().add(shelves);
            }
        });
        workspace.activeProperty().subscribe(_ -> {
            if (!room.getValue()) {
                stepAside(true);
            }
        });
    }

    /** Shows the Library where it is wanted, unless it steps aside, which changes nothing of what is wanted. */
    private void stepAside(boolean aside) {
        following = true;
        libraryShown.set(library.get() && !aside);
        following = false;
    }

    /** What F6 goes through. */
    private List<Node> panes() {
        List<Node> panes = new ArrayList<>();
        panes.add(getTop());
        if (libraryShown.get()) {
            panes.add(shelves);
        }
        DocumentView inFront = view.get();
        panes.addAll(inFront == null ? List.of(getCenter()) : inFront.panes());
        return panes;
    }

    /** Holds the keyboard until there is a document to begin in, unless a person takes it elsewhere. */
    void await() {
        documents.requestFocus();
        view.subscribe(inFront -> {
            if (inFront != null && documents.isFocused()) {
                navigation.begin();
            }
        });
    }

    /** From now on the window says what is read, and, when that has come, where nothing is open. */
    void begin() {
        loading.begin();
        sayNothingIsOpen();
    }

    private void sayNothingIsOpen() {
        ObservableList<Loading> loadings = workspace.loadings();
        if (loadings.isEmpty()) {
            documents.getChildren().add(1, nothingOpen());
            return;
        }
        loadings.addListener(new ListChangeListener<>() {
            @Override
            public void onChanged(Change<? extends Loading> change) {
                loadings.removeListener(this);
                sayNothingIsOpen();
            }
        });
    }

    /** Whether the Library is wanted; it is not shown where there is no room for it. */
    public BooleanProperty libraryProperty() {
        return library;
    }

    private void followDocuments() {
        workspace.documents().forEach(this::addTab);
        workspace.documents().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(document -> pane.getTabs().remove(tabs.remove(document)));
                change.getAddedSubList().forEach(this::addTab);
            }
        });
        workspace.activeProperty().subscribe(document -> {
            Tab tab = document == null ? null : tabs.get(document);
            if (tab != null) {
                pane.getSelectionModel().select(tab);
            }
        });
        pane.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            DocumentView inFront = tab == null ? null : content(tab);
            view.set(inFront);
            workspace.activeProperty().set(inFront == null ? null : inFront.document());
        });
    }

    private void addTab(Document document) {
        Tab tab = new Tab();
        tab.setUserData(document);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(tab.textProperty());
        tab.setTooltip(whole);
        ObservableValue<String> name = document.scenarioProperty()
                .flatMap(s -> words.languageProperty().map(s.name()::in));
        tab.textProperty().bind(name.flatMap(n -> document.editedProperty().map(edited -> edited ? n + " *" : n)));
        tab.setOnCloseRequest(event -> {
            workspace.close(document);
            event.consume();
        });
        tabs.put(document, tab);
        pane.getTabs().add(tab);
    }

    /** The content of a tab, made when it is first looked at. */
    private @Nullable DocumentView content(Tab tab) {
        if (tab.getContent() instanceof DocumentView present) {
            return present;
        }
        if (tab.getUserData() instanceof Document document) {
            DocumentView fresh = views.apply(document);
            tab.setContent(fresh);
            islands.visit(fresh);
            if (document.scenario().fleet().gpus().isEmpty()) {
                // when the tab stands, which takes the focus for itself
                Platform.runLater(fresh::begin);
            }
            return fresh;
        }
        return null;
    }

    private Node nothingOpen() {
        Label sentence = new Label();
        sentence.getStyleClass().add("page-title");
        sentence.textProperty().bind(words.of("desktop.nothing.title"));
        Label how = new Label();
        how.getStyleClass().add("muted");
        how.textProperty().bind(words.of("desktop.nothing.how"));
        Button fresh = button("desktop.menu.new", Icon.PLUS, workspace::newScenario);
        fresh.getStyleClass().add("primary");
        Button open = button("desktop.menu.open", Icon.FOLDER, workspace::open);
        HBox buttons = new HBox(fresh, open);
        buttons.getStyleClass().add("nothing-buttons");
        VBox box = new VBox(sentence, how, buttons);
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(workspace.activeProperty().isNull());
        return box;
    }

    private Button button(String key, Icon icon, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.textProperty().bind(words.of(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void acceptFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            workspace.open(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
