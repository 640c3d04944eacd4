package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.StripsChart.Part;
import io.slicewise.chart.StripsChart.Strip;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/** Strips as wide as the largest of them needs; one strip has its names above it, several have them inside their parts. */
final class StripsLayout {
    private static final double MOST_HEIGHT = 58;
    private static final double BETWEEN = 12;
    private static final double PAD = 6;
    private static final double SEAM = 2;

    private final StripsChart chart;
    private final Sketch sketch;
    private final Type type;
    private int next;

    private StripsLayout(StripsChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
    }

    static void draw(StripsChart chart, Sketch sketch, Type type, Area area) {
        new StripsLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area all) {
        boolean one = chart.isOne();
        Area area = one ? Legend.draw(sketch, type, legend(), all) : all;
        double most = chart.strips().stream().mapToDouble(Strip::whole).max().orElse(1);
        int columns = columns(area);
        int rows = (chart.strips().size() + columns - 1) / columns;
        double width = (area.width() - (columns - 1) * 2 * BETWEEN) / columns;
        double height = (area.height() - (rows - 1) * BETWEEN) / rows;
        for (int i = 0; i < chart.strips().size(); i++) {
            double x = area.x() + i % columns * (width + 2 * BETWEEN);
            int row = i / columns;
            strip(chart.strips().get(i), new Area(x, area.y() + row * (height + BETWEEN), width, height), most, !one);
        }
    }

    private List<Legend.Entry> legend() {
        return chart.parts().stream()
                .map(part -> new Legend.Entry(part.name(), part.label(), part.role(), part.pattern(), null))
                .toList();
    }

    /** Many strips stand beside each other, so that each is high enough to be read. */
    private int columns(Area area) {
        double needed = 3 * Type.line(type.small()) + BETWEEN;
        int columns = 1;
        while (columns < Math.min(4, chart.strips().size())
                && Math.ceil((double) chart.strips().size() / columns) * needed > area.height()) {
            columns *= 2;
        }
        return columns;
    }

    private void strip(Strip strip, Area area, double most, boolean inside) {
        double line = Type.line(type.small());
        double top = area.y();
        if (!strip.name().isEmpty()) {
            TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
            text(fit.clip(strip.name(), area.width()), area.x(), top + line / 2, Weight.SEMIBOLD);
            top += line + 2;
        }
        double height = Math.clamp(area.bottom() - top, 1, MOST_HEIGHT);
        double x = area.x();
        for (Part part : strip.parts()) {
            double width = area.width() * part.size() / most;
            Area place = new Area(x, top, Math.max(0.5, width - SEAM), height);
            if (part.size() > 0) {
                sketch.bar(place, part.role(), part.pattern());
                if (inside) {
                    label(part, place, line);
                }
            }
            sketch.hit(new Hit(
                    next++,
                    place,
                    new Point(place.centerX(), place.y()),
                    List.of(new Mark.Border(place, 2, ColorRole.ACCENT))));
            x += width;
        }
    }

    /** The name above the label; where it is too narrow for both, neither. */
    private void label(Part part, Area place, double line) {
        TextFit regular = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        TextFit bold = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        double room = place.width() - 2 * PAD;
        String name = regular.clipMiddle(part.name(), room);
        if (place.height() < 2 * line || name.length() < 3 || bold.width(part.label()) > room) {
            return;
        }
        double middle = place.centerY();
        if (part.label().isEmpty()) {
            text(name, place.x() + PAD, middle, Weight.REGULAR);
        } else {
            text(name, place.x() + PAD, middle - line / 2, Weight.REGULAR);
            text(part.label(), place.x() + PAD, middle + line / 2, Weight.SEMIBOLD);
        }
    }

    private void text(String words, double x, double middle, Weight weight) {
        sketch.text(words, x, middle + Type.middle(type.small()), Anchor.START, type.small(), weight, ColorRole.TEXT);
    }
}
