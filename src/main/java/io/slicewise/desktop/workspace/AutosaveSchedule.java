package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent.Editable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Keeps unsaved work on disk while people work: a document that goes on changing is written every few seconds, one that
 * was saved, closed or undone to what was saved is taken away.
 */
public final class AutosaveSchedule {
    /** So much work can be lost when the power goes. */
    private static final Duration EVERY = Duration.seconds(3);

    private final Autosave autosave;
    private final ExecutorService disk;
    private final Consumer<IOException> onFailure;
    private int places;
    private final Map<Document, Watch> watched = new HashMap<>();

    private record Watch(Subscription subscription, PauseTransition timer) {}

    /**
     * @param disk where files are written, one at a time and in order
     * @param onFailure is told, on the thread of the disk, when work could not be kept
     */
    public AutosaveSchedule(Autosave autosave, ExecutorService disk, Consumer<IOException> onFailure) {
        this.autosave = autosave;
        this.disk = disk;
        this.onFailure = onFailure;
    }

    /** Watches all documents of a workspace, those to come included. */
    public void watch(Workspace workspace) {
        workspace.documents().forEach(this::watch);
        workspace.documents().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::leave);
                change.getAddedSubList().forEach(this::watch);
            }
        });
    }

    private void watch(Document document) {
        PauseTransition timer = new PauseTransition(EVERY);
        int place = places++;
        timer.setOnFinished(_ -> keep(document, place));
        Subscription changes = document.scenarioProperty().subscribe(() -> {
            if (timer.getStatus() != PauseTransition.Status.RUNNING) {
                timer.playFromStart();
            }
        });
        Subscription saves = document.editedProperty().subscribe(edited -> {
            if (!edited) {
                forget(document);
            }
        });
        watched.put(document, new Watch(changes.and(saves), timer));
        if (document.isEdited()) {
            timer.playFromStart();
        }
    }

    private void leave(Document document) {
        Watch watch = watched.remove(document);
        if (watch != null) {
            watch.subscription().unsubscribe();
            watch.timer().stop();
            forget(document);
        }
    }

    private void keep(Document document, int place) {
        if (document.isEdited() && document.content() instanceof Editable content) {
            Autosave.Left work = new Autosave.Left(
                    document.key(),
                    content,
                    document.file().orElse(null),
                    document.stored(),
                    document.unread(),
                    place);
            disk.execute(() -> attempt(() -> autosave.keep(work)));
        }
    }

    private void forget(Document document) {
        disk.execute(() -> attempt(() -> autosave.forget(document.key())));
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            onFailure.accept(e);
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
