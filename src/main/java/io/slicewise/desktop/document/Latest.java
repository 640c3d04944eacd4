package io.slicewise.desktop.document;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work in the background of which only the newest request matters: the answers of older ones are dropped. */
public final class Latest {
    private final Background background;
    private long newest;

    public Latest(Background background) {
        this.background = background;
    }

    /** Does this work, and hands over its result if nothing newer was asked for until then. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        newest++;
        long mine = newest;
        background.run(work, result -> {
            if (mine == newest) {
                then.accept(result);
            }
        });
    }
}
