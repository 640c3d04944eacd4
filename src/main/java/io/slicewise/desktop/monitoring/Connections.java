package io.slicewise.desktop.monitoring;

import io.slicewise.live.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The connections that came about, the last one first, over starts of the program. On the owner of the surroundings. */
public final class Connections {
    private static final int MOST = 8;

    private final ConnectionsFile file;
    private final Surroundings around;

    /** In the order in which they were made, whichever thread of the worker comes first. */
    private final Queue<UnaryOperator<List<Remembered>>> changes = new ConcurrentLinkedQueue<>();

    private final ReadOnlyObjectWrapper<List<Remembered>> recent =
            new ReadOnlyObjectWrapper<>(this, "recent", List.of());

    /** @param file where they are written */
    public Connections(Path file, Surroundings around) {
        this.file = new ConnectionsFile(file);
        this.around = around;
        around.worker().execute(() -> {
            List<Remembered> read = this.file.read();
            around.owner().execute(() -> {
                if (recent.get().isEmpty()) {
                    recent.set(read);
                }
            });
        });
    }

    /** The last one first. */
    ReadOnlyObjectProperty<List<Remembered>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /** Puts a connection in front. */
    void remember(Remembered connection) {
        change(before -> {
            List<Remembered> all = others(before, connection);
            all.addFirst(connection);
            return all.subList(0, Math.min(MOST, all.size()));
        });
    }

    /** Forgets a connection. */
    void forget(Remembered connection) {
        change(before -> others(before, connection));
    }

    private static List<Remembered> others(List<Remembered> all, Remembered connection) {
        return new ArrayList<>(
                all.stream().filter(one -> !one.isSame(connection)).toList());
    }

    /** Changes the list here, and the one in the file, which another process may have changed meanwhile. */
    private void change(UnaryOperator<List<Remembered>> change) {
        recent.set(List.copyOf(change.apply(recent.get())));
        changes.add(change);
        around.worker().execute(() -> {
            synchronized (file) {
                UnaryOperator<List<Remembered>> next = changes.remove();
                try {
                    file.change(next);
                } catch (IOException _) {
                    // the list is a comfort: who cannot write it types again
                }
            }
        });
    }
}
