package io.slicewise.report.pptx;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPoint2D;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextField;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTransform2D;
import org.openxmlformats.schemas.presentationml.x2006.main.CTApplicationNonVisualDrawingProps;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPlaceholder;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/**
 * Titles and footers of a presentation's layouts, and the room between them.
 *
 * @param cover the layout of the first slide
 * @param content the layout of all others
 * @param scale the presentation's lengths for one of 960 × 540
 * @param moved whether titles stand elsewhere than in the layout
 * @param top where contents begin
 * @param bottom where they end
 */
record Frame(XSLFSlideLayout cover, XSLFSlideLayout content, double scale, boolean moved, double top, double bottom) {
    private static final double LOWEST = 492;
    private static final double BELOW_TITLE = 20;
    private static final double ABOVE_FOOTER = 8;

    /** A title that ends lower than this leaves no room for contents, and is put at the head. */
    private static final double LOWEST_TITLE = 150;

    private static final Rectangle2D TITLE = new Rectangle2D.Double(Deck.LEFT, 30, Deck.ROOM, 46);

    /** PowerPoint's own name for the field. */
    private static final String NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";

    static Frame of(XMLSlideShow show) {
        Dimension page = show.getPageSize();
        double scale = Math.min(page.width / Deck.WIDTH, page.height / Deck.HEIGHT);
        XSLFSlideMaster master = show.getSlideMasters().getFirst();
        XSLFSlideLayout content = layout(master, SlideLayout.TITLE_ONLY, SlideLayout.TITLE_AND_CONTENT);
        Optional<Rectangle2D> own = placeholder(content, Placeholder.TITLE)
                .map(XSLFShape::getAnchor)
                .map(at -> scaled(at, 1 / scale))
                .filter(at -> at.getMaxY() <= LOWEST_TITLE && at.getWidth() > Deck.ROOM / 2);
        Rectangle2D title = own.orElse(TITLE);
        double bottom = Stream.of(Placeholder.FOOTER, Placeholder.SLIDE_NUMBER)
                .flatMap(kind -> placeholder(content, kind).stream())
                .mapToDouble(shape -> shape.getAnchor().getMinY() / scale - ABOVE_FOOTER)
                .filter(y -> y > Deck.HEIGHT * 0.7)
                .reduce(LOWEST, Math::min);
        return new Frame(
                layout(master, SlideLayout.TITLE, SlideLayout.TITLE_ONLY),
                content,
                scale,
                own.isEmpty(),
                title.getMaxY() + BELOW_TITLE,
                bottom);
    }

    private static Rectangle2D scaled(Rectangle2D at, double by) {
        return new Rectangle2D.Double(at.getX() * by, at.getY() * by, at.getWidth() * by, at.getHeight() * by);
    }

    private static XSLFSlideLayout layout(XSLFSlideMaster master, SlideLayout wanted, SlideLayout otherwise) {
        return Stream.of(wanted, otherwise)
                .flatMap(kind -> Optional.ofNullable(master.getLayout(kind)).stream())
                .findFirst()
                .orElseGet(() -> master.getSlideLayouts()[0]);
    }

    private static Optional<XSLFTextShape> placeholder(XSLFSheet sheet, Placeholder kind) {
        return Stream.of(sheet.getPlaceholders())
                .filter(shape -> is(shape.getTextType(), kind))
                .findFirst();
    }

    private static boolean is(@Nullable Placeholder found, Placeholder kind) {
        return found == kind || kind == Placeholder.TITLE && found == Placeholder.CENTERED_TITLE;
    }

    /** The words of the slide's own title, which outlines and screen readers go by; other placeholders go. */
    void heading(XSLFSlide slide, String words) {
        keep(slide, Placeholder.TITLE);
        placeholder(slide, Placeholder.TITLE).ifPresent(shape -> {
            shape.setText(words);
            if (moved) {
                place(shape, TITLE);
            }
        });
    }

    /** The title and the line below it on the cover. */
    void cover(XSLFSlide slide, String words, String below) {
        keep(slide, Placeholder.TITLE, Placeholder.SUBTITLE);
        placeholder(slide, Placeholder.TITLE).ifPresent(shape -> shape.setText(words));
        placeholder(slide, Placeholder.SUBTITLE).ifPresent(shape -> shape.setText(below));
    }

    /** Placeholders that nothing is put into would ask for it. */
    private static void keep(XSLFSlide slide, Placeholder... kinds) {
        for (XSLFTextShape shape : slide.getPlaceholders()) {
            if (Stream.of(kinds).noneMatch(kind -> is(shape.getTextType(), kind))) {
                slide.removeShape(shape);
            }
        }
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

    /** What the layout says at its foot, where it has a place for it. */
    void footers(XSLFSlide slide, String words, int number) {
        placeholder(content, Placeholder.FOOTER).ifPresent(of -> {
            CTShape shape = like(slide, of);
            shape.getTxBody().addNewP().addNewR().setT(words);
        });
        placeholder(content, Placeholder.SLIDE_NUMBER).ifPresent(of -> {
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
