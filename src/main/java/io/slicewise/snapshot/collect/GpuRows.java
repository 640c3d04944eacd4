package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.usage.timeline.SampleColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that a file says about one GPU. */
public final class GpuRows {
    private final String id;
    private final boolean hasUuid;
    private final boolean supposed;
    private final List<Series> series = new ArrayList<>();
    private final RowsById instances = new RowsById();

    /** Of rows about the GPU itself: most files have none where it has instances. */
    private @Nullable ReadingSlots readings;

    private @Nullable ReadingSlot power;
    private @Nullable PowerCourse powerCourse;
    /** Whether all rows say of the GPU what the first one does; where not, they may still. */
    private boolean alike = true;

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
        alike &= series.isEmpty() || isLike(source, series.getFirst().source());
        if (!source.isInstance()) {
            Series whole = new Series(source, this, readings(), place);
            series.add(whole);
            return whole;
        }
        InstanceRows instance = instances.of(source.instanceId());
        Series one = new Series(source, this, instance.slots(source), place);
        instance.add(one);
        series.add(one);
        return one;
    }

    /** Whether two rows say the same of the GPU, which nearly always are the same objects. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isLike(RawSource one, RawSource other) {
        return one.host() == other.host() && one.gpu() == other.gpu() && one.modelName() == other.modelName();
    }

    /** What a row of the whole GPU says about its MIG mode. */
    public void mig(MetricKind kind, double value) {
        migOn |= kind == MetricKind.MIG_MODE && value == 1;
        // GPU_UTIL is absent, 0 or a blank under MIG
        migOff |= kind == MetricKind.MIG_MODE ? value == 0 : value > 0 && value <= 100;
    }

    /** Takes the rows of a GPU that turned out to be this one. */
    public void take(GpuRows other) {
        alike = false;
        series.addAll(other.series);
        if (other.readings != null) {
            readings().take(other.readings);
        }
        takePower(other);
        migOn |= other.migOn;
        migOff |= other.migOff;
        unlisted |= other.unlisted;
        other.instances.all().forEach(rows -> instances.of(rows.id()).take(rows));
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
        one.takePower(named);
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

    /** What is said about its instances, in the order in which they came. */
    public List<InstanceRows> instances() {
        return instances.all();
    }

    /** Which instances it has. */
    Set<String> instanceIds() {
        return instances.ids();
    }

    /** Its own utilization. */
    public ReadingSlot reading() {
        return readings == null ? ReadingSlot.EMPTY : readings.of(ReadingKind.ENGINE);
    }

    /** What rows of the whole GPU report. */
    public ReadingSlots readings() {
        ReadingSlots there = readings;
        if (there == null) {
            there = new ReadingSlots();
            readings = there;
        }
        return there;
    }

    /** A row tells what the GPU draws; those of its instances repeat it. */
    void watts(double watts, long time, int scrape, long place) {
        ReadingSlot there = power;
        if (there == null) {
            there = new ReadingSlot();
            power = there;
        }
        there.take(watts, MetricKind.POWER, time, scrape, place);
        wattsBefore(time, watts);
    }

    /** A row told it at a time, before the newest value. */
    void wattsBefore(long time, double watts) {
        course().add(time, watts);
    }

    private PowerCourse course() {
        PowerCourse there = powerCourse;
        if (there == null) {
            there = new PowerCourse();
            powerCourse = there;
        }
        return there;
    }

    private void takePower(GpuRows other) {
        if (other.power != null) {
            if (power == null) {
                power = new ReadingSlot();
            }
            power.take(other.power);
        }
        if (other.powerCourse != null) {
            course().take(other.powerCourse);
        }
    }

    /** What it draws; empty where no row tells. */
    public ReadingSlot power() {
        return power == null ? ReadingSlot.EMPTY : power;
    }

    /** What it drew over time. Only once. */
    public SampleColumns takePowerCourse() {
        return powerCourse == null ? SampleColumns.NONE : powerCourse.take();
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
        if (series.isEmpty()) {
            return "";
        }
        String first = what.apply(series.getFirst().source());
        if (alike) {
            return first;
        }
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
