package io.slicewise.report.picture;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Point;
import io.slicewise.chart.Rgb;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Paints a drawing into a PNG picture. Needs no display. */
public final class PngWriter {
    /** The most pixels of a picture: beyond it a scale is a mistake, and memory would end first. */
    private static final double MOST_PIXELS = 100_000_000;

    private final Palette palette;
    private final PictureFont font;
    private final Graphics2D graphics;

    private PngWriter(Graphics2D graphics, Palette palette, PictureFont font) {
        this.graphics = graphics;
        this.palette = palette;
        this.font = font;
    }

    /**
     * The bytes of a PNG file.
     *
     * @param drawing laid out with the measure of {@code font}
     * @param palette its colours
     * @param font its letters
     * @param scale pixels of the picture for one pixel of the drawing: 2 is sharp on paper and on dense screens
     * @throws IllegalArgumentException if the scale is not above 0, or the picture would have more than 100 million
     *     pixels
     */
    public static byte[] write(Drawing drawing, Palette palette, PictureFont font, double scale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(paint(drawing, palette, font, scale), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As {@link #write}, as an image in memory. */
    static BufferedImage paint(Drawing drawing, Palette palette, PictureFont font, double scale) {
        double width = Math.ceil(drawing.width() * scale);
        double height = Math.ceil(drawing.height() * scale);
        if (!(scale > 0) || width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("a picture of " + width + " × " + height + " pixels");
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(color(palette, ColorRole.SURFACE, 1));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            PngWriter painter = new PngWriter(graphics, palette, font);
            drawing.marks().forEach(painter::paint);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static Color color(Palette palette, ColorRole role, double opacity) {
        Rgb rgb = palette.color(role);
        return new Color(rgb.red(), rgb.green(), rgb.blue(), (int) Math.round(opacity * 255));
    }

    private void paint(Mark mark) {
        graphics.setColor(color(palette, mark.role(), mark instanceof Mark.Box box ? box.opacity() : 1));
        switch (mark) {
            case Mark.Box box -> graphics.fill(shape(box.area(), 0, box.radius()));
            case Mark.Border border -> {
                graphics.setStroke(new BasicStroke(1));
                graphics.draw(shape(border.area(), 0.5, border.radius()));
            }
            case Mark.Line line -> line(line);
            case Mark.Label label -> label(label);
            case Mark.Dot dot ->
                graphics.fill(new Ellipse2D.Double(
                        dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius()));
        }
    }

    private static Shape shape(Area area, double inset, double radius) {
        return new RoundRectangle2D.Double(
                area.x() + inset,
                area.y() + inset,
                Math.max(0, area.width() - 2 * inset),
                Math.max(0, area.height() - 2 * inset),
                2 * radius,
                2 * radius);
    }

    private void line(Mark.Line line) {
        double[] pattern = line.dash().pattern();
        boolean round = line.width() > 1 && pattern.length == 0;
        float[] dash = new float[pattern.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) pattern[i];
        }
        graphics.setStroke(new BasicStroke(
                (float) line.width(),
                round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                dash.length == 0 ? null : dash,
                0));
        Path2D path = new Path2D.Double();
        Point first = line.points().getFirst();
        path.moveTo(first.x(), first.y());
        line.points().forEach(point -> path.lineTo(point.x(), point.y()));
        graphics.draw(path);
    }

    private void label(Mark.Label label) {
        Font letters = font.font(label.size(), label.weight());
        double width = font.measure().width(label.text(), label.size(), label.weight());
        AffineTransform before = graphics.getTransform();
        graphics.translate(label.x(), label.y());
        graphics.rotate(Math.toRadians(label.degrees()));
        graphics.setFont(letters);
        graphics.drawString(label.text(), (float) (-width * label.anchor().part()), 0);
        graphics.setTransform(before);
    }
}
