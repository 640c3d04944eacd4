package io.slicewise.planning.trend;

import io.slicewise.planning.trend.Forecast.Direction;
import io.slicewise.planning.trend.Forecast.Refused;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.text.Decimal;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is said of a forecast. */
public final class TrendSentences {
    /** Digits of a slope and of errors, which are small beside the figure; of percentage points two fewer. */
    private static final int DECIMALS = 4;

    private TrendSentences() {}

    /** Why no date is given; {@code null} where there are dates. */
    public static @Nullable Text refusal(Forecast forecast) {
        return switch (forecast) {
            case Refused refused
            when refused.why() == Forecast.Refusal.TOO_SHORT ->
                Text.of("trend.tooShort", refused.span(), Forecast.LEAST_DAYS, Forecast.LEAST_VALUES);
            case Refused refused ->
                Text.of("trend.gaps", new Percent(refused.coverage()), new Percent(Forecast.LEAST_COVERAGE));
            case Seen seen when seen.atCeiling() -> Text.of("trend.ceiling");
            case Seen seen when seen.direction() == Direction.OPEN -> Text.of("trend.noTrend");
            case Seen _ -> null;
        };
    }

    /** What the dates rest on: how many days, the slope, how good it would have been. */
    public static List<Text> grounds(DailyFigure figure, Seen seen) {
        List<Text> grounds = new ArrayList<>();
        grounds.add(Text.of("trend.days", seen.span(), new Percent(seen.coverage())));
        grounds.add(Text.of(
                "trend.slope",
                small(figure, seen.line().slope()),
                small(figure, seen.line().low()),
                small(figure, seen.line().high())));
        Text errors = errors(figure, seen);
        grounds.add(seen.isTrusted() ? Text.of("trend.backtest", errors) : Text.of("trend.caution", errors));
        grounds.add(Text.of("trend.atBest"));
        return grounds;
    }

    private static Text errors(DailyFigure figure, Seen seen) {
        return Text.of(
                "trend.errors",
                small(figure, seen.backtest().trend()),
                small(figure, seen.backtest().lastWeek()));
    }

    /** A difference of the figure with its unit. */
    private static Text small(DailyFigure figure, double value) {
        return switch (figure) {
            case WHOLE_GPU, ALLOCATED -> Text.of("trend.small.points", new Decimal(100 * value, DECIMALS - 2));
            case SLICES_IN_USE, SLICES_REQUESTED -> Text.of("trend.small.slices", new Decimal(value, DECIMALS));
            case MEMORY -> Text.of("trend.small.memory", new Decimal(value, DECIMALS));
        };
    }

    /** A day with its date: {@code 2027-02-12, in 82 days}; what is said where it is not within the horizon. */
    public static Text day(Seen seen, OptionalInt after) {
        return after.isEmpty()
                ? Text.of("trend.never", seen.band().horizon())
                : Text.of("trend.day", date(seen, after.getAsInt()).toString(), after.getAsInt());
    }

    /** What is expected: a day, or why it is not given. */
    public static Text expected(Seen seen) {
        return seen.isTrusted() ? day(seen, seen.days().expected()) : Text.of("trend.notGiven");
    }

    /** The date of the day after so many, of values whose days are numbered since 1970. */
    public static LocalDate date(Seen seen, int after) {
        return LocalDate.ofEpochDay(seen.band().day(after));
    }

    /**
     * What each weekday differs from the mean of a week, from Monday on, of values whose days are numbered since 1970; none where the
     * weekdays are not told apart.
     */
    public static Map<DayOfWeek, Double> weekdays(Seen seen) {
        double[] profile = seen.band().weekdays();
        Map<DayOfWeek, Double> weekdays = new EnumMap<>(DayOfWeek.class);
        for (int day = 0; day < profile.length; day++) {
            weekdays.put(LocalDate.ofEpochDay(day).getDayOfWeek(), profile[day]);
        }
        return weekdays;
    }
}
