package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import org.jspecify.annotations.Nullable;

/** The readings of an instance or of a GPU, each out of all rows that have one. */
public final class ReadingSlots {
    private static final ReadingKind[] ALL = ReadingKind.values();

    private final ReadingSlot engine = new ReadingSlot();
    private @Nullable ReadingSlot @Nullable [] others;

    /** The one to put a reading in. */
    ReadingSlot slot(ReadingKind reading) {
        if (reading == ReadingKind.ENGINE) {
            return engine;
        }
        @Nullable ReadingSlot[] slots = others;
        if (slots == null) {
            slots = new ReadingSlot[ALL.length];
            others = slots;
        }
        ReadingSlot slot = slots[reading.ordinal()];
        if (slot == null) {
            slot = new ReadingSlot();
            slots[reading.ordinal()] = slot;
        }
        return slot;
    }

    /** What was read; empty where nothing was. */
    public ReadingSlot of(ReadingKind reading) {
        if (reading == ReadingKind.ENGINE) {
            return engine;
        }
        @Nullable ReadingSlot[] slots = others;
        ReadingSlot slot = slots == null ? null : slots[reading.ordinal()];
        return slot == null ? ReadingSlot.EMPTY : slot;
    }

    /** Whether nothing was read but the utilization. */
    public boolean isEngineOnly() {
        return others == null;
    }

    void take(ReadingSlots other) {
        for (ReadingKind reading : ALL) {
            ReadingSlot slot = other.of(reading);
            if (!slot.isEmpty()) {
                slot(reading).take(slot);
            }
        }
    }
}
