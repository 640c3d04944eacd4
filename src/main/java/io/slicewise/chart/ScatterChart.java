package io.slicewise.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dots over two numeric axes. Many data at one place are one larger dot with their number.
 *
 * @param heading the words around it
 * @param dotTitle what a dot is, as a table header: {@code GPU}
 * @param countTitle what the number of data of a dot is, as a table header: {@code GPUs}
 * @param along the axis to the right
 * @param values the axis upwards
 * @param dots the data, no two at one place; those without a figure are left out
 * @param role their colour
 * @param diagonal what the line says where both axes have the same value; {@code null} for no line
 * @param references lines across the chart
 */
public record ScatterChart(
        ChartHeading heading,
        String dotTitle,
        String countTitle,
        Axis along,
        Axis values,
        List<Dot> dots,
        ColorRole role,
        @Nullable String diagonal,
        List<Reference> references)
        implements ChartSpec {
    public ScatterChart {
        dots = dots.stream().filter(Dot::isFigure).toList();
        references = List.copyOf(references);
    }

    @Override
    public boolean isEmpty() {
        return dots.isEmpty();
    }

    /** Whether some dot stands for several data. */
    boolean hasCounts() {
        return dots.stream().anyMatch(dot -> dot.count() > 1);
    }

    /**
     * One place.
     *
     * @param name which datum lies there, or which of several the first is
     * @param x its value to the right
     * @param y its value upwards
     * @param count how many data lie there, at least 1
     * @param details further finished lines for its tip
     */
    public record Dot(String name, double x, double y, int count, List<String> details) {
        public Dot {
            details = List.copyOf(details);
        }

        boolean isFigure() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }
}
