package io.slicewise.report.pdf;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure.Weight;

/**
 * How text looks.
 *
 * @param size the height of the type, in points
 * @param pitch from line to line, in points
 * @param weight how heavy it is
 * @param role its colour
 */
record Look(double size, double pitch, Weight weight, ColorRole role) {
    static final Look TITLE = bold(25, 31);
    static final Look KIND = new Look(10, 14, Weight.SEMIBOLD, ColorRole.TEXT_MUTED);
    static final Look HEADING = bold(15, 20);
    static final Look LEAD = new Look(12.5, 18.5, Weight.REGULAR, ColorRole.TEXT);
    static final Look BODY = new Look(10, 15.5, Weight.REGULAR, ColorRole.TEXT);
    static final Look STRONG = bold(10, 15.5);
    static final Look NOTE = new Look(8.5, 12.5, Weight.REGULAR, ColorRole.TEXT_MUTED);
    static final Look CAPTION = bold(9.5, 14);
    static final Look CELL = new Look(9, 12.5, Weight.REGULAR, ColorRole.TEXT);
    static final Look NAME = bold(9, 12.5);
    static final Look HEADER = new Look(8, 11, Weight.SEMIBOLD, ColorRole.TEXT_MUTED);
    static final Look CODE = new Look(7.5, 10.2, Weight.REGULAR, ColorRole.TEXT);
    static final Look LINE = new Look(10.5, 16, Weight.REGULAR, ColorRole.TEXT);

    private static Look bold(double size, double pitch) {
        return new Look(size, pitch, Weight.SEMIBOLD, ColorRole.TEXT);
    }

    Look in(ColorRole newRole) {
        return new Look(size, pitch, weight, newRole);
    }

    Look of(double newSize, double newPitch) {
        return new Look(newSize, newPitch, weight, role);
    }
}
