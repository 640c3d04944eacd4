package io.slicewise.desktop.monitoring;

import io.slicewise.promql.output.Delivery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How the files are to fit where they go: labels that an operator selects rules by, the alerts' page, the dashboard's way. */
final class DeliveryForm extends VBox {
    private final QueriesModel model;

    DeliveryForm(QueriesModel model, Parts parts) {
        this.model = model;
        getStyleClass().add("alert-form");
        TextField labels = new TextField();
        labels.setPromptText("release=kube-prometheus-stack");
        labels.textProperty().subscribe((_, typed) -> change(delivery -> delivery.withLabels(read(typed))));
        TextField runbook = new TextField();
        runbook.setPromptText("https://wiki.example.com/mig");
        runbook.textProperty().subscribe((_, typed) -> change(delivery -> delivery.withRunbook(typed.strip())));
        getChildren()
                .addAll(
                        parts.section("monitoring.delivery"),
                        parts.field("monitoring.delivery.labels", labels),
                        parts.field("monitoring.delivery.runbook", runbook),
                        parts.check(
                                "monitoring.delivery.inline",
                                inline -> change(delivery -> delivery.withInline(inline))));
    }

    private void change(UnaryOperator<Delivery> change) {
        model.ask(ask -> ask.with(change.apply(ask.delivery())));
    }

    /** Labels as they were typed, with commas between; what is none yet is left out. */
    static Map<String, String> read(String typed) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : typed.split(",", -1)) {
            int equals = label.indexOf('=');
            if (equals > 0 && !label.substring(equals + 1).isBlank()) {
                labels.put(
                        label.substring(0, equals).strip(),
                        label.substring(equals + 1).strip());
            }
        }
        return labels;
    }
}
