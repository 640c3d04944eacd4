package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.plan.PlanActions;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.mig.Catalogue;
import io.slicewise.scenario.Scenario;
import io.slicewise.work.Cancel;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableList;

/**
 * What the window does for the Plan screen.
 *
 * @param known where models are looked up, at any time
 */
record PlanBesides(
        Workspace workspace, ClipboardAccess clipboard, Background background, Export export, Supplier<Catalogue> known)
        implements PlanActions {
    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        background.run(cancel, work, then);
    }

    @Override
    public Catalogue catalogue() {
        return known.get();
    }

    @Override
    public void copy(String text) {
        clipboard.setText(text);
    }

    @Override
    public String pasted() {
        return clipboard.text();
    }

    @Override
    public void export(String suggestedName, String content) {
        export.write(suggestedName, content);
    }

    @Override
    public void open(Scenario scenario) {
        workspace.explore(DocumentContent.planned(scenario));
    }

    @Override
    public ObservableList<Document> documents() {
        return workspace.comparable();
    }

    @Override
    public void openBeside(Consumer<Document> then) {
        workspace.openBeside(then);
    }
}
