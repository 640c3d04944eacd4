package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.story.Finding;
import io.slicewise.story.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All findings, each with what to do about it and a way to the instances that it is about. */
final class FindingsList extends VBox {
    private final Document document;
    private final Words words;
    private final Runnable toEditor;
    private final Consumer<Finding> toPlan;

    /**
     * @param findings the gravest first
     * @param shown whether somebody looks at this; while nobody does, nothing is made
     * @param toEditor brings the instances into sight that a finding is about
     * @param toPlan shows what can be planned about one
     */
    FindingsList(
            Document document,
            ObservableValue<List<Finding>> findings,
            ObservableValue<Boolean> shown,
            Words words,
            Runnable toEditor,
            Consumer<Finding> toPlan) {
        this.document = document;
        this.words = words;
        this.toEditor = toEditor;
        this.toPlan = toPlan;
        getStyleClass().add("findings-list");
        shown.flatMap(open -> open ? words.languageProperty().flatMap(_ -> findings) : null)
                .orElse(List.of())
                .subscribe(now ->
                        getChildren().setAll(now.stream().map(this::entry).toList()));
    }

    private Node entry(Finding finding) {
        Remark entry = Remark.of(finding.severity() == Finding.Severity.WARNING, words.now(finding.message()));
        entry.below(words.now(finding.advice()));
        if (!finding.instances().isEmpty()) {
            Button show = new Button(words.now("desktop.finding.show"));
            show.getStyleClass().add("quiet");
            show.setMinWidth(Region.USE_PREF_SIZE);
            show.setOnAction(_ -> {
                toEditor.run();
                document.selectionProperty().set(new LinkedHashSet<>(finding.instances()));
            });
            entry.getChildren().add(show);
        }
        if (finding.view() == View.PLAN) {
            Button plan = new Button(words.now("desktop.finding.plan"));
            plan.getStyleClass().add("quiet");
            plan.setMinWidth(Region.USE_PREF_SIZE);
            plan.setOnAction(_ -> toPlan.accept(finding));
            entry.getChildren().add(plan);
        }
        return entry;
    }
}
