package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.Input;
import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.document.Opening;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    private final ObservableList<Document> documents = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Document> active = new SimpleObjectProperty<>();
    private Opener opener;
    private final Dialogs dialogs;
    private final Words words;
    private final Turns turns = new Turns();
    private final Openings openings;

    /** By document the table that it was read from. */
    private final Map<Document, Input> tables = new WeakHashMap<>();

    private int pastes;
    private final Keeping saving;
    private Consumer<Path> onStored = _ -> {};

    public Workspace(Opener opener, Dialogs dialogs, Words words, Background background) {
        this.opener = opener;
        this.dialogs = dialogs;
        this.words = words;
        openings = new Openings(() -> this.opener, dialogs, background, turns);
        saving = new Keeping(dialogs, this::saveAs, this::reload, this::differences, file -> onStored.accept(file));
    }

    /** The open documents in the order of their tabs. */
    public ObservableList<Document> documents() {
        return documents;
    }

    /** The document in front; {@code null} when none is open. */
    public ObjectProperty<@Nullable Document> activeProperty() {
        return active;
    }

    /** For whatever asks without having been asked for: it waits until another question has its answer. */
    Turns turns() {
        return turns;
    }

    /** Is told of every file that was opened or saved. */
    public void setOnStored(Consumer<Path> listener) {
        onStored = listener;
    }

    /** Is told of a GPU that the catalogue does not have, with the name that a person gave it. */
    public void setOnNamed(BiConsumer<ProfileListing, String> listener) {
        openings.setOnNamed(listener);
    }

    /** Where answers about the columns of tables are kept. */
    void setMemory(ColumnMemory memory) {
        openings.setMemory(memory);
    }

    /** Looks models up in another catalogue from now on. */
    void setCatalogue(Catalogue catalogue) {
        opener = new Opener(catalogue, opener.options());
    }

    /** A scenario with one GPU of a model. */
    Document newScenario(GpuModel model) {
        Document document = newScenario();
        document.edit(new ScenarioEdit.AddGpu(model));
        return document;
    }

    /** An empty scenario. */
    public Document newScenario() {
        Document document = Document.unchanged(DocumentContent.planned(Scenario.empty(freeName())));
        show(document);
        return document;
    }

    /** A sample, as a document of its own that no file is behind. */
    public void open(Sample sample) {
        Opened opened = opener.open(sample.file(), SampleLibrary.bytes(sample));
        OpenedDocument.of(opened, sample.title().in(words.language()), List.of())
                .ifPresent(this::show);
    }

    /** Asks which files to open, and opens them. */
    public void open() {
        open(dialogs.askOpen());
    }

    /**
     * Opens files, the exports among them as one document; a file that is open already comes to the front. What cannot be
     * read is said in one go.
     */
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
        openings.open(fresh.stream().map(Input::of).toList(), this::showAll);
    }

    /** Asks for files and reads them, to be held beside a document that is open; they get no tab. */
    public void openBeside(Consumer<Document> then) {
        List<Input> files = dialogs.askOpen().stream().map(Input::of).toList();
        openings.open(files, results -> hand(results, (_, document) -> then.accept(document)));
    }

    /** Shows a part of a document as a document of its own, to be changed without harm to the whole. */
    public void explore(Editable part) {
        show(Document.unchanged(part));
    }

    /** The open documents that have instances: one of sums can be held beside nothing. */
    ObservableList<Document> comparable() {
        return documents.filtered(document -> document.content() instanceof Editable);
    }

    /** Shows what a server told as a document of its own. */
    Document show(String name, Snapshot snapshot) {
        Document document = Document.unchanged(OpenedDocument.measured(name, snapshot, List.of()));
        show(document);
        return document;
    }

    /** Opens what comes out of a stream, the standard input for example; nothing else may read it. */
    public void open(String name, InputStream stream) {
        openings.open(List.of(Input.of(name, stream)), this::showAll);
    }

    /** Opens a text as if it stood in a file. */
    public void openText(String text) {
        Input paste = Input.of(pastedName(), text.getBytes(StandardCharsets.UTF_8));
        openings.open(List.of(paste), this::showAll);
    }

    /** Every paste has a name of its own, so that two can be told apart. */
    private String pastedName() {
        pastes++;
        return pastes == 1 ? words.now("desktop.pasted") : words.now("desktop.pasted.again", pastes);
    }

    /** Whether a text is what a monitoring or a tool of NVIDIA's prints. */
    public boolean recognises(String text) {
        return opener.recognises(text);
    }

    /** Whether a text is a table that a monitoring can have exported, or a spreadsheet. */
    public boolean recognisesTable(String text) {
        return opener.recognisesTable(text);
    }

    /** What is being read. */
    ObservableList<Loading> loadings() {
        return openings.loadings();
    }

    /** Whether its columns can be said anew: it was read from one table that can be read again. */
    boolean hasColumns(Document document) {
        return tables.containsKey(document);
    }

    /** Asks again whose the columns of the table are that a document was read from, and shows what comes out instead. */
    void correctColumns(Document document) {
        Input table = tables.get(document);
        if (table == null || (document.isEdited() && !mayGo(List.of(document)))) {
            return;
        }
        openings.again(
                List.of(table),
                results -> hand(results, (_, newest) -> {
                    if (document.content().equals(newest.content())) {
                        dialogs.tell(Text.of("desktop.columns.same"), List.of(Text.of("desktop.columns.same.text")));
                    } else {
                        document.refresh(newest.content());
                    }
                }));
    }

    private void remember(Opening result, Document document) {
        Input only = result.inputs().getFirst();
        boolean again = result.inputs().size() == 1 && only.isRepeatable();
        if (again && result.opened() instanceof Opened.SnapshotOpened && opener.isTable(only)) {
            tables.put(document, only);
        }
    }

    private void showAll(List<Opening> results) {
        hand(results, (result, document) -> {
            remember(result, document);
            show(document);
            result.inputs().stream().map(Input::path).filter(Objects::nonNull).forEach(onStored);
        });
    }

    private void hand(List<Opening> results, BiConsumer<Opening, Document> then) {
        List<Text> refused = new ArrayList<>();
        for (Opening result : results) {
            Optional<Document> document = OpenedDocument.of(result, words);
            document.ifPresent(it -> then.accept(result, it));
            if (document.isEmpty()) {
                refused.addAll(sentences(result.opened().problems()));
            }
        }
        if (!refused.isEmpty()) {
            dialogs.tell(Text.of("desktop.open.failed"), refused);
        }
    }

    /** Work that a crash left behind. */
    public void recover(Autosave.Left work) {
        Document document = Document.unsaved(work.key(), work.content());
        document.markLeft(work.file(), work.stored(), work.unread());
        show(document);
    }

    /** Saves where the document is stored, or asks where. */
    public boolean save(Document document) {
        return document.file()
                .filter(file -> !FileNames.isPacked(file))
                .map(file -> saving.to(document, file, document.stored()))
                .orElseGet(() -> saveAs(document));
    }

    /** Asks where to save, and saves there. */
    public boolean saveAs(Document document) {
        if (!(document.content() instanceof Editable)) {
            dialogs.tell(Text.of("desktop.save.failed"), List.of(Text.of("sums.noInstances")));
            return false;
        }
        String suggested = document.file()
                .map(path -> FileNames.unpacked(path))
                .orElse(FileNames.of(document.scenario().name().in(words.language())));
        return dialogs.askSave(suggested).map(path -> saveAs(document, path)).orElse(false);
    }

    private boolean saveAs(Document document, Path chosen) {
        Path file = FileNames.withExtension(chosen);
        if (document.file().filter(file::equals).isPresent()) {
            return saving.to(document, file, document.stored());
        }
        // of a name that the person did not type no one has asked whether it may be overwritten
        return file.equals(chosen) ? saving.over(document, file) : saving.to(document, file, null);
    }

    /** Shows what a file holds now instead of what was read from it before. */
    private void reload(Document document, Path file) {
        openings.open(
                List.of(Input.of(file)),
                results -> hand(results, (result, newest) -> {
                    document.refresh(newest.content());
                    if (result.opened() instanceof Opened.ScenarioOpened scenario) {
                        document.markRead(file, scenario.stored());
                    }
                }));
    }

    /** What a file holds now, in comparison with a document; why not, where it cannot be read. */
    private List<Text> differences(Document document, Path file) {
        return opener.open(file) instanceof Opened.ScenarioOpened stored
                ? Differences.of(stored.scenario(), document.scenario())
                : List.of(Text.of("desktop.differs.unreadable"));
    }

    /** Closes a document; asks first when it holds unsaved work. */
    public boolean close(Document document) {
        if (document.isEdited() && !mayGo(List.of(document))) {
            return false;
        }
        int index = documents.indexOf(document);
        documents.remove(document);
        if (active.get() == document) {
            active.set(documents.isEmpty() ? null : documents.get(Math.min(index, documents.size() - 1)));
        }
        return true;
    }

    /** Closes all, after one question about all unsaved work; none where something is to stay or could not be saved. */
    public boolean closeAll() {
        List<Document> edited = documents.stream().filter(Document::isEdited).toList();
        if (!edited.isEmpty() && !mayGo(edited)) {
            return false;
        }
        documents.clear();
        active.set(null);
        return true;
    }

    private boolean mayGo(List<Document> edited) {
        active.set(edited.getFirst());
        List<String> names = edited.stream()
                .map(document -> document.scenario().name().in(words.language()))
                .toList();
        return switch (dialogs.askUnsaved(names)) {
            case SAVE -> edited.stream().allMatch(this::save);
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    /** Shows a document that is made already. */
    void show(Document document) {
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
        return Dialogs.said(problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .toList());
    }
}
