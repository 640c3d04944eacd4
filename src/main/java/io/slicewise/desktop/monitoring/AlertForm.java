package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.control.AlertSpinner;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.promql.query.Limit;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When the alerts of the files fire: for each how much, and for how long. */
final class AlertForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final QueriesModel model;
    private final AlertLevel alert;
    private final Parts parts;

    /** @param alert the limit of the weighted average, of which the window has one */
    AlertForm(QueriesModel model, AlertLevel alert, Parts parts) {
        this.alert = alert;
        this.model = model;
        this.parts = parts;
        getStyleClass().add("alert-form");
        getChildren()
                .addAll(
                        parts.section("monitoring.alerts"),
                        row("monitoring.alerts.high", List.of(Limit.WEIGHTED_HIGH, Limit.HIGH_FOR)),
                        row("monitoring.alerts.low", List.of(Limit.WHOLE_LOW, Limit.LOW_FOR)),
                        row("monitoring.alerts.coverage", List.of(Limit.COVERAGE, Limit.COVERAGE_FOR)),
                        row("monitoring.alerts.memory", List.of(Limit.MEMORY_HIGH)),
                        row("monitoring.alerts.silent", List.of(Limit.SILENT_FOR)));
    }

    private VBox row(String key, List<Limit> limits) {
        Label name = parts.sentence(key, "field-name");
        HBox fields = new HBox();
        fields.getStyleClass().add("limit-fields");
        VBox box = new VBox(name, fields);
        box.getStyleClass().add("form-field");
        for (Limit limit : limits) {
            BooleanProperty isWrong = new SimpleBooleanProperty(this, limit.id());
            Label unit = parts.sentence("monitoring.alerts.unit." + id(limit.unit()), "caption");
            unit.setWrapText(false);
            fields.getChildren()
                    .addAll(
                            limit == Limit.WEIGHTED_HIGH
                                    ? new AlertSpinner(alert, parts.words())
                                    : field(limit, isWrong),
                            unit);
            Label wrong = parts.sentence("monitoring.alerts.wrong." + id(limit.unit()), "danger");
            wrong.getStyleClass().add("field-error");
            wrong.visibleProperty().bind(isWrong);
            wrong.managedProperty().bind(isWrong);
            box.getChildren().add(wrong);
        }
        return box;
    }

    private TextField field(Limit limit, BooleanProperty isWrong) {
        TextField field = new TextField(shown(model.askProperty().get().limits().of(limit)));
        field.getStyleClass().addAll("limit", "limit-" + limit.id());
        field.accessibleTextProperty().bind(parts.words().of("monitoring.alerts." + limit.id()));
        field.textProperty().subscribe((_, typed) -> {
            Optional<Double> value = read(limit, typed);
            isWrong.set(value.isEmpty());
            field.pseudoClassStateChanged(WRONG, value.isEmpty());
            value.ifPresent(now -> model.ask(ask -> ask.with(ask.limits().with(limit, now))));
        });
        return field;
    }

    /** A number as it was typed; empty for what the limit does not take. */
    static Optional<Double> read(Limit limit, String typed) {
        try {
            double value =
                    Double.parseDouble(typed.replace("%", "").replace(',', '.').strip());
            return limit.takes(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String shown(double value) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static String id(Limit.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
