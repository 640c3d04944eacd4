package io.slicewise.chart;

import io.slicewise.chart.Mark.Label;
import java.util.ArrayList;
import java.util.List;

/** Finds words that lie on each other, turned ones too (separating axes of their rectangles). */
final class Overlap {
    private Overlap() {}

    /** Pairs of words that cover each other, as {@code one | other}. */
    static List<String> among(List<Mark> marks, TextMeasure measure) {
        List<Label> labels = marks.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                if (overlap(corners(labels.get(i), measure), corners(labels.get(j), measure))) {
                    pairs.add(labels.get(i).text() + " | " + labels.get(j).text());
                }
            }
        }
        return pairs;
    }

    /** The rectangle of capitals and digits: what must stay readable. */
    private static double[][] corners(Label label, TextMeasure measure) {
        double width = measure.width(label.text(), label.size(), label.weight());
        double left = -width * label.anchor().part();
        double top = -Label.CAP_HEIGHT * label.size();
        double turn = Math.toRadians(label.degrees());
        double[][] flat = {{left, top}, {left + width, top}, {left + width, 0}, {left, 0}};
        double[][] corners = new double[4][];
        for (int i = 0; i < 4; i++) {
            corners[i] = new double[] {
                label.x() + flat[i][0] * Math.cos(turn) - flat[i][1] * Math.sin(turn),
                label.y() + flat[i][0] * Math.sin(turn) + flat[i][1] * Math.cos(turn)
            };
        }
        return corners;
    }

    private static boolean overlap(double[][] a, double[][] b) {
        return noAxisSeparates(a, b) && noAxisSeparates(b, a);
    }

    private static boolean noAxisSeparates(double[][] a, double[][] b) {
        for (int i = 0; i < 2; i++) {
            double nx = a[i + 1][1] - a[i][1];
            double ny = a[i][0] - a[i + 1][0];
            double[] one = project(a, nx, ny);
            double[] other = project(b, nx, ny);
            if (one[1] <= other[0] + 1e-9 || other[1] <= one[0] + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static double[] project(double[][] corners, double nx, double ny) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] corner : corners) {
            double at = corner[0] * nx + corner[1] * ny;
            range[0] = Math.min(range[0], at);
            range[1] = Math.max(range[1], at);
        }
        return range;
    }
}
