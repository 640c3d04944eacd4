package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Document.Origin;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.samples.Sample;
import io.slicewise.samples.Samples;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioFile;
import io.slicewise.scenario.Wording;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Language;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The documents that are open, and what can be done with them as a whole. To be used on the FX thread; files are read on
 * another one.
 */
public final class Workspace {
    private static final int MOST_NAMES = 8;

    private final ObservableList<Document> documents = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Document> active = new SimpleObjectProperty<>();
    private final ObservableList<Loading> loadings = FXCollections.observableArrayList();
    private final Opener opener;
    private final Dialogs dialogs;
    private final Words words;
    private final Background background;
    private Consumer<Path> onStored = _ -> {};

    public Workspace(Opener opener, Dialogs dialogs, Words words, Background background) {
        this.opener = opener;
        this.dialogs = dialogs;
        this.words = words;
        this.background = background;
    }

    /** Runs what takes longer than a frame, and hands its result to the FX thread. */
    public interface Background {
        <T> void run(Supplier<T> work, Consumer<T> then);
    }

    /** The open documents in the order of their tabs. */
    public ObservableList<Document> documents() {
        return documents;
    }

    /** The document in front; {@code null} when none is open. */
    public ObjectProperty<@Nullable Document> activeProperty() {
        return active;
    }

    /** Is told of every file that was opened or saved. */
    public void setOnStored(Consumer<Path> listener) {
        onStored = listener;
    }

    /** An empty scenario. */
    public Document newScenario() {
        Document document = Document.unchanged(Scenario.empty(freeName()), Origin.NEW);
        show(document);
        return document;
    }

    /** A sample, as a document of its own that no file is behind. */
    public void open(Sample sample) {
        Opened opened = opener.open(sample.file(), Samples.bytes(sample));
        document(opened, sample.title().in(words.language()), sample.file()).ifPresent(this::show);
    }

    /** Asks which files to open, and opens them. */
    public void open() {
        open(dialogs.askOpen());
    }

    /** Opens files; one that is open already comes to the front. What cannot be read is said in one go. */
    public void open(List<Path> files) {
        List<Path> fresh = new ArrayList<>();
        for (Path file : files) {
            Path path = file.toAbsolutePath().normalize();
            Optional<Document> present = withFile(path);
            if (present.isPresent()) {
                active.set(present.get());
            } else {
                fresh.add(path);
            }
        }
        if (!fresh.isEmpty()) {
            Loading loading = new Loading(fresh, System::nanoTime);
            loadings.add(loading);
            background.run(() -> read(fresh, loading), opened -> {
                loadings.remove(loading);
                showOpened(fresh, opened);
            });
        }
    }

    private List<Opened> read(List<Path> files, Loading loading) {
        return files.stream()
                .map(file -> {
                    loading.begin(file);
                    return opener.open(file, loading);
                })
                .toList();
    }

    /** What is being read. */
    ObservableList<Loading> loadings() {
        return loadings;
    }

    private void showOpened(List<Path> files, List<Opened> opened) {
        List<Text> refused = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            Optional<Document> document = document(opened.get(i), name(file), file.toString());
            if (document.isPresent()) {
                if (opened.get(i) instanceof Opened.ScenarioOpened) {
                    document.get().markSaved(file, document.get().scenario());
                }
                show(document.get());
                onStored.accept(file);
            } else {
                refused.addAll(sentences(opened.get(i).problems()));
            }
        }
        if (!refused.isEmpty()) {
            dialogs.tell(Text.of("desktop.open.failed"), refused);
        }
    }

    /** What could not be opened stays a list of problems; the rest becomes a document. */
    private static Optional<Document> document(Opened opened, String name, String source) {
        return switch (opened) {
            case Opened.NotOpened _ -> Optional.empty();
            case Opened.SnapshotOpened export ->
                Optional.of(Document.unchanged(
                        Scenario.empty(name).withFleet(export.fleet()).withNotes(summary(export.snapshot())),
                        new Origin(true, source, export.problems())));
            case Opened.ScenarioOpened scenario ->
                Optional.of(Document.unchanged(
                        named(scenario.scenario(), name), new Origin(false, source, scenario.problems())));
        };
    }

    /** What an export holds, in both languages: also what is in no figure and would not be seen otherwise. */
    private static Wording summary(Snapshot snapshot) {
        List<String> apart = snapshot.wholeGpus().stream()
                .map(gpu -> gpu.host().isEmpty() ? gpu.name() : gpu.name() + " (" + gpu.host() + ")")
                .toList();
        Text text = apart.isEmpty()
                ? Text.of(
                        "desktop.snapshot",
                        snapshot.fleet().gpus().size(),
                        snapshot.fleet().instanceCount())
                : Text.of(
                        "desktop.snapshot.apart",
                        snapshot.fleet().gpus().size(),
                        snapshot.fleet().instanceCount(),
                        apart.size(),
                        new Listing(apart.subList(0, Math.min(MOST_NAMES, apart.size()))));
        return new Wording(
                Messages.in(Language.ENGLISH).say(text),
                Messages.in(Language.KOREAN).say(text));
    }

    private static Scenario named(Scenario scenario, String name) {
        return scenario.name().isEmpty() ? scenario.withName(Wording.of(name)) : scenario;
    }

    /** Work that a crash left behind. */
    public void recover(Autosave.Left work) {
        Document document = Document.unsaved(work.key(), work.scenario(), new Origin(work.measured(), "", List.of()));
        Path file = work.file();
        if (file != null) {
            document.fileProperty().set(file);
        }
        show(document);
    }

    /** Saves where the document is stored, or asks where. */
    public boolean save(Document document) {
        return document.file().isPresent() ? saveTo(document, document.file().get()) : saveAs(document);
    }

    /** Asks where to save, and saves there. */
    public boolean saveAs(Document document) {
        String suggested = document.file()
                .map(path -> String.valueOf(path.getFileName()))
                .orElse(fileName(document.scenario().name().in(words.language())));
        return dialogs.askSave(suggested)
                .map(path -> saveTo(document, withExtension(path)))
                .orElse(false);
    }

    private boolean saveTo(Document document, Path file) {
        Scenario value = document.scenario();
        Optional<Problem> problem = Opener.save(file, value);
        if (problem.isPresent()) {
            dialogs.tell(Text.of("desktop.save.failed"), sentences(List.of(problem.get())));
            return false;
        }
        document.markSaved(file, value);
        onStored.accept(file);
        return true;
    }

    /** Closes a document; asks first when it holds unsaved work. */
    public boolean close(Document document) {
        if (document.isEdited() && !mayGo(document)) {
            return false;
        }
        int index = documents.indexOf(document);
        documents.remove(document);
        if (active.get() == document) {
            active.set(documents.isEmpty() ? null : documents.get(Math.min(index, documents.size() - 1)));
        }
        return true;
    }

    /** Closes all; stops at the first that is to stay. */
    public boolean closeAll() {
        for (Document document : List.copyOf(documents)) {
            if (document.isEdited()) {
                active.set(document);
            }
            if (!close(document)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayGo(Document document) {
        return switch (dialogs.askUnsaved(document.scenario().name().in(words.language()))) {
            case SAVE -> save(document);
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    private void show(Document document) {
        documents.add(document);
        active.set(document);
    }

    private Optional<Document> withFile(Path file) {
        return documents.stream()
                .filter(d -> d.file().filter(file::equals).isPresent())
                .findFirst();
    }

    private String freeName() {
        int number = 1;
        while (isTaken(words.now("desktop.newName", number))) {
            number++;
        }
        return words.now("desktop.newName", number);
    }

    private boolean isTaken(String name) {
        return documents.stream()
                .anyMatch(d -> d.scenario().name().in(words.language()).equals(name));
    }

    private static List<Text> sentences(List<Problem> problems) {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .map(p -> Text.of("desktop.problem", p.where().toString(), p.message()))
                .toList();
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ScenarioFile.EXTENSION)
                ? name.substring(0, name.length() - ScenarioFile.EXTENSION.length())
                : name;
    }

    /** A file name that every system takes. */
    private static String fileName(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        return (plain.isEmpty() ? "scenario" : plain) + ScenarioFile.EXTENSION;
    }

    private static Path withExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") ? file : file.resolveSibling(name + ScenarioFile.EXTENSION);
    }
}
