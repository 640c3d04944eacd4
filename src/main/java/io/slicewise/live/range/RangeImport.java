package io.slicewise.live.range;

import io.slicewise.live.http.Answer;
import io.slicewise.live.http.Backoff;
import io.slicewise.live.http.Cancel;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Asks for a range part by part, one after the other, and waits for it on a thread that may wait.
 *
 * @param queries whom
 * @param backoff how long to wait where the server is busy or away
 * @param patience how long to wait in a row, all waits together, before giving up
 * @param pause waits
 */
public record RangeImport(Queries queries, Backoff backoff, Duration patience, Pause pause) {
    /** A restart of a server with a long write-ahead log takes minutes. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Takes the answers, in the order of time. */
    @FunctionalInterface
    public interface Sink {
        /** A whole answer. */
        void take(Answer answer, Grid.Part part) throws LiveException;
    }

    /** As a person at a window has it. */
    public static RangeImport of(Queries queries) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Math::random);
        return new RangeImport(queries, backoff, PATIENCE, Pause.inThread());
    }

    /**
     * Asks for all of it.
     *
     * @param query an expression whose series are wanted
     * @param grid the times
     * @param series how many series there are about
     * @param progress hears after each part and before each wait
     * @param cancel ends it within a moment
     * @throws LiveException where a part is not to be had; what came before has been handed on
     */
    public void run(String query, Grid grid, long series, Sink sink, Consumer<RangeProgress> progress, Cancel cancel)
            throws LiveException {
        Deque<Grid.Part> todo = new ArrayDeque<>(grid.parts(series));
        int done = 0;
        long bytes = 0;
        while (!todo.isEmpty()) {
            Grid.Part part = todo.removeFirst();
            int before = done;
            long travelled = bytes;
            Consumer<Waiting> waits = it -> progress.accept(
                    new RangeProgress(before, grid.count(), travelled, it.why(), it.time()));
            Answer answer;
            try {
                answer = patiently(query, grid, part, waits, cancel);
            } catch (LiveException e) {
                if (!isTooMuch(e.failure()) || part.count() < 2) {
                    throw e;
                }
                todo.addFirst(part.secondHalf());
                todo.addFirst(part.firstHalf());
                continue;
            }
            sink.take(answer, part);
            done += part.count();
            bytes += answer.body().length;
            progress.accept(new RangeProgress(done, grid.count(), bytes, null, Duration.ZERO));
        }
    }

    private record Waiting(Failure why, Duration time) {}

    private Answer patiently(
            String query, Grid grid, Grid.Part part, Consumer<Waiting> waits, Cancel cancel) throws LiveException {
        Duration waited = Duration.ZERO;
        for (int failures = 1; ; failures++) {
            try {
                return queries.range(
                        query,
                        grid.at(part.first()),
                        grid.at(part.first() + part.count() - 1),
                        grid.step(),
                        cancel);
            } catch (LiveException e) {
                Failure failure = e.failure();
                if (!failure.kind().passes() || isTooMuch(failure) && part.count() > 1) {
                    throw e;
                }
                Duration wait = backoff.after(failures, failure.retryAfter());
                waited = waited.plus(wait);
                if (waited.compareTo(patience) > 0) {
                    throw e;
                }
                waits.accept(new Waiting(failure, wait));
                pause.pause(wait, cancel);
                cancel.check();
            }
        }
    }

    /** Whether less at a time can help. */
    private static boolean isTooMuch(Failure failure) {
        return failure.kind() == Kind.TOO_MANY_SAMPLES
                || failure.kind() == Kind.TOO_LARGE
                || failure.kind() == Kind.TIMEOUT;
    }
}
