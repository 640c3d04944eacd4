package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimeAxis;
import io.slicewise.desktop.words.Words;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.Reconfiguration;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A GPU that was partitioned anew: choosing it looks at that moment. */
final class EventCell extends ListCell<Reconfiguration> {
    private final TimelineModel model;
    private final Naming naming;
    private final Words words;
    private final Label when = new Label();
    private final Label what = new Label();
    private final VBox box = new VBox(when, what);

    EventCell(TimelineModel model, Naming naming, Words words) {
        this.model = model;
        this.naming = naming;
        this.words = words;
        when.getStyleClass().add("event-when");
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        setPrefWidth(0);
        setOnMouseClicked(_ -> look());
        selectedProperty().subscribe(chosen -> {
            if (chosen) {
                look();
            }
        });
    }

    private void look() {
        Reconfiguration event = getItem();
        if (event != null) {
            model.lookAt(event.time());
        }
    }

    private TimeAxis axis() {
        Stretch shown = model.stretch();
        return new TimeAxis(shown.from(), shown.to(), model.zoneProperty().get(), words.language());
    }

    @Override
    protected void updateItem(@Nullable Reconfiguration event, boolean empty) {
        super.updateItem(event, empty);
        setGraphic(event == null || empty ? null : box);
        if (event != null && !empty) {
            when.setText(axis().moment(event.time()));
            what.setText(naming.gpu(event.gpu()) + "\n" + TimelineSpec.change(event));
        }
    }
}
