package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.Input;
import io.slicewise.document.Opened;
import io.slicewise.document.Opening;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a document of what was opened. */
final class OpenedDocument {
    private OpenedDocument() {}

    /** What can be shown of a result, with the file behind it that saving may write; empty where nothing could be opened. */
    static Optional<Document> of(Opening result, Words words) {
        Optional<Document> document = of(result.opened(), title(result, words), files(result));
        Path file = result.inputs().getFirst().path();
        if (file != null && result.opened() instanceof Opened.ScenarioOpened scenario && isItsFile(file, scenario)) {
            document.ifPresent(it -> it.markRead(file, scenario.stored()));
        }
        return document;
    }

    /** What could not be opened stays a list of problems; the rest becomes a document. */
    static Optional<Document> of(Opened opened, String name, List<String> files) {
        return switch (opened) {
            case Opened.NotOpened _ -> Optional.empty();
            case Opened.SnapshotOpened export ->
                Optional.of(Document.unchanged(measured(name, export.snapshot(), files)));
            case Opened.ScenarioOpened scenario -> Optional.of(Document.unchanged(named(scenario.content(), name)));
        };
    }

    /** What monitoring exported, without notes of a planner. */
    static DocumentContent measured(String name, Snapshot snapshot, List<String> files) {
        return DocumentContent.measured(Scenario.empty(name), snapshot).from(files);
    }

    private static Editable named(Editable content, String name) {
        return content.scenario().name().isEmpty() ? content.named(name) : content;
    }

    /** What a document of these is called where it has no name of its own. */
    private static String title(Opening result, Words words) {
        Input first = result.inputs().getFirst();
        Path file = first.path();
        String name = file == null ? first.name() : FileNames.name(file);
        int others = result.inputs().size() - 1;
        return others == 0 ? name : words.now("desktop.severalFiles", name, others);
    }

    /** The files that a result was read from. */
    private static List<String> files(Opening result) {
        return result.inputs().stream()
                .map(Input::path)
                .filter(Objects::nonNull)
                .map(Path::toString)
                .toList();
    }

    /** Whether saving may write there: a demand or plan in a file of its own stays what it is. */
    private static boolean isItsFile(Path file, Opened.ScenarioOpened opened) {
        return opened.scenario().plan() == null
                || !opened.fleet().gpus().isEmpty()
                || String.valueOf(file.getFileName()).endsWith(ScenarioFile.EXTENSION);
    }
}
