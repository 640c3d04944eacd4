package io.slicewise.desktop.document;

import io.slicewise.document.Fingerprint;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.History;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A document that is open: what it holds, its history, where it is stored, and what is selected.
 *
 * <p>It is «edited» when its value is another one than the one that was saved, by identity: undoing back to what was
 * saved makes it clean again, and no counter can lose people's work.
 */
public final class Document {
    private final String key;
    private final ReadOnlyObjectWrapper<DocumentContent> content;
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Scenario> scenario;
    private final ReadOnlyObjectWrapper<Figures> figures;
    private final ObjectProperty<@Nullable Scenario> saved;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private @Nullable Fingerprint stored;
    private List<String> unread = List.of();
    private final ObjectProperty<Set<InstanceRef>> selection = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable Outlook> outlook = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Text> notice = new SimpleObjectProperty<>();
    private final BooleanProperty moment = new SimpleBooleanProperty(this, "moment", false);
    private final ObservableValue<Boolean> edited;

    @SuppressWarnings("ReferenceEquality") // what was saved is recognised by identity
    private Document(String key, DocumentContent initial, @Nullable Scenario savedAs) {
        this.key = key;
        content = new ReadOnlyObjectWrapper<>(initial);
        Scenario editable = initial.scenario();
        history = new ReadOnlyObjectWrapper<>(History.of(editable));
        scenario = new ReadOnlyObjectWrapper<>(editable);
        figures = new ReadOnlyObjectWrapper<>(initial.figures());
        saved = new SimpleObjectProperty<>(savedAs);
        edited = scenario.flatMap(now -> saved.map(then -> now != then).orElse(true));
    }

    /** A document that holds what it came from: closing it loses nothing. */
    public static Document unchanged(DocumentContent content) {
        return new Document(UUID.randomUUID().toString(), content, content.scenario());
    }

    /** A document with work in it that no file has. */
    public static Document unsaved(String key, Editable content) {
        return new Document(key, content, null);
    }

    /** Tells it from every other document, also after a crash. */
    public String key() {
        return key;
    }

    /** All that it holds: the one value that everything else here is taken from. */
    public ReadOnlyObjectProperty<DocumentContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public DocumentContent content() {
        return content.get();
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Scenario> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    public Scenario scenario() {
        return scenario.get();
    }

    /** The figures of the scenario as it is. */
    public ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public Figures figures() {
        return figures.get();
    }

    /** Where it is stored; {@code null} while it is not. */
    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    public Optional<Path> file() {
        return Optional.ofNullable(file.get());
    }

    /** Whether it holds work that is not saved. */
    public ObservableValue<Boolean> editedProperty() {
        return edited;
    }

    public boolean isEdited() {
        return edited.getValue();
    }

    /** The selected instances; only ones that exist. */
    public ObjectProperty<Set<InstanceRef>> selectionProperty() {
        return selection;
    }

    public Set<InstanceRef> selection() {
        return selection.get();
    }

    /** What its recorded range tells a planner; {@code null} until that is worked out, and where it holds none. */
    public ObjectProperty<@Nullable Outlook> outlookProperty() {
        return outlook;
    }

    /** Whether pages about it tell of the moment that it shows, and not of the range that it holds. */
    public BooleanProperty momentProperty() {
        return moment;
    }

    /** What to tell about the last edit that could not be done; {@code null} when there is nothing to tell. */
    public ReadOnlyObjectProperty<@Nullable Text> noticeProperty() {
        return notice;
    }

    /** Does an edit; where it cannot be done, says why through {@link #noticeProperty()} and returns {@code false}. */
    public boolean edit(Edit edit) {
        if (!(content.get() instanceof Editable)) {
            notice.set(null);
            notice.set(Text.of("sums.noInstances"));
            return false;
        }
        return switch (history.get().apply(edit)) {
            case History.Result.Done done -> {
                notice.set(null);
                show(done.history());
                yield true;
            }
            case History.Result.Refused refused -> {
                notice.set(null);
                notice.set(refused.reason());
                yield false;
            }
        };
    }

    /** Does an edit that adds instances, and selects what it added. */
    public boolean editAndSelect(Edit edit) {
        Set<InstanceRef> before = refs(scenario());
        boolean done = edit(edit);
        if (done) {
            Set<InstanceRef> added = new LinkedHashSet<>(refs(scenario()));
            added.removeAll(before);
            if (!added.isEmpty()) {
                selection.set(added);
            }
        }
        return done;
    }

    /** Ends a drag or a stretch of typing. */
    public void settle() {
        history.set(history.get().settled());
    }

    public void undo() {
        show(history.get().undo());
    }

    public void redo() {
        show(history.get().redo());
    }

    /**
     * Shows what its source tells now, all of it and as if it had been opened so: there is nothing to undo or to save. For
     * documents that have not been {@linkplain #isEdited edited}.
     */
    public void refresh(DocumentContent newest) {
        saved.set(newest.scenario());
        show(newest, History.of(newest.scenario()));
    }

    /** Remembers that this very value is in the file. */
    public void markSaved(Path where, Scenario value) {
        markSaved(where, value, null);
    }

    /**
     * Remembers that this very value is in the file.
     *
     * @param holds what the file holds so; {@code null} where it is not known
     */
    public void markSaved(Path where, Scenario value, @Nullable Fingerprint holds) {
        file.set(where);
        stored = holds;
        unread = List.of();
        saved.set(value);
    }

    /** Remembers that it was just read from a file. */
    public void markRead(Path where, @Nullable Fingerprint holds) {
        markSaved(where, scenario(), holds);
        unread = content.get().problems().stream()
                .map(Problem::message)
                .filter(message -> message.key().equals("json.unknownField"))
                .map(message -> String.valueOf(message.args().getFirst()))
                .distinct()
                .toList();
    }

    /** Remembers where it belongs, although what is there is older. */
    public void markLeft(@Nullable Path where, @Nullable Fingerprint holds, List<String> unreadThere) {
        file.set(where);
        stored = holds;
        unread = List.copyOf(unreadThere);
    }

    /** What its file held when this document was last read or saved; {@code null} where it is not known. */
    public @Nullable Fingerprint stored() {
        return stored;
    }

    /** Fields of its file that the product does not know, and that the next saving would lose. */
    public List<String> unread() {
        return unread;
    }

    @SuppressWarnings("ReferenceEquality") // no edit gives back an equal scenario as another object
    private void show(History next) {
        if (next.current() == scenario.get()) {
            history.set(next);
        } else if (content.get() instanceof Editable editable) {
            show(editable.with(next.current()), next);
        }
    }

    /** The content changes first: a listener to the scenario finds everything that belongs to it. */
    private void show(DocumentContent now, History next) {
        history.set(next);
        Scenario value = now.scenario();
        Set<InstanceRef> kept = selection.get().stream()
                .filter(ref -> value.fleet().instance(ref).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        figures.set(now.figures());
        content.set(now);
        scenario.set(value);
        if (kept.size() < selection.get().size()) {
            selection.set(kept);
        }
    }

    private static Set<InstanceRef> refs(Scenario scenario) {
        Set<InstanceRef> refs = new LinkedHashSet<>();
        scenario.fleet()
                .gpus()
                .forEach(gpu -> gpu.instances().forEach(i -> refs.add(new InstanceRef(gpu.id(), i.id()))));
        return refs;
    }
}
