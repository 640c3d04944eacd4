package io.slicewise.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares the width of a table among its columns. */
public final class ColumnWidths {
    private ColumnWidths() {}

    /**
     * The width of every column; together they fill the room.
     *
     * <p>Where all have what they want, the rest is shared in proportion. Where they do not, the narrow ones have what
     * they want and the wide ones share what is left alike, none below its least; where not even those fit, all give.
     *
     * @param wanted what each column wants
     * @param least what it needs at least
     * @param room the width of the table
     */
    public static double[] fit(double[] wanted, double[] least, double room) {
        double needed = Arrays.stream(least).sum();
        double most = Arrays.stream(wanted).sum();
        if (most <= room || needed >= room) {
            double[] base = most <= room ? wanted : least;
            double factor = room / Arrays.stream(base).sum();
            return Arrays.stream(base).map(width -> width * factor).toArray();
        }
        double[] widths = new double[wanted.length];
        int[] byWish = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = room;
        double owed = needed;
        for (int k = 0; k < byWish.length; k++) {
            int i = byWish[k];
            owed -= least[i];
            double fair = left / (byWish.length - k);
            widths[i] = Math.clamp(Math.min(wanted[i], fair), least[i], Math.max(least[i], left - owed));
            left -= widths[i];
        }
        widths[byWish[byWish.length - 1]] += left;
        return widths;
    }
}
