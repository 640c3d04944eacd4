package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Placement;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.usage.timeline.SampleColumns;
import org.jspecify.annotations.Nullable;

/** Rows that share their labels: all that one source said. A handle for readers, who get it from the builder. */
public final class Series {
    private final RawSource source;
    private final GpuRows gpu;
    private final ReadingSlots slots;
    private final long place;
    private long samples;
    private int readings;
    private long newest = Long.MIN_VALUE;
    private int lastScrape;
    private int start = Placement.UNKNOWN;
    private long oldest = Long.MAX_VALUE;
    private boolean repeatsSaid;
    private @Nullable Past past;

    public Series(RawSource source, GpuRows gpu, ReadingSlots slots, long place) {
        this.source = source;
        this.gpu = gpu;
        this.slots = slots;
        this.place = place;
    }

    /** Of rows that belong to no GPU or instance that can be told. */
    static Series aside(RawSource source, GpuRows whose, long place) {
        return new Series(source, whose, whose.readings(), place);
    }

    /** Whether its rows belong to no GPU or instance that can be told. */
    boolean isAside() {
        return gpu.id().isEmpty();
    }

    public void seen(long time, int scrape) {
        samples++;
        newest = Math.max(newest, time);
        lastScrape = Math.max(lastScrape, scrape);
        seenAt(time);
    }

    /** A row told of it at that time. */
    public void seenAt(long time) {
        if (time != SampleHandler.NO_TIMESTAMP) {
            oldest = Math.min(oldest, time);
        }
    }

    /** What an instance reported at a time; {@code NaN} where it was there without a reading. */
    public void past(long time, double value) {
        seenAt(time);
        if (time != SampleHandler.NO_TIMESTAMP && source.isInstance()) {
            past().begun(ReadingKind.ENGINE).add(time, value);
        }
    }

    /** What it reported at times, in their order; what cannot be a reading is none. */
    public void past(long[] millis, double[] values, int count) {
        seenAt(millis[0]);
        if (source.isInstance()) {
            Course to = past().begun(ReadingKind.ENGINE);
            for (int i = 0; i < count; i++) {
                to.add(millis[i], Unit.PERCENT.holds(values[i]) ? values[i] : Double.NaN);
            }
        }
    }

    private Past past() {
        Past there = past;
        if (there == null) {
            there = new Past();
            past = there;
        }
        return there;
    }

    private @Nullable Course course(ReadingKind reading) {
        Past there = past;
        return there == null ? null : there.of(reading);
    }

    /** All that it reported over time. Only once. */
    public SampleColumns takeCourse(Unit unit) {
        Course all = course(ReadingKind.ENGINE);
        return all == null ? SampleColumns.NONE : all.take(unit);
    }

    /** More values of a range, before the newest one, were no reading. */
    public void blanksBefore(int more) {
        if (more > 0) {
            past().blanks(more);
        }
    }

    /** How many values before the newest one were no reading. */
    public long blanksBefore() {
        Past there = past;
        return there == null ? 0 : there.blanks();
    }

    /** Values of the course that were too large for the unit; known once it was {@linkplain #takeCourse taken}. */
    public long beyond() {
        Course all = course(ReadingKind.ENGINE);
        return all == null ? 0 : all.beyond();
    }

    /** Values of the course a little above 100 %; known once it was {@linkplain #takeCourse taken}. */
    public long clamped() {
        Course all = course(ReadingKind.ENGINE);
        return all == null ? 0 : all.clamped();
    }

    /** When something first told of it; later than any time where nothing had a time. */
    public long oldest() {
        return oldest;
    }

    public void read(double value, MetricKind kind, long time, int scrape, long where) {
        readings++;
        slots.slot(ReadingKind.ENGINE).take(value, kind, time, scrape, where);
        past(time, value);
    }

    /** A value of another reading. */
    void read(ReadingKind reading, double value, MetricKind kind, long time, int scrape, long where) {
        slots.slot(reading).take(value, kind, time, scrape, where);
        past(reading, time, value);
    }

    /** What an instance reported of another reading at a time. */
    void past(ReadingKind reading, long time, double value) {
        seenAt(time);
        if (time != SampleHandler.NO_TIMESTAMP && source.isInstance()) {
            past().begun(reading).add(time, value);
        }
    }

    /** The same at times in their order; what cannot be of this kind is none. */
    void past(ReadingKind reading, MetricKind kind, long[] millis, double[] values, int count) {
        seenAt(millis[0]);
        if (source.isInstance()) {
            Course to = past().begun(reading);
            for (int i = 0; i < count; i++) {
                to.add(millis[i], kind.holds(values[i]) ? values[i] : Double.NaN);
            }
        }
    }

    /** Whether anything of a reading is known over time, its utilization aside. */
    public boolean hasCourse(ReadingKind reading) {
        return reading != ReadingKind.ENGINE && course(reading) != null;
    }

    /**
     * All that it reported of a reading over time, as ratios. Only once.
     *
     * @param whole the value that is 1
     */
    public SampleColumns takeCourse(ReadingKind reading, double whole) {
        Course there = course(reading);
        return there == null ? SampleColumns.NONE : there.take(whole);
    }

    /** That it has several values is a fault of the file, which was said. */
    public void repeatsAreSaid() {
        repeatsSaid = true;
    }

    /** Whether it was said why it has several values. */
    public boolean hasSaidRepeats() {
        return repeatsSaid;
    }

    public void placedAt(int newStart) {
        start = newStart;
    }

    /** The first placement unit of the instance, {@link Placement#UNKNOWN} where the file does not tell. */
    public int start() {
        return start;
    }

    public RawSource source() {
        return source;
    }

    public GpuRows gpu() {
        return gpu;
    }

    public long samples() {
        return samples;
    }

    /** Whether it had a utilization at any time, or at none. */
    public boolean isRead() {
        return readings > 0;
    }

    /** Whether the very same labels had a utilization more than once: several moments stand in the file. */
    public boolean isRepeated() {
        return readings > 1;
    }

    /** When something last told of it; {@link SampleHandler#NO_TIMESTAMP} where nothing had a time. */
    public long newest() {
        return newest;
    }

    public Freshness freshness() {
        return new Freshness(newest, lastScrape);
    }

    public long place() {
        return place;
    }
}
