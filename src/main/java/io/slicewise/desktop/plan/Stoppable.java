package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Work off the thread of which only the newest matters, and which somebody can stop. Needs no toolkit; for one thread. */
final class Stoppable {
    private final Latest latest;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(this, "stopped");
    private AtomicBoolean stop = new AtomicBoolean();

    Stoppable(Background background) {
        latest = new Latest(background);
    }

    /** Whether the newest work is not done yet. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Whether somebody stopped the newest work. */
    ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /**
     * Does this work instead of what is at work.
     *
     * @param work calls what it is given now and then, which ends it when nobody wants it any more
     */
    <T> void ask(Function<Runnable, T> work, Consumer<T> then) {
        stop.set(true);
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        working.set(true);
        stopped.set(false);
        Runnable onTheWay = () -> {
            if (mine.get()) {
                throw new CancellationException();
            }
        };
        latest.ask(() -> done(work, onTheWay), result -> {
            working.set(false);
            result.ifPresentOrElse(then, () -> stopped.set(true));
        });
    }

    private static <T> Optional<T> done(Function<Runnable, T> work, Runnable onTheWay) {
        try {
            return Optional.of(work.apply(onTheWay));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    /** Ends what is at work. */
    void stop() {
        stop.set(true);
    }
}
