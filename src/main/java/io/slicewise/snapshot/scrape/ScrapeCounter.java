package io.slicewise.snapshot.scrape;

import java.util.Arrays;

/**
 * Tells scrapes apart that stand one after the other in a file without a word between them. An exporter prints all rows
 * of a metric together: a metric that comes again after another one starts a new scrape, and so does a metric that
 * comes again with the same labels.
 */
public final class ScrapeCounter {
    private int scrape = 1;
    private int current = -1;

    /** By metric the scrape in which its rows ended. */
    private int[] ended = new int[64];

    /** The number of the scrape that a row of this metric belongs to, from 1. */
    public int at(int metric) {
        if (metric == current) {
            return scrape;
        }
        if (metric >= ended.length) {
            ended = Arrays.copyOf(ended, Math.max(metric + 1, 2 * ended.length));
        }
        if (current >= 0) {
            ended[current] = scrape;
        }
        if (ended[metric] == scrape) {
            scrape++;
        }
        current = metric;
        return scrape;
    }

    /** A further one begins: the same row came again, or the text says so. */
    public int next() {
        scrape++;
        return scrape;
    }
}
