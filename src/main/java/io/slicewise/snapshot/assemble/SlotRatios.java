package io.slicewise.snapshot.assemble;

import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.ReadingSlot;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import java.math.BigDecimal;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The utilization that slots hold as ratios, and how many of them were not what they should be. For one use. */
final class SlotRatios {
    private final LongFunction<Unit> units;
    private final Notes notes;
    private long beyond;
    private long clamped;
    private long repeated;

    /** @param units tells the unit of the file that a place is in */
    SlotRatios(LongFunction<Unit> units, Notes notes) {
        this.units = units;
        this.notes = notes;
    }

    /**
     * A reading from 0 to 1; {@code NaN} where there is none.
     *
     * @param instance whose it is; {@code null} for the GPU's own
     */
    double of(ReadingSlot slot, KnownGpu gpu, @Nullable InstanceRows instance) {
        if (slot.isEmpty()) {
            return Double.NaN;
        }
        Unit unit = units.apply(slot.place());
        if (slot.isClamped(unit)) {
            clamped++;
            notes.add(Note.CLAMPED, slot.place(), gpu.which(instance));
        }
        double ratio = slot.ratio(unit);
        if (Double.isNaN(ratio)) {
            beyond++;
            String printed = new BigDecimal(slot.value()).stripTrailingZeros().toPlainString();
            notes.add(Note.BEYOND_UNIT, slot.place(), printed);
        }
        return ratio;
    }

    /** Says that an instance was read several times, where it was. */
    void sayRepeats(KnownGpu gpu, InstanceRows rows) {
        ReadingSlot slot = rows.reading();
        if (slot.repeated() == 0) {
            return;
        }
        repeated += slot.repeated();
        if (rows.series().stream().anyMatch(Series::hasSaidRepeats)) {
            return;
        }
        Note note = slot.hasOlder() ? Note.NEWEST : Note.REPEATED;
        notes.add(slot.isContradictory() ? Note.CONTRADICTORY : note, slot.place(), gpu.instance(rows.id()));
    }

    /** Counts those of others too. */
    void take(SlotRatios other) {
        beyond += other.beyond;
        clamped += other.clamped;
        repeated += other.repeated;
    }

    /** How many were too large for their unit. */
    long beyond() {
        return beyond;
    }

    /** How many a little above 100 % were taken as 100 %. */
    long clamped() {
        return clamped;
    }

    /** How many rows repeated another one's reading. */
    long repeated() {
        return repeated;
    }
}
