package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import io.slicewise.chart.TextMeasure.Weight;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** One page of paper. {@code y} runs downwards from its top; lengths are points. */
final class Sheet implements AutoCloseable {
    static final PDRectangle PAPER = PDRectangle.A4;

    /** What Bézier curves need for a quarter of a circle. */
    private static final double ROUND = 0.5523;

    private final PDPage page;
    private final PDPageContentStream stream;
    private final PdfFonts fonts;
    private final Palette palette;

    Sheet(PDDocument document, PdfFonts fonts, Palette palette) throws IOException {
        this.page = new PDPage(PAPER);
        // going from field to field follows what is read
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        this.stream = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.palette = palette;
    }

    PDPage page() {
        return page;
    }

    PDPageContentStream stream() {
        return stream;
    }

    static float up(double y) {
        return (float) (PAPER.getHeight() - y);
    }

    void text(String text, double x, double baseline, double size, Weight weight, ColorRole role) throws IOException {
        text(text, x, baseline, size, weight, role, 0);
    }

    /** A line of text, turned around its beginning. */
    void text(String text, double x, double baseline, double size, Weight weight, ColorRole role, double degrees)
            throws IOException {
        if (text.isBlank()) {
            return;
        }
        stream.beginText();
        stream.setFont(fonts.of(weight), (float) size);
        fill(role);
        stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(-degrees), (float) x, up(baseline)));
        stream.showText(fonts.safe(text));
        stream.endText();
    }

    private void fill(ColorRole role) throws IOException {
        Rgb rgb = palette.color(role);
        stream.setNonStrokingColor(rgb.red() / 255f, rgb.green() / 255f, rgb.blue() / 255f);
    }

    private void stroke(ColorRole role) throws IOException {
        Rgb rgb = palette.color(role);
        stream.setStrokingColor(rgb.red() / 255f, rgb.green() / 255f, rgb.blue() / 255f);
    }

    void box(Area area, double radius, ColorRole role, double opacity) throws IOException {
        if (opacity < 1) {
            stream.saveGraphicsState();
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            stream.setGraphicsStateParameters(state);
        }
        fill(role);
        path(area, radius);
        stream.fill();
        if (opacity < 1) {
            stream.restoreGraphicsState();
        }
    }

    void border(Area area, double radius, ColorRole role, double width) throws IOException {
        stroke(role);
        stream.setLineWidth((float) width);
        stream.setLineDashPattern(new float[0], 0);
        path(area, radius);
        stream.stroke();
    }

    private void path(Area area, double radius) throws IOException {
        float left = (float) area.x();
        float right = (float) area.right();
        float top = up(area.y());
        float bottom = up(area.bottom());
        float r = (float) Math.min(radius, Math.min(area.width(), area.height()) / 2);
        if (r <= 0) {
            stream.addRect(left, bottom, right - left, top - bottom);
            return;
        }
        float k = (float) (r * (1 - ROUND));
        stream.moveTo(left + r, bottom);
        stream.lineTo(right - r, bottom);
        stream.curveTo(right - k, bottom, right, bottom + k, right, bottom + r);
        stream.lineTo(right, top - r);
        stream.curveTo(right, top - k, right - k, top, right - r, top);
        stream.lineTo(left + r, top);
        stream.curveTo(left + k, top, left, top - k, left, top - r);
        stream.lineTo(left, bottom + r);
        stream.curveTo(left, bottom + k, left + k, bottom, left + r, bottom);
        stream.closePath();
    }

    void line(double x1, double y1, double x2, double y2, ColorRole role, double width) throws IOException {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, role, width, new float[0], false);
    }

    void polyline(double[] x, double[] y, ColorRole role, double width, float[] dash, boolean round)
            throws IOException {
        stroke(role);
        stream.setLineWidth((float) width);
        stream.setLineCapStyle(round ? 1 : 0);
        stream.setLineJoinStyle(1);
        stream.setLineDashPattern(dash, 0);
        stream.moveTo((float) x[0], up(y[0]));
        for (int i = 1; i < x.length; i++) {
            stream.lineTo((float) x[i], up(y[i]));
        }
        stream.stroke();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
