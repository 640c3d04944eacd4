package io.slicewise.desktop.plan;

import io.slicewise.text.Text;
import java.util.Locale;

/** The parts of the Plan screen. */
enum PlanPart {
    /** How many GPUs, partitioned how. */
    PURCHASE,
    /** Which instances to move so that something fits. */
    MOVES,
    /** From one partition to another. */
    CHANGE,
    /** What everything costs. */
    MONEY,
    /** What everything draws. */
    POWER,
    /** Variants side by side. */
    ALTERNATIVES;

    Text title() {
        return Text.of("planner.part." + name().toLowerCase(Locale.ROOT));
    }
}
