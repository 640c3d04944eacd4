package io.slicewise.journeys;

import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.editor.EditorDialogs;
import io.slicewise.desktop.workspace.Dialogs;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion.ChooseConfiguration;
import io.slicewise.snapshot.OpenQuestion.ChooseUtilization;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in a person's place whatever the window asks, and remembers what it asked and said. */
final class Answers implements Dialogs, EditorDialogs, ClipboardAccess {
    Unsaved unsaved = Unsaved.CANCEL;
    List<Path> open = List.of();
    Optional<Path> save = Optional.empty();
    Optional<Path> export = Optional.empty();
    Optional<Path> folder = Optional.empty();
    Optional<Path> picture = Optional.empty();
    Optional<String> configuration = Optional.empty();
    Optional<String> gpuName = Optional.empty();
    Optional<List<Column>> columns = Optional.empty();
    Optional<String> utilizationColumn = Optional.empty();
    final List<List<Column>> columnsAsked = new ArrayList<>();
    boolean agrees;
    Optional<Double> utilization = Optional.empty();
    String clipboard = "";

    final List<Path> viewed = new ArrayList<>();
    final List<String> unsavedAsked = new ArrayList<>();
    final List<Text> told = new ArrayList<>();
    final List<Changed> changed = new ArrayList<>();
    final List<String> changedAsked = new ArrayList<>();
    final List<String> lossAsked = new ArrayList<>();
    boolean mayLose;
    Recovery recovery = Recovery.OPEN;
    final List<String> recovered = new ArrayList<>();
    final List<List<Lost>> lost = new ArrayList<>();

    @Override
    public Unsaved askUnsaved(List<String> documents) {
        unsavedAsked.add(String.join(", ", documents));
        return unsaved;
    }

    @Override
    public List<Path> askOpen() {
        return open;
    }

    @Override
    public Optional<Path> askSave(String suggestedName) {
        return save;
    }

    @Override
    public Optional<String> chooseConfiguration(ChooseConfiguration choice) {
        return configuration;
    }

    @Override
    public Optional<List<Column>> mapColumns(String file, List<Column> asked, Catalogue catalogue) {
        columnsAsked.add(asked);
        return columns;
    }

    @Override
    public Optional<Column> chooseUtilization(ChooseUtilization choice, Column offered) {
        return utilizationColumn.flatMap(title -> choice.choices().stream()
                .filter(column -> column.title().equals(title))
                .findFirst());
    }

    @Override
    public Optional<String> nameGpu(ProfileListing listing) {
        return gpuName;
    }

    @Override
    public Optional<Path> askExport(String suggestedName) {
        return export;
    }

    @Override
    public Optional<Path> askFolder() {
        return folder;
    }

    @Override
    public Optional<Path> askPicture() {
        return picture;
    }

    @Override
    public Optional<Path> askSlides() {
        return Optional.empty();
    }

    @Override
    public void tell(Text title, List<Text> sentences) {
        told.add(title);
        told.addAll(sentences);
    }

    @Override
    public Changed askChanged(String file, boolean isOwn) {
        changedAsked.add(file + (isOwn ? " own" : ""));
        return changed.isEmpty() ? Changed.CANCEL : changed.removeFirst();
    }

    @Override
    public boolean askLoss(String file, List<String> fields) {
        lossAsked.addAll(fields);
        return mayLose;
    }

    @Override
    public boolean askPlain(String host) {
        return mayLose;
    }

    @Override
    public Recovery askRecovery(List<String> documents) {
        recovered.addAll(documents);
        return recovery;
    }

    @Override
    public void weights(GpuModel model) {
        // nothing to answer
    }

    @Override
    public boolean changeModel(GpuModel model, List<Lost> instances) {
        lost.add(instances);
        return agrees;
    }

    @Override
    public Optional<Double> utilization(int instances, double now) {
        return utilization;
    }

    @Override
    public void setText(String text) {
        clipboard = text;
    }

    @Override
    public String text() {
        return clipboard;
    }
}
