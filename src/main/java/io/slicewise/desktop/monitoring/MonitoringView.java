package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The Monitoring screen of a document. */
public final class MonitoringView extends BorderPane {
    private static final String SHEET = Objects.requireNonNull(MonitoringView.class.getResource("monitoring.css"))
            .toExternalForm();

    private final Document document;
    private final Words words;
    private final MonitoringActions actions;
    private final QueriesModel queries;
    private final QueryForm form;
    private final Map<Part, Node> made = new EnumMap<>(Part.class);

    /**
     * The screen.
     *
     * @param document whose hardware and figures
     * @param part which part is shown, the same for all documents of a window
     */
    public MonitoringView(Document document, Words words, MonitoringActions actions, ObjectProperty<Part> part) {
        this.document = document;
        this.words = words;
        this.actions = actions;
        queries = new QueriesModel(document, words, actions);
        form = new QueryForm(queries, words);
        getStyleClass().add("monitoring");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        HBox bar = new HBox(new Parts(words)
                .segments(List.of(Part.values()), p -> Text.of("monitoring.part." + p.id()), part, part::set));
        bar.getStyleClass().add("monitoring-bar");
        setTop(bar);
        Node asked = Parts.scroll(form, "monitoring-form-scroll");
        part.subscribe(now -> {
            setLeft(now == Part.QUERIES || now == Part.FILES ? asked : null);
            setCenter(made.computeIfAbsent(now, this::make));
        });
    }

    private Node make(Part part) {
        return switch (part) {
            case QUERIES -> Parts.scroll(new QueryPane(queries, words, actions), "monitoring-scroll");
            case FILES -> new FilesPane(queries, words, actions);
            case CHECK ->
                new CheckPane(new CheckModel(document, actions, words.now("desktop.pasted")), words, actions);
        };
    }
}
