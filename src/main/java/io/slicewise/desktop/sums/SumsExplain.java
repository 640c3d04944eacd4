package io.slicewise.desktop.sums;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.SummedReading.Row;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The Explain screen of what a server summed up: why the three figures differ, and which hosts or GPUs that comes from.
 * What sums do not tell, single instances, is a click away.
 */
public final class SumsExplain extends ScrollPane {
    private static final String SHEET =
            Objects.requireNonNull(SumsView.class.getResource("sums.css")).toExternalForm();
    private static final double CHART = 340;

    private final SumsModel summed;
    private final Words words;
    private final VBox sentences = new VBox();
    private final FlowPane ways = new FlowPane();
    private final Label opening = new Label();
    private final ChartView chart;

    public SumsExplain(SumsModel summed, Words words, Look look, ChartActions charts) {
        this.summed = summed;
        this.words = words;
        getStyleClass().addAll("edge-to-edge", "sums-explain");
        getStylesheets().add(SHEET);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        chart = new ChartView(charts);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        chart.zoomProperty().bind(look.textSizeProperty());
        chart.setMinHeight(CHART);
        chart.setPrefHeight(CHART);
        sentences.getStyleClass().add("sums-sentences");
        ways.getStyleClass().add("sums-ways");
        opening.getStyleClass().add("muted");
        opening.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> summed.opens().said().map(words::now).orElse("")));
        VBox content = new VBox(new SumsHead(summed, words), sentences, chart, ways);
        content.getStyleClass().add("sums-content");
        setContent(content);
        summed.readingProperty().subscribe(this::show);
        words.languageProperty().subscribe(this::show);
        show();
    }

    private void show() {
        SummedReading reading = summed.readingProperty().get();
        SumsReasons reasons = new SumsReasons(reading);
        List<Row> strongest = reasons.strongest();
        sentences.getChildren().setAll(reasons.said().stream().map(this::line).toList());
        chart.specProperty().set(reasons.bridge(Messages.in(words.language())));
        ways.getChildren().clear();
        Label instances = new Label(words.now("sums.instances"));
        instances.getStyleClass().add("muted");
        ways.getChildren().add(instances);
        for (Row row : strongest.subList(0, Math.min(3, strongest.size()))) {
            Hyperlink link = new Hyperlink(named(row));
            link.setOnAction(_ -> summed.opens().open(row.host(), row.gpu()));
            ways.getChildren().add(link);
        }
        ways.getChildren().add(opening);
    }

    private Label line(Text text) {
        Label label = new Label(words.now(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String named(Row row) {
        return row.name().isEmpty() ? words.now("sums.noHost") : row.name();
    }
}
