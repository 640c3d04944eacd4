package io.slicewise.chart;

import java.util.Collections;
import java.util.List;

/**
 * The columns that a plot is divided into, from left to right without gaps.
 *
 * @param widths of the columns, in pixels
 * @param lefts where each begins, counted from the left side of the plot
 */
record Bands(List<Double> widths, List<Double> lefts) {
    /** Columns of one width. */
    static Bands even(int count, double width) {
        return of(Collections.nCopies(count, 0.0), width);
    }

    /**
     * Columns of one width, except where that is less than a column needs: such a column gets what it needs, and the
     * others share the rest. Where needs exceed half of the width, all columns are alike.
     *
     * @param needs the least width of every column; 0 where a column has no need of its own
     * @param width of all of them
     */
    static Bands of(List<Double> needs, double width) {
        double even = width / needs.size();
        double granted = 0;
        int needy = 0;
        for (double need : needs) {
            if (need > even) {
                granted += need;
                needy++;
            }
        }
        boolean alike = granted > width / 2 || needy == needs.size();
        double rest = alike ? even : (width - granted) / (needs.size() - needy);
        Double[] widths = new Double[needs.size()];
        Double[] lefts = new Double[needs.size()];
        double left = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = !alike && needs.get(i) > even ? needs.get(i) : rest;
            lefts[i] = left;
            left += widths[i];
        }
        return new Bands(List.of(widths), List.of(lefts));
    }

    int count() {
        return widths.size();
    }

    double width(int index) {
        return widths.get(index);
    }

    double left(int index) {
        return lefts.get(index);
    }

    double middle(int index) {
        return left(index) + width(index) / 2;
    }

    /** The width of the narrowest column. */
    double narrowest() {
        return widths.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
