package io.slicewise.snapshot;

import io.slicewise.mig.Placement;

/** Rows that share their labels: all that one source said. A handle for readers, who get it from the builder. */
public final class Series {
    private final RawSource source;
    private final GpuRows gpu;
    private final ReadingSlot reading;
    private long samples;
    private int readings;
    private long newest = Long.MIN_VALUE;
    private int lastScrape;
    private final long place;
    private int start = Placement.UNKNOWN;

    Series(RawSource source, GpuRows gpu, ReadingSlot reading, long place) {
        this.source = source;
        this.gpu = gpu;
        this.reading = reading;
        this.place = place;
    }

    void seen(long time, int scrape) {
        samples++;
        newest = Math.max(newest, time);
        lastScrape = Math.max(lastScrape, scrape);
    }

    void read(double value, MetricKind kind, long time, int scrape, long where) {
        readings++;
        reading.take(value, kind, time, scrape, where);
    }

    void placedAt(int newStart) {
        start = newStart;
    }

    /** The first placement unit of the instance, {@link Placement#UNKNOWN} where the file does not tell. */
    int start() {
        return start;
    }

    RawSource source() {
        return source;
    }

    GpuRows gpu() {
        return gpu;
    }

    long samples() {
        return samples;
    }

    /** Whether the very same labels had a utilization more than once: several moments stand in the file. */
    boolean isRepeated() {
        return readings > 1;
    }

    Freshness freshness() {
        return new Freshness(newest, lastScrape);
    }

    long place() {
        return place;
    }
}
