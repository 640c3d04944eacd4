package io.slicewise.desktop.workspace;

import io.slicewise.text.Text;
import java.util.Locale;

/** The ways to look at a document, in the order in which the window offers them. */
public enum Screen {
    /** Partitions and utilizations to edit, with the figures beside them. */
    EXPLORE,
    /** All GPUs and instances in tables, in groups and in charts. */
    FLEET,
    /** The figures over time, where the document holds a range. */
    TIMELINE,
    /** What the figures mean, for whom. */
    EXPLAIN,
    /** Queries, rules and dashboards for the monitoring. */
    MONITORING,
    /** How many GPUs, which partitions, which moves. */
    PLAN;

    /** What people call it. */
    Text title() {
        return Text.of("desktop.screen." + name().toLowerCase(Locale.ROOT));
    }

    /** The keys that show it: its number in the whole order, so that they never change. */
    String keys() {
        return "Shortcut+" + (ordinal() + 1);
    }
}
