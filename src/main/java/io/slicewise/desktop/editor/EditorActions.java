package io.slicewise.desktop.editor;

import io.slicewise.desktop.document.Document;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.scenario.Clip;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.ModelChange;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with what is selected, for the window's menu, keys and context menus alike. Needs no window: what it
 * asks goes through {@link EditorDialogs}.
 */
public final class EditorActions {
    private final Document document;
    private final EditorDialogs dialogs;
    private final ClipboardAccess clipboard;
    private final ReadOnlyObjectWrapper<@Nullable Text> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Text> done = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> currentGpu = new SimpleObjectProperty<>();
    private final ObservableValue<Boolean> hasSelection;
    private final ObservableValue<Boolean> hasInstances;
    private final ObservableValue<Boolean> hasGpus;
    private BiConsumer<String, String> room = (_, _) -> {};
    private Consumer<String> layouts = _ -> {};
    private Consumer<String> begin = _ -> {};

    EditorActions(Document document, EditorDialogs dialogs, ClipboardAccess clipboard) {
        this.document = document;
        this.dialogs = dialogs;
        this.clipboard = clipboard;
        hasSelection = document.selectionProperty().map(selection -> !selection.isEmpty());
        hasInstances = document.scenarioProperty()
                .map(s -> s.fleet().gpus().stream()
                        .anyMatch(gpu -> !gpu.instances().isEmpty()));
        hasGpus = document.scenarioProperty().map(s -> !s.fleet().gpus().isEmpty());
    }

    /** Whether instances are selected: what cut, copy, duplicate, delete and setting a utilization need. */
    public ObservableValue<Boolean> hasSelection() {
        return hasSelection;
    }

    /** Whether there is anything to select. */
    public ObservableValue<Boolean> canSelectAll() {
        return hasInstances;
    }

    /** Whether there is a GPU to paste into; what is on the clipboard is seen when it is pasted. */
    public ObservableValue<Boolean> canPaste() {
        return hasGpus;
    }

    /** What to tell about the last action that could not be done, or not all of it; {@code null} for nothing. */
    public ReadOnlyObjectProperty<@Nullable Text> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What to tell about the last action that was done as it was meant; {@code null} for nothing. */
    ReadOnlyObjectProperty<@Nullable Text> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** The GPU that new instances go to when nothing is selected: the one that was last worked on. */
    ObjectProperty<@Nullable String> currentGpuProperty() {
        return currentGpu;
    }

    /** Is asked which moves make room: for a profile, or for whatever they could if it is empty, on the GPU with an id. */
    public void setOnMakeRoom(BiConsumer<String, String> door) {
        room = door;
    }

    /** Is asked which layouts serve the load of the GPU with an id best. */
    public void setOnRankLayouts(Consumer<String> door) {
        layouts = door;
    }

    /** Is told where work goes on after a GPU was added: the id of that. */
    void setOnAdded(Consumer<String> listener) {
        begin = listener;
    }

    void rankLayouts(String gpu) {
        layouts.accept(gpu);
    }

    void makeRoom(String profile, String gpu) {
        room.accept(profile, gpu);
    }

    void tell(@Nullable Text text) {
        notice.set(null);
        notice.set(text);
    }

    /** Does an edit and takes back what was told before; {@link Document#noticeProperty()} tells why it was refused. */
    boolean edit(Edit edit) {
        tell(null);
        return document.edit(edit);
    }

    /** Applies a whole layout; says so when it has fewer instances than there were. */
    void apply(Gpu gpu, Layout layout) {
        int lost = gpu.instances().size() - layout.placements().size();
        if (edit(new ScenarioEdit.ApplyLayout(gpu.id(), layout)) && lost > 0) {
            tell(Text.of("editor.preset.removed", lost));
        }
    }

    /** Adds a GPU, which is worked on from then on: nothing of another one stays selected, so that no digit goes there. */
    void addGpu(GpuModel model) {
        if (edit(new ScenarioEdit.AddGpu(model))) {
            String added = fleet().gpus().getLast().id();
            document.selectionProperty().set(Set.of());
            currentGpu.set(added);
            begin.accept(added);
        }
    }

    boolean editAndSelect(Edit edit) {
        tell(null);
        return document.editAndSelect(edit);
    }

    /** Copies what is selected, as text. */
    public void copy() {
        List<Clip> clips = clips();
        if (!clips.isEmpty()) {
            clipboard.setText(InstanceTsv.write(clips));
            done.set(null);
            done.set(Text.of("editor.notice.copied", clips.size()));
        }
    }

    public void cut() {
        List<Clip> clips = clips();
        if (!clips.isEmpty()) {
            clipboard.setText(InstanceTsv.write(clips));
            delete();
        }
    }

    /** Whether a text has an instance that {@link #paste} takes, were it on the clipboard. */
    public boolean findsInstances(String text) {
        return !InstanceTsv.read(text).clips().isEmpty();
    }

    /** Pastes instances into the GPU of the selection, all of them or none, and says what could not be pasted. */
    public void paste() {
        InstanceTsv.Read read = InstanceTsv.read(clipboard.text());
        Optional<Gpu> target = target();
        if (target.isEmpty()) {
            return;
        }
        if (read.clips().isEmpty()) {
            tell(
                    read.problems().isEmpty()
                            ? Text.of("editor.paste.nothing")
                            : Text.of("editor.paste.none", read.problems().getFirst()));
            return;
        }
        boolean done = editAndSelect(new InstanceEdit.Paste(target.get().id(), read.clips()));
        if (done && !read.problems().isEmpty()) {
            tell(Text.of("editor.paste.some", read.clips().size(), new Listing(read.problems())));
        }
    }

    public void duplicate() {
        if (!document.selection().isEmpty()) {
            editAndSelect(new InstanceEdit.DuplicateInstances(document.selection()));
        }
    }

    public void delete() {
        if (!document.selection().isEmpty()) {
            edit(new InstanceEdit.RemoveInstances(document.selection()));
        }
    }

    public void selectAll() {
        Set<InstanceRef> all = new LinkedHashSet<>();
        for (Gpu gpu : fleet().gpus()) {
            gpu.instances().forEach(instance -> all.add(new InstanceRef(gpu.id(), instance.id())));
        }
        document.selectionProperty().set(all);
    }

    /** Asks for a utilization and gives it to what is selected. */
    public void setUtilization() {
        Set<InstanceRef> selection = document.selection();
        if (selection.isEmpty()) {
            return;
        }
        List<Double> loads =
                instances().stream().map(Instance::utilization).distinct().toList();
        double now = loads.size() == 1 ? loads.getFirst() : Instance.NO_READING;
        dialogs.utilization(selection.size(), now).ifPresent(value -> setUtilization(selection, value));
    }

    /** Gives instances a utilization, as a step of its own. */
    void setUtilization(Set<InstanceRef> instances, double utilization) {
        document.settle();
        edit(new InstanceEdit.SetUtilization(instances, utilization));
        document.settle();
    }

    /** What an action on an instance is for: all that is selected when it is, else it alone. */
    Set<InstanceRef> targets(InstanceRef ref) {
        return document.selection().contains(ref) ? document.selection() : Set.of(ref);
    }

    /** Changes the utilization of what is selected by percentage points, each from where it is. */
    void nudge(double points) {
        if (!document.selection().isEmpty()) {
            edit(new InstanceEdit.ShiftUtilization(document.selection(), points / 100));
        }
    }

    void select(InstanceRef ref, boolean add) {
        Set<InstanceRef> selection = new LinkedHashSet<>(add ? document.selection() : Set.of());
        if (add && selection.contains(ref)) {
            selection.remove(ref);
        } else {
            selection.add(ref);
        }
        document.selectionProperty().set(selection);
        currentGpu.set(ref.gpu());
    }

    /** Changes the model of GPUs; asks when instances would have no place any more. */
    void changeModel(List<Gpu> gpus, GpuModel model) {
        List<EditorDialogs.Lost> lost = new ArrayList<>();
        Set<String> observed = new TreeSet<>();
        for (Gpu gpu : gpus) {
            ModelChange change = ModelChange.of(gpu, model);
            change.lost()
                    .forEach(instance -> lost.add(new EditorDialogs.Lost(
                            gpu.name(), instance.label(), instance.profile().name())));
            change.observed()
                    .forEach(instance -> observed.add(instance.profile().name()));
        }
        if (lost.isEmpty() || dialogs.changeModel(model, lost)) {
            edit(
                    gpus.size() == 1
                            ? new ScenarioEdit.ChangeModel(gpus.getFirst().id(), model)
                            : new ScenarioEdit.ChangeModels(
                                    gpus.stream().map(Gpu::id).toList(), model));
            if (!observed.isEmpty()) {
                tell(Text.of("editor.model.observed", new Listing(List.copyOf(observed)), model.shortName()));
            }
        }
    }

    private Fleet fleet() {
        return document.scenario().fleet();
    }

    private List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        for (Gpu gpu : fleet().gpus()) {
            gpu.instances().stream()
                    .filter(i -> document.selection().contains(new InstanceRef(gpu.id(), i.id())))
                    .forEach(instances::add);
        }
        return instances;
    }

    private List<Clip> clips() {
        return instances().stream().map(Clip::of).toList();
    }

    private Optional<Gpu> target() {
        String id =
                document.selection().stream().findFirst().map(InstanceRef::gpu).orElse(currentGpu.get());
        Optional<Gpu> known = id == null ? Optional.empty() : fleet().gpu(id);
        return known.or(() -> fleet().gpus().stream().findFirst());
    }

    /** Shows what the profiles of a model weigh. */
    void showWeights(GpuModel model) {
        dialogs.weights(model);
    }
}
