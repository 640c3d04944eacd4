package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.control.NameField;
import io.slicewise.desktop.control.Panes;
import io.slicewise.desktop.control.SharedPane;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.EditorView;
import io.slicewise.desktop.figures.FiguresView;
import io.slicewise.desktop.plan.PlanDesk;
import io.slicewise.desktop.words.Words;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotFacts;
import io.slicewise.story.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What is in a document's tab: one of its screens above the findings. The first screen is its name and notes, the
 * editor and the figures; each is made when it is first looked at.
 */
final class DocumentView extends BorderPane {
    private static final double FIGURES_AT = 0.6;

    private final Document document;
    private final Words words;
    private final EditorView editor;
    private final Map<Screen, Supplier<Node>> makers;
    private final Map<Screen, Node> made = new EnumMap<>(Screen.class);
    private final ObjectProperty<Screen> screen;

    /**
     * @param figures makes them when they are first looked at: of a large fleet that takes a while
     * @param others makes the screens beside the first one that this document has
     * @param screen the one that is shown
     * @param note what stands above the screens that show one moment
     * @param desk what is planned with the document
     * @param findings about it, the gravest first; {@code null} while they are looked for
     */
    DocumentView(
            Document document,
            EditorView editor,
            Supplier<FiguresView> figures,
            Map<Screen, Supplier<Node>> others,
            ObjectProperty<Screen> screen,
            Node note,
            PlanDesk desk,
            ObservableValue<@Nullable List<Finding>> findings,
            Words words) {
        this.document = document;
        this.words = words;
        this.editor = editor;
        makers = new EnumMap<>(others);
        this.screen = screen;
        getStyleClass().add("document");
        VBox left = new VBox(head(), editor);
        left.getStyleClass().add("document-left");
        VBox.setVgrow(editor, Priority.ALWAYS);
        left.setMinWidth(420);
        makers.put(Screen.EXPLORE, () -> explore(left, figures.get()));
        screen.subscribe(now -> {
            setCenter(node(now));
            setTop(now == Screen.EXPLORE || now == Screen.FLEET ? note : null);
        });
        setBottom(new LowerEdge(document, editor, desk, findings, words, () -> screen.set(Screen.EXPLORE)));
    }

    private static Node explore(Node left, FiguresView figures) {
        figures.setMinWidth(340);
        return new SharedPane(left, figures, FIGURES_AT);
    }

    /** What can be done with this document, and which screens it has. */
    Capabilities capabilities() {
        return Capabilities.of(document.content());
    }

    /** The panes of the screen that is shown, and what stands above and below it. */
    List<Node> panes() {
        return Panes.of(this);
    }

    /** The screen that is shown; one of its {@link #capabilities()}. */
    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    private Node node(Screen which) {
        return made.computeIfAbsent(
                which, w -> Objects.requireNonNull(makers.get(w)).get());
    }

    /** Puts the focus where work on a document begins. */
    void begin() {
        Focus.prepare(this);
        editor.focus();
    }

    EditorView editor() {
        return editor;
    }

    Document document() {
        return document;
    }

    private Node head() {
        NameField title = new NameField("flat", "page-title");
        TextField name = title.field();
        HBox.setHgrow(title, Priority.ALWAYS);
        name.accessibleTextProperty().bind(words.of("desktop.document.name"));
        follow(
                name,
                document.scenarioProperty()
                        .map(Scenario::name)
                        .flatMap(w -> words.languageProperty().map(w::in)));
        name.textProperty().subscribe(text -> {
            if (name.isFocused() && !text.equals(document.scenario().name().in(words.language()))) {
                document.edit(new ScenarioEdit.RenameScenario(text));
            }
        });
        HBox row = new HBox(title);
        row.getStyleClass().add("document-head");
        VBox head = new VBox(row, told(), notes());
        head.getStyleClass().add("document-top");
        return head;
    }

    /** What the monitoring told, which is nothing that people write; there is no such line where nothing was measured. */
    private Node told() {
        Label told = new Label();
        told.getStyleClass().addAll("muted", "document-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        ObjectProperty<@Nullable Snapshot> snapshot = new SimpleObjectProperty<>(this, "snapshot");
        // an edit leaves it as it is: nothing is looked for anew
        document.contentProperty().subscribe(content -> snapshot.set(content.snapshot()));
        told.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> snapshot.map(SnapshotFacts::about).map(words::now))
                        .orElse(""));
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        return told;
    }

    private Node notes() {
        NotesField field = new NotesField(words);
        TextArea notes = field.area();
        notes.addEventFilter(KeyEvent.KEY_PRESSED, DocumentView::leaveByTab);
        follow(
                notes,
                document.scenarioProperty()
                        .map(Scenario::notes)
                        .flatMap(w -> words.languageProperty().map(w::in)));
        notes.textProperty().subscribe(text -> {
            if (notes.isFocused() && !text.equals(document.scenario().notes().in(words.language()))) {
                document.edit(new ScenarioEdit.SetNotes(text));
            }
        });
        return field;
    }

    /** Tab goes on from a text area as from everything else, instead of into the text: else the keyboard is caught in it. */
    private static void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof Node node && !event.isControlDown()) {
            node.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** Shows a value, undo included, without moving the caret while that very value is typed. */
    private void follow(TextInputControl field, ObservableValue<String> value) {
        value.subscribe(text -> {
            if (!field.getText().equals(text)) {
                field.setText(text);
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                document.settle();
            }
        });
    }
}
