package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure;
import io.slicewise.page.Block;
import io.slicewise.page.Section;
import io.slicewise.report.Logo;
import io.slicewise.report.Report;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureData;

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
        try (XMLSlideShow show = new XMLSlideShow()) {
            properties(show, report);
            Deck deck = new Deck(show, report, measure);
            cover(deck, report);
            PptxBlocks blocks = new PptxBlocks(deck);
            for (Section section : report.slides()) {
                deck.turn(section.title(), section.notes());
                for (Block block : section.blocks()) {
                    blocks.draw(block);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            // nothing is read or written but memory
            throw new UncheckedIOException(e);
        }
    }

    private static void properties(XMLSlideShow show, Report report) {
        POIXMLProperties.CoreProperties properties = show.getProperties().getCoreProperties();
        properties.setTitle(report.title());
        properties.setSubjectProperty(report.subtitle());
        properties.setCreator(report.author().isEmpty() ? "Slicewise" : report.author());
        show.getProperties().getExtendedProperties().setApplication("Slicewise");
    }

    private static void cover(Deck deck, Report report) {
        List<ColorRole> hues = Deck.hues();
        for (int i = 0; i < hues.size(); i++) {
            deck.fill(new Rectangle2D.Double(Deck.LEFT + i * 64, 150, 60, 6), hues.get(i));
        }
        deck.heading(report.title(), new Rectangle2D.Double(Deck.LEFT, 172, Deck.ROOM, 110), Type.TITLE.of(42));
        deck.text(
                report.subtitle(),
                new Rectangle2D.Double(Deck.LEFT, 294, Deck.ROOM, 30),
                Type.LEAD.in(ColorRole.TEXT_MUTED));
        deck.text(
                report.byline(),
                new Rectangle2D.Double(Deck.LEFT, 330, Deck.ROOM, 24),
                Type.BODY.in(ColorRole.TEXT_MUTED));
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
