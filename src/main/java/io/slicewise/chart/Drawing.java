package io.slicewise.chart;

import java.util.List;
import java.util.Optional;

/**
 * A chart, laid out: marks from back to front, and what answers the pointer.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title the name of the picture
 * @param description the picture in words
 * @param marks what is painted, back to front
 * @param hits what answers the pointer, in reading order; regions do not overlap
 */
public record Drawing(double width, double height, String title, String description, List<Mark> marks, List<Hit> hits) {
    public Drawing {
        marks = List.copyOf(marks);
        hits = List.copyOf(hits);
    }

    /** The region at a place. */
    public Optional<Hit> hitAt(double x, double y) {
        return hits.stream().filter(hit -> hit.area().contains(x, y)).findFirst();
    }
}
