package io.slicewise.chart;

import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/** Something to paint. Later marks lie over earlier ones. */
public sealed interface Mark {
    /** Its colour. */
    ColorRole role();

    /** The rectangle that it needs, for the font that {@code measure} stands for. */
    Area bounds(TextMeasure measure);

    /**
     * A filled rectangle.
     *
     * @param area where
     * @param radius of its corners, in pixels
     * @param role its colour
     * @param opacity from 0 to 1
     */
    record Box(Area area, double radius, ColorRole role, double opacity) implements Mark {
        @Override
        public Area bounds(TextMeasure measure) {
            return area;
        }
    }

    /**
     * The outline of a rectangle, one pixel wide, inside of it.
     *
     * @param area where
     * @param radius of its corners, in pixels
     * @param role its colour
     */
    record Border(Area area, double radius, ColorRole role) implements Mark {
        @Override
        public Area bounds(TextMeasure measure) {
            return area;
        }
    }

    /**
     * A line through points.
     *
     * @param points at least two
     * @param role its colour
     * @param width in pixels
     * @param dash how it is interrupted
     */
    record Line(List<Point> points, ColorRole role, double width, Dash dash) implements Mark {
        public Line {
            points = List.copyOf(points);
        }

        @Override
        public Area bounds(TextMeasure measure) {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (Point point : points) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
            return new Area(left, top, right - left, bottom - top).grown(width / 2);
        }
    }

    /** How a line is interrupted. */
    enum Dash {
        SOLID(0, 0),
        DASHED(6, 4),
        DOTTED(1.5, 3.5),
        LONG(11, 4);

        private final double stroke;
        private final double gap;

        Dash(double stroke, double gap) {
            this.stroke = stroke;
            this.gap = gap;
        }

        /** Of the line with this number, from 0: lines beside each other differ in more than their colour. */
        static Dash ofLine(int number) {
            return values()[number % values().length];
        }

        /** Lengths of strokes and gaps in turn, in pixels; empty for a line without gaps. */
        public double[] pattern() {
            return gap == 0 ? new double[0] : new double[] {stroke, gap};
        }
    }

    /**
     * A line of text.
     *
     * @param text what it says
     * @param x where its anchor lies
     * @param y where its baseline lies
     * @param anchor which part of the text lies at {@code x}
     * @param size the height of the type in pixels
     * @param weight how heavy the letters are
     * @param role its colour
     * @param degrees how far it is turned around its anchor; −90 reads upwards
     */
    record Label(
            String text, double x, double y, Anchor anchor, double size, Weight weight, ColorRole role, double degrees)
            implements Mark {
        /** How far letters rise above the baseline, as a part of the size. */
        static final double ASCENT = 0.8;

        /** How far letters reach below the baseline, as a part of the size. */
        static final double DESCENT = 0.22;

        /** The height of capitals and digits, as a part of the size: what looks like the middle is half of it. */
        static final double CAP_HEIGHT = 0.71;

        @Override
        public Area bounds(TextMeasure measure) {
            double width = measure.width(text, size, weight);
            double left = -width * anchor.part();
            double turn = Math.toRadians(degrees);
            double minX = Double.POSITIVE_INFINITY;
            double minY = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            double maxY = Double.NEGATIVE_INFINITY;
            for (double dx : new double[] {left, left + width}) {
                for (double dy : new double[] {-ASCENT * size, DESCENT * size}) {
                    double px = x + dx * Math.cos(turn) - dy * Math.sin(turn);
                    double py = y + dx * Math.sin(turn) + dy * Math.cos(turn);
                    minX = Math.min(minX, px);
                    maxX = Math.max(maxX, px);
                    minY = Math.min(minY, py);
                    maxY = Math.max(maxY, py);
                }
            }
            return Area.between(minX, minY, maxX, maxY);
        }
    }

    /** Which part of a text lies at its place. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }

        /** The part of the text's width that lies left of its place. */
        public double part() {
            return part;
        }
    }

    /**
     * A filled circle.
     *
     * @param x its middle
     * @param y its middle
     * @param radius in pixels
     * @param role its colour
     */
    record Dot(double x, double y, double radius, ColorRole role) implements Mark {
        @Override
        public Area bounds(TextMeasure measure) {
            return new Area(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
