package io.slicewise.desktop.plan;

import io.slicewise.text.Text;
import java.util.Locale;

/** The parts of the Plan screen. */
enum PlanPart {
    /** How many GPUs, partitioned how. */
    PURCHASE,
    /** Which instances to move so that something fits. */
    MOVES,
    /** Which instances are too large or too small, by replay of what was recorded. */
    SIZES,
    /** When the hardware is full. */
    WHEN,
    /** From one partition to another. */
    CHANGE;

    Text title() {
        return Text.of("planner.part." + name().toLowerCase(Locale.ROOT));
    }
}
