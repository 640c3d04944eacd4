package io.slicewise.desktop.plan;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Right sizes by replay: the rules, what the replay comes to, its chart, and each instance with its verdict. */
final class SizesPane extends VBox {
    private static final double CHART = 230;
    private static final double LOW = 175;

    /** One part of the curves for so many pixels. */
    private static final double PART = 2;

    private static final List<Measure> MEASURES =
            List.of(Measure.WHOLE_GPU, Measure.WEIGHTED_AVERAGE, Measure.INSTANCE_AVERAGE, Measure.ALLOCATED_SHARE);

    private final PlanDesk desk;
    private final SizesModel model;
    private final Words words;
    private final PlanParts parts;
    private final SizesTable table;
    private final ChartView chart;
    private final VBox answer = new VBox();
    private final FlowPane tiles = new FlowPane();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(this, "measure", Measure.WHOLE_GPU);

    SizesPane(PlanDesk desk, SizesModel model, Words words, Look look, ChartActions charts) {
        this.desk = desk;
        this.model = model;
        this.words = words;
        parts = new PlanParts(words);
        table = new SizesTable(model.choice(), words);
        chart = new ChartView(charts);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        chart.zoomProperty().bind(look.textSizeProperty());
        chart.setPrefHeight(CHART);
        chart.setMinHeight(LOW);
        getStyleClass().add("plan-part");
        answer.getStyleClass().add("plan-section");
        tiles.getStyleClass().add("plan-tiles");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        question(),
                        WorkBar.of(model.work(), parts, words, model::compute),
                        answer,
                        tiles,
                        chart,
                        ways(),
                        table);
        model.madeProperty().subscribe(this::show);
        measure.subscribe((_, _) -> draw());
        chart.widthProperty().subscribe((_, _) -> draw());
        words.languageProperty().subscribe((_, _) -> show(model.madeProperty().get()));
    }

    private Node question() {
        FlowPane row = new FlowPane(table.starts());
        row.getChildren().addAll(new SizeRuleFields(model.rulesProperty(), parts, words).all());
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private Node ways() {
        Button take = parts.button("sizing.take", desk::takeSizes);
        take.getStyleClass().add("primary");
        Tooltips.on(take, () -> words.now("sizing.take.help"));
        FlowPane row = new FlowPane(take, parts.button("sizing.steps", desk::changeSizes));
        row.getChildren().addAll(table.byHand());
        row.getChildren()
                .add(parts.segments(MEASURES, one -> Text.of(TimelineExhibits.key(one)), measure, measure::set));
        row.getStyleClass().add("plan-ways");
        return row;
    }

    private void show(SizesModel.@Nullable Made made) {
        answer.getChildren().clear();
        tiles.getChildren().clear();
        table.show(made == null ? List.of() : made.rows());
        if (made != null) {
            say(made);
            tiles(made);
        }
        draw();
    }

    private void say(SizesModel.Made made) {
        answer.getChildren()
                .add(PlanParts.sentence(
                        made.rows().isEmpty()
                                ? words.now("sizing.nothing")
                                : words.now(SizeSentences.counts(made.sizes())),
                        "plan-sentence"));
        table.tooMuchMemory(made.replay().groups()).ifPresent(answer.getChildren()::add);
        if (model.choice().startProperty().get() == LayoutChoice.Start.PLANNED && made.planned() == 0) {
            answer.getChildren().add(PlanParts.sentence(words.now("sizing.layout.planned.none"), "warning"));
        }
        if (!made.layout().left().isEmpty()) {
            answer.getChildren()
                    .add(PlanParts.sentence(
                            words.now("sizing.gone", made.layout().left().size()), "muted"));
        }
        answer.getChildren().add(PlanParts.sentence(words.now("sizing.assumption"), "muted"));
    }

    private void tiles(SizesModel.Made made) {
        tile(
                "sizing.freed",
                words.now(
                        "sizing.freed.of",
                        made.replay().freed().size(),
                        model.timeline().gpus().size()));
        if (made.added() > 0) {
            tile("sizing.added", words.now("plan.value", made.added()));
        }
        tile(
                "sizing.lost",
                words.now(
                        "sizing.lost.of",
                        new Percent(made.replay().lostShare()),
                        new Decimal(Replayed.lost(made.replay().groups()), 1)));
        for (Measure one : MEASURES) {
            tile(
                    TimelineExhibits.key(one),
                    words.now(
                            "sizing.change.of",
                            new Percent(mean(made.before(), one)),
                            new Percent(mean(made.after(), one))));
        }
    }

    private double mean(Curves curves, Measure one) {
        return curves.mean(one, model.timeline().start(), model.timeline().end());
    }

    private void tile(String key, String value) {
        tiles.getChildren().add(parts.tile(key, value));
    }

    private void draw() {
        SizesModel.Made made = model.madeProperty().get();
        if (made != null && chart.getWidth() > 0) {
            chart.specProperty()
                    .set(new PlanningExhibits(Messages.in(words.language()))
                            .replay(
                                    model.timeline(),
                                    made.before(),
                                    made.after(),
                                    measure.get(),
                                    ZoneId.systemDefault(),
                                    (int) Math.max(10, chart.getWidth() / PART)));
        }
    }
}
