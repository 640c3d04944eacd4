package io.slicewise.desktop.monitoring;

import io.slicewise.live.range.Grid;
import io.slicewise.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A range, as it was typed.
 *
 * @param from a date and a time of day
 * @param to a date and a time of day
 * @param step from one time to the next; zero for what a chart can show
 */
record RangeAsk(String from, String to, Duration step) {
    /** As many points as a wide chart has pixels. */
    private static final int POINTS = 1200;
    /** How often exporters are usually asked. */
    private static final Duration FINEST = Duration.ofSeconds(15);
    /** More times than this are no chart, but an export. */
    private static final int MOST = 100_000;

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What came out of it. */
    sealed interface Result {
        /**
         * Times to ask for.
         *
         * @param grid of series
         * @param summed of sums: no more than the chart shows
         */
        record Good(Grid grid, Grid summed) implements Result {}

        /** Something that cannot be meant so. */
        record Bad(Text why) implements Result {}
    }

    /** The time until now, as text. */
    static RangeAsk last(Duration time, Instant now, ZoneId zone, Duration step) {
        return new RangeAsk(
                FORM.format(LocalDateTime.ofInstant(now.minus(time), zone)),
                FORM.format(LocalDateTime.ofInstant(now, zone)),
                step);
    }

    /**
     * The times, or why there are none.
     *
     * @param shown how many points the chart of sums shows
     */
    Result read(ZoneId zone, int shown) {
        Optional<Instant> first = time(from, zone);
        Optional<Instant> last = time(to, zone);
        if (first.isEmpty() || last.isEmpty()) {
            return new Result.Bad(Text.of("monitoring.range.form"));
        }
        if (!first.get().isBefore(last.get())) {
            return new Result.Bad(Text.of("monitoring.range.order"));
        }
        Grid grid = grid(first.get(), last.get(), POINTS);
        return grid.count() > MOST
                ? new Result.Bad(Text.of("monitoring.range.tooMany", grid.count()))
                : new Result.Good(grid, grid(first.get(), last.get(), shown));
    }

    private Grid grid(Instant first, Instant last, int points) {
        return step.isZero() ? Grid.ofWidth(first, last, points, FINEST) : Grid.of(first, last, step);
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip().replace('T', ' '), FORM)
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
