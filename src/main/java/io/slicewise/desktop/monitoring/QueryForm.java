package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.words.Words;
import io.slicewise.promql.query.Names.Metric;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** What is asked: the figure, of what, and what things are called there. */
final class QueryForm extends VBox {
    private static final int LINES = 3;

    private final QueriesModel model;
    private final Parts parts;

    /** @param files whether it is for all files: those have every figure, and alerts */
    QueryForm(QueriesModel model, AlertLevel alert, Words words, ObservableValue<Boolean> files) {
        this.model = model;
        parts = new Parts(words);
        getStyleClass().add("monitoring-form");
        Ask first = Ask.FIRST;
        VBox figure = parts.field(
                "monitoring.figure",
                parts.choice(
                        List.of(QueryFigure.values()),
                        f -> Text.of("promql.figure." + f.id()),
                        first.figure(),
                        f -> model.ask(a -> a.with(f))));
        figure.visibleProperty().bind(files.map(all -> !all));
        AlertForm alerts = new AlertForm(model, alert, parts);
        alerts.visibleProperty().bind(files);
        alerts.managedProperty().bind(files);
        DeliveryForm delivery = new DeliveryForm(model, parts);
        delivery.visibleProperty().bind(files);
        delivery.managedProperty().bind(files);
        getChildren()
                .addAll(
                        parts.field(
                                "monitoring.subject",
                                parts.choice(
                                        List.of(Ask.Subject.values()),
                                        s -> Text.of("monitoring.subject." + s.id()),
                                        first.subject(),
                                        s -> model.ask(a -> a.with(s)))),
                        figure,
                        parts.field(
                                "monitoring.grouping",
                                parts.choice(
                                        List.of(Ask.Grouping.values()),
                                        g -> Text.of("monitoring.grouping." + g.id()),
                                        first.grouping(),
                                        g -> model.ask(a -> a.with(g)))),
                        label(),
                        matchers(),
                        parts.field(
                                "monitoring.metric",
                                parts.choice(
                                        List.of(Metric.values()),
                                        m -> Text.of(
                                                "monitoring.metric." + m.name().toLowerCase(Locale.ROOT)),
                                        first.metric(),
                                        m -> model.ask(a -> a.with(m)))),
                        lowerCase(),
                        percent(),
                        exported(),
                        parts.sentence("monitoring.weights", "caption"),
                        alerts,
                        delivery);
    }

    private VBox label() {
        TextField field = new TextField();
        field.setPromptText("cluster");
        field.getStyleClass().add("monitoring-label");
        field.textProperty().subscribe((_, text) -> model.ask(a -> a.withLabel(text)));
        VBox box = parts.field("monitoring.label", field);
        Label wrong = parts.said(model.madeProperty().map(GeneratedQueries::labelWrong), "danger");
        wrong.getStyleClass().add("field-error");
        box.getChildren().add(wrong);
        box.visibleProperty().bind(model.askProperty().map(a -> a.grouping() == Ask.Grouping.LABEL));
        return box;
    }

    private VBox matchers() {
        TextArea area = new TextArea();
        area.setPrefRowCount(LINES);
        area.setPromptText("namespace=~team-.*\nHostname=gpu-host-03");
        area.getStyleClass().addAll("code-area", "monitoring-matchers");
        area.addEventFilter(KeyEvent.KEY_PRESSED, Parts::leaveByTab);
        area.textProperty().subscribe((_, text) -> model.ask(a -> a.withMatchers(text)));
        VBox box = parts.field("monitoring.matchers", area);
        VBox wrong = new VBox();
        wrong.getStyleClass().add("field-errors");
        model.madeProperty()
                .subscribe(made -> wrong.getChildren()
                        .setAll(
                                made == null
                                        ? List.of()
                                        : made.matchersWrong().stream()
                                                .map(this::wrong)
                                                .toList()));
        box.getChildren().add(wrong);
        return box;
    }

    private Label wrong(Text text) {
        Label label = Parts.wrapped("danger");
        label.getStyleClass().add("field-error");
        label.textProperty().bind(parts.words().of(text));
        return label;
    }

    private CheckBox lowerCase() {
        return parts.check("monitoring.lowerCase", lower -> model.ask(a -> a.withLowerCase(lower)));
    }

    private CheckBox exported() {
        return parts.check("monitoring.exported", exported -> model.ask(a -> a.withExported(exported)));
    }

    private CheckBox percent() {
        return parts.check("monitoring.percent", percent -> model.ask(a -> a.withPercent(percent)));
    }
}
