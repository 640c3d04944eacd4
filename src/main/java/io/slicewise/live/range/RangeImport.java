package io.slicewise.live.range;

import io.slicewise.live.http.ApiAnswer;
import io.slicewise.live.http.Backoff;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        void take(ApiAnswer answer) throws LiveException;
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
        Parts parts = parts(query, grid, series, progress, cancel);
        for (ApiAnswer answer = parts.next(); answer != null; answer = parts.next()) {
            sink.take(answer);
        }
    }

    /** The same, for whoever takes one part after the other; nothing is asked for before it is taken. */
    public Parts parts(String query, Grid grid, long series, Consumer<RangeProgress> progress, Cancel cancel) {
        return new Parts(this, query, grid, series, progress, cancel);
    }

    /** The answers of a range, in the order of time. */
    public static final class Parts {
        private final RangeImport ranges;
        private final String query;
        private final Grid grid;
        private final Consumer<RangeProgress> progress;
        private final Cancel cancel;
        private final Deque<Grid.Part> todo;
        private int done;
        private long bytes;

        private Parts(
                RangeImport ranges,
                String query,
                Grid grid,
                long series,
                Consumer<RangeProgress> progress,
                Cancel cancel) {
            this.ranges = ranges;
            this.query = query;
            this.grid = grid;
            this.progress = progress;
            this.cancel = cancel;
            todo = new ArrayDeque<>(grid.parts(series));
        }

        /** How many of the times have been taken. */
        public int done() {
            return done;
        }

        /** The next whole answer; {@code null} after the last. */
        public @Nullable ApiAnswer next() throws LiveException {
            while (!todo.isEmpty()) {
                Grid.Part part = todo.removeFirst();
                try {
                    ApiAnswer answer = patiently(part);
                    done += part.count();
                    bytes += answer.size();
                    progress.accept(new RangeProgress(done, grid.count(), bytes, null, Duration.ZERO));
                    return answer;
                } catch (LiveException e) {
                    if (!isTooMuch(e.failure()) || part.count() < 2) {
                        throw e;
                    }
                    todo.addFirst(part.secondHalf());
                    todo.addFirst(part.firstHalf());
                }
            }
            return null;
        }

        private ApiAnswer patiently(Grid.Part part) throws LiveException {
            Duration waited = Duration.ZERO;
            for (int failures = 1; ; failures++) {
                try {
                    Instant from = grid.at(part.first());
                    Instant to = grid.at(part.first() + part.count() - 1);
                    return ranges.queries.range(query, from, to, grid.step(), cancel);
                } catch (LiveException e) {
                    Failure failure = e.failure();
                    if (!failure.kind().passes() || (isTooMuch(failure) && part.count() > 1)) {
                        throw e;
                    }
                    Duration wait = ranges.backoff.after(failures, failure.retryAfter());
                    waited = waited.plus(wait);
                    if (waited.compareTo(ranges.patience) > 0) {
                        throw e;
                    }
                    progress.accept(new RangeProgress(done, grid.count(), bytes, failure, wait));
                    ranges.pause.pause(wait, cancel);
                    LiveException.check(cancel);
                }
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
