package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import io.slicewise.chart.TextMeasure;
import io.slicewise.report.Lines;
import io.slicewise.report.Report;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Where the next block goes: from below a slide's title to its bottom, then on another slide with the same title. */
final class Deck {
    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    static final double LEFT = 48;
    static final double ROOM = WIDTH - 2 * LEFT;

    /** The reader's fonts can be wider than the one that is measured with. */
    private static final double WIDER = 1.06;

    private final XMLSlideShow show;
    private final Report report;
    private final TextMeasure measure;
    private final Frame frame;
    private XSLFSlide slide;
    private String title = "";
    private double y;

    Deck(XMLSlideShow show, Report report, TextMeasure measure) {
        this.show = show;
        this.report = report;
        this.measure = measure;
        this.frame = Frame.of(show);
        this.y = frame.top();
        slide = show.createSlide(frame.layouts().cover());
    }

    /** What the presentation leaves for contents. */
    Frame frame() {
        return frame;
    }

    XMLSlideShow show() {
        return show;
    }

    XSLFSlide slide() {
        return slide;
    }

    /** What the slides of this section are called. */
    String title() {
        return title;
    }

    TextMeasure measure() {
        return measure;
    }

    double y() {
        return y;
    }

    void skip(double points) {
        y += points;
    }

    double room() {
        return frame.bottom() - y;
    }

    double page() {
        return frame.bottom() - frame.top();
    }

    boolean isAtTop() {
        return y <= frame.top();
    }

    /** A slide for a section, with what is said to it. */
    void turn(String newTitle, String notes) {
        title = newTitle;
        another();
        notes(notes);
    }

    /** Another slide for the same section, unless nothing stands on this one yet. */
    void leave() {
        need(page());
    }

    /** Another slide for the same section, where so much does not fit here. */
    boolean need(double height) {
        if (height <= room() || isAtTop()) {
            return false;
        }
        another();
        return true;
    }

    private void another() {
        slide = show.createSlide(frame.layouts().content());
        frame.heading(slide, title, measure);
        String foot = report.slideTemplate() == null ? report.title() + " · Slicewise" : report.title();
        frame.footers(slide, foot, show.getSlides().size());
        y = frame.top();
    }

    /** What is said to the slide; the rest of the notes' page is PowerPoint's to fill. */
    private void notes(String words) {
        if (words.isBlank()) {
            return;
        }
        NotesMaster.ensure(show);
        XSLFNotes notes = show.getNotesSlide(slide);
        for (XSLFTextShape shape : notes.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.setText(words);
            } else if (shape.getTextType() != Placeholder.SLIDE_IMAGE) {
                notes.removeShape(shape);
            }
        }
    }

    Lines lines(Type type) {
        return new Lines(measure, type.size() * WIDER, type.weight());
    }

    /** The height that a text needs in so much width. */
    double height(String words, Type type, double width) {
        return lines(type).wrap(words, width).size() * type.pitch();
    }

    /** A text box without margins. */
    XSLFTextBox box(Rectangle2D at) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(at);
        box.setInsets(new Insets2D(0, 0, 0, 0));
        box.setWordWrap(true);
        box.clearText();
        return box;
    }

    /** A text at a place. */
    XSLFTextBox text(String words, Rectangle2D at, Type type) {
        XSLFTextBox box = box(at);
        for (String line : words.split("\n", -1)) {
            run(box.addNewTextParagraph(), line, type);
        }
        return box;
    }

    /** A text below what is there already, over a width. */
    void flow(String words, Type type, double left, double width) {
        double high = height(words, type, width);
        need(high);
        text(words, new Rectangle2D.Double(left, y, width, high), type);
        y += high;
    }

    /** A run of text, in the font of the theme. */
    XSLFTextRun run(XSLFTextParagraph paragraph, String words, Type type) {
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(words);
        run.setFontSize(type.size());
        run.setBold(type.bold());
        run.setFontColor(color(type.role()));
        CTTextCharacterProperties properties = ((CTRegularTextRun) run.getXmlObject()).getRPr();
        properties.setLang(report.language().tag());
        return run;
    }

    /** A filled rectangle. */
    XSLFAutoShape fill(Rectangle2D at, ColorRole role) {
        XSLFAutoShape shape = slide.createAutoShape();
        shape.setShapeType(ShapeType.RECT);
        shape.setAnchor(at);
        shape.setFillColor(color(role));
        shape.setLineColor(null);
        return shape;
    }

    static Color color(@Nullable ColorRole role) {
        Rgb rgb = Palette.LIGHT.color(role == null ? ColorRole.TEXT : role);
        return new Color(rgb.red(), rgb.green(), rgb.blue());
    }

    static Color color(ColorRole role, double opacity) {
        Color color = color(role);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    static List<ColorRole> hues() {
        return List.of(ColorRole.INSTANCE_AVERAGE, ColorRole.WEIGHTED, ColorRole.WHOLE_GPU);
    }
}
