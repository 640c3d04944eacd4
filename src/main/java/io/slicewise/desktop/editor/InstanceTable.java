package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.control.Headings;
import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.control.SelectedRows;
import io.slicewise.desktop.editor.InstanceRow.Shown;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.usage.GpuNames;
import io.slicewise.usage.Naming;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * All instances of the scenario. Rows stay the same while instances do and change in place; they are sorted when a header
 * is clicked and when rows come or go, never because a value changed, so that nothing jumps under a slider.
 */
final class InstanceTable extends TableView<InstanceRow> {
    /** GPU, name, profile, utilization, memory, owner, note. */
    private static final double[] LEAST_EMS = {4.8, 7, 8.4, 13.5, 6, 6, 4};

    private static final double[] USUAL_EMS = {6, 8.6, 9.5, 17.4, 6.4, 7, 8.5};

    /** Of the column of GPUs where more than their own names has to stand there. */
    private static final double LEAST_LONG_EMS = 8.8;

    private static final double USUAL_LONG_EMS = 13;

    /** Of the bar at the right: the columns leave room for it whether there is one or not, so that none moves when it comes. */
    private static final double SCROLL_BAR_EMS = 1;

    private final EditorContext context;
    private final Islands islands;
    private final InstanceRows rows = new InstanceRows();
    private final ObservableList<InstanceRow> items = FXCollections.observableArrayList();
    private final TableColumn<InstanceRow, Gpu> gpuColumn = new TableColumn<>();
    private double em = 13;
    private boolean selecting;

    InstanceTable(EditorContext context, Islands islands) {
        this.context = context;
        this.islands = islands;
        getStyleClass().add("instance-table");
        setEditable(true);
        setItems(items);
        setSortPolicy(_ -> sorted());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label nothing = new Label();
        nothing.textProperty().bind(context.words().of("editor.table.empty"));
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setRowFactory(_ -> row());
        addColumns();
        Focus.keepInSight(this);
        Focus.skipEmpty(this, items);
        getColumns().forEach(column -> column.textProperty().addListener((_, _, _) -> setEm(em)));
        widthProperty().subscribe(this::chooseResizing);
        gpuColumn.visibleProperty().subscribe(this::chooseResizing);
        // on a change only: anew made cells in the middle of a drag would lose the slider under the pointer
        context.names().subscribe(_ -> {
            refresh();
            setEm(em);
        });
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<InstanceRow>) _ -> selectedHere());
        selectedElsewhere();
        context.document().selectionProperty().subscribe((was, is) -> {
            boolean here = selecting;
            selectedElsewhere();
            if (!here && !was.containsAll(is)) {
                reveal();
            }
        });
        accessibleTextProperty().bind(context.words().of("editor.table"));
    }

    private void addColumns() {
        gpuColumn.textProperty().bind(context.words().of("editor.column.gpu"));
        gpuColumn.setCellValueFactory(features -> features.getValue().gpuProperty());
        gpuColumn.setCellFactory(_ -> steady(new GpuNameCell(context.names())));
        gpuColumn.setComparator(Comparator.comparingInt(this::indexOf));
        gpuColumn.setReorderable(false);
        getColumns().add(gpuColumn);
        texts("editor.column.name", Instance::label, _ -> name())
                .getStyleClass()
                .add("term-gpu-instance");
        Comparator<Instance> bySize = Comparator.comparingInt(i -> i.profile().computeSlices());
        column(
                        "editor.column.profile",
                        InstanceRow::instanceProperty,
                        bySize.thenComparing(i -> i.profile().name()),
                        _ -> new ProfileCell(context))
                .getStyleClass()
                .add("term-profile");
        column(
                        "editor.column.utilization",
                        InstanceRow::instanceProperty,
                        Comparator.comparingDouble(Instance::utilization),
                        _ -> new UtilizationCell(context))
                .getStyleClass()
                .add("term-utilization");
        column(
                        "editor.column.memory",
                        InstanceRow::shownProperty,
                        Comparator.comparingDouble(shown -> shown.instance().memoryShare()),
                        _ -> memory())
                .getStyleClass()
                .add("term-memory-slice");
        texts("editor.column.owner", Instance::owner, _ -> owner());
        texts("editor.column.note", Instance::note, _ -> note());
    }

    private TableColumn<InstanceRow, Shown> texts(
            String key,
            Function<Instance, String> order,
            Callback<TableColumn<InstanceRow, Shown>, TableCell<InstanceRow, Shown>> cells) {
        return column(
                key, InstanceRow::shownProperty, Comparator.comparing(shown -> order.apply(shown.instance())), cells);
    }

    private <T> TableColumn<InstanceRow, T> column(
            String key,
            Function<InstanceRow, ObservableValue<T>> value,
            Comparator<T> order,
            Callback<TableColumn<InstanceRow, T>, TableCell<InstanceRow, T>> cells) {
        TableColumn<InstanceRow, T> column = new TableColumn<>();
        column.textProperty().bind(context.words().of(key));
        column.setCellValueFactory(features -> value.apply(features.getValue()));
        column.setCellFactory(of -> steady(cells.call(of)));
        column.setComparator(order);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    /**
     * A cell whose changes stay inside: a row that needs layout makes the table build up, style and lay out all of its
     * rows again, and a drag would do so in every frame. Rows give their cells a place whether those are managed or not.
     */
    private <T> TableCell<InstanceRow, T> steady(TableCell<InstanceRow, T> cell) {
        return islands.add(cell);
    }

    /**
     * Sets the widths of the columns to what the text size asks for.
     *
     * @param em the font size in pixels
     */
    void setEm(double em) {
        this.em = em;
        for (int i = 0; i < LEAST_EMS.length; i++) {
            getColumns().get(i).setMinWidth(least(i) * em);
        }
        chooseResizing();
    }

    /** What its cells and its heading need. */
    private double least(int column) {
        double least = isLong(column) ? LEAST_LONG_EMS : LEAST_EMS[column];
        return Math.max(least, Headings.ems(getColumns().get(column).getText()));
    }

    private double usual(int column) {
        return Math.max(least(column), isLong(column) ? USUAL_LONG_EMS : USUAL_EMS[column]);
    }

    private boolean isLong(int column) {
        return column == 0 && context.names().getValue().areLong();
    }

    /** Columns share the width as long as it is enough for them; below that the table scrolls. */
    private void chooseResizing() {
        double least = getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        boolean scrolls = getWidth() - SCROLL_BAR_EMS * em < least;
        for (int i = 0; i < LEAST_EMS.length; i++) {
            getColumns().get(i).setPrefWidth((scrolls ? least(i) : usual(i)) * em);
        }
        setColumnResizePolicy(scrolls ? UNCONSTRAINED_RESIZE_POLICY : CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    private TextCell name() {
        TextCell cell = new TextCell(
                Instance::name,
                shown -> Naming.onGpu(shown.gpu(), shown.instance()),
                (row, typed) -> edit(new InstanceEdit.SetName(row.ref(), typed)));
        cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the number that tells it apart stands at its end
        return cell;
    }

    private TextCell owner() {
        return new TextCell(
                Instance::owner, _ -> "", (row, typed) -> edit(new InstanceEdit.SetOwner(Set.of(row.ref()), typed)));
    }

    private TextCell memory() {
        return new TextCell(
                MemoryInput::shown,
                shown -> context.words().now(MemoryInput.instead(shown.instance())),
                (row, typed) -> MemoryInput.parse(
                                typed, row.instance().profile().memory())
                        .ifPresentOrElse(
                                mib -> edit(new InstanceEdit.SetMemory(Set.of(row.ref()), mib)),
                                () -> context.actions().tell(MemoryInput.invalid(typed, row.instance()))));
    }

    private TextCell note() {
        return new TextCell(Instance::note, _ -> "", (row, typed) -> edit(new InstanceEdit.SetNote(row.ref(), typed)));
    }

    private void edit(Edit edit) {
        context.document().settle();
        context.actions().edit(edit);
        context.document().settle();
    }

    private TableRow<InstanceRow> row() {
        TableRow<InstanceRow> row = new TableRow<>();
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                ContextMenu menu = InstanceMenu.menu(context, row.getItem().ref());
                menu.show(row, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        return row;
    }

    private int indexOf(Gpu gpu) {
        return context.fleet().gpus().indexOf(gpu);
    }

    /** Shows a fleet; where only values changed, they change in their cells. */
    void show(Fleet fleet) {
        if (rows.show(fleet)) {
            sorted();
        }
        gpuColumn.setVisible(fleet.gpus().size() > 1);
    }

    private boolean sorted() {
        Comparator<InstanceRow> order = getComparator();
        boolean before = selecting;
        selecting = true;
        if (order == null) {
            items.setAll(rows.inOrder());
        } else {
            items.setAll(rows.inOrder().stream().sorted(order).toList());
        }
        selecting = before;
        selectedElsewhere();
        return true;
    }

    private void selectedHere() {
        if (selecting) {
            return;
        }
        Set<InstanceRef> refs = new LinkedHashSet<>();
        for (InstanceRow row : getSelectionModel().getSelectedItems()) {
            if (row != null) {
                refs.add(row.ref());
            }
        }
        selecting = true;
        context.document().selectionProperty().set(refs);
        selecting = false;
    }

    private void selectedElsewhere() {
        if (selecting) {
            return;
        }
        Set<InstanceRef> wanted = context.document().selection();
        selecting = true;
        getSelectionModel().clearSelection();
        SelectedRows.add(this, wanted.size(), row -> wanted.contains(row.ref()));
        selecting = false;
    }

    /** Brings what was selected elsewhere into sight, when its row is there; nothing moves where it is in sight already. */
    private void reveal() {
        Platform.runLater(() -> {
            // a row that was just added counts from then on
            layout();
            int index = getSelectionModel().getSelectedIndices().stream()
                    .min(Integer::compare)
                    .orElse(-1);
            if (index >= 0 && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                reveal(flow, index);
            }
        });
    }

    /** One of the last rows is shown by going to the end: made the first one on show it would leave room below the last. */
    private void reveal(VirtualFlow<?> flow, int index) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean below = first != null && last != null && index > last.getIndex();
        if (below && index >= getItems().size() - (last.getIndex() - first.getIndex())) {
            flow.setPosition(1);
        } else {
            flow.scrollTo(index);
        }
    }

    /** The name of the GPU that a row's instance is on. */
    private static final class GpuNameCell extends TableCell<InstanceRow, Gpu> {
        private final ObservableValue<GpuNames> names;

        GpuNameCell(ObservableValue<GpuNames> names) {
            this.names = names;
        }

        @Override
        protected void updateItem(@Nullable Gpu gpu, boolean empty) {
            super.updateItem(gpu, empty);
            GpuNames all = names.getValue();
            // hosts are told apart by their ends, and so are their GPUs; without hosts the name stands at the beginning
            setTextOverrun(all.hosts().several() ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
            setText(empty || gpu == null ? "" : all.of(gpu));
        }
    }
}
