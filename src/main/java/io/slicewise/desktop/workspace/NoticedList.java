package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.UnknownModel;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Gpu;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What was noticed while a document was read, by how much it matters: each kind once, with how many there are, the first
 * three and where the first one stands. GPUs that nobody knows can be named here, for all that are alike.
 */
final class NoticedList extends VBox {
    private final Document document;
    private final Words words;
    private final Function<Gpu, UnknownModel> unknown;
    private final Consumer<String> copy;

    /**
     * @param shown whether somebody looks at this; while nobody does, nothing is made
     * @param unknown makes the choice of a model for a GPU and those like it
     * @param copy takes the whole list as text
     */
    NoticedList(
            Document document,
            ObservableValue<Boolean> shown,
            Words words,
            Function<Gpu, UnknownModel> unknown,
            Consumer<String> copy) {
        this.document = document;
        this.words = words;
        this.unknown = unknown;
        this.copy = copy;
        getStyleClass().add("findings-list");
        shown.flatMap(open -> open ? words.languageProperty().flatMap(_ -> document.contentProperty()) : null)
                .subscribe(content -> {
                    if (content == null) {
                        getChildren().clear();
                    } else {
                        show(content);
                    }
                });
    }

    private void show(DocumentContent content) {
        List<Node> nodes = new ArrayList<>();
        oneOfEachUnknown(content.scenario().fleet().gpus()).forEach(gpu -> nodes.add(unknown.apply(gpu)));
        bySeverity(content.problems()).forEach((severity, problems) -> {
            nodes.add(heading(Text.of(title(severity), problems.size())));
            problems.forEach(problem -> nodes.add(entry(problem)));
        });
        Snapshot snapshot = content.snapshot();
        if (snapshot != null) {
            nodes.add(heading(Text.of("desktop.noticed.told", snapshot.source())));
            content.facts().forEach(fact -> nodes.add(Remark.of(false, words.now(fact))));
        }
        nodes.add(copyAll());
        getChildren().setAll(nodes);
    }

    /** Naming one of them names all that print the same. */
    private static List<Gpu> oneOfEachUnknown(List<Gpu> gpus) {
        Map<String, Gpu> first = new LinkedHashMap<>();
        gpus.stream().filter(gpu -> gpu.model() == null).forEach(gpu -> first.putIfAbsent(gpu.modelName(), gpu));
        return List.copyOf(first.values());
    }

    private Map<Problem.Severity, List<Problem>> bySeverity(List<Problem> problems) {
        return problems.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .collect(Collectors.groupingBy(Problem::severity, LinkedHashMap::new, Collectors.toList()));
    }

    private Node copyAll() {
        Button all = new Button(words.now("desktop.noticed.copy"), Icon.COPY.node());
        all.getStyleClass().add("quiet");
        all.setOnAction(_ -> copy.accept(text()));
        return all;
    }

    private Node heading(Text text) {
        Label title = new Label(words.now(text));
        title.getStyleClass().add("noticed-heading");
        return title;
    }

    private static String title(Problem.Severity severity) {
        return "desktop.noticed." + severity.name().toLowerCase(Locale.ROOT);
    }

    private Node entry(Problem problem) {
        Remark entry = Remark.of(problem.severity() != Problem.Severity.INFO, words.now(problem.message()));
        entry.below(problem.where().toString());
        return entry;
    }

    private String text() {
        Stream<Text> problems = document.content().problems().stream()
                .map(problem -> Text.of("desktop.problem", problem.where().toString(), problem.message()));
        return Stream.concat(problems, document.content().facts().stream())
                .map(words::now)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
