package io.slicewise.desktop.plan;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When the hardware is full: the dates, the chart with its target, the weekdays, and what all of it rests on. */
final class WhenPane extends VBox {
    private static final double CHART = 320;

    private final WhenModel model;
    private final Words words;
    private final PlanParts parts;
    private final TargetChart chart;
    private final LiveField target;
    private final VBox answer = new VBox();
    private final VBox beside = new VBox();
    private final VBox rests = new VBox();
    private final Button plan;

    WhenPane(WhenModel model, Words words, Look look, ChartActions charts) {
        this.model = model;
        this.words = words;
        parts = new PlanParts(words);
        chart = new TargetChart(words, look, charts, model::setTarget);
        chart.setPrefHeight(CHART);
        chart.setMinHeight(CHART);
        target = new LiveField(this::typed, this::take, () -> {}, this::expected, words);
        target.setPrefColumnCount(7);
        plan = parts.button("trend.capacity.plan", () -> model.planned().ifPresent(model::setTarget));
        Tooltips.on(plan, () -> words.now("trend.capacity.plan.help"));
        getStyleClass().add("plan-part");
        for (VBox box : List.of(answer, beside, rests)) {
            box.getStyleClass().add("plan-section");
        }
        getChildren()
                .addAll(
                        question(),
                        WorkBar.of(model.work(), parts, words, model::compute),
                        answer,
                        chart,
                        beside,
                        rests);
        model.aheadProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(model.aheadProperty().get()));
    }

    private Node question() {
        FlowPane row = new FlowPane(
                parts.segments(
                        model.figures(), DailyFigure::title, model.figureProperty(), model.figureProperty()::set),
                parts.field(Text.of("trend.capacity"), target),
                plan);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private String typed() {
        WhenModel.Ahead ahead = model.aheadProperty().get();
        if (ahead == null || !Double.isFinite(ahead.capacity())) {
            return "";
        }
        return ahead.series().figure().isRatio()
                ? Typed.shownPercent(ahead.capacity()) + "%"
                : Typed.shown(ahead.capacity());
    }

    private boolean take(String text) {
        OptionalDouble capacity = model.figureProperty().get().isRatio() ? Typed.ratio(text) : number(text);
        boolean fits = capacity.isPresent() && capacity.getAsDouble() > 0;
        if (fits) {
            model.setTarget(capacity.getAsDouble());
        }
        return fits;
    }

    private static OptionalDouble number(String text) {
        BigDecimal number = Typed.decimal(text);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    private Text expected() {
        return Text.of(
                model.figureProperty().get().isRatio()
                        ? "trend.capacity.expected.ratio"
                        : "trend.capacity.expected.number");
    }

    private void show(WhenModel.@Nullable Ahead ahead) {
        answer.getChildren().clear();
        beside.getChildren().clear();
        rests.getChildren().clear();
        plan.setDisable(model.planned().isEmpty());
        target.show();
        if (ahead == null) {
            return;
        }
        PlanningExhibits exhibits = new PlanningExhibits(Messages.in(words.language()));
        chart.show(exhibits.forecast(ahead.series(), ahead.forecast(), ahead.capacity()), ahead.capacity());
        if (Double.isNaN(ahead.capacity())) {
            answer.getChildren().add(PlanParts.sentence(words.now("trend.unknown"), "muted"));
            return;
        }
        Text refusal = TrendSentences.refusal(ahead.forecast());
        if (refusal == null) {
            dates(exhibits, ahead, (Seen) ahead.forecast());
        } else {
            answer.getChildren()
                    .addAll(
                            PlanParts.sentence(words.now("trend.refused"), "badge", "warning"),
                            PlanParts.sentence(words.now(refusal), "plan-sentence"));
        }
        if (ahead.forecast() instanceof Seen seen) {
            weekdays(exhibits.weekdays(ahead.series().figure(), seen));
        }
        grounds(ahead.forecast());
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

    private void dates(PlanningExhibits exhibits, WhenModel.Ahead ahead, Seen seen) {
        GridPane dates = new GridPane();
        dates.getStyleClass().add("plan-dates");
        dates.addRow(0, caption("trend.earliest"), caption("trend.expected"), caption("trend.latest"));
        dates.addRow(
                1,
                date(TrendSentences.day(seen, seen.days().earliest())),
                date(TrendSentences.expected(seen)),
                date(TrendSentences.day(seen, seen.days().latest())));
        answer.getChildren()
                .addAll(
                        PlanParts.sentence(
                                words.now(
                                        "trend.reaches",
                                        ahead.series().figure().title(),
                                        exhibits.amount(ahead.series().figure(), ahead.capacity())),
                                "label"),
                        dates);
    }

    private Label caption(String key) {
        return PlanParts.sentence(words.now(key), "caption");
    }

    private Label date(Text said) {
        return PlanParts.sentence(words.now(said), "plan-sentence");
    }

    private void grounds(Forecast forecast) {
        rests.getChildren().add(parts.title("trend.grounds"));
        if (forecast instanceof Seen seen) {
            TrendSentences.grounds(seen)
                    .forEach(ground -> rests.getChildren().add(PlanParts.sentence(words.now(ground), "label")));
        }
        rests.getChildren().add(PlanParts.sentence(words.now("trend.utc"), "muted"));
    }
}
