package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.exposition.SampleHandler;
import java.util.Collection;

/**
 * When something was last seen.
 *
 * @param time milliseconds since 1970, {@link SampleHandler#NO_TIMESTAMP} where rows had no timestamps
 * @param scrape the number of the scrape within the file
 */
public record Freshness(long time, int scrape) implements Comparable<Freshness> {
    /** Rows of one scrape can carry timestamps that differ; scrapes are further apart than this. */
    private static final long ONE_SCRAPE_MILLIS = 5_000;

    static final Freshness NEVER = new Freshness(SampleHandler.NO_TIMESTAMP, 0);

    public static Freshness newest(Collection<Freshness> all) {
        return all.stream().max(Freshness::compareTo).orElse(NEVER);
    }

    /** Whether this belongs to an earlier scrape than the newest. */
    public boolean isBefore(Freshness newest) {
        if (time != SampleHandler.NO_TIMESTAMP && newest.time != SampleHandler.NO_TIMESTAMP) {
            return time < newest.time - ONE_SCRAPE_MILLIS;
        }
        return scrape < newest.scrape;
    }

    @Override
    public int compareTo(Freshness other) {
        int byTime = Long.compare(time, other.time);
        return byTime == 0 ? Integer.compare(scrape, other.scrape) : byTime;
    }
}
