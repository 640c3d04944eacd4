package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.story.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All findings, each with what to do about it and a way to the instances that it is about. */
final class FindingsList extends VBox {
    /** The rule about what keeps GPUs out of figures. */
    private static final String MISSING = "missing";

    /** The rules about room that is there and cannot be used. */
    private static final Set<String> ROOM = Set.of("stranded");

    private final Document document;
    private final Words words;
    private final Runnable toEditor;
    private final Consumer<List<String>> toMoves;
    private final Function<List<Gpu>, List<Node>> questions;

    /**
     * @param findings the gravest first
     * @param shown whether somebody looks at this; while nobody does, nothing is made
     * @param toMoves shows which moves make room on some GPUs
     * @param questions makes what is asked about GPUs that are not in all figures
     * @param toEditor brings the instances into sight that a finding is about
     */
    FindingsList(
            Document document,
            ObservableValue<List<Finding>> findings,
            ObservableValue<Boolean> shown,
            Words words,
            Runnable toEditor,
            Consumer<List<String>> toMoves,
            Function<List<Gpu>, List<Node>> questions) {
        this.document = document;
        this.words = words;
        this.toEditor = toEditor;
        this.toMoves = toMoves;
        this.questions = questions;
        getStyleClass().add("findings-list");
        shown.flatMap(open -> open ? words.languageProperty().flatMap(_ -> findings) : null)
                .orElse(List.of())
                .subscribe(now ->
                        getChildren().setAll(now.stream().flatMap(this::entries).toList()));
    }

    /** A finding, and where a person can mend what it is about, what is asked for that. */
    private Stream<Node> entries(Finding finding) {
        List<Node> mends = finding.rule().equals(MISSING)
                ? questions.apply(document.scenario().fleet().gpus())
                : List.of();
        return Stream.concat(Stream.of(entry(finding)), mends.stream());
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
        if (ROOM.contains(finding.rule())) {
            Button moves = new Button(words.now("desktop.finding.room"));
            moves.getStyleClass().add("quiet");
            moves.setMinWidth(Region.USE_PREF_SIZE);
            moves.setOnAction(_ -> toMoves.accept(finding.gpus()));
            entry.getChildren().add(moves);
        }
        return entry;
    }
}
