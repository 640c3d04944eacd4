package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.live.LiveState;
import io.slicewise.live.Reading;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A server: how to reach it, how it stands, and ranges of it. */
public final class LivePane extends BorderPane {
    private final Words words;
    private final Parts parts;
    private final TableView<SummedReading.Row> hosts = new TableView<>();
    private final Label total = Parts.wrapped("section-title");
    private final VBox sums = new VBox(total, hosts);

    public LivePane(LiveDesk desk, Words words) {
        this.words = words;
        parts = new Parts(words);
        getStyleClass().add("live-pane");
        setLeft(Parts.scroll(new ConnectionForm(desk, words), "monitoring-form-scroll"));
        sums.getStyleClass().addAll("card", "sums");
        sums.managedProperty().bind(sums.visibleProperty());
        addColumns();
        LiveStrip strip = new LiveStrip(desk, words);
        strip.getStyleClass().add("card");
        RangePane range = new RangePane(desk.range(), words);
        range.managedProperty().bind(range.visibleProperty());
        Node empty = empty();
        VBox right = new VBox(empty, strip, sums, range);
        right.getStyleClass().add("monitoring-result");
        setCenter(Parts.scroll(right, "monitoring-scroll"));
        desk.readerProperty().subscribe(reader -> {
            range.setVisible(reader != null);
            empty.setVisible(reader == null);
            empty.setManaged(reader == null);
        });
        desk.stateProperty().subscribe(this::show);
        words.languageProperty().subscribe(() -> show(desk.stateProperty().get()));
    }

    private Node empty() {
        VBox box = new VBox(
                parts.section("monitoring.live.empty.title"), parts.sentence("monitoring.live.empty", "muted"));
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void addColumns() {
        TableColumn<SummedReading.Row, String> host = new TableColumn<>();
        host.textProperty().bind(words.of("monitoring.sums.host"));
        host.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().host()));
        host.setPrefWidth(220);
        hosts.getColumns().add(host);
        hosts.getColumns().add(column("monitoring.sums.average", Averages::instanceAverage));
        hosts.getColumns().add(column("monitoring.sums.weighted", Averages::weightedAverage));
        hosts.getColumns().add(column("monitoring.sums.whole", Averages::wholeGpu));
        hosts.accessibleTextProperty().bind(words.of("monitoring.sums.host"));
    }

    private TableColumn<SummedReading.Row, String> column(String key, ToDoubleFunction<Averages> figure) {
        TableColumn<SummedReading.Row, String> column = new TableColumn<>();
        column.textProperty().bind(words.of(key));
        column.getStyleClass().add("number");
        column.setPrefWidth(140);
        column.setCellValueFactory(row -> new SimpleStringProperty(words.now(Text.of(
                "monitoring.sums.value",
                new Percent(figure.applyAsDouble(row.getValue().averages()))))));
        return column;
    }

    /** Sums have no document: what the server told stands here. */
    private void show(LiveState state) {
        Reading reading = state.reading();
        sums.setVisible(reading instanceof Reading.OfSums);
        if (reading instanceof Reading.OfSums of) {
            Averages all = of.sums().total();
            total.setText(words.now(
                    "monitoring.sums.total",
                    new Percent(all.instanceAverage()),
                    new Percent(all.weightedAverage()),
                    new Percent(all.wholeGpu()),
                    all.instances()));
            hosts.getItems().setAll(of.sums().rows());
        }
    }
}
