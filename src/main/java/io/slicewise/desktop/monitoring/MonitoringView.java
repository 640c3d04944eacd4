package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The Monitoring screen of a document. */
public final class MonitoringView extends BorderPane {
    private static final String SHEET = Objects.requireNonNull(MonitoringView.class.getResource("monitoring.css"))
            .toExternalForm();

    private final Document document;
    private final Words words;
    private final MonitoringActions actions;
    private final Supplier<Node> live;
    private final StackPane server = new StackPane();
    // bound both ways, which is weak: what the window has outlives this screen
    private final ObjectProperty<MonitoringPart> part =
            new SimpleObjectProperty<>(this, "part", MonitoringPart.QUERIES);
    private final QueriesModel queries;
    private final QueryForm form;
    private final Map<MonitoringPart, Node> made = new EnumMap<>(MonitoringPart.class);

    /**
     * The screen.
     *
     * @param document whose hardware and figures
     * @param live the connection of the window; it is where it was last {@linkplain #takeConnection taken} to
     * @param part which part is shown, the same for all documents of a window
     */
    public MonitoringView(
            Document document,
            Words words,
            MonitoringActions actions,
            Supplier<Node> live,
            ObjectProperty<MonitoringPart> part) {
        this.document = document;
        this.words = words;
        this.actions = actions;
        this.live = live;
        queries = new QueriesModel(document, words, actions);
        form = new QueryForm(queries, actions.alert(), words, this.part.map(now -> now == MonitoringPart.FILES));
        getStyleClass().add("monitoring");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        this.part.bindBidirectional(part);
        HBox bar = new HBox(new Parts(words)
                .segments(
                        List.of(MonitoringPart.values()),
                        p -> Text.of("monitoring.part." + p.id()),
                        this.part,
                        this.part::set));
        bar.getStyleClass().add("monitoring-bar");
        setTop(bar);
        Node asked = Parts.scroll(form, "monitoring-form-scroll");
        this.part.subscribe(now -> {
            setLeft(now == MonitoringPart.QUERIES || now == MonitoringPart.FILES ? asked : null);
            setCenter(made.computeIfAbsent(now, this::make));
            takeConnection();
        });
    }

    /** Takes the window's connection here, where this part is shown; it stands in one place at a time. */
    public void takeConnection() {
        if (part.get() == MonitoringPart.LIVE && server.getChildren().isEmpty()) {
            server.getChildren().setAll(live.get());
        }
    }

    private Node make(MonitoringPart part) {
        return switch (part) {
            case QUERIES -> Parts.scroll(new QueryPane(queries, words, actions), "monitoring-scroll");
            case FILES -> new FilesPane(queries, words, actions);
            case CHECK -> new CheckPane(new CheckModel(document, actions, words.now("desktop.pasted")), words, actions);
            case LIVE -> server;
        };
    }
}
