package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A window whose background work is done when a test says so. */
final class Later implements ReportActions {
    final Deque<Runnable> waiting = new ArrayDeque<>();
    final List<String> copied = new ArrayList<>();
    final ObservableList<Document> open = FXCollections.observableArrayList();

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        waiting.add(() -> then.accept(Ended.of(cancel, work)));
    }

    /** Does the next piece of work. */
    void one() {
        waiting.remove().run();
    }

    /** Does all work, and what follows from it. */
    void all() {
        while (!waiting.isEmpty()) {
            one();
        }
    }

    @Override
    public ObservableList<Document> documents() {
        return open;
    }

    @Override
    public void openBeside(Consumer<Document> then) {
        // nobody chooses a file here
    }

    @Override
    public Optional<Path> askFolder() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> askPicture() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> askSlides() {
        return Optional.empty();
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void show(Path path) {
        // there is no screen here
    }

    @Override
    public void say(Text text) {
        // nor anybody to talk to
    }
}
