package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.fleet.FleetActions;
import io.slicewise.desktop.plan.PlanDesk;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.work.Cancel;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** What the window does for the Fleet screen. */
record FleetBesides(Workspace workspace, ClipboardAccess clipboard, Background background, PlanDesk desk, Export export)
        implements FleetActions {
    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        background.run(cancel, work, then);
    }

    @Override
    public Background afterFrame() {
        return new AfterFrame(background);
    }

    @Override
    public void explore(Editable part) {
        workspace.explore(part);
    }

    @Override
    public ObservableList<Document> documents() {
        return workspace.comparable();
    }

    @Override
    public void openBeside(Consumer<Document> then) {
        workspace.openBeside(then);
    }

    @Override
    public void planFor(Set<InstanceRef> instances) {
        desk.planFor(instances);
    }

    @Override
    public void change(Document other, boolean back) {
        desk.change(other, back);
    }

    @Override
    public void comparePlans(Document other) {
        desk.compare(other);
    }

    @Override
    public void export(String suggestedName, byte[] content) {
        export.write(suggestedName, content);
    }

    @Override
    public void copy(String text) {
        clipboard.setText(text);
    }
}
