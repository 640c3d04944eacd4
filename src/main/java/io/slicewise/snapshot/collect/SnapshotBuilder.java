package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.snapshot.unit.Units;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one path from rows of any format to a {@link Snapshot}: takes sources and values, decides at the end. A reader
 * makes a series per set of labels, and adds each value to its series; adding allocates nothing.
 *
 * <p>Not for several threads. Nothing that is added makes it throw, but more GPUs than the memory can hold to the end.
 */
public final class SnapshotBuilder {
    private static final double LARGEST_PLAIN = 1e15;

    private static final String SUPPOSED = "supposed ";

    /** What a GPU with one instance takes at least, from its rows to its figures. */
    private static final long BYTES_A_GPU = 3_500;

    private static final long MOST_GPUS = Runtime.getRuntime().maxMemory() / BYTES_A_GPU;

    private final String source;
    private final boolean severalFiles;
    private final FilePlaces places;
    private final Notes notes;
    private final Map<String, GpuRows> gpus = new LinkedHashMap<>();

    /** Takes rows that name no GPU, so that adding needs no second way. */
    private final GpuRows nowhere = new GpuRows("", false, false);

    private String lastKey = "";
    private GpuRows lastRows = nowhere;

    /** Takes rows of instances that nobody can tell apart. */
    private final GpuRows nobody = new GpuRows("", false, false);

    private final Units units = new Units();
    private final EarlierValues earlier;

    /** Files that have a layout and no readings. */
    private final Set<String> listings = new HashSet<>();

    private boolean collectorsKeepApart;
    private int layouts;
    private boolean supposed;
    private String host = "";
    private long samples;
    private long readings;
    private long blanks;
    private long newest = SampleHandler.NO_TIMESTAMP;
    private boolean partHasRows;
    private final Set<MetricKind> others = EnumSet.noneOf(MetricKind.class);
    private int lastScrape;
    private int scrapesBefore;

    /**
     * For one file.
     *
     * @param source the name of what is read
     * @param where makes a place of the number that a reader gives for it: a line, the index of a result; 0 is the whole
     */
    public SnapshotBuilder(String source, LongFunction<Where> where) {
        this(source, false);
        part(source, where);
    }

    /**
     * For files that begin with {@link #part}.
     *
     * @param source the name of all of it
     * @param severalFiles whether there can be several: then a GPU without UUID and host is another one in each file
     */
    public SnapshotBuilder(String source, boolean severalFiles) {
        this.source = source;
        this.severalFiles = severalFiles;
        places = new FilePlaces(source);
        notes = new Notes(places::where);
        earlier = new EarlierValues(units);
    }

    /**
     * A further file begins. Its scrapes are later ones than those of the files before.
     *
     * @param file its name
     * @param where makes a place in it of the number that its reader gives, below 2⁴⁶; 0 is the whole file
     */
    public void part(String file, LongFunction<Where> where) {
        places.part(file, where);
        units.part();
        supposed = false;
        partHasRows = false;
        scrapesBefore = lastScrape;
    }

    /** Whether values of the files from now on are ratios or percents is decided together with those of this format. */
    public void judgeUnitsWith(SnapshotFormat format) {
        units.judgeWith(format);
    }

    /** The file that is read now may have another unit than the others of its format: a panel is set up by a person. */
    public void judgeUnitAlone() {
        units.judgeAlone();
    }

    /** The file that is read now has percent signs, and its values come as ratios: there is nothing to decide, nor to choose. */
    public void ratios() {
        units.ratios();
    }

    /** Rows from now on that tell no host are of this one; empty for none. */
    public void onHost(String name) {
        host = name;
    }

    /** Whether no row of the file that is read now named a GPU. */
    public boolean isPartEmpty() {
        return !partHasRows;
    }

    private long here(long place) {
        return places.here(place);
    }

    /** The index of the file that a place is in. */
    public static int part(long place) {
        return FilePlaces.part(place);
    }

    /** The place of the first line of a file, by its index. */
    public static long beginning(int part) {
        return FilePlaces.beginning(part);
    }

    /**
     * A source of rows. Asking twice for one is allowed, and costs memory.
     *
     * @param place where it stands first
     */
    public Series series(RawSource from, long place) {
        return seriesAt(apart(from), here(place));
    }

    private RawSource apart(RawSource from) {
        if (!host.isEmpty() && from.host().isEmpty()) {
            return from.onHost(host);
        }
        boolean nameless = from.uuid().isEmpty() && from.host().isEmpty();
        return severalFiles && nameless && from.namesGpu() ? from.withHost(places.file()) : from;
    }

    private Series seriesAt(RawSource from, long place) {
        collectorsKeepApart |= !from.user().isEmpty();
        if (!from.namesGpu()) {
            return Series.aside(from, nowhere, place);
        }
        if (!from.isInstance() && !from.profile().isEmpty()) {
            return Series.aside(from, nobody, place);
        }
        partHasRows = true;
        // what is supposed must not mix with the instances that another file names
        String key = supposed ? SUPPOSED + from.gpuId() : from.gpuId();
        if (gpus.size() > MOST_GPUS) {
            // now, rather than after minutes in which Java looks for room that is not there
            throw new OutOfMemoryError(MOST_GPUS + " GPUs");
        }
        return rows(key, from).add(from, place);
    }

    /** Those of a GPU, nearly always of the one that was asked for before. */
    @SuppressWarnings("ReferenceEquality")
    private GpuRows rows(String key, RawSource from) {
        if (key != lastKey) {
            GpuRows known = gpus.get(key);
            if (known == null) {
                known = new GpuRows(from.gpuId(), !from.uuid().isEmpty(), supposed);
                gpus.put(key, known);
            }
            lastKey = key;
            lastRows = known;
        }
        return lastRows;
    }

    /**
     * A value.
     *
     * @param series who reports it
     * @param kind of which metric
     * @param value as printed; blanks and NaN are recognised here
     * @param time milliseconds since 1970 UTC, or {@link SampleHandler#NO_TIMESTAMP}
     * @param scrape 1, 2, 3 … where several scrapes stand one after the other
     * @param place where it stands
     */
    public void add(Series series, MetricKind kind, double value, long time, int scrape, long place) {
        if (kind == MetricKind.UNRELATED) {
            return;
        }
        samples++;
        if (series.gpu() == nowhere || series.gpu() == nobody) {
            notes.add(series.gpu() == nowhere ? Note.NO_GPU : Note.NO_INSTANCE_ID, here(place), place(here(place)));
            return;
        }
        newest = Math.max(newest, time);
        int number = scrapesBefore + scrape;
        lastScrape = Math.max(lastScrape, number);
        series.seen(time, number);
        ReadingKind reading = kind.reading();
        if (reading == ReadingKind.ENGINE) {
            readings++;
            read(series, kind, value, time, number, here(place));
        } else if (reading != null) {
            other(series, reading, kind, value, time, number, here(place));
        } else if (kind == MetricKind.POWER) {
            if (kind.holds(value)) {
                series.gpu().watts(value, time, number, here(place));
            }
        } else if (kind != MetricKind.OTHER && !series.source().isInstance()) {
            series.gpu().mig(kind, value);
        }
    }

    /** An instance that the file tells of without any value. */
    public void seen(Series series, int scrape, long place) {
        add(series, MetricKind.OTHER, 0, SampleHandler.NO_TIMESTAMP, scrape, place);
    }

    /** Where the instance of a series stands: its first placement unit. */
    public void placed(Series series, int start) {
        series.placedAt(start);
    }

    /** MIG is on for the GPU of a series, in a file that does not list instances. */
    public void unlisted(Series series) {
        series.gpu().unlisted();
    }

    /** The file has a layout and no utilization: that nothing has a reading is no fault of it. */
    public void layoutOnly() {
        layouts++;
        listings.add(places.file());
    }

    /**
     * Whether the ids of instances from now on, in this file, are numbers that its reader gave: the file counts instances
     * and does not tell their ids. Where another file lists those of the same host or GPU, they do not count.
     */
    public void suppose(boolean numbered) {
        supposed = numbered;
    }

    /** Takes what series reported before their newest values. */
    public EarlierValues earlier() {
        return earlier;
    }

    /** What is blank beside the utilization is not there, and costs nothing but itself. */
    private void other(
            Series series, ReadingKind reading, MetricKind kind, double value, long time, int scrape, long place) {
        if (!kind.holds(value)) {
            series.past(reading, time, Double.NaN);
            return;
        }
        earlier.vote(reading, kind, value);
        if (series.source().isInstance()) {
            others.add(kind);
        }
        series.read(reading, value, kind, time, scrape, place);
    }

    private void read(Series series, MetricKind kind, double value, long time, int scrape, long place) {
        if (!UnitDecision.Unit.PERCENT.holds(value)) {
            blanks++;
            notes.add(Note.BLANK, place, valueAt(value, place));
            series.past(time, Double.NaN);
            return;
        }
        units.add(value);
        series.read(value, kind, time, scrape, place);
    }

    /** Whether no row named a GPU. */
    public boolean isEmpty() {
        return gpus.isEmpty();
    }

    /** What was taken, the GPUs that go under several names put together. Only once. */
    public Collected collected() {
        return new Collected(
                source,
                new Joining(notes, listings).of(gpus.values()),
                notes,
                units,
                collectorsKeepApart,
                silence(),
                others,
                new Collected.Counts(samples, readings, blanks, earlier.blanks()),
                newest == SampleHandler.NO_TIMESTAMP ? null : Instant.ofEpochMilli(newest));
    }

    /** What is said where no instance has a reading; {@code null} where rows of utilization told of blanks. */
    private @Nullable Note silence() {
        if (readings + earlier.blanks() > 0) {
            return null;
        }
        if (!others.isEmpty()) {
            return Note.OTHER_READINGS;
        }
        return layouts == places.files() ? Note.LAYOUT_ONLY : Note.NO_UTILIZATION;
    }

    private Object place(long place) {
        Where where = notes.where(place);
        if (places.files() > 1) {
            return where.toString();
        }
        return where.line() > 0 ? Text.of("snapshot.line", String.valueOf(where.line())) : where.path();
    }

    private Text valueAt(double value, long place) {
        return Text.of("snapshot.valueAt", printed(value), place(place));
    }

    private static String printed(double value) {
        return Math.abs(value) < LARGEST_PLAIN ? new BigDecimal(value).toPlainString() : String.valueOf(value);
    }
}
