package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure;
import io.slicewise.page.Section;
import io.slicewise.report.Logo;
import io.slicewise.report.Report;
import io.slicewise.report.SlideTemplate;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFPictureData;
import org.apache.poi.xslf.usermodel.XSLFSlide;

/** Writes a report as slides, 16:9. */
public final class PptxWriter {
    private static final double LOGO_HEIGHT = 40;

    private PptxWriter() {}

    /**
     * The bytes of the file.
     *
     * @param measure how wide words are in the product's own font
     */
    public static byte[] write(Report report, TextMeasure measure) {
        try (XMLSlideShow show = open(report)) {
            properties(show, report);
            Deck deck = new Deck(show, report, measure);
            cover(deck, report);
            PptxBlocks blocks = new PptxBlocks(deck);
            for (Section section : report.slides()) {
                deck.turn(section.title(), section.notes());
                blocks.draw(section.blocks());
            }
            finish(show, deck.frame());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            // nothing is read or written but memory
            throw new UncheckedIOException(e);
        }
    }

    private static XMLSlideShow open(Report report) throws IOException {
        SlideTemplate template = report.slideTemplate();
        return template == null ? Master.open(report.language()) : PptxTemplate.open(template);
    }

    private static void finish(XMLSlideShow show, Frame frame) {
        Finish finish = Finish.of(frame);
        for (XSLFSlide slide : show.getSlides()) {
            finish.apply(slide.getXmlObject());
            for (POIXMLDocumentPart part : slide.getRelations()) {
                if (part instanceof XSLFChart chart) {
                    finish.apply(chart.getCTChartSpace());
                }
            }
        }
    }

    private static void properties(XMLSlideShow show, Report report) {
        POIXMLProperties.CoreProperties properties = show.getProperties().getCoreProperties();
        properties.setTitle(report.title());
        properties.setSubjectProperty(report.subtitle());
        String author = report.author().isEmpty() ? "Slicewise" : report.author();
        properties.setCreator(author);
        properties.setLastModifiedByUser(author);
        Optional<Date> day =
                report.day().map(it -> Date.from(it.atStartOfDay(ZoneOffset.UTC).toInstant()));
        properties.setCreated(day);
        properties.setModified(day);
        show.getProperties().getExtendedProperties().setApplication("Slicewise");
    }

    private static void cover(Deck deck, Report report) {
        // a company's cover has a look of its own
        List<ColorRole> hues = report.slideTemplate() == null ? Deck.hues() : List.of();
        for (int i = 0; i < hues.size(); i++) {
            deck.fill(new Rectangle2D.Double(Deck.LEFT + i * 64, 150, 60, 6), hues.get(i));
        }
        deck.frame()
                .cover(
                        deck,
                        report.title(),
                        report.byline().isEmpty() ? report.subtitle() : report.subtitle() + "\n" + report.byline());
        Logo logo = report.logo();
        if (logo != null) {
            XSLFPictureData picture = deck.show()
                    .addPicture(logo.bytes(), logo.kind() == Logo.Kind.PNG ? PictureType.PNG : PictureType.JPEG);
            double high = logo.heightWithin(Deck.ROOM / 3, LOGO_HEIGHT);
            double wide = logo.widthAt(high);
            deck.slide()
                    .createPicture(picture)
                    .setAnchor(new Rectangle2D.Double(Deck.WIDTH - Deck.LEFT - wide, 40, wide, high));
        }
    }
}
