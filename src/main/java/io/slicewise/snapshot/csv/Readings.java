package io.slicewise.snapshot.csv;

import io.slicewise.mig.Placement;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.timeline.SamplesBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a table, of each series the newest: only these are readings. A series whose newest value is more than
 * five minutes older than the newest of the table has none, as Prometheus has it. For one use.
 */
final class Readings {
    private static final long VALID_MILLIS = 5 * 60_000;
    private static final double LITTLE_ABOVE = 1.1;
    private static final double PERCENT = 100;
    private static final int SHOWN = 3;

    private final String name;
    private final SnapshotBuilder builder;
    private final RowFaults faults;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Key, Track> tracks = new LinkedHashMap<>();
    private final List<Object> stale = new ArrayList<>();
    private long percents;
    private long plains;
    private double largestPlain;
    private String firstTime = "";
    private long newest = SampleHandler.NO_TIMESTAMP;
    private String newestTime = "";
    private boolean local;

    record Key(RawSource source, MetricKind kind) {}

    /** When and where a row stands. */
    record Row(String printedTime, long time, int index, long line, boolean local) {}

    record Value(Cell cell, Row row) {}

    /** A series with its newest values: one, or several of the same moment. */
    static final class Track {
        final Key key;
        final Series series;
        final long line;
        final List<Value> values = new ArrayList<>(1);
        int start = Placement.UNKNOWN;

        /** Earlier values with a percent sign, which are scaled when it is known what the others are. */
        @Nullable
        SamplesBuilder signed;

        Track(Key key, Series series, long line) {
            this.key = key;
            this.series = series;
            this.line = line;
        }
    }

    Readings(SnapshotBuilder builder, String name) {
        this.builder = builder;
        this.name = name;
        faults = new RowFaults(name);
        builder.part(name, line -> line > 0 ? Where.line(name, line) : Where.file(name));
        builder.judgeUnitAlone();
    }

    RowFaults faults() {
        return faults;
    }

    void say(Problem problem) {
        problems.add(problem);
    }

    /** A series that is there, with or without a value. */
    Track series(RawSource source, MetricKind kind, int start, long line) {
        Track track = track(source, kind, line);
        track.start = start == Placement.UNKNOWN ? track.start : start;
        return track;
    }

    /** A value, or the lack of one. */
    void add(Track track, String text, Row row) {
        add(track, text, 1, row);
    }

    /**
     * A value in another unit, or the lack of one.
     *
     * @param factor what it is multiplied with
     */
    void add(Track track, String text, double factor, Row row) {
        MetricKind kind = track.key.kind();
        Cell cell = Cell.of(text).times(factor);
        if (cell.kind() == Cell.Kind.EMPTY) {
            return;
        }
        if (cell.kind() == Cell.Kind.OTHER) {
            faults.add("table.badValue", row.line(), text);
            return;
        }
        count(kind, cell);
        time(row);
        Value value = new Value(cell, row);
        int order =
                track.values.isEmpty() ? 1 : order(row, track.values.getFirst().row());
        if (order > 0) {
            track.values.forEach(old -> earlier(track, old));
            track.values.clear();
        }
        if (order >= 0) {
            track.values.add(value);
        } else {
            earlier(track, value);
        }
    }

    private static int order(Row row, Row other) {
        boolean timed = row.time() != SampleHandler.NO_TIMESTAMP || other.time() != SampleHandler.NO_TIMESTAMP;
        return timed ? Long.compare(row.time(), other.time()) : Integer.compare(row.index(), other.index());
    }

    private void count(MetricKind kind, Cell cell) {
        if (!kind.isUtilization()) {
            return;
        }
        if (cell.kind() == Cell.Kind.PERCENT) {
            percents++;
        } else {
            plains++;
            largestPlain = Math.max(largestPlain, cell.value() <= 110 ? cell.value() : 0);
        }
    }

    private void time(Row row) {
        if (row.time() == SampleHandler.NO_TIMESTAMP) {
            return;
        }
        firstTime = firstTime.isEmpty() ? row.printedTime() : firstTime;
        local |= row.local();
        if (row.time() > newest) {
            newest = row.time();
            newestTime = row.printedTime();
        }
    }

    private void earlier(Track track, Value value) {
        long time = value.row().time();
        if (value.cell().kind() == Cell.Kind.PLAIN || !track.key.kind().isRatio()) {
            builder.earlier().add(track.series, track.key.kind(), value.cell().value(), time);
        } else if (time != SampleHandler.NO_TIMESTAMP) {
            SamplesBuilder signed = track.signed;
            if (signed == null) {
                signed = new SamplesBuilder();
                track.signed = signed;
            }
            signed.add(time, value.cell().value());
        }
    }

    Track track(RawSource source, MetricKind kind, long line) {
        return tracks.computeIfAbsent(new Key(source, kind), key -> new Track(key, builder.series(source, line), line));
    }

    /**
     * Hands all of it to the builder.
     *
     * @param chosen the unit that a person chose, if any
     * @return what was noticed
     */
    List<Problem> end(@Nullable Unit chosen) {
        boolean signed = percents > 0 && plains == 0;
        if (signed) {
            builder.ratios();
        }
        double whole = whole(chosen);
        for (Track track : tracks.values()) {
            put(track, whole);
        }
        List<Problem> all = new ArrayList<>(faults.problems());
        all.addAll(problems);
        if (builder.isPartEmpty()) {
            return all;
        }
        sayTimes(all);
        if (!signed && percents > 0) {
            all.add(Problem.warning(Where.file(name), Text.of("table.somePercentSigns", percents)));
        }
        return all;
    }

    /** What a value with a percent sign is divided by, so that it is in the unit of the others. */
    private double whole(@Nullable Unit chosen) {
        boolean likePercents = chosen == Unit.PERCENT || (chosen == null && largestPlain > LITTLE_ABOVE);
        return plains > 0 && likePercents ? 1 : PERCENT;
    }

    private void put(Track track, double whole) {
        Series series = track.series;
        builder.placed(series, track.start);
        SamplesBuilder signed = track.signed;
        if (signed != null) {
            signed.build().each((time, value) -> builder.earlier().past(series, track.key.kind(), value / whole, time));
        }
        if (track.values.isEmpty()) {
            builder.seen(series, 1, track.line);
            return;
        }
        for (Value value : track.values) {
            Row row = value.row();
            boolean old = row.time() != SampleHandler.NO_TIMESTAMP && row.time() < newest - VALID_MILLIS;
            double divisor = value.cell().kind() == Cell.Kind.PERCENT ? whole : 1;
            if (old) {
                stale.add(Text.of("table.column", label(track.key.source()), row.printedTime()));
                if (value.cell().kind() == Cell.Kind.PERCENT && track.key.kind().isRatio()) {
                    builder.earlier()
                            .past(series, track.key.kind(), value.cell().value() / divisor, row.time());
                } else {
                    earlier(track, value);
                }
                builder.add(series, MetricKind.OTHER, 0, row.time(), 1, row.line());
            } else {
                int scrape = row.time() == SampleHandler.NO_TIMESTAMP ? row.index() : 1;
                builder.add(series, track.key.kind(), value.cell().value() / divisor, row.time(), scrape, row.line());
            }
        }
    }

    private static String label(RawSource source) {
        String gpu = source.gpu().isEmpty() ? source.uuid() : "GPU " + source.gpu();
        return source.instanceId().isEmpty() ? gpu : gpu + "/" + source.instanceId();
    }

    private void sayTimes(List<Problem> all) {
        if (!newestTime.isEmpty() && !firstTime.equals(newestTime)) {
            all.add(Problem.info(Where.file(name), Text.of("table.time", newestTime, firstTime)));
        }
        if (local) {
            all.add(Problem.info(Where.file(name), Text.of("table.localTime")));
        }
        if (!stale.isEmpty()) {
            Listing first = Listing.first(stale, SHOWN);
            all.add(Problem.warning(Where.file(name), Text.of("table.stale", stale.size(), first)));
        }
    }
}
