package io.slicewise.report.picture;

import io.slicewise.chart.AdvanceTextMeasure;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The letters of a picture: the product's own font, which has Hangul and digits of one width.
 *
 * <p>Reading a font takes some tens of milliseconds; keep one and use it for all pictures. Immutable, for any thread.
 */
public final class PictureFont {
    private static final String RESOURCES = "/io/slicewise/font/";
    private static final FontRenderContext SMOOTH = new FontRenderContext(new AffineTransform(), true, true);

    private final Font regular;
    private final Font semibold;
    private final TextMeasure measure = new AdvanceTextMeasure(this::exactWidth);

    private PictureFont(Font regular, Font semibold) {
        this.regular = regular;
        this.semibold = semibold;
    }

    /**
     * The font that ships with the product.
     *
     * @throws IllegalStateException when its files are missing or broken, which only a broken build brings about
     */
    public static PictureFont shipped() {
        // the product's bold file is Pretendard's semibold cut
        return new PictureFont(load("SlicewiseSans-Regular.ttf"), load("SlicewiseSans-Bold.ttf"));
    }

    private static Font load(String file) {
        try (InputStream in = PictureFont.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is missing in this build");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + file + " that ships with the product is broken", e);
        }
    }

    /** How wide words are in this font. */
    public TextMeasure measure() {
        return measure;
    }

    Font font(double size, Weight weight) {
        return (weight == Weight.SEMIBOLD ? semibold : regular).deriveFont((float) size);
    }

    private double exactWidth(String text, double size, Weight weight) {
        return font(size, weight).getStringBounds(text, SMOOTH).getWidth();
    }
}
