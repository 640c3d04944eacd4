package io.slicewise.chart;

import io.slicewise.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of time to the right, as the clocks of a time zone show it.
 *
 * @param from the first instant, in milliseconds since 1970 UTC
 * @param to the instant after the last; later than {@code from}
 * @param zone whose clocks
 * @param language in which days and months are written
 */
public record TimeAxis(long from, long to, ZoneId zone, Language language) {
    private static final int[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200
    };
    private static final Step[] DAYS = {
        new Step(1, ChronoUnit.DAYS),
        new Step(2, ChronoUnit.DAYS),
        new Step(7, ChronoUnit.DAYS),
        new Step(14, ChronoUnit.DAYS),
        new Step(1, ChronoUnit.MONTHS),
        new Step(3, ChronoUnit.MONTHS),
        new Step(6, ChronoUnit.MONTHS),
        new Step(1, ChronoUnit.YEARS),
        new Step(2, ChronoUnit.YEARS),
        new Step(5, ChronoUnit.YEARS)
    };
    private static final long DAY = 86_400_000L;
    private static final int MINUTE = 60;

    /** The first Monday of 1970, as a day since then: steps of weeks begin on Mondays. */
    private static final long FIRST_MONDAY = 4;

    /** The most ticks that are looked for; a clock that is put back can double a few. */
    private static final int MOST = 1000;

    /** From one tick to the next, where that is a day or more. */
    private record Step(int count, ChronoUnit unit) {
        /** How long it is, about. */
        long days() {
            return count * unit.getDuration().toDays();
        }

        /** The last day with a tick that is not after a day. */
        LocalDate before(LocalDate day) {
            return switch (unit) {
                case YEARS -> day.withDayOfYear(1);
                case MONTHS -> day.withDayOfMonth(1);
                default ->
                    count == 1
                            ? day
                            : LocalDate.ofEpochDay(
                                    FIRST_MONDAY + Math.floorDiv(day.toEpochDay() - FIRST_MONDAY, count) * count);
            };
        }
    }

    /**
     * A tick of the axis.
     *
     * @param time where
     * @param words what stands below it: {@code 14:05}, at midnight the day
     */
    public record Tick(long time, String words) {}

    /** Round times of this zone's clocks, at most {@code most} or a few more. */
    public List<Tick> ticks(int most) {
        long span = to - from;
        for (int seconds : SECONDS) {
            if (span / (seconds * 1000L) <= most) {
                return clockTicks(seconds);
            }
        }
        for (Step step : DAYS) {
            if (span / (step.days() * DAY) <= most) {
                return dayTicks(step);
            }
        }
        return dayTicks(DAYS[DAYS.length - 1]);
    }

    private List<Tick> clockTicks(int seconds) {
        DateTimeFormatter clock =
                DateTimeFormatter.ofPattern(seconds < MINUTE ? "HH:mm:ss" : "HH:mm", language.locale());
        List<Tick> ticks = new ArrayList<>();
        LocalDateTime first = local(from);
        LocalDateTime at = first.toLocalDate().atStartOfDay();
        long skipped = (first.toLocalTime().toSecondOfDay() / seconds) * (long) seconds;
        at = at.plusSeconds(skipped);
        long last = Long.MIN_VALUE;
        for (int i = 0; i < MOST; i++, at = at.plusSeconds(seconds)) {
            // an hour that the clocks leave out is the hour after it, and stands there already
            long time = at.atZone(zone).toInstant().toEpochMilli();
            if (time > to) {
                break;
            }
            if (time >= from && time > last) {
                boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
                ticks.add(new Tick(time, midnight ? day(at.toLocalDate()) : clock.format(local(time))));
                last = time;
            }
        }
        return ticks;
    }

    private List<Tick> dayTicks(Step step) {
        LocalDate day = step.before(local(from).toLocalDate());
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < MOST; i++, day = day.plus(step.count(), step.unit())) {
            long time = day.atStartOfDay(zone).toInstant().toEpochMilli();
            if (time > to) {
                break;
            }
            if (time >= from) {
                ticks.add(new Tick(time, step.unit() == ChronoUnit.DAYS ? day(day) : month(day)));
            }
        }
        return ticks;
    }

    /** A moment to the second, with its day and zone: {@code 21 Nov 2026, 14:05:00 KST}. */
    public String moment(long time) {
        ZonedDateTime at = Instant.ofEpochMilli(time).atZone(zone);
        return DateTimeFormatter.ofPattern(language.dates().moment(), language.locale())
                        .format(at)
                + " " + zoneName(at);
    }

    /** The days that the axis goes over, with the zone: what ticks of hours leave open. */
    public String days() {
        LocalDate first = local(from).toLocalDate();
        LocalDate last = local(Math.max(from, to - 1)).toLocalDate();
        DateTimeFormatter full = DateTimeFormatter.ofPattern(language.dates().full(), language.locale());
        String days = first.equals(last) ? full.format(first) : full.format(first) + " – " + full.format(last);
        return days + " (" + zoneName(Instant.ofEpochMilli(to - 1).atZone(zone)) + ")";
    }

    private String zoneName(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at).equals(zone.getId())
                ? zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(language.dates().day(), language.locale())
                .format(day);
    }

    private String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(language.dates().month(), language.locale())
                .format(day);
    }

    private LocalDateTime local(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDateTime();
    }

    /** The pixel of an instant between the pixels {@code left} and {@code right}. */
    double at(long time, double left, double right) {
        return left + (double) (time - from) / (to - from) * (right - left);
    }
}
