package io.slicewise.desktop.plan;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.chart.TargetLine;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Messages;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When the hardware is full: the dates, the chart with its target, the weekdays, and what all of it rests on. */
final class WhenPane extends VBox {
    private static final double CHART = 320;

    private final Words words;
    private final PlanParts parts;
    private final ChartView chart;
    private final TargetLine line;
    private final VBox beside = new VBox();
    private final VBox rests = new VBox();

    WhenPane(WhenModel model, Words words, Look look, ChartActions charts) {
        this.words = words;
        parts = new PlanParts(words);
        chart = new ChartView(charts);
        chart.messagesProperty().bind(words.languageProperty().map(Messages::in));
        chart.paletteProperty().bind(look.dark().map(dark -> dark ? Palette.DARK : Palette.LIGHT));
        chart.zoomProperty().bind(look.textSizeProperty());
        StackPane around = new StackPane(chart);
        around.setPrefHeight(CHART);
        around.setMinHeight(CHART);
        line = new TargetLine(around, chart, model::setTarget);
        getStyleClass().add("plan-part");
        for (VBox box : List.of(beside, rests)) {
            box.getStyleClass().add("plan-section");
        }
        getChildren().addAll(new WhenBar(model, words), around, beside, rests);
        model.aheadProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(model.aheadProperty().get()));
    }

    private void show(@Nullable TargetForecast ahead) {
        beside.getChildren().clear();
        rests.getChildren().clear();
        if (ahead == null) {
            return;
        }
        PlanningExhibits exhibits = new PlanningExhibits(Messages.in(words.language()));
        chart.specProperty().set(exhibits.forecast(ahead.series(), ahead.forecast(), ahead.capacity()));
        line.setTarget(ahead.capacity());
        if (Double.isNaN(ahead.capacity())) {
            return;
        }
        if (ahead.forecast() instanceof Seen seen) {
            weekdays(exhibits.weekdays(ahead.series().figure(), seen));
        }
        grounds(ahead.series().figure(), ahead.forecast());
    }

    private void weekdays(Map<String, String> profile) {
        beside.getChildren().add(parts.title("trend.weekdays"));
        if (profile.isEmpty()) {
            beside.getChildren().add(PlanParts.sentence(words.now("trend.weekdays.none"), "muted"));
            return;
        }
        GridPane days = new GridPane();
        days.getStyleClass().add("plan-dates");
        profile.forEach((day, value) -> {
            int column = days.getColumnCount();
            days.add(PlanParts.sentence(day, "caption"), column, 0);
            Label number = new Label(value);
            number.getStyleClass().add("number");
            days.add(number, column, 1);
        });
        beside.getChildren().add(days);
    }

    private void grounds(DailyFigure figure, Forecast forecast) {
        rests.getChildren().add(parts.title("trend.grounds"));
        if (forecast instanceof Seen seen) {
            TrendSentences.grounds(figure, seen)
                    .forEach(ground -> rests.getChildren().add(PlanParts.sentence(words.now(ground), "label")));
        }
        rests.getChildren().add(PlanParts.sentence(words.now("trend.utc"), "muted"));
    }
}
