package io.slicewise.desktop.look;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** Runs a piece of a test on the FX thread of a toolkit without a display. */
final class Fx {
    static {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // Another test of this JVM was first.
        }
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    static <T> T call(Callable<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }

    static void run(Runnable work) throws InterruptedException, ExecutionException, TimeoutException {
        call(() -> {
            work.run();
            return true;
        });
    }
}
