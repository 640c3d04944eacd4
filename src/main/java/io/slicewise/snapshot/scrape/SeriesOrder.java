package io.slicewise.snapshot.scrape;

import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.List;

/** What OpenMetrics forbids of the samples of one series, and what changes a reading: each is said once for all. */
final class SeriesOrder {
    private long different;
    private long firstDifferent;
    private long backwards;
    private long firstBackwards;

    /**
     * A series told of a metric again.
     *
     * @return whether OpenMetrics forbids that it does so
     */
    boolean again(double before, double now, long timeBefore, long time, long line) {
        if (time < timeBefore) {
            backwards++;
            firstBackwards = firstBackwards == 0 ? line : firstBackwards;
            return true;
        } else if (time == timeBefore && Double.compare(before, now) != 0) {
            different++;
            firstDifferent = firstDifferent == 0 ? line : firstDifferent;
            return true;
        }
        return false;
    }

    /**
     * Says what was there.
     *
     * @param ended whether the text has its end
     */
    void say(String file, boolean ended, List<Problem> problems) {
        if (different > 0) {
            problems.add(Problem.warning(
                    Where.line(file, firstDifferent), Text.of("snapshot.openmetrics.different", different)));
        }
        if (backwards > 0) {
            problems.add(Problem.warning(
                    Where.line(file, firstBackwards), Text.of("snapshot.openmetrics.backwards", backwards)));
        }
        if (!ended) {
            problems.add(Problem.warning(Where.file(file), Text.of("snapshot.openmetrics.noEnd")));
        }
    }
}
