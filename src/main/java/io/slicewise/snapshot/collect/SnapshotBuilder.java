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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** So many bits of a place are the reader's own; those above are the number of the file. */
    private static final int PLACE_BITS = 46;

    private static final long LAST_PLACE = (1L << PLACE_BITS) - 1;

    private static final String SUPPOSED = "supposed ";

    /** What a GPU with one instance takes at least, from its rows to its figures. */
    private static final long BYTES_A_GPU = 3_500;

    private static final long MOST_GPUS = Runtime.getRuntime().maxMemory() / BYTES_A_GPU;

    private final String source;
    private final boolean severalFiles;
    private final List<Part> parts = new ArrayList<>();
    private final Notes notes;
    private final Map<String, GpuRows> gpus = new LinkedHashMap<>();

    /** Takes rows that name no GPU, so that adding needs no second way. */
    private final GpuRows nowhere = new GpuRows("", false, false);

    /** Takes rows of instances that nobody can tell apart. */
    private final GpuRows nobody = new GpuRows("", false, false);

    private final Units units = new Units();

    /** Files that have a layout and no readings. */
    private final Set<String> listings = new HashSet<>();

    private boolean collectorsKeepApart;
    private int layouts;
    private boolean supposed;
    private String host = "";
    private long samples;
    private long readings;
    private long blanks;
    private long blanksBefore;
    private long newest = SampleHandler.NO_TIMESTAMP;
    private boolean partHasRows;
    private boolean others;
    private int lastScrape;
    private int scrapesBefore;

    /** A file of those that are read as one. */
    private record Part(String file, LongFunction<Where> where) {}

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
        notes = new Notes(this::where);
    }

    /**
     * A further file begins. Its scrapes are later ones than those of the files before.
     *
     * @param file its name
     * @param where makes a place in it of the number that its reader gives, below 2⁴⁶; 0 is the whole file
     */
    public void part(String file, LongFunction<Where> where) {
        parts.add(new Part(shortest(file), where));
        units.part();
        supposed = false;
        partHasRows = false;
        scrapesBefore = lastScrape;
    }

    /** The end of a file's path, as long as it must be so that no file before is called the same. */
    private String shortest(String file) {
        for (int from = file.length(); from > 0; ) {
            from = Math.max(file.lastIndexOf('/', from - 1), file.lastIndexOf('\\', from - 1));
            String end = file.substring(from + 1);
            if (!end.isEmpty() && parts.stream().noneMatch(part -> part.file().equals(end))) {
                return end;
            }
        }
        return file;
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

    private Where where(long place) {
        if (place == 0) {
            return Where.file(source);
        }
        return parts.get(part(place)).where().apply(place & LAST_PLACE);
    }

    /** A place in the file that is read now, which is told apart from the same place in another one. */
    private long here(long place) {
        return (long) parts.size() << PLACE_BITS | Math.min(place, LAST_PLACE);
    }

    /** The index of the file that a place is in. */
    public static int part(long place) {
        return (int) (place >>> PLACE_BITS) - 1;
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
        return severalFiles && nameless && from.namesGpu()
                ? from.withHost(parts.getLast().file())
                : from;
    }

    private Series seriesAt(RawSource from, long place) {
        collectorsKeepApart |= !from.user().isEmpty();
        if (!from.namesGpu()) {
            return new Series(from, nowhere, nowhere.readings(), place);
        }
        if (!from.isInstance() && !from.profile().isEmpty()) {
            return new Series(from, nobody, nobody.readings(), place);
        }
        partHasRows = true;
        // what is supposed must not mix with the instances that another file names
        String key = supposed ? SUPPOSED + from.gpuId() : from.gpuId();
        if (gpus.size() > MOST_GPUS) {
            // now, rather than after minutes in which Java looks for room that is not there
            throw new OutOfMemoryError(MOST_GPUS + " GPUs");
        }
        return gpus.computeIfAbsent(
                        key, id -> new GpuRows(from.gpuId(), !from.uuid().isEmpty(), supposed))
                .add(from, place);
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
                series.gpu().power().take(value, kind, time, number, here(place));
                series.gpu().powerCourse().add(time, value);
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
        listings.add(parts.getLast().file());
    }

    /**
     * Whether the ids of instances from now on, in this file, are numbers that its reader gave: the file counts instances
     * and does not tell their ids. Where another file lists those of the same host or GPU, they do not count.
     */
    public void suppose(boolean numbered) {
        supposed = numbered;
    }

    /**
     * What a series reported before its newest value: no reading any more, but part of the timeline, and it helps to tell
     * the unit.
     *
     * @param time milliseconds since 1970 UTC, or {@link SampleHandler#NO_TIMESTAMP}
     */
    public void earlier(Series series, MetricKind kind, double value, long time) {
        ReadingKind reading = kind.reading();
        if (reading == null) {
            series.seenAt(time);
            if (kind == MetricKind.POWER) {
                series.gpu().powerCourse().add(time, value);
            }
        } else if (reading != ReadingKind.ENGINE) {
            earlier(series, reading, kind, value, time);
        } else if (UnitDecision.Unit.PERCENT.holds(value)) {
            units.add(value);
            past(series, kind, value, time);
        } else {
            blanksBefore++;
            series.blanksBefore(1);
            past(series, kind, Double.NaN, time);
        }
    }

    /**
     * As {@link #earlier(Series, MetricKind, double, long)}, for the first of many samples: what is the same for all of
     * them is looked up once.
     *
     * @param millis in the order of time, in milliseconds since 1970 UTC
     * @param values as many
     * @param count how many of both are meant
     */
    public void earlier(Series series, MetricKind kind, long[] millis, double[] values, int count) {
        ReadingKind reading = kind.reading();
        if (reading == null) {
            series.seenAt(millis[0]);
            for (int i = 0; i < count && kind == MetricKind.POWER; i++) {
                series.gpu().powerCourse().add(millis[i], values[i]);
            }
            return;
        }
        if (reading != ReadingKind.ENGINE) {
            for (int i = 0; i < count && kind.isRatio(); i++) {
                vote(reading, kind, values[i]);
            }
            if (isSomewhere(series)) {
                series.past(reading, kind, millis, values, count);
            }
            return;
        }
        int blanks = units.add(values, count);
        blanksBefore += blanks;
        series.blanksBefore(blanks);
        if (isSomewhere(series)) {
            series.past(millis, values, count);
        }
    }

    /** As {@link #earlier(Series, MetricKind, double, long)}, for values that say nothing about the unit of the others. */
    public void past(Series series, MetricKind kind, double value, long time) {
        ReadingKind reading = kind.reading();
        if (!isSomewhere(series) || reading == null) {
            return;
        }
        if (reading == ReadingKind.ENGINE) {
            series.past(time, value);
        } else {
            series.past(reading, time, value);
        }
    }

    private void earlier(Series series, ReadingKind reading, MetricKind kind, double value, long time) {
        vote(reading, kind, value);
        if (isSomewhere(series)) {
            series.past(reading, time, kind.holds(value) ? value : Double.NaN);
        }
    }

    private void vote(ReadingKind reading, MetricKind kind, double value) {
        if (kind.isRatio() && kind.holds(value)) {
            units.add(reading, value);
        }
    }

    /** What is blank beside the utilization is not there, and costs nothing but itself. */
    private void other(
            Series series, ReadingKind reading, MetricKind kind, double value, long time, int scrape, long place) {
        if (!kind.holds(value)) {
            series.past(reading, time, Double.NaN);
            return;
        }
        vote(reading, kind, value);
        others |= series.source().isInstance();
        series.read(reading, value, kind, time, scrape, place);
    }

    private boolean isSomewhere(Series series) {
        return series.gpu() != nowhere && series.gpu() != nobody;
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
                new Collected.Counts(samples, readings, blanks, blanksBefore),
                newest == SampleHandler.NO_TIMESTAMP ? null : Instant.ofEpochMilli(newest));
    }

    /** The place of the first line of a file, by its index. */
    public static long beginning(int part) {
        return (long) (part + 1) << PLACE_BITS;
    }

    /** What is said where no instance has a reading; {@code null} where rows of utilization told of blanks. */
    private @Nullable Note silence() {
        if (readings + blanksBefore > 0) {
            return null;
        }
        if (others) {
            return Note.OTHER_READINGS;
        }
        return layouts == parts.size() ? Note.LAYOUT_ONLY : Note.NO_UTILIZATION;
    }

    private Object place(long place) {
        Where where = notes.where(place);
        if (parts.size() > 1) {
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
