package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Thresholds;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lower edge: how many findings there are and the gravest one; all of them, with what to do, when opened. */
final class FindingsBar extends VBox {
    private static final double TALLEST = 230;

    private final Document document;
    private final Words words;
    private final Runnable toEditor;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);

    /**
     * @param toEditor brings the instances into sight that a finding is about
     */
    FindingsBar(Document document, Words words, Runnable toEditor) {
        this.document = document;
        this.words = words;
        this.toEditor = toEditor;
        getStyleClass().add("findings");
        ObservableValue<List<Finding>> findings = document.figuresProperty()
                .map(figures -> Findings.of(
                        figures, Thresholds.DEFAULT, document.origin().measured()));
        VBox list = new VBox();
        list.getStyleClass().add("findings-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.visibleProperty().bind(open);
        scroll.managedProperty().bind(open);
        getChildren().addAll(scroll, line(findings));
        open.flatMap(shown -> shown ? words.languageProperty().flatMap(_ -> findings) : null)
                .orElse(List.of())
                .subscribe(now ->
                        list.getChildren().setAll(now.stream().map(this::entry).toList()));
    }

    private Node line(ObservableValue<List<Finding>> findings) {
        ToggleButton toggle = new ToggleButton();
        toggle.getStyleClass().addAll("quiet", "findings-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.selectedProperty().bindBidirectional(open);
        toggle.graphicProperty().bind(open.map(shown -> chevron(shown)));
        toggle.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> findings.map(list -> words.now("desktop.findings", list.size()))));
        Label first = new Label();
        first.getStyleClass().add("findings-first");
        first.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> findings.map(list ->
                                list.isEmpty() ? "" : words.now(list.getFirst().message()))));
        first.visibleProperty().bind(open.map(shown -> !shown));
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox line = new HBox(toggle, first);
        line.getStyleClass().add("findings-line");
        return line;
    }

    private static Node chevron(boolean shown) {
        Node icon = Icon.CHEVRON.node();
        icon.setRotate(shown ? 90 : -90);
        return icon;
    }

    private Node entry(Finding finding) {
        Label message = text(words.now(finding.message()), "finding-message");
        Label advice = text(words.now(finding.advice()), "muted");
        VBox sentences = new VBox(message, advice);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        Node icon = (finding.severity() == Finding.Severity.WARNING ? Icon.WARNING : Icon.INFO).node();
        icon.getStyleClass().add(finding.severity() == Finding.Severity.WARNING ? "warning" : "muted");
        HBox entry = new HBox(icon, sentences);
        entry.getStyleClass().add("finding");
        if (!finding.instances().isEmpty()) {
            ToggleButton show = new ToggleButton();
            show.getStyleClass().add("quiet");
            show.setText(words.now("desktop.finding.show"));
            show.setMinWidth(Region.USE_PREF_SIZE);
            show.setOnAction(_ -> {
                show.setSelected(false);
                toEditor.run();
                document.selectionProperty().set(new LinkedHashSet<>(finding.instances()));
            });
            entry.getChildren().add(show);
        }
        return entry;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
