package io.slicewise.desktop.fleet;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.control.SharedPane;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.figures.AllGpusNote;
import io.slicewise.desktop.figures.ReadingChoice;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Fleet screen of a document: its table and charts, or a comparison with another document. */
public final class FleetView extends StackPane {
    private static final String SHEET =
            Objects.requireNonNull(FleetView.class.getResource("fleet.css")).toExternalForm();

    private final Document document;
    private final Words words;
    private final Look look;
    private final ChartActions charts;
    private final FleetActions actions;
    private final Node fleet;
    private final FleetTableView table;

    /**
     * The screen.
     *
     * @param document what it shows
     * @param columns which columns a person showed or hid, by their names; changed when a person does
     */
    public FleetView(
            Document document,
            Words words,
            Look look,
            ChartActions charts,
            FleetActions actions,
            ObjectProperty<Map<String, Boolean>> columns) {
        this.document = document;
        this.words = words;
        this.look = look;
        this.charts = charts;
        this.actions = actions;
        getStyleClass().add("fleet");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        FleetModel model = new FleetModel(document, words, actions);
        table = new FleetTableView(model, words, look, columns);
        FleetBar bar = new FleetBar(
                model,
                table,
                words,
                actions,
                this::compare,
                new ReadingChoice(document, words).button(),
                new AllGpusNote(document, words));
        SplitPane split = new SharedPane(table, ChartsPane.of(model, words, look, charts), 0.66);
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox content = new VBox(bar, split);
        content.getStyleClass().add("fleet-content");
        content.addEventFilter(KeyEvent.KEY_PRESSED, new FleetKeys(model, table, bar.field(), words, actions)::pressed);
        table.setContextMenu(new FleetMenu(model, table, words, actions).menu());
        Node empty = empty();
        ObservableValue<Boolean> any = document.scenarioProperty()
                .map(scenario -> !scenario.fleet().gpus().isEmpty());
        content.visibleProperty().bind(any);
        empty.visibleProperty().bind(any.map(has -> !has));
        fleet = new StackPane(empty, content);
        getChildren().add(fleet);
        sceneProperty().subscribe(scene -> model.setActive(scene != null));
    }

    private Node empty() {
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(words.of("fleet.empty.title"));
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(words.of("fleet.empty.text"));
        VBox box = new VBox(title, text);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void compare(Document other) {
        ComparisonView view = new ComparisonView(document, other, words, look, charts, actions, this::back);
        getChildren().setAll(view);
        view.focus();
    }

    private void back() {
        getChildren().setAll(fleet);
        table.requestFocus();
    }
}
