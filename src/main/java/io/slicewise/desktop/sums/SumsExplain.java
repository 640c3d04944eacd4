package io.slicewise.desktop.sums;

import io.slicewise.chart.Axis;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Unit;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.SummedReading.Row;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** Below this change of a figure nothing is worth a word: it rounds to nothing. */
    private static final double NOTHING = 0.0005;

    private final Summed summed;
    private final Words words;
    private final VBox sentences = new VBox();
    private final FlowPane ways = new FlowPane();
    private final ChartView chart;

    public SumsExplain(Summed summed, Words words, Look look, ChartActions charts) {
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
        VBox content = new VBox(new SumsHead(summed, words), sentences, chart, ways);
        content.getStyleClass().add("sums-content");
        setContent(content);
        summed.readingProperty().subscribe(this::show);
        words.languageProperty().subscribe(this::show);
    }

    private void show() {
        SummedReading reading = summed.readingProperty().get();
        List<Row> strongest = strongest(reading);
        sentences
                .getChildren()
                .setAll(said(reading, strongest).stream().map(this::line).toList());
        chart.specProperty().set(bridge(reading, strongest, Messages.in(words.language())));
        ways.getChildren().clear();
        Label instances = new Label(words.now("sums.instances"));
        instances.getStyleClass().add("muted");
        ways.getChildren().add(instances);
        for (Row row : strongest.subList(0, Math.min(3, strongest.size()))) {
            Hyperlink link = new Hyperlink(named(row));
            link.setOnAction(_ -> summed.opens().open(row.host(), row.gpu()));
            ways.getChildren().add(link);
        }
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

    /** The rows that the gap comes from, the strongest first. */
    static List<Row> strongest(SummedReading reading) {
        return reading.rows().stream()
                .filter(row -> Math.abs(reading.contribution(row)) > 0)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(reading.contribution(row))))
                .toList();
    }

    /** Why the figures differ. */
    static List<Text> said(SummedReading reading, List<Row> strongest) {
        Averages all = reading.total();
        if (Double.isNaN(all.instanceAverage())) {
            return List.of(Text.of("sums.why.nothing"));
        }
        if (Double.isNaN(all.weightedAverage())) {
            return List.of(Text.of("sums.why.unweighed"));
        }
        List<Text> said = new ArrayList<>();
        if (Math.abs(all.gap()) < NOTHING) {
            said.add(Text.of("sums.why.same"));
        } else {
            said.add(Text.of(all.gap() < 0 ? "sums.why.below" : "sums.why.above", new Points(all.gap())));
            Row first = strongest.getFirst();
            said.add(Text.of(
                    "sums.why.first",
                    first.name(),
                    new Points(reading.contribution(first)),
                    new Percent(first.averages().instanceAverage()),
                    new Percent(first.averages().weightedAverage())));
        }
        if (all.unallocatedCost() < -NOTHING) {
            said.add(Text.of(
                    "sums.why.unallocated",
                    new Percent(1 - all.allocatedShare()),
                    new Points(all.unallocatedCost())));
        }
        if (!all.isComplete()) {
            said.add(Text.of("sums.why.silent", all.instances() - all.reported(), all.instances()));
        }
        return said;
    }

    /** From S by what the rows contribute to W, and by what is not allocated to G. */
    static BridgeChart bridge(SummedReading reading, List<Row> strongest, Messages said) {
        Averages all = reading.total();
        List<BridgeChart.Step> steps = new ArrayList<>();
        if (!Double.isNaN(all.weightedAverage())) {
            steps.add(total(said, "exhibit.short.average", all.instanceAverage(), ColorRole.INSTANCE_AVERAGE));
            int shown = Math.min(MOST_STEPS, strongest.size());
            double rest = 0;
            for (int i = 0; i < strongest.size(); i++) {
                double contribution = reading.contribution(strongest.get(i));
                if (i < shown) {
                    steps.add(BridgeChart.Delta.of(strongest.get(i).name(), contribution));
                } else {
                    rest += contribution;
                }
            }
            if (strongest.size() > shown) {
                steps.add(BridgeChart.Delta.of(said.say("sums.others", strongest.size() - shown), rest));
            }
            steps.add(total(said, "exhibit.short.weighted", all.weightedAverage(), ColorRole.WEIGHTED));
            if (!Double.isNaN(all.wholeGpu())) {
                steps.add(BridgeChart.Delta.of(said.say("exhibit.unallocated"), all.unallocatedCost()));
                steps.add(total(said, "exhibit.short.whole", all.wholeGpu(), ColorRole.WHOLE_GPU));
            }
        }
        return new BridgeChart(
                ChartHeading.of(said.say("sums.bridge.title"), said.say("sums.why.nothing"))
                        .withSubtitle(said.say("sums.bridge.subtitle")),
                said.say("exhibit.step"),
                Axis.of(said.say("exhibit.utilization"), Unit.percent(said.language()))
                        .between(0, 1),
                Axis.of(said.say("exhibit.change"), Unit.points(said.language())),
                steps,
                List.of());
    }

    /** More rows than that are one step together. */
    private static final int MOST_STEPS = 8;

    private static BridgeChart.Total total(Messages said, String key, double value, ColorRole role) {
        return BridgeChart.Total.of(said.say(key), value, role);
    }
}
