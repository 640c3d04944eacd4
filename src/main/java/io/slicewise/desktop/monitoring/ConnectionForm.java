package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.live.ProbeResult;
import io.slicewise.live.connection.Secret;
import io.slicewise.text.Text;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How to reach a server. What is secret stands in password fields and goes nowhere but to the live desk. */
final class ConnectionForm extends VBox {
    private final LiveDesk desk;
    private final Words words;
    private final Parts parts;
    private final TextField address = new TextField();
    private final ObjectProperty<Entered.Kind> access = new SimpleObjectProperty<>(Entered.Kind.NONE);
    private final TextField user = new TextField();
    private final PasswordField secret = new PasswordField();
    private final TextField authority = new TextField();
    private final TextField certificate = new TextField();
    private final TextField key = new TextField();
    private final PasswordField certificatePassword = new PasswordField();
    private final TextField proxy = new TextField();
    private final TextField tenant = new TextField();
    private final TextField header = new TextField();
    private final PasswordField headerValue = new PasswordField();
    private final CheckBox keep;
    private final VBox result = new VBox();

    ConnectionForm(LiveDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        parts = new Parts(words);
        keep = parts.check("monitoring.live.keep", _ -> {});
        getStyleClass().add("monitoring-form");
        address.setPromptText("https://prometheus.example.com");
        address.getStyleClass().add("live-address");
        address.setOnAction(_ -> connect());
        proxy.setPromptText("proxy.example.com:3128");
        header.setPromptText("X-Api-Key");
        VBox passes = parts.field("monitoring.live.secret", secret);
        passes.visibleProperty().bind(access.map(kind -> kind != Entered.Kind.NONE));
        VBox users = parts.field("monitoring.live.user", user);
        users.visibleProperty().bind(access.map(kind -> kind == Entered.Kind.BASIC));
        secret.setOnAction(_ -> connect());
        result.getStyleClass().add("probe-result");
        getChildren()
                .addAll(
                        parts.section("monitoring.live.title"),
                        parts.field("monitoring.live.address", address),
                        accessField(),
                        users,
                        passes,
                        more(),
                        computed(),
                        keep,
                        parts.sentence("monitoring.live.keep.help", "caption"),
                        buttons(),
                        parts.said(desk.problemProperty(), "danger"),
                        result);
        desk.probedProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(desk.probedProperty().get()));
    }

    private VBox accessField() {
        return parts.field(
                "monitoring.live.access",
                parts.choice(
                        List.of(Entered.Kind.values()),
                        kind -> Text.of("monitoring.live.access." + kind.id()),
                        Entered.Kind.NONE,
                        access::set));
    }

    private Node computed() {
        ComboBox<Computed> choice = parts.choice(
                List.of(Computed.values()),
                way -> Text.of("monitoring.live.computed." + way.id()),
                desk.computedProperty().get(),
                desk.computedProperty()::set);
        VBox field = parts.field("monitoring.live.computed", choice);
        field.getChildren().add(parts.sentence("monitoring.live.computed.help", "caption"));
        return field;
    }

    private Node more() {
        VBox fields = new VBox(
                parts.field("monitoring.live.authority", authority),
                parts.field("monitoring.live.certificate", certificate),
                parts.field("monitoring.live.key", key),
                parts.field("monitoring.live.certificatePassword", certificatePassword),
                parts.field("monitoring.live.proxy", proxy),
                parts.field("monitoring.live.tenant", tenant),
                parts.field("monitoring.live.header", header),
                parts.field("monitoring.live.headerValue", headerValue));
        fields.getStyleClass().add("live-more");
        TitledPane pane = new TitledPane();
        pane.textProperty().bind(words.of("monitoring.live.more"));
        pane.setContent(fields);
        pane.setAnimated(false);
        pane.setExpanded(false);
        return pane;
    }

    private Node buttons() {
        Button connect = parts.button("monitoring.live.connect", this::connect);
        connect.getStyleClass().add("primary");
        Button test = parts.button("monitoring.live.test", () -> desk.test(entered()));
        connect.disableProperty().bind(desk.tryingProperty());
        test.disableProperty().bind(desk.tryingProperty());
        Button cancel = parts.button("desktop.cancel", desk::stopTrying);
        cancel.visibleProperty().bind(desk.tryingProperty());
        HBox row = new HBox(connect, test, cancel);
        row.getStyleClass().add("monitoring-head");
        return row;
    }

    private void connect() {
        desk.connect(entered(), keep.isSelected());
    }

    private Entered entered() {
        return new Entered(
                address.getText(),
                access.get(),
                user.getText(),
                Secret.of(secret.getText()),
                authority.getText(),
                certificate.getText(),
                key.getText(),
                Secret.of(certificatePassword.getText()),
                proxy.getText(),
                tenant.getText(),
                header.getText(),
                Secret.of(headerValue.getText()));
    }

    /** What was tried one after the other, and what came of it. */
    private void show(@Nullable ProbeResult probed) {
        result.getChildren().clear();
        if (probed == null) {
            return;
        }
        for (ProbeResult.Step step : probed.steps()) {
            Label label = Parts.wrapped(step.passed() ? "success" : "danger");
            label.setText((step.passed() ? "✓  " : "✕  ") + words.now(step.text()));
            label.setAccessibleText(words.now(
                    step.passed() ? "monitoring.live.passed" : "monitoring.live.stopped", words.now(step.text())));
            result.getChildren().add(label);
        }
        Label message = Parts.wrapped(probed.isFine() ? "probe-fine" : "danger");
        message.getStyleClass().add("probe-message");
        message.setText(words.now(probed.message()));
        result.getChildren().add(message);
    }
}
