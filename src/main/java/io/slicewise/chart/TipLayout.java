package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;
import java.util.stream.Stream;

/** Lays out a tip beside what it points to, inside of the chart, so that no window of its own is needed. */
public final class TipLayout {
    private static final double SIZE = 11.5;
    private static final double PADDING = 9;
    private static final double SWATCH = 8;
    private static final double DISTANCE = 12;
    private static final double WIDEST = 300;

    private final TextMeasure measure;
    private final TextFit bold;
    private final TextFit plain;

    private TipLayout(TextMeasure measure) {
        this.measure = measure;
        this.bold = new TextFit(measure, SIZE, Weight.SEMIBOLD);
        this.plain = new TextFit(measure, SIZE, Weight.REGULAR);
    }

    /**
     * The marks of a tip.
     *
     * @param tip what it says
     * @param at what it points to
     * @param width of the chart; the tip stays inside
     * @param height of the chart
     * @param measure how wide words are
     */
    public static List<Mark> layout(ChartTip tip, Point at, double width, double height, TextMeasure measure) {
        return new TipLayout(measure).draw(tip, at, width, height);
    }

    private List<Mark> draw(ChartTip tip, Point at, double width, double height) {
        double room = Math.min(WIDEST, width - 2 * PADDING - 8);
        List<String> title = bold.wrap(tip.title(), room, 2);
        List<String> details = tip.details().stream()
                .flatMap(detail -> plain.wrap(detail, room, 3).stream())
                .toList();
        boolean swatches = tip.rows().stream().anyMatch(row -> row.role() != null);
        double line = Type.line(SIZE) + 1;
        int most = (int) ((height - 2 * PADDING - 8) / line) - title.size() - details.size();
        List<ChartTip.Row> rows = rows(tip.rows(), Math.max(1, most));
        double indent = swatches ? SWATCH + 6 : 0;
        double widest = Math.max(widest(bold, title), widest(plain, details));
        for (ChartTip.Row row : rows) {
            widest = Math.max(widest, indent + plain.width(row.name()) + 16 + bold.width(row.value()));
        }
        double tall = (title.size() + rows.size() + details.size()) * line + 2 * PADDING - 3;
        Area box = place(at, Math.min(widest, room) + 2 * PADDING, tall, width, height);
        Sketch sketch = new Sketch(measure);
        box(sketch, box);
        double y = box.y() + PADDING - 1.5 + line / 2;
        y = lines(sketch, title, box, y, line, Weight.SEMIBOLD, ColorRole.TEXT);
        for (ChartTip.Row row : rows) {
            row(sketch, row, box, y, indent);
            y += line;
        }
        lines(sketch, details, box, y, line, Weight.REGULAR, ColorRole.TEXT_MUTED);
        return sketch.marks();
    }

    /** As many rows as there is height for; three dots say that there are more. */
    private static List<ChartTip.Row> rows(List<ChartTip.Row> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        return Stream.concat(all.stream().limit(most - 1L), Stream.of(new ChartTip.Row(null, "…", "")))
                .toList();
    }

    private static double widest(TextFit fit, List<String> lines) {
        return lines.stream().mapToDouble(fit::width).max().orElse(0);
    }

    /** At the right of the place, or at its left where the right has no room; always inside as far as that goes. */
    private static Area place(Point at, double wide, double tall, double width, double height) {
        boolean right = at.x() + DISTANCE + wide <= width - 4;
        double x = right ? at.x() + DISTANCE : at.x() - DISTANCE - wide;
        double inX = Math.clamp(x, 4, Math.max(4, width - wide - 4));
        double inY = Math.clamp(at.y() - tall / 2, 4, Math.max(4, height - tall - 4));
        return new Area(Math.round(inX), Math.round(inY), wide, tall);
    }

    private static void box(Sketch sketch, Area box) {
        for (int i = 3; i >= 1; i--) {
            Area shadow = new Area(box.x() - i, box.y() - i + 2, box.width() + 2 * i, box.height() + 2 * i);
            sketch.add(new Mark.Box(shadow, 6 + i, ColorRole.AXIS, 0.06));
        }
        sketch.add(new Mark.Box(box, 6, ColorRole.SURFACE, 1));
        sketch.add(new Mark.Border(box, 6, ColorRole.AXIS));
    }

    private static double lines(
            Sketch sketch, List<String> lines, Area box, double from, double line, Weight weight, ColorRole role) {
        double y = from;
        for (String text : lines) {
            sketch.text(text, box.x() + PADDING, y + Type.middle(SIZE), Anchor.START, SIZE, weight, role);
            y += line;
        }
        return y;
    }

    private void row(Sketch sketch, ChartTip.Row row, Area box, double y, double indent) {
        if (row.role() != null) {
            Area swatch = new Area(box.x() + PADDING, y - SWATCH / 2, SWATCH, SWATCH);
            sketch.add(new Mark.Box(swatch, 2, row.role(), 1));
        }
        double baseline = y + Type.middle(SIZE);
        double left = box.x() + PADDING + indent;
        double right = box.right() - PADDING;
        String name = plain.clip(row.name(), right - left - bold.width(row.value()) - 8);
        sketch.text(name, left, baseline, Anchor.START, SIZE, Weight.REGULAR, ColorRole.TEXT_MUTED);
        sketch.text(row.value(), right, baseline, Anchor.END, SIZE, Weight.SEMIBOLD, ColorRole.TEXT);
    }
}
