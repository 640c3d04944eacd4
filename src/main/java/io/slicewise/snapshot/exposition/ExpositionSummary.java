package io.slicewise.snapshot.exposition;

import io.slicewise.text.Problem;
import java.util.List;

/**
 * What a reading amounted to.
 *
 * @param bytes bytes taken from the source
 * @param lines lines, empty ones and comments included
 * @param samples samples handed on
 * @param skipped lines of metrics that were not wanted
 * @param leftOut lines that were not understood, each counted in the problems
 * @param repeatedHeaders HELP, TYPE and UNIT comments that came again after samples of their metric: several scrapes in
 *     one file, or one exporter that prints a metric in several groups
 * @param openMetrics whether something showed that the text is OpenMetrics ({@code # EOF}, {@code # UNIT}, a type or an
 *     exemplar that only OpenMetrics has)
 * @param ended whether {@code # EOF} stands in it, at the end of its last exposition
 * @param timestamps how timestamps were read
 * @param cancelled whether the reading was stopped from outside
 * @param problems what was noticed: per kind the first three with their places, then the count of all
 */
public record ExpositionSummary(
        long bytes,
        long lines,
        long samples,
        long skipped,
        long leftOut,
        long repeatedHeaders,
        boolean openMetrics,
        boolean ended,
        TimestampUnit timestamps,
        boolean cancelled,
        List<Problem> problems) {
    public ExpositionSummary {
        problems = List.copyOf(problems);
    }

    /** The unit of the timestamps in the text; samples carry milliseconds whatever it is. */
    public enum TimestampUnit {
        /** No sample had a timestamp. */
        NONE,
        /** Milliseconds, as the exposition format has them. */
        MILLISECONDS,
        /** Seconds, as OpenMetrics has them. */
        SECONDS,
        /** Some of each. */
        BOTH
    }
}
