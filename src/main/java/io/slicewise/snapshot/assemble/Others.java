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

    Readings of(ReadingSlots slots) {
        if (slots.isEngineOnly()) {
            return Readings.NONE;
        }
        Readings readings = new Readings(
                ratio(slots, ReadingKind.SM),
                ratio(slots, ReadingKind.OCCUPANCY),
                ratio(slots, ReadingKind.TENSOR),
                ratio(slots, ReadingKind.BANDWIDTH),
                slots.of(ReadingKind.MEMORY).value());
        return readings.isEmpty() ? Readings.NONE : readings;
    }

    private double ratio(ReadingSlots slots, ReadingKind reading) {
        ReadingSlot slot = slots.of(reading);
        return slot.isEmpty() ? Double.NaN : slot.ratio(units.others().of(SnapshotBuilder.part(slot.place()), reading));
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
