package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which figure is looked at and what it must not reach, and when it does: three dates, or why there are none. */
final class WhenBar extends VBox {
    private final WhenModel model;
    private final Words words;
    private final PlanParts parts;
    private final LiveField target;
    private final VBox answer = new VBox();
    private final Button plan;

    /** @param beside what else can be done */
    WhenBar(WhenModel model, Words words, Node... beside) {
        this.model = model;
        this.words = words;
        parts = new PlanParts(words);
        target = new LiveField(this::typed, this::take, () -> {}, this::expected, words);
        target.setPrefColumnCount(7);
        plan = parts.button("trend.capacity.plan", () -> model.planned().ifPresent(model::setTarget));
        Tooltips.on(plan, () -> words.now("trend.capacity.plan.help"));
        getStyleClass().add("plan-when");
        answer.getStyleClass().add("plan-section");
        answer.setMinWidth(0);
        HBox said = new HBox(answer);
        said.getChildren().addAll(beside);
        said.getStyleClass().add("plan-when-said");
        getChildren().addAll(question(), WorkBar.of(model.work(), parts, words, model::compute), said);
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
        TargetForecast ahead = model.aheadProperty().get();
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

    private void show(@Nullable TargetForecast ahead) {
        answer.getChildren().clear();
        plan.setDisable(model.planned().isEmpty());
        target.show();
        if (ahead == null) {
            return;
        }
        if (Double.isNaN(ahead.capacity())) {
            answer.getChildren().add(PlanParts.sentence(words.now("trend.unknown"), "muted"));
            return;
        }
        Text refusal = TrendSentences.refusal(ahead.forecast());
        if (refusal == null) {
            dates(ahead, (Seen) ahead.forecast());
        } else {
            answer.getChildren()
                    .addAll(
                            PlanParts.sentence(words.now("trend.refused"), "badge", "warning"),
                            PlanParts.sentence(words.now(refusal), "plan-sentence"));
        }
    }

    private void dates(TargetForecast ahead, Seen seen) {
        GridPane dates = new GridPane();
        dates.getStyleClass().add("plan-dates");
        dates.addRow(0, caption("trend.earliest"), caption("trend.expected"), caption("trend.latest"));
        dates.addRow(
                1,
                date(TrendSentences.day(seen, seen.days().earliest())),
                date(TrendSentences.expected(seen)),
                date(TrendSentences.day(seen, seen.days().latest())));
        DailyFigure figure = ahead.series().figure();
        PlanningExhibits exhibits = new PlanningExhibits(Messages.in(words.language()));
        answer.getChildren()
                .addAll(
                        PlanParts.sentence(
                                words.now("trend.reaches", figure.title(), exhibits.amount(figure, ahead.capacity())),
                                "label"),
                        dates);
    }

    private Label caption(String key) {
        return PlanParts.sentence(words.now(key), "caption");
    }

    private Label date(Text said) {
        return PlanParts.sentence(words.now(said), "plan-sentence");
    }
}
