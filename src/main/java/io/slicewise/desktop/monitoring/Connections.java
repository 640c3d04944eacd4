package io.slicewise.desktop.monitoring;

import io.slicewise.live.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The connections that came about, the last one first, over starts of the program. On the owner of the surroundings. */
public final class Connections {
    private static final int MOST = 8;

    private final ConnectionsFile file;
    private final Surroundings around;
    private volatile List<Remembered> newest = List.of();
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
        List<Remembered> all = others(connection);
        all.addFirst(connection);
        change(all.subList(0, Math.min(MOST, all.size())));
    }

    /** Forgets a connection. */
    void forget(Remembered connection) {
        change(others(connection));
    }

    private List<Remembered> others(Remembered connection) {
        return new ArrayList<>(
                recent.get().stream().filter(one -> !one.isSame(connection)).toList());
    }

    private void change(List<Remembered> all) {
        List<Remembered> now = List.copyOf(all);
        recent.set(now);
        newest = now;
        around.worker().execute(() -> {
            synchronized (file) {
                try {
                    file.write(newest);
                } catch (IOException _) {
                    // the list is a comfort: who cannot write it types again
                }
            }
        });
    }
}
