package io.slicewise.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The process that started this one, where that was the launcher of the jar: it then waits for this one to end. */
final class Starter {
    private static final int KILLED = 137;

    private Starter() {}

    private static Optional<ProcessHandle> launcher() {
        return Optional.ofNullable(Long.getLong("slicewise.launcher")).flatMap(ProcessHandle::of);
    }

    /** What this process has taken of the processor so far, and its launcher; none where the system does not say. */
    static Duration processor() {
        return Stream.concat(Stream.of(ProcessHandle.current()), launcher().stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends this process when the launcher is killed, as a person expects who sees one program, not two. */
    static void endWithLauncher() {
        launcher().map(ProcessHandle::onExit).ifPresent(end -> {
            CompletableFuture<Void> _ = end.thenRun(() -> Runtime.getRuntime().halt(KILLED));
        });
    }
}
