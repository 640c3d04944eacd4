package io.slicewise.story;

import io.slicewise.text.Percent;
import io.slicewise.text.Text;

/** Says a share as people do where that is exact (half, two fifths), and as a percentage otherwise. */
final class Fraction {
    private static final int LARGEST_DENOMINATOR = 8;
    private static final double EXACT = 1e-9;

    private Fraction() {}

    /** The words for a share of something, to be followed by «of». */
    static Text of(double share) {
        if (Math.abs(share - 1) < EXACT) {
            return Text.of("story.share.all");
        }
        for (int whole = 2; whole <= LARGEST_DENOMINATOR; whole++) {
            long parts = Math.round(share * whole);
            if (parts > 0 && parts < whole && Math.abs(share * whole - parts) < EXACT) {
                return Text.of("story.share." + whole, parts);
            }
        }
        return Text.of("story.share.percent", new Percent(share));
    }
}
