package io.slicewise.report.pdf;

import io.slicewise.chart.TextMeasure.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The product's font in one document, of which the letters that are used are embedded. */
final class PdfFonts {
    private static final String RESOURCES = "/io/slicewise/font/";
    private static final int UNKNOWN = '?';

    private final PDFont regular;
    private final PDFont semibold;
    private final CmapLookup letters;
    private final Map<String, String> safe = new HashMap<>();

    PdfFonts(PDDocument document) throws IOException {
        TrueTypeFont file = parse("SlicewiseSans-Regular.ttf");
        regular = PDType0Font.load(document, file, true);
        semibold = PDType0Font.load(document, parse("SlicewiseSans-Bold.ttf"), true);
        letters = file.getUnicodeCmapLookup();
    }

    private static TrueTypeFont parse(String name) throws IOException {
        try (InputStream in = PdfFonts.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is missing in this build");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    PDFont of(Weight weight) {
        return weight == Weight.SEMIBOLD ? semibold : regular;
    }

    /** The text with a question mark for every letter that the font does not have. */
    String safe(String text) {
        return safe.computeIfAbsent(text, this::replaced);
    }

    private String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (Character.isISOControl(letter)) {
                result.append(' ');
            } else {
                result.appendCodePoint(letters.getGlyphId(letter) == 0 ? UNKNOWN : letter);
            }
        });
        return result.toString();
    }
}
