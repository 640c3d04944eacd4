package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.promql.output.Original;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The query that was asked for, with what each of its parts is for, above the source document's one. */
final class QueryPane extends VBox {
    private static final double WIDE = 800;
    private static final double ASIDE = 345;

    private final QueriesModel model;
    private final Words words;
    private final MonitoringActions actions;
    private final Parts parts;
    private final CodeView code;
    private final BooleanProperty explained = new SimpleBooleanProperty(this, "explained", true);
    private final VBox remarks = new VBox();
    private final VBox original = new VBox();

    QueryPane(QueriesModel model, Words words, MonitoringActions actions) {
        this.model = model;
        this.words = words;
        this.actions = actions;
        parts = new Parts(words);
        code = new CodeView(actions::copy);
        code.getStyleClass().add("query-code");
        getStyleClass().add("monitoring-result");
        remarks.getStyleClass().add("monitoring-remarks");
        original.getStyleClass().addAll("card", "original");
        VBox card = new VBox(head(), code);
        card.getStyleClass().addAll("card", "query-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        getChildren().add(remarks);
        widthProperty().map(width -> width.doubleValue() >= WIDE).subscribe(wide -> arrange(card, wide));
        model.madeProperty().subscribe(this::show);
        words.languageProperty().subscribe(() -> show(model.madeProperty().get()));
        explained.subscribe(() -> show(model.madeProperty().get()));
    }

    /** The two queries side by side where there is room, else one below the other. */
    private void arrange(Node card, boolean wide) {
        getChildren().setAll(remarks);
        original.setMinWidth(wide ? ASIDE : 0);
        original.setPrefWidth(wide ? ASIDE : USE_COMPUTED_SIZE);
        if (wide) {
            HBox row = new HBox(card, original);
            row.getStyleClass().add("query-row");
            getChildren().add(row);
        } else {
            getChildren().addAll(card, original);
        }
    }

    private Node head() {
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty()
                .bind(words.of(model.askProperty()
                        .map(ask -> Text.of("promql.figure." + ask.figure().id()))));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        CheckBox explain = parts.check("monitoring.explained", explained::set);
        explain.setSelected(true);
        explain.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, explain, parts.copy(() -> actions.copy(code.code())));
        head.getStyleClass().add("monitoring-head");
        return head;
    }

    private void show(@Nullable GeneratedQueries made) {
        if (made == null) {
            return;
        }
        Messages messages = Messages.in(words.language());
        code.show(
                explained.get()
                        ? made.query().commented(messages)
                        : made.query().pretty());
        remarks.getChildren().setAll(made.remarks().stream().map(this::remark).toList());
        remarks.setVisible(!made.remarks().isEmpty());
        remarks.setManaged(remarks.isVisible());
        Original theirs = Original.of(made.query().figure()).orElse(null);
        original.setVisible(theirs != null);
        original.setManaged(theirs != null);
        original.getChildren().setAll(theirs == null ? List.of() : originalOf(theirs));
    }

    private Label remark(Text text) {
        Label label = Parts.wrapped("warning");
        label.setText(words.now(text));
        return label;
    }

    private List<Node> originalOf(Original theirs) {
        CodeView query = new CodeView(actions::copy);
        query.show(theirs.query());
        VBox list = new VBox();
        list.getStyleClass().add("monitoring-list");
        for (Text fails : theirs.fails()) {
            Label label = Parts.wrapped("original-fails");
            label.setText("•  " + words.now(fails));
            list.getChildren().add(label);
        }
        return List.of(
                parts.section("promql.sheet.original"),
                query,
                parts.sentence("promql.sheet.fails", "field-name"),
                list);
    }
}
