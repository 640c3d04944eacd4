package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The scenario editor of a document: a card for each GPU above the table of all instances. Only the cards and rows that
 * can be seen exist, so that thousands of GPUs cost no more than a few.
 */
public final class EditorView extends StackPane {
    /** More are too many questions at once. */
    private static final int MOST_OVERFULL = 8;

    /** The most of the height that cards take by themselves; the divider can be put elsewhere. */
    private static final double MOST_FOR_CARDS = 0.64;

    private final EditorContext context;
    private final EditorActions actions;
    private final ClipboardAccess clipboard;
    private final ObservableList<String> gpus = FXCollections.observableArrayList();
    private final List<GpuCell> cells = new ArrayList<>();
    private final ListView<String> list = new ListView<>(gpus);
    private final Islands islands = new Islands(this);
    private final InstanceTable table;
    private final SplitPane split;

    /** Made when there first is nothing to edit. */
    private @Nullable EmptyScenario empty;

    private boolean dividerIsOurs = true;
    private boolean follows;

    /**
     * An editor.
     *
     * @param document what it shows and edits
     * @param words the language
     * @param catalogue the models that can be chosen now
     * @param dialogs what it asks
     * @param clipboard where it copies to and pastes from
     */
    public EditorView(
            Document document,
            Words words,
            Supplier<Catalogue> catalogue,
            EditorDialogs dialogs,
            ClipboardAccess clipboard) {
        this.clipboard = clipboard;
        actions = new EditorActions(document, dialogs, clipboard);
        Pane overlay = new Pane();
        MapDrag drag = new MapDrag(words, overlay, this::maps, actions::editAndSelect);
        context = new EditorContext(document, words, actions, new ModelMenu(catalogue, words), drag);
        table = new InstanceTable(context, islands);
        split = new SplitPane(list, table);
        setUpList();
        setUpSplit();
        VBox content = new VBox(top(), split, new NoticeBar(context));
        content.getStyleClass().add("editor-content");
        VBox.setVgrow(split, Priority.ALWAYS);
        content.visibleProperty().bind(actions.canPaste());
        getChildren().addAll(content, overlay);
        actions.canPaste().subscribe(has -> {
            if (!has) {
                empty();
            }
        });
        getStyleClass().add("editor");
        getStylesheets().add(sheet());
        setMinSize(0, 0);
        sceneProperty().subscribe(this::followFirst);
        actions.setOnAdded(gpu -> {
            applyCss();
            layout();
            focus(gpu);
        });
        EditorKeys keys = new EditorKeys(context);
        // as a filter, because the list of GPUs takes some of them for itself, such as selecting all
        addEventFilter(KeyEvent.KEY_PRESSED, keys::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, new TypedDigits(context, this::map)::typed);
    }

    /**
     * Puts the focus where work begins: on the models that can be added to an empty scenario, else on the first profile
     * that fits.
     */
    public void focus() {
        applyCss();
        layout();
        if (context.fleet().gpus().isEmpty()) {
            Focus.enter(empty());
        } else {
            focus(context.fleet().gpus().getFirst().id());
        }
    }

    private EmptyScenario empty() {
        EmptyScenario there = empty;
        if (there == null) {
            there = new EmptyScenario(context);
            there.visibleProperty().bind(actions.canPaste().map(has -> !has));
            getChildren().addFirst(there);
            empty = there;
        }
        return there;
    }

    private void focus(String gpu) {
        card(gpu).ifPresent(GpuCard::focusPalette);
    }

    /** What can be done with what is selected, for the window's menu. */
    public EditorActions actions() {
        return actions;
    }

    /**
     * What is asked about GPUs, to stand outside of the editor: which model those are that are not known, once for all that
     * are alike, and what to keep of those that have more than they have room for.
     */
    public List<Node> questions(List<Gpu> gpus) {
        Map<String, Gpu> unknown = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Gpu gpu : gpus) {
            GpuModel model = gpu.model();
            if (model == null) {
                unknown.putIfAbsent(gpu.modelName(), gpu);
            } else if (gpu.allocatedSlices() > model.computeSlices() && nodes.size() < MOST_OVERFULL) {
                nodes.add(new OverfullGpu(context, gpu, model));
            }
        }
        unknown.values().forEach(gpu -> nodes.add(unknownModel(gpu)));
        nodes.forEach(node -> ((Region) node).getStylesheets().add(sheet()));
        return nodes;
    }

    private UnknownModel unknownModel(Gpu gpu) {
        UnknownModel choice = new UnknownModel(context, null);
        choice.show(gpu);
        return choice;
    }

    /** Where this editor copies to. */
    public ClipboardAccess clipboard() {
        return clipboard;
    }

    static String sheet() {
        URL url = EditorView.class.getResource("editor.css");
        if (url == null) {
            throw new IllegalStateException("The style sheet editor.css is missing in this build");
        }
        return url.toExternalForm();
    }

    private HBox top() {
        Label title = new Label();
        Label count = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(context.words().of("editor.title"));
        count.fontProperty().subscribe(font -> table.setEm(font.getSize()));
        count.getStyleClass().add("muted");
        count.textProperty()
                .bind(context.document()
                        .scenarioProperty()
                        .map(scenario -> scenario.fleet())
                        .flatMap(fleet ->
                                context.words().of("editor.count", fleet.gpus().size(), fleet.instanceCount())));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(title, count, space, new AddGpuButton(context));
        top.getStyleClass().add("editor-top");
        return top;
    }

    private void setUpList() {
        list.getStyleClass().addAll("flat", "gpu-list");
        list.setFocusTraversable(false);
        // the first stop in a card is its name, into which digits would go
        Focus.setHome(list, this::currentMap);
        list.setCellFactory(_ -> {
            GpuCell cell = new GpuCell(context, islands, this::cardsStand);
            // a card knows its height when it has its width, which is after this view was laid out
            cell.heightProperty().subscribe(() -> Platform.runLater(this::requestLayout));
            cells.add(cell);
            return cell;
        });
        list.setMinHeight(0);
        table.setMinHeight(0);
    }

    private boolean cardsStand() {
        return cells.stream().anyMatch(cell -> cell.card().isPresent());
    }

    private void setUpSplit() {
        split.setOrientation(Orientation.VERTICAL);
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) {
                dividerIsOurs = false;
            }
        });
    }

    /** From when it is first looked at: the rows of ten thousand GPUs, of which others look at the fleet, are not made. */
    private void followFirst() {
        if (getScene() != null && !follows) {
            follows = true;
            follow();
        }
    }

    private void follow() {
        context.document().scenarioProperty().subscribe(scenario -> show(scenario.fleet()));
        context.document().selectionProperty().subscribe(() -> maps().forEach(SliceMap::select));
        context.words().languageProperty().subscribe(() -> {
            cells.forEach(GpuCell::translate);
            table.refresh();
        });
    }

    private void show(Fleet fleet) {
        List<String> ids = fleet.gpus().stream().map(Gpu::id).toList();
        boolean begun = gpus.isEmpty() && empty != null && Focus.isWithin(empty);
        if (!gpus.equals(ids)) {
            // what a live source tells comes without an edit, and must not move what a person looks at
            boolean added = ids.size() == gpus.size() + 1
                    && context.document().historyProperty().get().canUndo();
            gpus.setAll(ids);
            if (added) {
                list.scrollTo(ids.size() - 1);
            }
            requestLayout();
        }
        cells.forEach(GpuCell::refresh);
        table.show(fleet);
        if (begun && !ids.isEmpty()) {
            focus();
        }
    }

    private Collection<SliceMap> maps() {
        return cards().map(GpuCard::map).toList();
    }

    private Stream<GpuCard> cards() {
        return cells.stream().filter(cell -> cell.getScene() != null).flatMap(cell -> cell.card().stream());
    }

    private Optional<SliceMap> map(String gpu) {
        return card(gpu).map(GpuCard::map);
    }

    /** The slice map that was last worked on, else the first one; empty where there is none. */
    private Optional<SliceMap> currentMap() {
        String current = actions.currentGpuProperty().get();
        return Optional.ofNullable(
                        current != null && gpus.contains(current) ? current : gpus.isEmpty() ? null : gpus.getFirst())
                .flatMap(this::map);
    }

    /** The card of a GPU, scrolled into sight where it is not. */
    private Optional<GpuCard> card(String gpu) {
        return shown(gpu).or(() -> {
            list.scrollTo(gpus.indexOf(gpu));
            list.layout();
            return shown(gpu);
        });
    }

    private Optional<GpuCard> shown(String gpu) {
        return cards().filter(card ->
                        card.map().gpu().filter(it -> it.id().equals(gpu)).isPresent())
                .findFirst();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (dividerIsOurs && split.getHeight() > 0) {
            double wanted = Math.min(MOST_FOR_CARDS, cardsHeight() / split.getHeight());
            if (Math.abs(split.getDividerPositions()[0] - wanted) > 0.004) {
                split.setDividerPosition(0, wanted);
            }
        }
    }

    /** From any card that is there: the first one is scrolled away at times. */
    private double cardsHeight() {
        return cells.stream()
                .filter(cell -> !cell.isEmpty())
                .min(Comparator.comparingInt(GpuCell::getIndex))
                .map(cell -> cell.prefHeight(list.getWidth()) * gpus.size() + split.getHeight() * 0.012)
                .orElse(split.getHeight() / 2);
    }
}
