package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.TextMeasure;
import java.io.IOException;

/** Paints a drawing on paper, as vectors. */
final class PdfDrawing {
    private final Sheet sheet;
    private final TextMeasure measure;
    private final double left;
    private final double top;
    private final double scale;

    private PdfDrawing(Sheet sheet, TextMeasure measure, double left, double top, double scale) {
        this.sheet = sheet;
        this.measure = measure;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    /**
     * @param scale points for a pixel of the drawing
     */
    static void paint(Drawing drawing, Sheet sheet, TextMeasure measure, double left, double top, double scale)
            throws IOException {
        PdfDrawing painter = new PdfDrawing(sheet, measure, left, top, scale);
        for (Mark mark : drawing.marks()) {
            painter.paint(mark);
        }
    }

    private double x(double x) {
        return left + scale * x;
    }

    private double y(double y) {
        return top + scale * y;
    }

    private Area area(Area area, double inset) {
        return new Area(
                x(area.x() + inset),
                y(area.y() + inset),
                scale * Math.max(0, area.width() - 2 * inset),
                scale * Math.max(0, area.height() - 2 * inset));
    }

    private void paint(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Box box -> sheet.box(area(box.area(), 0), scale * box.radius(), box.role(), box.opacity());
            case Mark.Border border ->
                sheet.border(area(border.area(), 0.5), scale * border.radius(), border.role(), scale);
            case Mark.Line line -> line(line);
            case Mark.Label label -> label(label);
            case Mark.Dot dot ->
                sheet.box(
                        new Area(
                                x(dot.x() - dot.radius()),
                                y(dot.y() - dot.radius()),
                                2 * scale * dot.radius(),
                                2 * scale * dot.radius()),
                        scale * dot.radius(),
                        dot.role(),
                        1);
        }
    }

    private void line(Mark.Line line) throws IOException {
        double[] xs = line.points().stream().mapToDouble(point -> x(point.x())).toArray();
        double[] ys = line.points().stream().mapToDouble(point -> y(point.y())).toArray();
        double[] pattern = line.dash().pattern();
        float[] dash = new float[pattern.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) (scale * pattern[i]);
        }
        sheet.polyline(xs, ys, line.role(), scale * line.width(), dash, line.width() > 1 && dash.length == 0);
    }

    private void label(Mark.Label label) throws IOException {
        double before = measure.width(label.text(), label.size(), label.weight())
                * label.anchor().part();
        double turn = Math.toRadians(label.degrees());
        double x = label.x() - before * Math.cos(turn);
        double y = label.y() - before * Math.sin(turn);
        sheet.text(label.text(), x(x), y(y), scale * label.size(), label.weight(), label.role(), label.degrees());
    }
}
