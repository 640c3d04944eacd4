package io.slicewise.live;

import io.slicewise.json.BulkInputStream;
import io.slicewise.live.http.ApiAnswer;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Selection;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeImport;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.Summing;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for a range, and waits for it: the same reader as that of a file takes the answers one after the other
 * as they come, so that no more than one is in memory.
 *
 * @param reader whom to ask, and what a person decided
 * @param ranges asks for the parts
 */
public record RangeReader(LiveReader reader, RangeImport ranges) {
    /** What a timeline holds well: a second of reading for each million, 16 bytes each in memory. */
    public static final long MOST_SAMPLES = 30_000_000;

    /** As a person at a window has it. */
    public static RangeReader of(LiveReader reader) {
        return new RangeReader(reader, RangeImport.of(reader.queries()));
    }

    /**
     * The range.
     *
     * @param grid the times; {@link Grid#ofWidth} for a chart
     * @param progress hears after each part and before each wait, on this thread
     * @param cancel ends it within a moment
     * @throws LiveException where there is no answer at all
     */
    public RangeReading read(Grid grid, Consumer<RangeProgress> progress, Cancel cancel) throws LiveException {
        return read(grid, grid, progress, cancel);
    }

    /**
     * The range, at other times where the server sums up: a chart of sums asks again for a part of it, so that no more
     * points travel than it shows.
     *
     * @param grid the times of series
     * @param summed the times of sums
     */
    public RangeReading read(Grid grid, Grid summed, Consumer<RangeProgress> progress, Cancel cancel)
            throws LiveException {
        long series = series(grid, cancel);
        boolean tooMany = series > LiveReader.MOST_SERIES || series * grid.count() > MOST_SAMPLES;
        if (reader.way() == Way.SUMS || (reader.way() == Way.AUTOMATIC && tooMany)) {
            Summing summing = Summing.of(reader.queries(), reader.catalogue(), reader.options(), reader.weights());
            SummedRange sums = summing.range(reader.group(), summed, ranges, progress, cancel);
            if (sums.rows().isEmpty()) {
                throw nothing(summed);
            }
            return new RangeReading.OfSums(sums, reader.way() == Way.SUMS);
        }
        PartsStream stream =
                new PartsStream(ranges.parts(Selection.presence(reader.matchers()), grid, series, progress, cancel));
        String name = reader.queries().client().connection().host();
        ReadWatch watch = new ReadWatch() {
            @Override
            public boolean cancelled() {
                return cancel.isCancelled();
            }
        };
        SnapshotRead read;
        try (stream) {
            read = SnapshotReading.one(PrometheusSnapshot.answers(), name, stream, watch)
                    .finish(reader.catalogue(), reader.options());
        } catch (IOException e) {
            throw reader.queries().unreadable(e);
        }
        LiveException.check(cancel);
        Snapshot snapshot = read.snapshot();
        if (snapshot == null) {
            throw nothing(grid);
        }
        return new RangeReading.OfSeries(snapshot, grid, series, stream.parts.done(), stream.broken);
    }

    private static LiveException nothing(Grid grid) {
        return new LiveException(Failure.of(
                Kind.NO_DCGM,
                Text.of(
                        "live.failed.nothingInRange",
                        grid.from().toString(),
                        grid.to().toString())));
    }

    /** About how many series there are: the most of some times, since fleets grow and shrink. */
    private long series(Grid grid, Cancel cancel) throws LiveException {
        Instant middle =
                grid.from().plus(Duration.between(grid.from(), grid.to()).dividedBy(2));
        long most = 0;
        for (Instant at : List.of(grid.from(), middle, grid.to())) {
            most = Math.max(most, reader.queries().count(Selection.presence(reader.matchers()), at, cancel));
        }
        return most;
    }

    /** The answers one after the other. Where one fails after others came, the stream ends, and what came stays. */
    private static final class PartsStream extends BulkInputStream {
        private final RangeImport.Parts parts;
        private @Nullable InputStream current;
        private @Nullable Failure broken;
        private boolean over;

        PartsStream(RangeImport.Parts parts) {
            this.parts = parts;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (!over) {
                InputStream now = current;
                int count = now == null ? -1 : now.read(to, offset, length);
                if (count > 0) {
                    return count;
                }
                next();
            }
            return -1;
        }

        private void next() throws IOException {
            try {
                ApiAnswer answer = parts.next();
                over = answer == null;
                current = answer == null ? null : answer.open();
            } catch (LiveException e) {
                if (parts.done() == 0 || e.failure().kind() == Kind.CANCELLED) {
                    throw new IOException(e);
                }
                over = true;
                broken = e.failure();
            }
        }
    }
}
