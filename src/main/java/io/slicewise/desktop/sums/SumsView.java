package io.slicewise.desktop.sums;

import io.slicewise.desktop.control.SearchField;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.SummedReading.Row;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Fleet screen of what a server summed up: a row for each host or GPU, with all figures. */
public final class SumsView extends BorderPane {
    private static final String SHEET =
            Objects.requireNonNull(SumsView.class.getResource("sums.css")).toExternalForm();

    private final SumsModel summed;
    private final Words words;
    private final ObservableList<Row> all = FXCollections.observableArrayList();
    private final FilteredList<Row> filtered = new FilteredList<>(all);
    private final TableView<Row> table = new TableView<>();
    private final Label counted = new Label();

    public SumsView(SumsModel summed, Words words, Export export) {
        this.summed = summed;
        this.words = words;
        getStyleClass().add("sums-view");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        columns();
        SortedList<Row> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.accessibleTextProperty().bind(words.of("sums.table"));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        setTop(new VBox(new SumsHead(summed, words), bar(export)));
        setCenter(table);
        summed.readingProperty().subscribe(this::show);
        words.languageProperty().subscribe(() -> {
            count();
            table.refresh();
        });
    }

    private Node bar(Export export) {
        SearchField filter = new SearchField(words, "sums.filter", "sums.filter");
        filter.setPrefColumnCount(20);
        filter.textProperty().subscribe(this::find);
        counted.getStyleClass().add("muted");
        counted.setMinWidth(0);
        Label said = new Label();
        said.getStyleClass().add("muted");
        said.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> summed.opens().said().map(words::now).orElse("")));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button open = button("sums.open", this::open);
        open.disableProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(_ -> false)
                        .orElse(true));
        Button write = button(
                "sums.export",
                () -> export.write(
                        summed.name() + " sums.csv",
                        SumsCsv.write(summed.readingProperty().get())));
        HBox bar = new HBox(filter, counted, said, open, write);
        bar.getStyleClass().add("sums-bar");
        return bar;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void columns() {
        List<TableColumn<Row, ?>> columns = table.getColumns();
        columns.add(text("sums.column.host", row -> row.host().isEmpty() ? words.now("sums.noHost") : row.host()));
        if (summed.readingProperty().get().group() == Group.GPU) {
            columns.add(text("sums.column.gpu", Row::gpu));
        }
        columns.add(number(
                "sums.column.reported",
                row -> row.averages().reported(),
                (row, _) -> row.averages().reported() + " / " + row.averages().instances()));
        columns.add(percent(
                "sums.column.average", "instance-average", row -> row.averages().instanceAverage()));
        columns.add(percent(
                "sums.column.weighted", "weighted", row -> row.averages().weightedAverage()));
        columns.add(
                percent("sums.column.whole", "whole-gpu", row -> row.averages().wholeGpu()));
        columns.add(percent("sums.column.allocated", "", row -> row.averages().allocatedShare()));
        columns.add(number(
                "sums.column.gap",
                row -> row.averages().gap(),
                (row, _) -> Numbers.points(row.averages().shownGap().difference(), words.language())));
        columns.add(points(
                "sums.column.contribution",
                row -> summed.readingProperty().get().contribution(row)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private TableColumn<Row, String> text(String key, Function<Row, String> value) {
        TableColumn<Row, String> column = new TableColumn<>();
        column.textProperty().bind(words.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(190);
        return column;
    }

    private interface Shown {
        String of(Row row, double value);
    }

    private TableColumn<Row, Number> number(String key, ToDoubleFunction<Row> value, Shown shown) {
        TableColumn<Row, Number> column = new TableColumn<>();
        column.textProperty().bind(words.of(key));
        column.getStyleClass().add("number");
        column.setPrefWidth(key.equals("sums.column.contribution") ? 150 : 110);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Number item, boolean empty) {
                super.updateItem(item, empty);
                Row row = empty ? null : getTableRow().getItem();
                setText(row == null || item == null ? null : shown.of(row, item.doubleValue()));
            }
        });
        return column;
    }

    private TableColumn<Row, Number> percent(String key, String style, ToDoubleFunction<Row> value) {
        TableColumn<Row, Number> column = number(key, value, (_, ratio) -> Numbers.percent(ratio, words.language()));
        if (!style.isEmpty()) {
            column.getStyleClass().addAll("figure", style);
        }
        return column;
    }

    private TableColumn<Row, Number> points(String key, ToDoubleFunction<Row> value) {
        return number(key, value, (_, difference) -> Numbers.points(difference, words.language()));
    }

    private void show(SummedReading reading) {
        Row selected = table.getSelectionModel().getSelectedItem();
        all.setAll(reading.rows());
        if (selected != null) {
            table.getItems().stream()
                    .filter(row -> row.name().equals(selected.name()))
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
        count();
    }

    private void find(String typed) {
        List<String> wanted = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        filtered.setPredicate(row -> {
            String name = row.name().toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(name::contains);
        });
        count();
    }

    private void count() {
        counted.setText(words.now(
                Text.of(filtered.size() == all.size() ? "sums.all" : "sums.chosen", filtered.size(), all.size())));
    }

    private void open() {
        Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            summed.opens().open(row.host(), row.gpu());
        }
    }
}
