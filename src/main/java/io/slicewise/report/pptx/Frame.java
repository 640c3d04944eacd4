package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.report.Lines;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPoint2D;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextField;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTransform2D;
import org.openxmlformats.schemas.presentationml.x2006.main.CTApplicationNonVisualDrawingProps;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPlaceholder;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import org.openxmlformats.schemas.presentationml.x2006.main.STPlaceholderType;

/**
 * Titles and footers of a presentation's layouts, and the room that they leave: that of the master's own text where it
 * has a usable one, so that bars, logos and margins of a company stay free.
 *
 * @param layouts what slides are made from
 * @param scale the presentation's lengths for one of 960 × 540
 * @param right how far contents are moved to the right, in lengths of 960 × 540
 * @param moved whether titles stand elsewhere than in the layout
 * @param top where contents begin
 * @param bottom where they end
 */
record Frame(Layouts layouts, double scale, double right, boolean moved, double top, double bottom) {
    private static final double BELOW = 48;
    private static final double BELOW_TITLE = 20;
    private static final double ABOVE_FOOTER = 8;

    /** A title that ends lower than this part of a page leaves no room for contents, and is put at the head. */
    private static final double LOWEST_TITLE = 0.28;

    /** The part of a page's width that a title must have to be one of contents. */
    private static final double LEAST_TITLE = 0.4;

    /** The parts of a page's width and height that a place for text must have to be one for contents. */
    private static final double LEAST_WIDTH = 0.5;

    private static final double LEAST_HEIGHT = 0.5;

    /** How high a page of contents is; where less is left, all is smaller, down to a part of its size. */
    private static final double PAGE = 396;

    private static final double SMALLEST = 0.75;

    private static final Rectangle2D TITLE = new Rectangle2D.Double(Deck.LEFT, 30, Deck.ROOM, 46);
    private static final Rectangle2D COVER_TITLE = new Rectangle2D.Double(Deck.LEFT, 170, Deck.ROOM, 100);
    private static final double BELOW_COVER_TITLE = 12;
    private static final double SMALLEST_TITLE = 14;
    private static final double TITLE_PITCH = 1.2;

    /** A company's fonts can be much wider than the one that is measured with. */
    private static final double WIDER_TITLE = 1.12;

    /** PowerPoint's own name for the field. */
    private static final String NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

    static Frame of(XMLSlideShow show) {
        Dimension page = show.getPageSize();
        Layouts layouts = Layouts.of(show);
        Optional<Rectangle2D> title = placeholder(layouts.content(), Placeholder.TITLE)
                .map(XSLFShape::getAnchor)
                .filter(at -> at.getMaxY() <= LOWEST_TITLE * page.height && at.getWidth() > LEAST_TITLE * page.width);
        Optional<Rectangle2D> text = text(layouts.content(), page)
                .filter(at -> title.isEmpty() || at.getY() >= title.get().getMaxY() - 1);
        double wide = Math.min(
                text.map(at -> at.getWidth() / Deck.ROOM).orElse(page.width / Deck.WIDTH), page.height / Deck.HEIGHT);
        double belowTitle = title.map(Rectangle2D::getMaxY).orElse(TITLE.getMaxY() * wide) + BELOW_TITLE * wide;
        double top = text.map(at -> title.isEmpty() ? Math.max(at.getY(), belowTitle) : at.getY())
                .orElse(belowTitle);
        double bottom = Stream.of(Placeholder.FOOTER, Placeholder.SLIDE_NUMBER)
                .flatMap(kind -> placeholder(layouts.content(), kind).stream())
                .mapToDouble(shape -> shape.getAnchor().getMinY() - ABOVE_FOOTER * wide)
                .filter(y -> y > page.height * 0.7)
                .reduce(text.map(Rectangle2D::getMaxY).orElse(page.height - BELOW * wide), Math::min);
        double scale = Math.clamp((bottom - top) / PAGE, SMALLEST * wide, wide);
        return new Frame(
                layouts,
                scale,
                text.map(at -> at.getX() / scale - Deck.LEFT).orElse(0.0),
                title.isEmpty(),
                top / scale,
                bottom / scale);
    }

    /** Where the layout's master has its text, without the margins around it. */
    private static Optional<Rectangle2D> text(XSLFSlideLayout layout, Dimension page) {
        return placeholder(layout.getSlideMaster(), Placeholder.BODY)
                .map(Frame::inside)
                .filter(at ->
                        at.getWidth() >= LEAST_WIDTH * page.width && at.getHeight() >= LEAST_HEIGHT * page.height);
    }

    /** What the margins of a place for text leave. */
    private static Rectangle2D inside(XSLFTextShape shape) {
        Rectangle2D at = shape.getAnchor();
        Insets2D insets = shape.getInsets();
        return new Rectangle2D.Double(
                at.getX() + insets.left,
                at.getY() + insets.top,
                at.getWidth() - insets.left - insets.right,
                at.getHeight() - insets.top - insets.bottom);
    }

    /** The words of the slide's own title, which outlines and screen readers go by; other placeholders go. */
    void heading(XSLFSlide slide, String words, TextMeasure measure) {
        keep(slide, Placeholder.TITLE);
        Optional<XSLFTextShape> own = placeholder(slide, Placeholder.TITLE);
        XSLFTextShape shape = own.orElseGet(() -> title(slide, TITLE));
        shape.setText(words);
        if (own.isEmpty()) {
            style(shape, Type.TITLE);
        } else if (moved) {
            place(shape, TITLE);
        }
        fit(shape, words, measure);
    }

    /** The title and the line below it on the cover. */
    void cover(Deck deck, String words, String below) {
        XSLFSlide slide = deck.slide();
        keep(slide, Placeholder.TITLE, Placeholder.SUBTITLE);
        Optional<XSLFTextShape> own = placeholder(slide, Placeholder.TITLE);
        XSLFTextShape shape = own.orElseGet(() -> title(slide, COVER_TITLE));
        shape.setText(words);
        if (own.isEmpty()) {
            style(shape, Type.TITLE.of(36));
        }
        fit(shape, words, deck.measure());
        placeholder(slide, Placeholder.SUBTITLE)
                .ifPresentOrElse(line -> line.setText(below), () -> line(deck, below, own.orElse(null)));
    }

    /** What stands below the title of a cover that has no place for it. */
    private void line(Deck deck, String words, @Nullable XSLFTextShape title) {
        double y = title == null ? COVER_TITLE.getMaxY() : title.getAnchor().getMaxY() / scale;
        Rectangle2D at = new Rectangle2D.Double(Deck.LEFT, y + BELOW_COVER_TITLE, Deck.ROOM, 60);
        deck.text(words, at, Type.LEAD.in(ColorRole.TEXT_MUTED));
    }

    /** A title on a slide whose layout has none. */
    private static XSLFTextShape title(XSLFSlide slide, Rectangle2D at) {
        XSLFTextShape shape = slide.createTextBox();
        shape.setAnchor(at);
        CTShape own = (CTShape) shape.getXmlObject();
        own.getNvSpPr().getCNvSpPr().unsetTxBox();
        own.getNvSpPr().getNvPr().addNewPh().setType(STPlaceholderType.TITLE);
        return shape;
    }

    private static void style(XSLFTextShape shape, Type type) {
        shape.setInsets(new Insets2D(0, 0, 0, 0));
        shape.getTextParagraphs().stream()
                .flatMap(paragraph -> paragraph.getTextRuns().stream())
                .forEach(run -> {
                    run.setFontSize(type.size());
                    run.setBold(type.bold());
                    run.setFontColor(Deck.color(type.role()));
                });
    }

    /** Smaller where the place for the title is too small for the words: nothing shrinks them before somebody edits. */
    private void fit(XSLFTextShape shape, String words, TextMeasure measure) {
        List<XSLFTextRun> runs = shape.getTextParagraphs().stream()
                .flatMap(paragraph -> paragraph.getTextRuns().stream())
                .toList();
        Double real = runs.isEmpty() ? null : runs.getFirst().getFontSize();
        if (real == null) {
            return;
        }
        CTShape xml = (CTShape) shape.getXmlObject();
        Rectangle2D room = inside(shape);
        double to = xml.getSpPr().isSetXfrm() ? 1 : scale;
        boolean sized =
                ((CTRegularTextRun) runs.getFirst().getXmlObject()).getRPr().isSetSz();
        double before = sized ? real : real / scale;
        double size = before;
        Weight weight = runs.getFirst().isBold() ? Weight.SEMIBOLD : Weight.REGULAR;
        while (size > SMALLEST_TITLE
                && high(words, size, weight, room.getWidth() / to, measure) > room.getHeight() / to) {
            size -= 1;
        }
        if (size < before) {
            double fitting = size;
            runs.forEach(run -> run.setFontSize(fitting));
        }
    }

    /** Placeholders that nothing is put into would ask for it. */
    private static void keep(XSLFSlide slide, Placeholder... kinds) {
        for (XSLFTextShape shape : slide.getPlaceholders()) {
            if (Stream.of(kinds).noneMatch(kind -> Layouts.is(shape.getTextType(), kind))) {
                slide.removeShape(shape);
            }
        }
    }

    private static Optional<XSLFTextShape> placeholder(XSLFSheet sheet, Placeholder kind) {
        return Layouts.placeholder(sheet, kind);
    }

    /** POI takes a placeholder's place for the layout's, and does not move it. */
    private static void place(XSLFTextShape shape, Rectangle2D at) {
        CTShapeProperties properties = ((CTShape) shape.getXmlObject()).getSpPr();
        CTTransform2D place = properties.isSetXfrm() ? properties.getXfrm() : properties.addNewXfrm();
        CTPoint2D off = place.isSetOff() ? place.getOff() : place.addNewOff();
        off.setX(Units.toEMU(at.getX()));
        off.setY(Units.toEMU(at.getY()));
        CTPositiveSize2D size = place.isSetExt() ? place.getExt() : place.addNewExt();
        size.setCx(Units.toEMU(at.getWidth()));
        size.setCy(Units.toEMU(at.getHeight()));
    }

    /** How high a title is; one line always has its room. */
    private static double high(String words, double size, Weight weight, double width, TextMeasure measure) {
        int lines = new Lines(measure, size * WIDER_TITLE, weight)
                .wrap(words, width)
                .size();
        return lines == 1 ? 0 : lines * size * TITLE_PITCH;
    }

    /** What the layout says at its foot, where it has a place for it. */
    void footers(XSLFSlide slide, String words, int number) {
        placeholder(layouts.content(), Placeholder.FOOTER).ifPresent(of -> {
            CTShape shape = like(slide, of);
            shape.getTxBody().addNewP().addNewR().setT(words);
        });
        placeholder(layouts.content(), Placeholder.SLIDE_NUMBER).ifPresent(of -> {
            CTTextField field = like(slide, of).getTxBody().addNewP().addNewFld();
            field.setId(NUMBER);
            field.setType("slidenum");
            field.setT(String.valueOf(number));
        });
    }

    /** An empty shape that is the layout's placeholder on this slide. */
    private static CTShape like(XSLFSlide slide, XSLFTextShape of) {
        CTShape shape = (CTShape) slide.createTextBox().getXmlObject();
        CTPlaceholder model =
                ((CTShape) of.getXmlObject()).getNvSpPr().getNvPr().getPh();
        CTApplicationNonVisualDrawingProps properties = shape.getNvSpPr().getNvPr();
        properties.addNewPh().set(model);
        shape.getNvSpPr().getCNvSpPr().unsetTxBox();
        shape.getNvSpPr().getCNvPr().setName(of.getShapeName());
        shape.setSpPr(CTShapeProperties.Factory.newInstance());
        shape.getTxBody().setBodyPr(CTTextBodyProperties.Factory.newInstance());
        while (shape.getTxBody().sizeOfPArray() > 0) {
            shape.getTxBody().removeP(0);
        }
        return shape;
    }
}
