package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Work off the thread of which only the newest matters, and which somebody can stop. Needs no toolkit; for one thread. */
final class Stoppable {
    private final Latest latest;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(this, "stopped");

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
        working.set(true);
        stopped.set(false);
        latest.ask(
                unwanted -> work.apply(() -> {
                    if (unwanted.getAsBoolean()) {
                        throw new CancellationException();
                    }
                }),
                result -> {
                    working.set(false);
                    then.accept(result);
                });
    }

    /** Ends what is at work. */
    void stop() {
        if (working.get()) {
            latest.stop();
            working.set(false);
            stopped.set(true);
        }
    }
}
