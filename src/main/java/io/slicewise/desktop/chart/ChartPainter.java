package io.slicewise.desktop.chart;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Point;
import io.slicewise.chart.Rgb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Paints marks on a canvas. */
final class ChartPainter {
    private final ChartFonts fonts;
    private final Map<ColorRole, Color> colors = new EnumMap<>(ColorRole.class);

    ChartPainter(ChartFonts fonts, Palette palette) {
        this.fonts = fonts;
        for (ColorRole role : ColorRole.values()) {
            colors.put(role, color(palette, role));
        }
    }

    static Color color(Palette palette, ColorRole role) {
        Rgb rgb = palette.color(role);
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue());
    }

    Color color(ColorRole role) {
        return colors.getOrDefault(role, Color.TRANSPARENT);
    }

    /** Wipes the canvas. */
    static void clear(Canvas canvas) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /** Fills the canvas with the background. */
    void ground(Canvas canvas) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setFill(color(ColorRole.SURFACE));
        gc.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /** Paints marks over what is there, {@code zoom} times as large. */
    void paint(Canvas canvas, List<Mark> marks, double zoom) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        gc.scale(zoom, zoom);
        for (Mark mark : marks) {
            paint(gc, mark);
        }
        gc.restore();
    }

    private void paint(GraphicsContext gc, Mark mark) {
        gc.setFill(color(mark.role()));
        gc.setStroke(color(mark.role()));
        switch (mark) {
            case Mark.Box box -> box(gc, box);
            case Mark.Border border -> border(gc, border);
            case Mark.Line line -> line(gc, line);
            case Mark.Label label -> label(gc, label);
            case Mark.Dot dot ->
                gc.fillOval(dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius());
        }
    }

    private static void box(GraphicsContext gc, Mark.Box box) {
        Area area = box.area();
        gc.setGlobalAlpha(box.opacity());
        if (box.radius() > 0) {
            gc.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * box.radius(), 2 * box.radius());
        } else {
            gc.fillRect(area.x(), area.y(), area.width(), area.height());
        }
        gc.setGlobalAlpha(1);
    }

    private static void border(GraphicsContext gc, Mark.Border border) {
        Area area = border.area();
        gc.setLineWidth(1);
        gc.setLineDashes();
        gc.strokeRoundRect(
                area.x() + 0.5,
                area.y() + 0.5,
                Math.max(0, area.width() - 1),
                Math.max(0, area.height() - 1),
                2 * border.radius(),
                2 * border.radius());
    }

    private static void line(GraphicsContext gc, Mark.Line line) {
        List<Point> points = line.points();
        double[] dashes = line.dash().pattern();
        gc.setLineWidth(line.width());
        gc.setLineDashes(dashes);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineCap(line.width() > 1 && dashes.length == 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        if (points.size() == 2) {
            Point from = points.getFirst();
            Point to = points.getLast();
            gc.strokeLine(from.x(), from.y(), to.x(), to.y());
            return;
        }
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points.get(i).x();
            ys[i] = points.get(i).y();
        }
        gc.strokePolyline(xs, ys, xs.length);
    }

    private void label(GraphicsContext gc, Mark.Label label) {
        gc.setFont(fonts.font(label.size(), label.weight()));
        gc.setTextAlign(
                switch (label.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        if (label.degrees() == 0) {
            gc.fillText(label.text(), label.x(), label.y());
            return;
        }
        gc.save();
        gc.translate(label.x(), label.y());
        gc.rotate(label.degrees());
        gc.fillText(label.text(), 0, 0);
        gc.restore();
    }
}
