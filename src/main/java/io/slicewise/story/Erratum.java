package io.slicewise.story;

import io.slicewise.text.Text;
import java.util.Locale;

/** What the source document prints otherwise than its own formulas, and what is right. */
public enum Erratum {
    /** 72.2 % for 72.0 %. */
    WEIGHTED,
    /** The weighted average called the use of the physical GPU. */
    PHYSICAL,
    /** The weighted average labelled with the name of the whole GPU. */
    NAME,
    /** The weighted average as the answer about the hardware and about power. */
    ANSWERS,
    /** The weighted average as the share of the whole block of flats. */
    FLATS,
    /** 72.5 % for 75.0 %, and G printed as the weighted average. */
    SCENARIO,
    /** 108 SMs for a 7g. */
    SMS,
    /** A query that returns nothing when a profile is absent. */
    QUERY;

    /** What is printed there. */
    public Text printed() {
        return Text.of("advice.erratum." + name().toLowerCase(Locale.ROOT) + ".printed");
    }

    /** What is right, and why. */
    public Text right() {
        return Text.of("advice.erratum." + name().toLowerCase(Locale.ROOT) + ".right");
    }
}
