package io.slicewise.chart;

import java.util.List;

/**
 * A region that answers the pointer.
 *
 * @param index which datum it is: a step, a category, a place along the lower axis; what {@link ChartTips} is asked for
 * @param area where the pointer hits it
 * @param at where its tip points to
 * @param highlight what is painted over the drawing while the datum is looked at
 */
public record Hit(int index, Area area, Point at, List<Mark> highlight) {
    public Hit {
        highlight = List.copyOf(highlight);
    }
}
