package io.slicewise.chart;

import java.util.ArrayList;
import java.util.List;

/** Keeps account of what is taken, so that words are put where nothing else is, or left out. */
final class FreeRoom {
    private final Sketch sketch;
    private final Area within;
    private final List<Area> taken = new ArrayList<>();

    /** Room for words of {@code sketch} inside of {@code within}. */
    FreeRoom(Sketch sketch, Area within) {
        this.sketch = sketch;
        this.within = within;
    }

    void take(Area area) {
        taken.add(area);
    }

    /** Puts the label at the first place where it is free, and says whether there was one. */
    boolean place(List<Mark.Label> places) {
        for (Mark.Label label : places) {
            Area bounds = label.bounds(sketch.measure());
            if (bounds.isInside(within, 0.5) && taken.stream().noneMatch(bounds::overlaps)) {
                sketch.add(label);
                taken.add(bounds.grown(1));
                return true;
            }
        }
        return false;
    }

    /** As {@link #place}; where all is taken, the first place inside gets a patch of background below the words. */
    void placeAnyway(List<Mark.Label> places) {
        if (place(places)) {
            return;
        }
        for (Mark.Label label : places) {
            Area bounds = label.bounds(sketch.measure());
            if (bounds.isInside(within, 0.5)) {
                sketch.add(new Mark.Box(bounds, 2, ColorRole.SURFACE, 0.85));
                sketch.add(label);
                taken.add(bounds);
                return;
            }
        }
    }
}
