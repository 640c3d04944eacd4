package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.WholeGpu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All that a file says about one GPU. */
public final class GpuRows {
    private final String id;
    private final boolean hasUuid;
    private final boolean supposed;
    private final List<Series> series = new ArrayList<>();
    private final Map<String, InstanceRows> instances = new LinkedHashMap<>();
    private final ReadingSlots readings = new ReadingSlots();
    private final ReadingSlot power = new ReadingSlot();
    private final PowerCourse powerCourse = new PowerCourse();
    private boolean migOn;
    private boolean migOff;
    private boolean unlisted;
    private boolean hostIsFile;

    /**
     * @param supposed whether its instances were only counted, by a file that does not list them
     */
    public GpuRows(String id, boolean hasUuid, boolean supposed) {
        this.id = id;
        this.hasUuid = hasUuid;
        this.supposed = supposed;
    }

    public Series add(RawSource source, long place) {
        if (!source.isInstance()) {
            Series whole = new Series(source, this, readings, place);
            series.add(whole);
            return whole;
        }
        InstanceRows instance = instances.computeIfAbsent(source.instanceId(), InstanceRows::new);
        Series one = new Series(source, this, instance.slots(source), place);
        instance.series().add(one);
        series.add(one);
        return one;
    }

    /** What a row of the whole GPU says about its MIG mode. */
    public void mig(MetricKind kind, double value) {
        migOn |= kind == MetricKind.MIG_MODE && value == 1;
        // GPU_UTIL is absent, 0 or a blank under MIG
        migOff |= kind == MetricKind.MIG_MODE ? value == 0 : value > 0 && value <= 100;
    }

    /** Takes the rows of a GPU that turned out to be this one. */
    public void take(GpuRows other) {
        series.addAll(other.series);
        readings.take(other.readings);
        power.take(other.power);
        powerCourse.take(other.powerCourse);
        migOn |= other.migOn;
        migOff |= other.migOff;
        unlisted |= other.unlisted;
        other.instances.forEach(
                (key, rows) -> instances.computeIfAbsent(key, InstanceRows::new).take(rows));
    }

    /** MIG is on, and its instances are not listed where that is said. */
    public void unlisted() {
        unlisted = true;
    }

    /** The same rows under the name of another, whose instances are these ones. */
    public GpuRows calledAs(GpuRows named) {
        GpuRows one = new GpuRows(named.id, named.hasUuid, false);
        one.take(this);
        one.series.addAll(named.series);
        one.power.take(named.power);
        one.powerCourse.take(named.powerCourse);
        one.hostIsFile = true;
        return one;
    }

    /** Its files tell no host, and are not to be taken for one. */
    public void withoutHost() {
        hostIsFile = true;
    }

    public String id() {
        return id;
    }

    public boolean hasUuid() {
        return hasUuid;
    }

    public boolean isSupposed() {
        return supposed;
    }

    public Map<String, InstanceRows> instances() {
        return instances;
    }

    /** Its own utilization. */
    public ReadingSlot reading() {
        return readings.of(ReadingKind.ENGINE);
    }

    /** What rows of the whole GPU report. */
    public ReadingSlots readings() {
        return readings;
    }

    /** The power, which rows of its instances repeat. */
    public ReadingSlot power() {
        return power;
    }

    /** The power over time. */
    public PowerCourse powerCourse() {
        return powerCourse;
    }

    public WholeGpu.Mig mig() {
        if (unlisted) {
            return WholeGpu.Mig.UNLISTED;
        }
        if (migOn) {
            return WholeGpu.Mig.EMPTY;
        }
        return migOff ? WholeGpu.Mig.OFF : WholeGpu.Mig.UNKNOWN;
    }

    public long place() {
        return series.isEmpty() ? 0 : series.getFirst().place();
    }

    public String modelName() {
        return said(RawSource::modelName);
    }

    public String host() {
        return hostIsFile ? "" : said(RawSource::host);
    }

    /** The GPU's number on its host as printed; empty where it was not said. */
    public String number() {
        return said(RawSource::gpu);
    }

    /** What all rows say; where they differ, what most say. */
    private String said(Function<RawSource, String> what) {
        String first = series.isEmpty() ? "" : what.apply(series.getFirst().source());
        for (Series one : series) {
            if (!what.apply(one.source()).equals(first)) {
                return voted(what);
            }
        }
        return first;
    }

    private String voted(Function<RawSource, String> what) {
        Votes votes = new Votes();
        for (Series one : series) {
            votes.add(what.apply(one.source()), one.samples(), Freshness.NEVER);
        }
        return votes.winner();
    }
}
