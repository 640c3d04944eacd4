package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.collect.ReadingSlot;
import io.slicewise.snapshot.collect.ReadingSlots;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.unit.Units;
import io.slicewise.usage.timeline.SampleColumns;

/** The readings beside the utilization, in their units. What cannot be one is missing by itself. */
final class Others {
    private static final double MIB_PER_GIB = 1024;

    private final Units.Decided units;

    Others(Units.Decided units) {
        this.units = units;
    }

    /**
     * What rows report.
     *
     * @param since what is older holds no more
     */
    Readings of(ReadingSlots slots, long since) {
        if (slots.isEngineOnly()) {
            return Readings.NONE;
        }
        ReadingSlot memory = slots.of(ReadingKind.MEMORY);
        Readings readings = new Readings(
                ratio(slots.of(ReadingKind.SM), ReadingKind.SM, since),
                ratio(slots.of(ReadingKind.OCCUPANCY), ReadingKind.OCCUPANCY, since),
                ratio(slots.of(ReadingKind.TENSOR), ReadingKind.TENSOR, since),
                ratio(slots.of(ReadingKind.BANDWIDTH), ReadingKind.BANDWIDTH, since),
                memory.isBefore(since) ? Double.NaN : memory.value());
        return readings.isEmpty() ? Readings.NONE : readings;
    }

    private double ratio(ReadingSlot slot, ReadingKind reading, long since) {
        return slot.isEmpty() || slot.isBefore(since)
                ? Double.NaN
                : slot.ratio(units.others().of(SnapshotBuilder.part(slot.place()), reading));
    }

    /** What a series reported of a reading over time, as ratios. */
    SampleColumns course(Series series, ReadingKind reading, Profile profile) {
        if (reading != ReadingKind.MEMORY) {
            return series.takeCourse(
                    reading,
                    units.others()
                            .of(SnapshotBuilder.part(series.place()), reading)
                            .whole());
        }
        Double gib = profile.memory();
        return series.takeCourse(reading, gib == null ? Double.NaN : gib * MIB_PER_GIB);
    }
}
