package io.slicewise.desktop.document;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background of which only the newest request matters. While one is at work, of those that come only the last
 * one is kept and done next; the one at work is told that it is not wanted any more, and the answers of older ones are dropped.
 * Work that fails is thrown on the FX thread, and what comes after it is done all the same. For the FX thread.
 */
public final class Latest {
    private final Background background;
    private final AtomicLong newest = new AtomicLong();
    private @Nullable Runnable next;
    private boolean atWork;

    public Latest(Background background) {
        this.background = background;
    }

    /** Work that can be told to stop. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it.
         *
         * @param unwanted asked now and then: whether something newer was asked for meanwhile
         * @throws CancellationException where it stopped for that reason
         */
        T take(BooleanSupplier unwanted);
    }

    /** How work ended: with a result, with a failure, or, where it has neither, stopped. */
    private record End<T>(
            @Nullable Supplier<T> result, @Nullable RuntimeException failure) {
        static <T> End<T> of(Work<T> work, BooleanSupplier unwanted) {
            try {
                T result = work.take(unwanted);
                return new End<>(() -> result, null);
            } catch (CancellationException _) {
                return new End<>(null, null);
            } catch (RuntimeException e) {
                return new End<>(null, e);
            }
        }
    }

    /** Does this work, and hands over its result if nothing newer was asked for until then. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        ask(_ -> work.get(), then);
    }

    /** Does this work, which stops where something newer was asked for, and hands over its result else. */
    public <T> void ask(Work<T> work, Consumer<T> then) {
        long mine = newest.incrementAndGet();
        if (atWork) {
            next = () -> start(mine, work, then);
        } else {
            start(mine, work, then);
        }
    }

    /** Does this work, which takes less than a frame, at once; whatever was asked for before is dropped. */
    public <T> void now(Supplier<T> work, Consumer<T> then) {
        stop();
        then.accept(work.get());
    }

    /** Drops whatever was asked for. */
    public void stop() {
        newest.incrementAndGet();
        next = null;
    }

    private <T> void start(long mine, Work<T> work, Consumer<T> then) {
        atWork = true;
        background.run(() -> End.of(work, () -> mine != newest.get()), end -> ended(mine, end, then));
    }

    private <T> void ended(long mine, End<T> end, Consumer<T> then) {
        atWork = false;
        Runnable waiting = next;
        next = null;
        if (waiting != null) {
            waiting.run();
        }
        if (end.failure() != null) {
            throw end.failure();
        }
        if (end.result() != null && mine == newest.get()) {
            then.accept(end.result().get());
        }
    }
}
