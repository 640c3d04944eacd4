package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Work off the thread of which only the newest matters, and which can be stopped. Needs no toolkit; for one thread. */
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

    /** Whether the newest work was stopped. */
    ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** Does this work instead of what is at work. */
    <T> void ask(Background.Work<T> work, Consumer<T> then) {
        working.set(true);
        stopped.set(false);
        latest.ask(work, result -> {
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
