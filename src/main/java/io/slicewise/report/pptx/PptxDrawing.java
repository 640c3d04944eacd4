package io.slicewise.report.pptx;

import io.slicewise.chart.Area;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.StrokeStyle.LineDash;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFFreeformShape;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGroupShape;

/** Paints a drawing as a group of shapes. */
final class PptxDrawing {
    private final Deck deck;
    private final XSLFGroupShape group;
    private final double left;
    private final double top;
    private final double scale;

    private PptxDrawing(Deck deck, XSLFGroupShape group, double left, double top, double scale) {
        this.deck = deck;
        this.group = group;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    /**
     * @param scale points for a pixel of the drawing
     */
    static void paint(Deck deck, Drawing drawing, String words, double left, double top, double scale) {
        XSLFGroupShape group = deck.slide().createGroup();
        Rectangle2D at = new Rectangle2D.Double(left, top, drawing.width() * scale, drawing.height() * scale);
        group.setAnchor(at);
        group.setInteriorAnchor(at);
        ((CTGroupShape) group.getXmlObject()).getNvGrpSpPr().getCNvPr().setDescr(words);
        PptxDrawing painter = new PptxDrawing(deck, group, left, top, scale);
        drawing.marks().forEach(painter::paint);
    }

    private double x(double x) {
        return left + scale * x;
    }

    private double y(double y) {
        return top + scale * y;
    }

    private Rectangle2D at(Area area) {
        return new Rectangle2D.Double(x(area.x()), y(area.y()), scale * area.width(), scale * area.height());
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Box box ->
                shape(ShapeType.RECT, at(box.area())).setFillColor(Deck.color(box.role(), box.opacity()));
            case Mark.Border border -> {
                XSLFAutoShape shape = shape(ShapeType.RECT, at(border.area()));
                shape.setLineColor(Deck.color(border.role()));
                shape.setLineWidth(0.75);
            }
            case Mark.Dot dot ->
                shape(
                                ShapeType.ELLIPSE,
                                at(new Area(
                                        dot.x() - dot.radius(),
                                        dot.y() - dot.radius(),
                                        2 * dot.radius(),
                                        2 * dot.radius())))
                        .setFillColor(Deck.color(dot.role()));
            case Mark.Line line -> line(line);
            case Mark.Label label -> label(label);
        }
    }

    private XSLFAutoShape shape(ShapeType type, Rectangle2D at) {
        XSLFAutoShape shape = group.createAutoShape();
        shape.setShapeType(type);
        shape.setAnchor(at);
        shape.setFillColor(null);
        shape.setLineColor(null);
        return shape;
    }

    private void line(Mark.Line line) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x(line.points().getFirst().x()), y(line.points().getFirst().y()));
        line.points().forEach(point -> path.lineTo(x(point.x()), y(point.y())));
        XSLFFreeformShape shape = group.createFreeform();
        shape.setPath(path);
        shape.setFillColor(null);
        shape.setLineColor(Deck.color(line.role()));
        shape.setLineWidth(Math.max(0.75, scale * line.width()));
        if (line.dash() != Mark.Dash.SOLID) {
            shape.setLineDash(LineDash.DASH);
        }
    }

    private void label(Mark.Label label) {
        double size = scale * label.size();
        Type type = new Type(size, label.weight() == io.slicewise.chart.TextMeasure.Weight.SEMIBOLD, label.role());
        double wide = deck.lines(type).width(label.text()) + 6;
        double high = size * 1.4;
        XSLFTextBox box = group.createTextBox();
        box.setInsets(new Insets2D(0, 0, 0, 0));
        box.setWordWrap(false);
        box.setAnchor(new Rectangle2D.Double(
                x(label.x()) - wide * label.anchor().part(), y(label.y()) - size * 1.08, wide, high));
        box.setRotation(label.degrees());
        box.clearText();
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(
                switch (label.anchor()) {
                    case START -> TextAlign.LEFT;
                    case MIDDLE -> TextAlign.CENTER;
                    case END -> TextAlign.RIGHT;
                });
        deck.run(paragraph, label.text(), type);
    }
}
