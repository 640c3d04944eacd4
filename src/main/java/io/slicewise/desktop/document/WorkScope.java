package io.slicewise.desktop.document;

import io.slicewise.work.Cancel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The work of a document, or of a window: when that is closed, what is under way stops. For the FX thread. */
public final class WorkScope implements Background, AutoCloseable {
    private final Background background;
    private final Set<Cancel> underWay = new HashSet<>();
    private boolean closed;

    /** @param background does the work */
    public WorkScope(Background background) {
        this.background = background;
    }

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        if (closed) {
            then.accept(new Ended.Stopped<>());
            return;
        }
        // what no one else may end, closing still may
        Cancel its = cancel == Cancel.NEVER ? new Cancel() : cancel;
        underWay.add(its);
        background.run(its, work, ended -> {
            underWay.remove(its);
            then.accept(closed ? new Ended.Stopped<>() : ended);
        });
    }

    /** Stops what is under way; nothing more is begun. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(underWay).forEach(Cancel::cancel);
    }
}
