package io.slicewise.chart;

/**
 * A rectangle in a drawing, in pixels; {@code y} runs downwards.
 *
 * @param x its left side
 * @param y its upper side
 * @param width not negative
 * @param height not negative
 */
public record Area(double x, double y, double width, double height) {
    public Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    /** The rectangle between two corners, in whatever order they come. */
    static Area between(double x1, double y1, double x2, double y2) {
        return new Area(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /** Whether a point lies in it; the left and upper sides belong to it, the right and lower ones do not. */
    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** Whether it lies inside another one, with a tolerance for rounding. */
    public boolean isInside(Area outer, double tolerance) {
        return x >= outer.x - tolerance
                && y >= outer.y - tolerance
                && right() <= outer.right() + tolerance
                && bottom() <= outer.bottom() + tolerance;
    }

    /** Whether the two share more than a border. */
    public boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    Area shrunk(double left, double top, double atRight, double atBottom) {
        return new Area(x + left, y + top, width - left - atRight, height - top - atBottom);
    }

    Area grown(double by) {
        return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
