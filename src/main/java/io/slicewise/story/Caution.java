package io.slicewise.story;

import io.slicewise.text.Text;
import java.util.Locale;

/** What to mind with these figures, whatever the fleet. */
public enum Caution {
    /** The layout can change at run time: weigh the instances that exist then. */
    DYNAMIC,
    /** Both averages on the dashboard, alerts on the weighted one. */
    DASHBOARD,
    /** The weighted average is not the use of the physical GPU. */
    WHOLE,
    /** A ratio of time, not of SMs. */
    TIME,
    /** Missing is not idle. */
    MISSING,
    /** Weights that were rounded before the sum. */
    ROUNDED,
    /** A query that names profiles returns nothing when one of them is absent. */
    QUERY;

    /** What to mind. */
    public Text title() {
        return Text.of("advice.caution." + name().toLowerCase(Locale.ROOT) + ".name");
    }

    /** Why, and what to do. */
    public Text advice() {
        return Text.of("advice.caution." + name().toLowerCase(Locale.ROOT) + ".advice");
    }
}
