package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/** The words around a chart: title and subtitle above, note below. What is small does without the lesser ones. */
final class Frame {
    /** Room at the upper right for the button that the window shows there. */
    private static final double BUTTON = 26;

    private Frame() {}

    /** Draws the words and returns the room between them. */
    static Area draw(Sketch sketch, Type type, ChartHeading heading, double width, double height) {
        double margin = margin(type, width, height);
        Area area = new Area(0, 0, width, height).shrunk(margin, margin, margin, margin);
        area = title(sketch, type, heading.title(), area, height >= 260 ? 2 : 1);
        if (height >= 240) {
            area = subtitle(sketch, type, heading.subtitle(), area);
        }
        if (height >= 310) {
            area = note(sketch, type, heading.note(), area);
        }
        return area;
    }

    /** The room around everything. */
    static double margin(Type type, double width, double height) {
        return Math.min(type.margin(), Math.min(width, height) / 8);
    }

    private static Area title(Sketch sketch, Type type, String title, Area area, int most) {
        if (title.isEmpty()) {
            return area;
        }
        TextFit fit = new TextFit(sketch.measure(), type.title(), Weight.SEMIBOLD);
        List<String> lines = fit.wrap(title, area.width() - BUTTON, most);
        double pitch = Type.line(type.title());
        lines(sketch, lines, area, area.y(), type.title(), pitch, Weight.SEMIBOLD, ColorRole.TEXT);
        return area.shrunk(0, lines.size() * pitch + 5, 0, 0);
    }

    private static Area subtitle(Sketch sketch, Type type, String subtitle, Area area) {
        if (subtitle.isEmpty()) {
            return area;
        }
        TextFit fit = new TextFit(sketch.measure(), type.body(), Weight.REGULAR);
        List<String> lines = fit.wrap(subtitle, area.width(), 2);
        double pitch = Type.line(type.body());
        double top = area.y() - 3;
        lines(sketch, lines, area, top, type.body(), pitch, Weight.REGULAR, ColorRole.TEXT_MUTED);
        return area.shrunk(0, lines.size() * pitch + 7, 0, 0);
    }

    private static Area note(Sketch sketch, Type type, String note, Area area) {
        if (note.isEmpty()) {
            return area;
        }
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        List<String> lines = fit.wrap(note, area.width(), 2);
        double pitch = Type.line(type.small());
        double top = area.bottom() - lines.size() * pitch;
        lines(sketch, lines, area, top, type.small(), pitch, Weight.REGULAR, ColorRole.TEXT_MUTED);
        return area.shrunk(0, 0, 0, lines.size() * pitch + 8);
    }

    private static void lines(
            Sketch sketch,
            List<String> lines,
            Area area,
            double top,
            double size,
            double pitch,
            Weight weight,
            ColorRole role) {
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + i * pitch + pitch / 2 + Type.middle(size);
            sketch.text(lines.get(i), area.x(), baseline, Anchor.START, size, weight, role);
        }
    }

    /** The sentence that stands there instead of a chart. */
    static void empty(Sketch sketch, Type type, String sentence, Area area) {
        TextFit fit = new TextFit(sketch.measure(), type.body(), Weight.REGULAR);
        double room = Math.min(area.width(), 420);
        double pitch = Type.line(type.body()) + 1;
        int most = Math.max(1, (int) (area.height() / pitch));
        List<String> lines = fit.wrap(sentence, room, Math.min(6, most));
        double top = area.centerY() - lines.size() * pitch / 2;
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + i * pitch + pitch / 2 + Type.middle(type.body());
            sketch.text(
                    lines.get(i),
                    area.centerX(),
                    baseline,
                    Anchor.MIDDLE,
                    type.body(),
                    Weight.REGULAR,
                    ColorRole.TEXT_MUTED);
        }
    }
}
