package io.slicewise.live.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system: what it needs goes in by the standard input, which no list of processes shows. */
@FunctionalInterface
interface Program {
    /** Runs a command to its end; what it printed, or empty where it failed or is not there. */
    Optional<String> run(List<String> command, String input);

    /**
     * Commands of the system.
     *
     * @param patience how long one may take: a person may have to unlock a keyring
     */
    static Program ofSystem(Duration patience) {
        return (command, input) -> {
            try {
                return started(command, input, patience);
            } catch (IOException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        };
    }

    private static Optional<String> started(List<String> command, String input, Duration patience)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(printed.join());
        } finally {
            process.destroy();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            // the process was ended; its exit code tells
            return "";
        }
    }
}
