package io.slicewise.desktop.fleet;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.Unit;
import io.slicewise.desktop.control.Headings;
import io.slicewise.desktop.control.Islands;
import io.slicewise.desktop.editor.MiniMap;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.text.Language;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Comparison.Change;
import io.slicewise.usage.survey.Comparison.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What became of each GPU. */
final class ComparisonTable extends TableView<Change> {

    private final Words words;
    private final Look look;
    private final Islands islands = new Islands(this);
    private final ObservableList<Change> items = FXCollections.observableArrayList();

    ComparisonTable(Words words, Look look) {
        this.words = words;
        this.look = look;
        getStyleClass().addAll("fleet-table", "flat");
        setItems(items);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label nothing = new Label();
        nothing.textProperty().bind(words.of("fleet.compare.nothing"));
        setPlaceholder(nothing);
        accessibleTextProperty().bind(words.of("fleet.compare.table"));
        text("fleet.compare.kind", 8.5, change -> words.now("fleet.compare.kind." + ComparisonModel.id(change.kind())))
                .setCellFactory(_ -> islands.add(new KindCell()));
        text("fleet.kind.one.gpus", 12, Change::name);
        map("fleet.compare.before", Change::before);
        map("fleet.compare.after", Change::after);
        figure("fleet.compare.average", "term-instance-average", Averages::instanceAverage);
        figure("fleet.compare.weighted", "term-weighted", Averages::weightedAverage);
        figure("fleet.compare.whole", "term-whole-gpu", Averages::wholeGpu);
        text(
                "fleet.compare.instances",
                15,
                change -> words.now("fleet.compare.list", new Listing(ComparisonModel.details(change))));
        text("fleet.column.model", 13, change -> Attribute.modelName(change.gpu()));
        words.languageProperty().subscribe(_ -> refresh());
    }

    /** Shows rows, in the order that was chosen. */
    void show(List<Change> changes) {
        items.setAll(changes);
        sort();
    }

    private TableColumn<Change, Change> column(String key, double ems) {
        TableColumn<Change, Change> column = new TableColumn<>();
        column.textProperty().bind(words.of(key));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.textProperty().subscribe(_ -> size(column, ems));
        look.textSizeProperty().subscribe(_ -> size(column, ems));
        getColumns().add(column);
        return column;
    }

    private void size(TableColumn<Change, Change> column, double ems) {
        double em = look.textPixels();
        double heading = Headings.ems(column.getText()) * em;
        column.setMinWidth(heading);
        column.setPrefWidth(Math.max(ems * em, heading));
    }

    private TableColumn<Change, Change> text(String key, double ems, Function<Change, String> text) {
        TableColumn<Change, Change> column = column(key, ems);
        column.setCellFactory(_ -> islands.add(new TextCell(text)));
        column.setComparator(Comparator.comparing(text));
        return column;
    }

    private void map(String key, Function<Change, @Nullable Gpu> gpu) {
        TableColumn<Change, Change> column = column(key, 9.6);
        column.getStyleClass().add("term-layout");
        column.setCellFactory(_ -> islands.add(new MapCell(gpu)));
        column.setComparator(Comparator.comparing(change -> {
            Gpu of = gpu.apply(change);
            return of == null ? "" : Attribute.layout(of);
        }));
    }

    /** A figure after, and how it differs from before. */
    private void figure(String key, String term, ToDoubleFunction<Averages> figure) {
        TableColumn<Change, Change> column = column(key, 9.6);
        column.getStyleClass().addAll("number", term);
        column.setCellFactory(_ -> {
            TextCell cell = islands.add(new TextCell(change -> figure(change, figure)));
            cell.getStyleClass().add("number");
            return cell;
        });
        column.setComparator(Comparator.comparingDouble(change -> -difference(change, figure)));
    }

    private static double difference(Change change, ToDoubleFunction<Averages> figure) {
        double difference =
                figure.applyAsDouble(change.averagesAfter()) - figure.applyAsDouble(change.averagesBefore());
        return Double.isNaN(difference) ? Double.NEGATIVE_INFINITY : difference;
    }

    private String figure(Change change, ToDoubleFunction<Averages> figure) {
        Language language = words.language();
        double before = figure.applyAsDouble(change.averagesBefore());
        double after = figure.applyAsDouble(change.averagesAfter());
        String now = Numbers.percent(change.after() == null ? before : after, language);
        return Double.isNaN(after - before) ? now : now + "  " + Numbers.points(after - before, language);
    }

    /** All of it for a spreadsheet: the selected rows, or all. */
    String toTsv() {
        Messages messages = Messages.in(words.language());
        Unit percent = Unit.percent(words.language());
        List<ChartTable.Column> columns = new ArrayList<>();
        for (String key : List.of(
                "kind",
                "gpu",
                "model",
                "before",
                "after",
                "instances",
                "sBefore",
                "sAfter",
                "wBefore",
                "wAfter",
                "gBefore",
                "gAfter")) {
            String title = messages.say("fleet.compare.tsv." + key);
            boolean figure = key.endsWith("Before") || key.endsWith("After");
            columns.add(new ChartTable.Column(title, figure ? title + " (%)" : title));
        }
        List<Change> rows = getSelectionModel().isEmpty()
                ? items
                : List.copyOf(getSelectionModel().getSelectedItems());
        List<List<ChartTable.Cell>> lines = new ArrayList<>();
        for (Change change : rows) {
            List<ChartTable.Cell> line = new ArrayList<>(List.of(
                    new ChartTable.Name(messages.say("fleet.compare.kind." + ComparisonModel.id(change.kind()))),
                    new ChartTable.Name(change.name()),
                    new ChartTable.Name(Attribute.modelName(change.gpu())),
                    new ChartTable.Name(layout(change.before())),
                    new ChartTable.Name(layout(change.after())),
                    new ChartTable.Name(
                            messages.say("fleet.compare.list", new Listing(ComparisonModel.details(change))))));
            for (ToDoubleFunction<Averages> figure : List.<ToDoubleFunction<Averages>>of(
                    Averages::instanceAverage, Averages::weightedAverage, Averages::wholeGpu)) {
                line.add(new ChartTable.Figure(figure.applyAsDouble(change.averagesBefore()), percent));
                line.add(new ChartTable.Figure(figure.applyAsDouble(change.averagesAfter()), percent));
            }
            lines.add(line);
        }
        return new ChartTable("", columns, lines).toTsv();
    }

    private static String layout(@Nullable Gpu gpu) {
        return gpu == null ? "" : Attribute.layout(gpu);
    }

    private static class TextCell extends TableCell<Change, Change> {
        private final Function<Change, String> text;

        TextCell(Function<Change, String> text) {
            this.text = text;
            // names differ in the number at their end
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable Change change, boolean empty) {
            super.updateItem(change, empty);
            setText(empty || change == null ? null : text.apply(change));
        }
    }

    /** What became of it, in its colour. */
    private final class KindCell extends TableCell<Change, Change> {
        private final Label badge = new Label();

        KindCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Change change, boolean empty) {
            super.updateItem(change, empty);
            if (empty || change == null) {
                setGraphic(null);
                return;
            }
            badge.setText(words.now("fleet.compare.kind." + ComparisonModel.id(change.kind())));
            badge.getStyleClass().setAll("label", "badge", colour(change.kind()));
            setGraphic(badge);
        }

        private static String colour(Kind kind) {
            return switch (kind) {
                case CAME -> "success";
                case WENT -> "danger";
                case CHANGED -> "warning";
                case READING, SAME -> "quiet";
            };
        }
    }

    private static final class MapCell extends TableCell<Change, Change> {
        private final Function<Change, @Nullable Gpu> gpu;
        private final MiniMap map = new MiniMap();

        MapCell(Function<Change, @Nullable Gpu> gpu) {
            this.gpu = gpu;
        }

        @Override
        protected void updateItem(@Nullable Change change, boolean empty) {
            super.updateItem(change, empty);
            Gpu of = empty || change == null ? null : gpu.apply(change);
            if (of == null) {
                setGraphic(null);
            } else {
                map.show(of, null);
                setAccessibleText(Attribute.layout(of));
                setGraphic(map);
            }
        }
    }
}
