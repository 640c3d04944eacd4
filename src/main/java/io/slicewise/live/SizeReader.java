package io.slicewise.live;

import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.live.sums.SizeAsking;
import io.slicewise.live.sums.Summing;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Asks a server for right sizes, and waits for them: of its samples, or, where those are too many for one machine, as the server
 * works them out. The answer is the same.
 *
 * @param reader whom to ask, and what a person decided
 */
public record SizeReader(LiveReader reader) {
    /** The range that is asked for unless somebody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(14);

    /** Two weeks in steps of five minutes. */
    private static final int STEPS = 4033;

    private static final Duration FINEST = Duration.ofSeconds(15);

    /** The times over which sizes are asked for unless somebody says otherwise. */
    public static Grid usual(Instant now) {
        return times(now.minus(USUAL), now);
    }

    /** The times of a range, in steps that tell enough. */
    public static Grid times(Instant from, Instant to) {
        return Grid.ofWidth(from, to, STEPS, FINEST);
    }

    /**
     * The sizes as the server works them out.
     *
     * @param chosen whether somebody chose that
     */
    public SizeReading.Asked byServer(Grid grid, SizeRules rules, boolean chosen, Cancel cancel) throws LiveException {
        Summing summing = Summing.of(reader.queries(), reader.catalogue(), reader.options(), reader.weights());
        return new SizeReading.Asked(new SizeAsking(summing).over(grid, rules, cancel), chosen);
    }

    /**
     * The sizes over a range.
     *
     * @param grid the times
     * @param progress hears of parts of samples, on this thread
     * @param cancel ends it within a moment
     * @throws LiveException where there is no answer
     */
    public SizeReading read(Grid grid, SizeRules rules, Consumer<RangeProgress> progress, Cancel cancel)
            throws LiveException {
        Queries queries = reader.queries();
        long series = queries.count(Selection.presence(reader.matchers()), grid.to(), cancel);
        boolean tooMany = series > LiveReader.MOST_SERIES || series * grid.count() > RangeReader.MOST_SAMPLES;
        if (reader.way() == Way.SUMS || reader.way() == Way.AUTOMATIC && tooMany) {
            return byServer(grid, rules, reader.way() == Way.SUMS, cancel);
        }
        RangeReading reading =
                RangeReader.of(reader.withWay(Way.SERIES)).read(SizeAsking.aligned(grid), progress, cancel);
        Timeline timeline =
                reading instanceof RangeReading.OfSeries all ? all.snapshot().timeline() : null;
        if (timeline == null) {
            return new SizeReading.Loaded(List.of(), Timeline.of(List.of()), series);
        }
        try {
            return new SizeReading.Loaded(SizedInstance.of(timeline, rules, cancel), timeline, series);
        } catch (CancellationException _) {
            throw LiveException.cancelled();
        }
    }
}
