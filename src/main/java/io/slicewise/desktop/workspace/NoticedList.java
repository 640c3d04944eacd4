package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * three and where the first one stands. GPUs that are not known can be named here, for all that are alike.
 */
final class NoticedList extends VBox {
    private static final Set<String> ABOUT_MODELS = Set.of("snapshot.noModelName", "snapshot.unknownModel");
    private static final String OVERFULL = "snapshot.overfull";

    private final Document document;
    private final Words words;
    private final Function<List<Gpu>, List<Node>> questions;
    private final Consumer<String> copy;

    /**
     * @param shown whether this is looked at; while no one does, nothing is made
     * @param questions makes what is asked about GPUs
     * @param copy takes the whole list as text
     */
    NoticedList(
            Document document,
            ObservableValue<Boolean> shown,
            Words words,
            Function<List<Gpu>, List<Node>> questions,
            Consumer<String> copy) {
        this.document = document;
        this.words = words;
        this.questions = questions;
        this.copy = copy;
        getStyleClass().add("findings-list");
        // made anew in another language too, where the document is the same
        shown.flatMap(open -> open
                        ? words.languageProperty()
                                .flatMap(_ -> document.contentProperty().map(this::nodes))
                        : null)
                .orElse(List.of())
                .subscribe(nodes -> getChildren().setAll(nodes));
    }

    private List<Node> nodes(DocumentContent content) {
        List<Node> nodes =
                new ArrayList<>(questions.apply(content.scenario().fleet().gpus()));
        bySeverity(problems(content)).forEach((severity, problems) -> {
            nodes.add(heading(Text.of(title(severity), problems.size())));
            problems.forEach(problem -> nodes.add(entry(problem)));
        });
        Snapshot snapshot = content.snapshot();
        if (snapshot != null) {
            nodes.add(heading(Text.of("desktop.noticed.told", snapshot.source())));
            content.facts().forEach(fact -> nodes.add(Remark.of(false, words.now(fact))));
        }
        nodes.add(copyAll());
        return nodes;
    }

    /** What was noticed, without what was settled since: models that were chosen, instances that were taken away. */
    static List<Problem> problems(DocumentContent content) {
        List<Gpu> gpus = content.scenario().fleet().gpus();
        Set<String> settled = new HashSet<>();
        if (gpus.stream().noneMatch(gpu -> gpu.model() == null)) {
            settled.addAll(ABOUT_MODELS);
        }
        if (gpus.stream().noneMatch(NoticedList::isOverfull)) {
            settled.add(OVERFULL);
        }
        return content.problems().stream()
                .filter(problem -> !settled.contains(problem.message().key()))
                .toList();
    }

    private static boolean isOverfull(Gpu gpu) {
        GpuModel model = gpu.model();
        return model != null && gpu.allocatedSlices() > model.computeSlices();
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
        return Stream.concat(Dialogs.said(problems(document.content())).stream(), document.content().facts().stream())
                .map(words::now)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
