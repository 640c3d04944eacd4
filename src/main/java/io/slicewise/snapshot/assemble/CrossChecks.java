package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Gpu;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.collect.ReadingSlot;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.List;

/** Rows of whole GPUs held against what their instances amount to. For one use. */
final class CrossChecks {
    private final Notes notes;
    private final List<CrossCheck> all = new ArrayList<>();

    CrossChecks(Notes notes) {
        this.notes = notes;
    }

    /**
     * Checks a GPU for which a row of its own has a reading.
     *
     * @param reported that reading, a ratio; {@code NaN} where it is none
     * @param made the GPU with its instances
     * @param allWeighed whether these are all that it has
     */
    void check(KnownGpu gpu, double reported, Gpu made, boolean allWeighed) {
        if (Double.isNaN(reported)) {
            return;
        }
        ReadingSlot slot = gpu.rows().reading();
        Averages averages = Figures.of(made, WeightBasis.Hardware.SLICES).averages();
        if (!allWeighed || Double.isNaN(averages.wholeGpu())) {
            notes.add(Note.CROSS_CHECK, slot.place(), gpu.label());
            return;
        }
        double outside = Math.max(averages.wholeGpuLow() - reported, reported - averages.wholeGpuHigh());
        CrossCheck check = new CrossCheck(made.id(), reported, averages.wholeGpu(), Math.max(0, outside));
        all.add(check);
        Text which = Text.of(
                "snapshot.crossCheckOf",
                gpu.label(),
                new Percent(reported),
                new Percent(averages.wholeGpu()),
                new Points(check.difference()));
        notes.add(Note.CROSS_CHECK, slot.place(), which);
        if (check.isSuspicious()) {
            notes.add(Note.CROSS_CHECK_FAILED, slot.place(), which);
        }
    }

    /** Those of other GPUs, behind these. */
    void take(CrossChecks other) {
        all.addAll(other.all);
    }

    /** Those that could be made. */
    List<CrossCheck> all() {
        return all;
    }
}
