package io.slicewise.live;

import io.slicewise.live.http.ApiAnswer;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.Summing;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for a fleet at one time, and waits for it. Counts first: what is too much for one machine is summed up
 * by the server.
 *
 * @param queries whom
 * @param catalogue where models are looked up
 * @param options what a person decided
 * @param weights what counts how much in sums; figures of series are computed by whoever has the snapshot
 * @param way who computes
 * @param group what the rows of sums are about
 * @param matchers {@code label="value"}, correctly quoted: which series travel; sums are of all
 */
public record LiveReader(
        Queries queries,
        Catalogue catalogue,
        SnapshotOptions options,
        Weights weights,
        Way way,
        Group group,
        List<String> matchers)
        implements Fetch {
    /** Some 40 MB of JSON and a second of reading: more is not pulled every few seconds. */
    public static final long MOST_SERIES = 100_000;

    /** With the default weights, and whichever way is right for the size. */
    public static LiveReader of(Queries queries, Catalogue catalogue, SnapshotOptions options) {
        return new LiveReader(queries, catalogue, options, Weights.DEFAULT, Way.AUTOMATIC, Group.HOST, List.of());
    }

    /** By another way. */
    public LiveReader withWay(Way newWay) {
        return new LiveReader(queries, catalogue, options, weights, newWay, group, matchers);
    }

    /** With rows of hosts or of GPUs, and other weights. */
    public LiveReader withSums(Group newGroup, Weights newWeights) {
        return new LiveReader(queries, catalogue, options, newWeights, way, newGroup, matchers);
    }

    /** Series by series of those alone that have these labels: one host of a fleet that is summed up. */
    public LiveReader only(List<String> wanted) {
        return new LiveReader(queries, catalogue, options, weights, Way.SERIES, group, List.copyOf(wanted));
    }

    @Override
    public Reading fetch(Cancel cancel) throws LiveException {
        return at(null, cancel);
    }

    /**
     * The fleet at a time.
     *
     * @param at the time; {@code null} for the server's now
     * @throws LiveException where there is no answer, and where the answer tells nothing about GPU instances
     */
    public Reading at(@Nullable Instant at, Cancel cancel) throws LiveException {
        long series = queries.count(Selection.everything(matchers), at, cancel);
        if (series == 0) {
            throw new LiveException(new Probe(queries).nothing(at, cancel));
        }
        boolean tooMany = way == Way.AUTOMATIC && series > MOST_SERIES;
        if (tooMany || way == Way.SUMS) {
            Summing summing = Summing.of(queries, catalogue, options, weights);
            return new Reading.OfSums(summing.instant(group, at, cancel), series, !tooMany);
        }
        return new Reading.OfSeries(snapshot(queries.instant(Selection.allReadings(matchers), at, cancel)), series);
    }

    private Snapshot snapshot(ApiAnswer answer) throws LiveException {
        String name = queries.client().connection().host();
        try (InputStream in = answer.open()) {
            SnapshotRead read = SnapshotReading.one(PrometheusSnapshot.answers(), name, in, ReadWatch.NONE)
                    .finish(catalogue, options);
            Snapshot snapshot = read.snapshot();
            if (snapshot == null) {
                Text why = read.problems().isEmpty()
                        ? Text.of("live.failed.noDcgm", name)
                        : read.problems().getFirst().message();
                throw new LiveException(Failure.of(Kind.NO_DCGM, why));
            }
            return snapshot;
        } catch (IOException e) {
            throw queries.unreadable(e);
        }
    }
}
