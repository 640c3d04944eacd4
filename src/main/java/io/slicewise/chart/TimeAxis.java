package io.slicewise.chart;

import io.slicewise.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
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
    private static final Period[] DAYS = {
        Period.ofDays(1),
        Period.ofDays(2),
        Period.ofDays(7),
        Period.ofDays(14),
        Period.ofMonths(1),
        Period.ofMonths(3),
        Period.ofMonths(6),
        Period.ofYears(1),
        Period.ofYears(2),
        Period.ofYears(5)
    };
    private static final long DAY = 86_400_000L;
    private static final int MINUTE = 60;

    /** The first Monday of 1970, as a day since then: steps of weeks begin on Mondays. */
    private static final long FIRST_MONDAY = 4;

    /** The most ticks that are looked for; a clock that is put back can double a few. */
    private static final int MOST = 1000;

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
        for (Period period : DAYS) {
            long days = period.toTotalMonths() * 30 + period.getDays();
            if (span / (days * DAY) <= most) {
                return dayTicks(period);
            }
        }
        return dayTicks(DAYS[DAYS.length - 1]);
    }

    private List<Tick> clockTicks(int seconds) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(seconds < MINUTE ? "HH:mm:ss" : "HH:mm", locale());
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

    private List<Tick> dayTicks(Period period) {
        LocalDate day = local(from).toLocalDate();
        if (period.toTotalMonths() >= 12) {
            day = day.withDayOfYear(1);
        } else if (period.toTotalMonths() > 0) {
            day = day.withDayOfMonth(1);
        } else if (period.getDays() > 1) {
            long monday =
                    FIRST_MONDAY + Math.floorDiv(day.toEpochDay() - FIRST_MONDAY, period.getDays()) * period.getDays();
            day = LocalDate.ofEpochDay(monday);
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < MOST; i++, day = day.plus(period)) {
            long time = day.atStartOfDay(zone).toInstant().toEpochMilli();
            if (time > to) {
                break;
            }
            if (time >= from) {
                ticks.add(new Tick(time, period.toTotalMonths() > 0 ? month(day) : day(day)));
            }
        }
        return ticks;
    }

    /** A moment to the second, with its day and zone: {@code 21 Nov 2026, 14:05:00 KST}. */
    public String moment(long time) {
        ZonedDateTime at = Instant.ofEpochMilli(time).atZone(zone);
        return DateTimeFormatter.ofPattern(korean() ? "yyyy년 M월 d일 HH:mm:ss" : "d MMM yyyy, HH:mm:ss", locale())
                        .format(at)
                + " " + zoneName(at);
    }

    /** The days that the axis goes over, with the zone: what ticks of hours leave open. */
    public String days() {
        LocalDate first = local(from).toLocalDate();
        LocalDate last = local(Math.max(from, to - 1)).toLocalDate();
        DateTimeFormatter full = DateTimeFormatter.ofPattern(korean() ? "yyyy년 M월 d일" : "d MMM yyyy", locale());
        String days = first.equals(last) ? full.format(first) : full.format(first) + " – " + full.format(last);
        return days + " (" + zoneName(Instant.ofEpochMilli(to - 1).atZone(zone)) + ")";
    }

    private String zoneName(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at).equals(zone.getId())
                ? zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(korean() ? "M월 d일" : "d MMM", locale())
                .format(day);
    }

    private String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(korean() ? "yyyy년 M월" : "MMM yyyy", locale())
                .format(day);
    }

    private boolean korean() {
        return language == Language.KOREAN;
    }

    private Locale locale() {
        return korean() ? Locale.KOREAN : Locale.ENGLISH;
    }

    private LocalDateTime local(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDateTime();
    }

    /** The pixel of an instant between the pixels {@code left} and {@code right}. */
    double at(long time, double left, double right) {
        return left + (double) (time - from) / (to - from) * (right - left);
    }
}
