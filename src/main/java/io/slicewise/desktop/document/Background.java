package io.slicewise.desktop.document;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs what takes longer than a frame, and hands its result to the FX thread. */
public interface Background {
    <T> void run(Supplier<T> work, Consumer<T> then);
}
