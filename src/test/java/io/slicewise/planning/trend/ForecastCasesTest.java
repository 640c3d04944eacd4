package io.slicewise.planning.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.planning.Fleets;
import io.slicewise.planning.trend.Forecast.Direction;
import io.slicewise.planning.trend.Forecast.Refusal;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class ForecastCasesTest {
    private static final double NINE_DIGITS = 5e-9;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/slicewise/planning/forecast.csv", numLinesToSkip = 1)
    void cases(ArgumentsAccessor row) {
        DailyValues values = DailyValues.of(
                Fleets.words(row.getString(25)).stream()
                        .mapToLong(Long::parseLong)
                        .toArray(),
                Fleets.words(row.getString(26)).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray());
        double ceiling = row.getString(2) == null ? Double.NaN : row.getDouble(2);
        Forecast forecast = Forecast.of(values, row.getDouble(1), ceiling);
        assertEquals(row.getInteger(6), values.size());
        assertEquals(row.getInteger(7), forecast.span());
        assertEquals(row.getDouble(8), forecast.coverage(), NINE_DIGITS);
        switch (row.getString(3)) {
            case "too short: two weeks are the least" -> refused(Refusal.TOO_SHORT, forecast);
            case "too many days without a reading" -> refused(Refusal.GAPS, forecast);
            case "rising" -> seen(row, Direction.RISING, assertInstanceOf(Forecast.Seen.class, forecast));
            case "no trend that the data can show" ->
                seen(row, Direction.OPEN, assertInstanceOf(Forecast.Seen.class, forecast));
            default -> throw new IllegalStateException(row.getString(3));
        }
    }

    private static void refused(Refusal why, Forecast forecast) {
        assertEquals(why, assertInstanceOf(Forecast.Refused.class, forecast).why());
    }

    private static void seen(ArgumentsAccessor row, Direction direction, Forecast.Seen seen) {
        assertEquals(direction, seen.direction());
        assertEquals(row.getString(4) != null, seen.atCeiling());
        assertEquals(row.getString(5) == null, seen.isTrusted());
        assertEquals(row.getInteger(9), seen.band().horizon());
        assertEquals(row.getDouble(10), seen.line().slope(), NINE_DIGITS);
        assertEquals(row.getDouble(11), seen.line().low(), NINE_DIGITS);
        assertEquals(row.getDouble(12), seen.line().high(), NINE_DIGITS);
        assertEquals(row.getDouble(16), seen.backtest().trend(), NINE_DIGITS);
        assertEquals(row.getDouble(17), seen.backtest().lastWeek(), NINE_DIGITS);
        assertEquals(days(row.getString(18)), seen.days().earliest());
        assertEquals(days(row.getString(19)), seen.days().expected());
        assertEquals(days(row.getString(20)), seen.days().latest());
        int end = seen.band().horizon();
        assertEquals(row.getDouble(21), seen.band().middle(end), NINE_DIGITS);
        assertEquals(row.getDouble(22), seen.band().low(end), NINE_DIGITS);
        assertEquals(row.getDouble(23), seen.band().high(end), NINE_DIGITS);
    }

    private static OptionalInt days(String cell) {
        return cell == null || cell.equals("none") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
    }

    @Property(tries = 100)
    void aLineIsForecastAsTheLine(
            @ForAll @DoubleRange(min = -2, max = 2) double slope,
            @ForAll @IntRange(min = 14, max = 120) int days,
            @ForAll @IntRange(max = 20_000) int first) {
        long[] when = LongStream.range(first, first + days).toArray();
        double[] values = LongStream.of(when)
                .mapToDouble(day -> 5 + slope * (day - first))
                .toArray();
        Forecast.Seen seen = assertInstanceOf(
                Forecast.Seen.class, Forecast.of(DailyValues.of(when, values), Double.MAX_VALUE, Double.NaN));
        for (int after = 1; after <= seen.band().horizon(); after++) {
            double wanted = 5 + slope * (days - 1 + after);
            assertEquals(wanted, seen.band().middle(after), 1e-9);
            assertEquals(wanted, seen.band().low(after), 1e-9);
            assertEquals(wanted, seen.band().high(after), 1e-9);
        }
        assertTrue(seen.backtest().trend() <= 1e-9);
    }
}
