package io.slicewise.desktop.plan;

import io.slicewise.text.Text;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A tab of the Plan screen.
 *
 * @param id by which doors lead to it
 * @param title what stands on it
 * @param content makes what it shows, when it is first looked at
 */
public record PlanTab(String id, Text title, Supplier<Node> content) {
    /** How many GPUs, partitioned how. */
    public static final String PURCHASE = "purchase";

    /** Which instances to move so that something fits. */
    public static final String MOVES = "moves";

    /** Which layout serves a GPU's load best. */
    public static final String LAYOUTS = "layouts";

    /** From one partition to another. */
    public static final String CHANGE = "change";

    /** What everything costs. */
    public static final String MONEY = "money";

    /** What everything draws. */
    public static final String POWER = "power";

    /** Variants side by side. */
    public static final String ALTERNATIVES = "alternatives";
}
