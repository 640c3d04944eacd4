package io.slicewise.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.Area;
import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartSamples;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.Subjects;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    private static final PictureFont FONT = PictureFont.shipped();

    private static String colorAt(BufferedImage image, double x, double y) {
        int rgb = image.getRGB((int) x, (int) y);
        return new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF).hex();
    }

    @Test
    void thePictureIsThePaintedDrawing() throws IOException {
        Drawing drawing = ChartLayout.layout(ChartSamples.gap(), 640, 400, FONT.measure());
        byte[] png = PngWriter.write(drawing, Palette.DARK, FONT, 2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1280, image.getWidth());
        assertEquals(800, image.getHeight());
        assertEquals(Palette.DARK.color(ColorRole.SURFACE).hex(), colorAt(image, 1, 1));
        Area bar = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Box && mark.role() == ColorRole.WEIGHTED)
                .map(mark -> ((Mark.Box) mark).area())
                .findFirst()
                .orElseThrow();
        assertEquals(
                Palette.DARK.color(ColorRole.WEIGHTED).hex(),
                colorAt(image, 2 * bar.centerX(), 2 * (bar.bottom() - 4)));
    }

    @Test
    void wordsAreAsWideAsMeasured() {
        double one = FONT.measure().width("Utilization 75.0%", 12, Weight.REGULAR);
        assertEquals(2 * one, FONT.measure().width("Utilization 75.0%", 24, Weight.REGULAR), 1e-9);
        assertTrue(one > 60 && one < 160, "width " + one);
    }

    @Test
    void picturesBeyondReasonAreRefused() {
        Drawing drawing = new Drawing(100, 100, "", "", List.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> PngWriter.write(drawing, Palette.LIGHT, FONT, 1000));
        assertThrows(IllegalArgumentException.class, () -> PngWriter.write(drawing, Palette.LIGHT, FONT, 0));
        assertThrows(IllegalArgumentException.class, () -> PngWriter.write(drawing, Palette.LIGHT, FONT, Double.NaN));
    }

    @Test
    void theCardIsAPictureForChats() throws IOException {
        for (String sample : List.of(Subjects.MAIN, "snapshot-range.json")) {
            for (Language language : Language.all()) {
                Report report = Subjects.report(Template.EXECUTIVE, sample, Options.of(language, Audience.MANAGER));
                BufferedImage card = ImageIO.read(new ByteArrayInputStream(Card.write(report, PictureFont.shipped())));
                assertEquals(1200, card.getWidth());
                assertEquals(630, card.getHeight());
            }
        }
    }
}
