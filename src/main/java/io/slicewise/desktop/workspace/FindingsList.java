package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.story.Finding;
import io.slicewise.story.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All findings, each with what to do about it and a way to the instances that it is about. */
final class FindingsList extends VBox {
    /** The rule about what keeps GPUs out of figures. */
    private static final String MISSING = "missing";

    private final Document document;
    private final Words words;
    private final Runnable toEditor;
    private final Consumer<Finding> toPlan;
    private final Function<List<Gpu>, List<Node>> questions;

    /**
     * @param findings the gravest first; {@code null} while they are looked for
     * @param shown whether this is looked at; while no one does, nothing is made
     * @param toEditor brings the instances into sight that a finding is about
     * @param toPlan shows what can be planned about one
     * @param questions makes what is asked about GPUs that are not in all figures
     */
    FindingsList(
            Document document,
            ObservableValue<@Nullable List<Finding>> findings,
            ObservableValue<Boolean> shown,
            Words words,
            Runnable toEditor,
            Consumer<Finding> toPlan,
            Function<List<Gpu>, List<Node>> questions) {
        this.document = document;
        this.words = words;
        this.toEditor = toEditor;
        this.toPlan = toPlan;
        this.questions = questions;
        getStyleClass().add("findings-list");
        // made anew in another language too, where the findings are the same ones
        shown.flatMap(open -> open ? words.languageProperty().flatMap(_ -> findings.map(this::entries)) : null)
                .orElse(List.of())
                .subscribe(entries -> getChildren().setAll(entries));
    }

    private List<Node> entries(List<Finding> findings) {
        return findings.stream().flatMap(this::entries).toList();
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
            entry.getChildren().add(door("desktop.finding.show", () -> {
                toEditor.run();
                document.selectionProperty().set(new LinkedHashSet<>(finding.instances()));
            }));
        }
        if (finding.view() == View.PLAN) {
            entry.getChildren().add(door("desktop.finding.plan", () -> toPlan.accept(finding)));
        }
        return entry;
    }

    private Button door(String key, Runnable open) {
        Button door = new Button(words.now(key));
        door.getStyleClass().add("quiet");
        door.setMinWidth(Region.USE_PREF_SIZE);
        door.setOnAction(_ -> open.run());
        return door;
    }
}
