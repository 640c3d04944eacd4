package io.slicewise.planning.trend;

import io.slicewise.planning.trend.Forecast.Seen;
import java.time.Duration;

/**
 * What is to come of a figure, and what must not be reached.
 *
 * @param series the figure from day to day
 * @param capacity what must not be reached, in the unit of the figure
 * @param forecast when it is
 */
public record TargetForecast(DailySeries series, double capacity, Forecast forecast) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Looks ahead. */
    public static TargetForecast of(DailySeries series, double capacity) {
        return new TargetForecast(series, capacity, series.forecast(capacity));
    }

    /** The instant after the last day that is looked ahead to, in milliseconds since 1970 UTC; 0 where nothing can be said. */
    public long end() {
        return forecast instanceof Seen seen ? (seen.band().day(seen.band().horizon()) + 1) * DAY : 0;
    }
}
