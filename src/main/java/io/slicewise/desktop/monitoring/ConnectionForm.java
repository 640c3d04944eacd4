package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.live.ProbeResult;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Address;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Secret;
import io.slicewise.text.Text;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How to reach a server. What is secret stands in password fields and goes nowhere but to the live desk. */
final class ConnectionForm extends VBox {
    private final LiveDesk desk;
    private final Words words;
    private final Parts parts;
    private final TextField address = new TextField();
    private final ObjectProperty<ConnectionInput.Kind> access = new SimpleObjectProperty<>(ConnectionInput.Kind.NONE);
    private final TextField user = new TextField();
    private final PasswordField secret = new PasswordField();
    private final TextField authority = new TextField();
    private final TextField certificate = new TextField();
    private final TextField key = new TextField();
    private final PasswordField certificatePassword = new PasswordField();
    private final TextField proxy = new TextField();
    private final TextField tenant = new TextField();
    private final HeaderFields headers;
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private final CheckBox keep;
    private final VBox result = new VBox();

    ConnectionForm(LiveDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        parts = new Parts(words);
        keep = parts.check("monitoring.live.keep", _ -> {});
        keep.visibleProperty().bind(desk.keyringProperty());
        keep.managedProperty().bind(keep.visibleProperty());
        headers = new HeaderFields(parts);
        getStyleClass().add("monitoring-form");
        address.setPromptText("https://prometheus.example.com");
        address.getStyleClass().add("live-address");
        address.setOnAction(_ -> connect());
        proxy.setPromptText("proxy.example.com:3128");
        for (PasswordField field : List.of(secret, certificatePassword)) {
            field.promptTextProperty()
                    .bind(kept.flatMap(
                            is -> is ? words.of("monitoring.live.inKeyring") : new SimpleStringProperty("")));
        }
        VBox passes = parts.field("monitoring.live.secret", secret);
        passes.visibleProperty().bind(access.map(kind -> kind != ConnectionInput.Kind.NONE));
        VBox users = parts.field("monitoring.live.user", user);
        users.visibleProperty().bind(access.map(kind -> kind == ConnectionInput.Kind.BASIC));
        secret.setOnAction(_ -> connect());
        result.getStyleClass().add("probe-result");
        getChildren()
                .addAll(
                        head(),
                        parts.field("monitoring.live.address", address),
                        accessField(),
                        users,
                        passes,
                        more(),
                        computed(),
                        keep,
                        parts.said(
                                desk.keyringProperty()
                                        .map(there -> Text.of(
                                                there
                                                        ? "monitoring.live.keyring.help"
                                                        : "monitoring.live.keyring.none")),
                                "caption"),
                        buttons(),
                        parts.said(desk.problemProperty(), "danger"),
                        result);
        desk.recentProperty().subscribe(recent -> {
            // what was last is what is meant most often; no one's typing is overwritten
            if (!recent.isEmpty() && address.getText().isEmpty()) {
                fill(recent.getFirst());
            }
        });
        desk.probedProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(desk.probedProperty().get()));
    }

    /** Gives the keyboard to the address, with what stands there selected so that typing replaces it. */
    void begin() {
        address.requestFocus();
        address.selectAll();
    }

    private Node head() {
        Label title = parts.section("monitoring.live.title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, new RecentMenu(desk, words, this::fill));
        head.getStyleClass().add("monitoring-head");
        return head;
    }

    /** Fills in what is remembered; what is secret stays empty. */
    private void fill(Remembered remembered) {
        Connection connection = remembered.connection();
        address.setText(connection.base().toString());
        access.set(
                switch (connection.access()) {
                    case Access.None _ -> ConnectionInput.Kind.NONE;
                    case Access.Basic _ -> ConnectionInput.Kind.BASIC;
                    case Access.Bearer _ -> ConnectionInput.Kind.BEARER;
                });
        user.setText(connection.access() instanceof Access.Basic basic ? basic.user() : "");
        authority.setText(shown(connection.tls().authority()));
        certificate.setText(shown(connection.tls().certificate()));
        key.setText(shown(connection.tls().key()));
        InetSocketAddress way = connection.proxy();
        proxy.setText(way == null ? "" : way.getHostString() + ":" + way.getPort());
        tenant.setText(connection.tenant());
        headers.show(connection.headers(), remembered.kept());
        secret.clear();
        certificatePassword.clear();
        kept.set(remembered.kept());
        keep.setSelected(remembered.kept());
        desk.computedProperty().set(remembered.computed());
    }

    private static String shown(@Nullable Path path) {
        return path == null ? "" : path.toString();
    }

    private VBox accessField() {
        ComboBox<ConnectionInput.Kind> choice = parts.choice(
                List.of(ConnectionInput.Kind.values()),
                kind -> Text.of("monitoring.live.access." + kind.id()),
                access.get(),
                access::set);
        access.subscribe(choice::setValue);
        return parts.field("monitoring.live.access", choice);
    }

    /** A field for a file, with a button that asks for one. */
    private VBox file(String name, TextField field) {
        VBox box = parts.field(name, field);
        Button choose = new Button("…");
        choose.accessibleTextProperty().bind(words.of("monitoring.live.choose"));
        Tooltips.on(choose, () -> words.now("monitoring.live.choose"));
        choose.setOnAction(_ -> desk.askFile().ifPresent(path -> field.setText(path.toString())));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, choose);
        row.getStyleClass().add("header-row");
        box.getChildren().add(row);
        return box;
    }

    private Node computed() {
        ComboBox<Computed> choice = parts.choice(
                List.of(Computed.values()),
                way -> Text.of("monitoring.live.computed." + way.id()),
                desk.computedProperty().get(),
                desk.computedProperty()::set);
        desk.computedProperty().subscribe(choice::setValue);
        choice.getStyleClass().add("live-computed");
        VBox field = parts.field("monitoring.live.computed", choice);
        field.getChildren().add(parts.sentence("monitoring.live.computed.help", "caption"));
        return field;
    }

    private Node more() {
        VBox fields = new VBox(
                file("monitoring.live.authority", authority),
                file("monitoring.live.certificate", certificate),
                file("monitoring.live.key", key),
                parts.field("monitoring.live.certificatePassword", certificatePassword),
                parts.field("monitoring.live.proxy", proxy),
                parts.field("monitoring.live.tenant", tenant),
                headers);
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
        Button test = parts.button("monitoring.live.test", this::test);
        connect.disableProperty().bind(desk.tryingProperty());
        test.disableProperty().bind(desk.tryingProperty());
        Button cancel = parts.button("desktop.cancel", desk::stopTrying);
        cancel.visibleProperty().bind(desk.tryingProperty());
        HBox row = new HBox(connect, test, cancel);
        row.getStyleClass().add("monitoring-head");
        return row;
    }

    /** What was refused in an address does not stay on the screen; the user goes where such belong. */
    private void tidy() {
        Address typed = Address.of(address.getText());
        URI base = typed.base();
        if (base != null && (!typed.user().isEmpty() || typed.password() != null)) {
            address.setText(base.toString());
            access.set(ConnectionInput.Kind.BASIC);
            user.setText(typed.user());
        }
    }

    private void connect() {
        desk.connect(entered(), keep.isSelected());
        tidy();
    }

    private void test() {
        desk.test(entered());
        tidy();
    }

    private ConnectionInput entered() {
        return new ConnectionInput(
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
                headers.entered());
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
