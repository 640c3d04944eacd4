package io.slicewise.desktop.sums;

import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Listing;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The figures of all rows together, of when they are, and which way they came. */
final class SumsHead extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final SumsModel summed;
    private final Words words;
    private final FlowPane figures = new FlowPane();
    private final Label about = wrapped("muted");
    private final Label unknown = wrapped("warning");

    SumsHead(SumsModel summed, Words words) {
        this.summed = summed;
        this.words = words;
        getStyleClass().add("sums-head");
        figures.getStyleClass().add("sums-figures");
        getChildren().addAll(figures, about, unknown);
        unknown.managedProperty().bind(unknown.visibleProperty());
        summed.readingProperty().subscribe(this::show);
        summed.wayProperty().subscribe(this::show);
        words.languageProperty().subscribe(this::show);
        show();
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void show() {
        SummedReading reading = summed.readingProperty().get();
        Averages all = reading.total();
        figures.getChildren()
                .setAll(
                        tile("figures.average.name", "instance-average", all.instanceAverage()),
                        tile("figures.weighted.name", "weighted", all.weightedAverage()),
                        tile("figures.whole.name", "whole-gpu", all.wholeGpu()),
                        tile("sums.column.allocated", "", all.allocatedShare()));
        String at = TIME.format(reading.at().atZone(ZoneId.systemDefault()));
        about.setText(words.now("sums.about", at, all.reported(), all.instances()) + " "
                + words.now(summed.wayProperty().getValue()));
        unknown.setVisible(!reading.unknownModels().isEmpty());
        unknown.setText(words.now(Text.of("sums.unknown", new Listing(reading.unknownModels()))));
    }

    private VBox tile(String key, String style, double ratio) {
        Label name = new Label(words.now(key));
        name.getStyleClass().add("muted");
        Label value = new Label(Numbers.percent(ratio, words.language()));
        value.getStyleClass().add("sums-figure");
        if (!style.isEmpty()) {
            value.getStyleClass().addAll("figure", style);
        }
        VBox tile = new VBox(name, value);
        tile.getStyleClass().add("sums-tile");
        return tile;
    }
}
