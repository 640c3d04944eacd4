package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.mig.Catalogue;
import io.slicewise.scenario.Scenario;
import io.slicewise.work.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A window that remembers what it was asked for; work in the background waits until it is asked to go on. */
final class Window implements PlanActions {
    final List<Scenario> opened = new ArrayList<>();
    final ObservableList<Document> documents = FXCollections.observableArrayList();
    final Queue<Runnable> waiting = new ArrayDeque<>();
    String clipboard = "";
    String exported = "";
    boolean later;

    /** Does what waits in the background. */
    void goOn() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        if (later) {
            waiting.add(() -> then.accept(Ended.of(cancel, work)));
        } else {
            then.accept(Ended.of(cancel, work));
        }
    }

    @Override
    public Catalogue catalogue() {
        return Catalogue.builtIn();
    }

    @Override
    public void copy(String text) {
        clipboard = text;
    }

    @Override
    public String pasted() {
        return clipboard;
    }

    @Override
    public void export(String suggestedName, String content) {
        exported = suggestedName + "\n" + content;
    }

    @Override
    public void open(Scenario scenario) {
        opened.add(scenario);
    }

    @Override
    public ObservableList<Document> documents() {
        return documents;
    }

    @Override
    public void openBeside(Consumer<Document> then) {
        documents.forEach(then);
    }
}
