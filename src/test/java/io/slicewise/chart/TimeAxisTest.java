package io.slicewise.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static List<String> words(String from, String to, String zone, Language language, int most) {
        return new TimeAxis(at(from), at(to), ZoneId.of(zone), language)
                .ticks(most).stream().map(TimeAxis.Tick::words).toList();
    }

    @Test
    void hoursStandThereAsTheClocksOfTheZoneShowThem() {
        assertEquals(
                List.of("21:00", "22 Nov", "03:00", "06:00"),
                words("2026-11-21T11:30:00Z", "2026-11-21T21:30:00Z", "Asia/Seoul", Language.ENGLISH, 4));
        assertEquals(
                List.of("21:00", "11월 22일", "03:00", "06:00"),
                words("2026-11-21T11:30:00Z", "2026-11-21T21:30:00Z", "Asia/Seoul", Language.KOREAN, 4));
    }

    @Test
    void longerTimesHaveMondaysAndMonths() {
        assertEquals(
                List.of("2 Nov", "9 Nov", "16 Nov", "23 Nov", "30 Nov"),
                words("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "UTC", Language.ENGLISH, 5));
        assertEquals(
                List.of("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"),
                words("2026-01-01T00:00:00Z", "2026-04-02T00:00:00Z", "UTC", Language.ENGLISH, 4));
    }

    @Test
    void secondsAreShownWhereMinutesWouldNotDo() {
        assertEquals(
                List.of("14:05:00", "14:05:10", "14:05:20"),
                words("2026-11-21T14:05:00Z", "2026-11-21T14:05:20Z", "UTC", Language.ENGLISH, 3));
    }

    /** On 25 October 2026 clocks in Berlin go from 3:00 back to 2:00, on 29 March from 2:00 to 3:00. */
    @Test
    void clocksThatAreChangedGiveTicksInTheOrderOfTime() {
        assertEquals(
                List.of("01:00", "02:00", "03:00", "04:00"),
                words("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z", "Europe/Berlin", Language.ENGLISH, 6));
        assertEquals(
                List.of("01:00", "03:00", "04:00"),
                words("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z", "Europe/Berlin", Language.ENGLISH, 3));
    }

    @Test
    void aMomentNamesDaySecondAndZone() {
        TimeAxis axis = new TimeAxis(0, at("2026-11-22T00:00:00Z"), ZoneId.of("Asia/Seoul"), Language.ENGLISH);
        assertEquals("21 Nov 2026, 23:05:07 KST", axis.moment(at("2026-11-21T14:05:07Z")));
        TimeAxis korean = new TimeAxis(0, at("2026-11-22T00:00:00Z"), ZoneId.of("UTC"), Language.KOREAN);
        assertEquals("2026년 11월 21일 14:05:07 UTC", korean.moment(at("2026-11-21T14:05:07Z")));
    }

    @Test
    void theDaysOfTheAxisAreNamedOnceWhereItIsOne() {
        ZoneId utc = ZoneId.of("UTC");
        assertEquals(
                "21 Nov 2026 (UTC)",
                new TimeAxis(at("2026-11-21T00:00:00Z"), at("2026-11-22T00:00:00Z"), utc, Language.ENGLISH).days());
        assertEquals(
                "21 Nov 2026 – 22 Nov 2026 (UTC)",
                new TimeAxis(at("2026-11-21T00:00:00Z"), at("2026-11-22T00:00:01Z"), utc, Language.ENGLISH).days());
    }

    @Property(tries = 500)
    void ticksLieOnTheAxisInOrderAndAreNotTooMany(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long from,
            @ForAll @LongRange(min = 1000, max = 100_000_000_000L) long span,
            @ForAll @IntRange(min = 2, max = 16) int most) {
        TimeAxis axis = new TimeAxis(from, from + span, ZoneId.of("America/New_York"), Language.ENGLISH);
        List<TimeAxis.Tick> ticks = axis.ticks(most);
        assertTrue(ticks.size() <= most + 3, () -> ticks.size() + " ticks for " + most);
        for (int i = 0; i < ticks.size(); i++) {
            assertTrue(ticks.get(i).time() >= axis.from() && ticks.get(i).time() <= axis.to());
            assertTrue(i == 0 || ticks.get(i).time() > ticks.get(i - 1).time());
        }
    }
}
