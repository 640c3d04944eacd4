/**
 * When a capacity is reached, by what a figure did from day to day, and when that cannot be told.
 *
 * <p>{@link io.slicewise.planning.trend.Forecast}: from four weeks on a profile of the weekdays is taken out (the median of what a
 * weekday differs from the median of the seven days around it, where all seven are there); the slope is the median of the slopes
 * between all pairs of days (Theil–Sen), its interval of 90 % by the order statistics of Sen, as {@code scipy.stats.theilslopes}
 * has it; the line goes through the medians. The band are the lines of both outer slopes, with 5 % and 95 % of what is left over.
 * The last fifth is predicted from the rest: where that errs more than repeating the last week would have, caution is due. The
 * interval takes the days as independent, so it is one at best.
 *
 * <p>Refused: less than two weeks, less than ten days, gaps of more than 30 %, and a slope of which the data cannot tell that it is
 * not 0. A figure that stands at its ceiling says less than is wanted.
 *
 * <p>{@link io.slicewise.planning.trend.DailySeries} takes the values from a recorded range, in days of UTC, numbered since 1970;
 * {@link io.slicewise.planning.trend.TrendSentences} says the dates and the refusals.
 *
 * <p>May be here: one value a day, by number, and messages about them by key. May not: other time zones, the clock, sentences.
 */
@NullMarked
package io.slicewise.planning.trend;

import org.jspecify.annotations.NullMarked;
