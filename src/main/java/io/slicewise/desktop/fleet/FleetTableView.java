package io.slicewise.desktop.fleet;

import io.slicewise.desktop.control.Headings;
import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.control.SelectedRows;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Column;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Query.Sort;
import io.slicewise.usage.survey.QueryResult;
import io.slicewise.usage.survey.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** The rows of an answer. It orders nothing itself: a click on a header is another question. */
final class FleetTableView extends TableView<Row> {
    /** A table needs the square of their number to forget what was selected: seconds for 70,000 rows. */
    static final int MOST_SELECTED = 5000;

    private static final double LETTER_EMS = 0.58;
    private static final double PADDING_EMS = 1.6;
    private static final double LEAST_NAME_EMS = 6;
    private static final double MOST_NAME_EMS = 15;

    /** By how much wider the column of layouts is where it also tells how much a group has. */
    private static final double GROUP_EMS = 5;

    private final FleetModel model;
    private final Words words;
    private final Look look;
    private final FleetCells cells;
    private final ObservableList<Row> items = FXCollections.observableArrayList();
    private final ObjectProperty<Map<String, Boolean>> choices;
    private List<FleetColumn> columns = List.of();
    private boolean filling;
    private boolean roomForGroups;
    private boolean hosted;

    /**
     * @param choices which columns a person showed or hid
     */
    FleetTableView(FleetModel model, Words words, Look look, ObjectProperty<Map<String, Boolean>> choices) {
        this.model = model;
        this.words = words;
        this.look = look;
        this.choices = choices;
        cells = new FleetCells(model, words, new Islands(this), () -> hosted);
        getStyleClass().addAll("fleet-table", "flat");
        setItems(items);
        setSortPolicy(_ -> sorted());
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label nothing = new Label();
        nothing.textProperty()
                .bind(words.of(
                        model.workingProperty().map(working -> Text.of(working ? "fleet.working" : "fleet.nothing"))));
        setPlaceholder(nothing);
        setRowFactory(_ -> new FleetRow());
        getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> selected());
        accessibleTextProperty().bind(words.of("fleet.table"));
        model.surveyProperty().subscribe(_ -> columns());
        model.answerProperty().subscribe(this::show);
        choices.subscribe(_ -> showColumns());
        words.languageProperty().subscribe(_ -> refresh());
        look.textSizeProperty().subscribe(_ -> getColumns().forEach(this::size));
    }

    /** All columns, also those that are hidden. */
    List<FleetColumn> all() {
        return columns;
    }

    /** The columns that are on show, in their order. */
    List<FleetColumn> onShow() {
        return getColumns().stream()
                .filter(TableColumn::isVisible)
                .map(FleetTableView::of)
                .toList();
    }

    private static FleetColumn of(TableColumn<Row, ?> column) {
        return (FleetColumn) column.getUserData();
    }

    boolean isShown(FleetColumn column) {
        return choices.get().getOrDefault(key(column), column.isShownFirst(isGrouped()));
    }

    /** GPUs and instances have their columns apart. */
    private String key(FleetColumn column) {
        return (kind() == Kind.GPUS ? "gpu." : "instance.") + column.id();
    }

    void setShown(FleetColumn column, boolean shown) {
        Map<String, Boolean> changed = new HashMap<>(choices.get());
        changed.put(key(column), shown);
        choices.set(Map.copyOf(changed));
    }

    private boolean isGrouped() {
        return model.answerProperty().get().query().groupBy() != null;
    }

    /** Whether rows say their host in a column of its own. */
    private boolean isHosted() {
        return columns.stream().anyMatch(column -> column.isHost() && isShown(column));
    }

    private Kind kind() {
        return model.answerProperty().get().query().kind();
    }

    private void columns() {
        FleetTable survey = model.surveyProperty().get();
        List<FleetColumn> wanted = FleetColumn.of(kind(), survey.attributes(), survey.hosts() > 1, survey);
        if (!wanted.equals(columns)) {
            columns = wanted;
            filling = true;
            getColumns().setAll(wanted.stream().map(this::column).toList());
            filling = false;
            showColumns();
        }
    }

    private TableColumn<Row, Row> column(FleetColumn made) {
        TableColumn<Row, Row> column = new TableColumn<>();
        column.setUserData(made);
        column.textProperty()
                .bind(words.languageProperty()
                        .map(language -> Messages.in(language).say(made.title(kind()))));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> cells.cell(made));
        column.setComparator((_, _) -> 0);
        column.textProperty().subscribe(_ -> size(column));
        if (made.look() == FleetColumn.Look.NUMBER || made.look() == FleetColumn.Look.BAR) {
            column.getStyleClass().add("number");
        }
        if (!made.term().isEmpty()) {
            column.getStyleClass().add(made.term());
        }
        return column;
    }

    /** As wide as its figures need in this type, and never too narrow for its heading. */
    private void size(TableColumn<Row, ?> column) {
        double em = look.textPixels();
        double heading = Headings.ems(column.getText()) * em;
        column.setMinWidth(heading);
        boolean group = roomForGroups && of(column).look() == FleetColumn.Look.MAP;
        double ems = of(column).isName() ? nameEms(of(column)) : of(column).ems();
        column.setPrefWidth(Math.max((ems + (group ? GROUP_EMS : 0)) * em, heading));
    }

    /** What its longest name needs, within bounds: short names leave their room to the figures. */
    private double nameEms(FleetColumn column) {
        FleetTable survey = model.surveyProperty().get();
        List<? extends Row> rows = kind() == Kind.GPUS ? survey.gpus() : survey.instances();
        int longest = rows.stream()
                .mapToInt(row -> model.brief(column, row, column.text(row, survey, words.language()), hosted)
                        .length())
                .max()
                .orElse(0);
        return Math.clamp(
                longest * LETTER_EMS + PADDING_EMS, isGrouped() ? column.ems() : LEAST_NAME_EMS, MOST_NAME_EMS);
    }

    private void showColumns() {
        if (isHosted() != hosted) {
            hosted = isHosted();
            getColumns().stream().filter(column -> of(column).isName()).forEach(this::size);
            refresh();
        }
        for (TableColumn<Row, ?> column : getColumns()) {
            column.setVisible(of(column).look() == FleetColumn.Look.NAME || isShown(of(column)));
        }
        if (isGrouped() != roomForGroups) {
            roomForGroups = isGrouped();
            getColumns().stream()
                    .filter(column -> of(column).look() == FleetColumn.Look.MAP
                            || of(column).isName())
                    .forEach(this::size);
        }
    }

    private boolean sorted() {
        if (filling) {
            return true;
        }
        if (getSortOrder().isEmpty()) {
            model.sort(Sort.NONE);
        } else {
            TableColumn<Row, ?> first = getSortOrder().getFirst();
            // names rise first, figures fall first: that is what one looks for
            boolean text = of(first).order() instanceof Column.Of;
            boolean rising = first.getSortType() == TableColumn.SortType.ASCENDING;
            model.sort(new Sort(of(first).order(), text != rising));
        }
        return true;
    }

    private void show(QueryResult answer) {
        columns();
        showColumns();
        // as many as a person drew over with the mouse would hold the window up
        Set<Object> keys = model.chosenProperty().get().size() > MOST_SELECTED ? Set.of() : keys();
        Object focused = getFocusModel().getFocusedItem() == null
                ? null
                : getFocusModel().getFocusedItem().key();
        filling = true;
        getSelectionModel().clearSelection();
        items.setAll(answer.rows());
        select(keys, focused);
        filling = false;
        selected();
    }

    private Set<Object> keys() {
        Set<Object> keys = new HashSet<>();
        for (Row row : model.chosenProperty().get()) {
            keys.add(row.key());
        }
        return keys;
    }

    /** Selects all rows. Of very many none: what is done with a selection is done with all rows where none is selected. */
    void selectAllRows() {
        if (items.size() > MOST_SELECTED) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().selectAll();
        }
    }

    /** Selects again what was selected, as far as it is still there. */
    private void select(Set<Object> keys, @Nullable Object focused) {
        SelectedRows.add(this, keys.size(), row -> keys.contains(row.key()));
        if (focused != null) {
            IntStream.range(0, items.size())
                    .filter(i -> items.get(i).key().equals(focused))
                    .findFirst()
                    .ifPresent(getFocusModel()::focus);
        }
    }

    private void selected() {
        if (filling) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (int index : getSelectionModel().getSelectedIndices()) {
            if (index >= 0 && index < items.size()) {
                rows.add(items.get(index));
            }
        }
        if (!rows.equals(model.chosenProperty().get())) {
            model.chosenProperty().set(List.copyOf(rows));
        }
    }

    /** A row; groups open by a double click. */
    private final class FleetRow extends TableRow<Row> {
        FleetRow() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY
                        && event.getClickCount() == 2
                        && getItem() instanceof GroupRow group) {
                    model.toggle(group);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean group = row instanceof GroupRow;
            if (group != getStyleClass().contains("group-row")) {
                if (group) {
                    getStyleClass().add("group-row");
                } else {
                    getStyleClass().remove("group-row");
                }
            }
        }
    }
}
