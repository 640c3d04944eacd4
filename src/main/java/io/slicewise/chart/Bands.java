package io.slicewise.chart;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        double granted = needs.stream()
                .filter(need -> need > even)
                .mapToDouble(need -> need)
                .sum();
        return granted > width / 2 ? spread(Collections.nCopies(needs.size(), even)) : filled(needs, width);
    }

    /** Columns that all have what they need, as alike as that allows; {@code null} where the needs exceed the width. */
    static @Nullable Bands satisfied(List<Double> needs, double width) {
        return needs.stream().mapToDouble(need -> need).sum() > width ? null : filled(needs, width);
    }

    /** Raises the narrow columns to one width until all is given out; the wide ones keep what they need. */
    private static Bands filled(List<Double> needs, double width) {
        double level = width / needs.size();
        for (int round = 0; round < needs.size(); round++) {
            double now = level;
            double wide = needs.stream()
                    .filter(need -> need > now)
                    .mapToDouble(need -> need)
                    .sum();
            long narrow = needs.stream().filter(need -> need <= now).count();
            level = narrow == 0 ? now : (width - wide) / narrow;
        }
        double least = level;
        return spread(needs.stream().map(need -> Math.max(need, least)).toList());
    }

    private static Bands spread(List<Double> widths) {
        Double[] lefts = new Double[widths.size()];
        double left = 0;
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = left;
            left += widths.get(i);
        }
        return new Bands(List.copyOf(widths), List.of(lefts));
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
