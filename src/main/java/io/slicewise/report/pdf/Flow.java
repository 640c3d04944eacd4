package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.report.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where the next thing goes: from the top of a page to its bottom, then on a new one.
 *
 * <p>Sizes are points times {@code scale}, by which a report that is to fit on one page shrinks.
 */
final class Flow implements AutoCloseable {
    static final double LEFT = 56;
    static final double WIDTH = Sheet.PAPER.getWidth() - 2 * LEFT;

    private static final double TOP = 56;
    private static final double BOTTOM = Sheet.PAPER.getHeight() - 60;

    /** A page with less on it than this, a line or two, is not worth turning to. */
    private static final double THIN = 60;

    /** The distance from the middle of a line of capitals and digits down to its baseline, as a part of the size. */
    private static final double MIDDLE = 0.355;

    private final PDDocument document;
    private final PdfFonts fonts;
    private final Tags tags;
    private final TextMeasure measure;
    private final double scale;
    private final List<Sheet> sheets = new ArrayList<>();
    private double thinnest = page();
    private Sheet sheet;
    private double y = TOP;

    Flow(PDDocument document, PdfFonts fonts, Tags tags, TextMeasure measure, double scale) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.tags = tags;
        this.measure = measure;
        this.scale = scale;
        this.sheet = add();
    }

    private Sheet add() throws IOException {
        Sheet added = new Sheet(document, fonts, Palette.LIGHT);
        sheets.add(added);
        return added;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    Sheet sheet() {
        return sheet;
    }

    Tags tags() {
        return tags;
    }

    TextMeasure measure() {
        return measure;
    }

    /** A length at this scale. */
    double of(double points) {
        return scale * points;
    }

    double y() {
        return y;
    }

    /** Moves down. */
    void skip(double points) {
        y += points;
    }

    boolean isAtTop() {
        return y <= TOP;
    }

    /** What fits below here. */
    double room() {
        return BOTTOM - y;
    }

    /** The room of a page that is empty. */
    static double page() {
        return BOTTOM - TOP;
    }

    /** Goes to a new page where so much does not fit here; whether it did. */
    boolean need(double height) throws IOException {
        if (height <= room() || isAtTop()) {
            return false;
        }
        left();
        sheet = add();
        y = TOP;
        return true;
    }

    private void left() {
        thinnest = Math.min(thinnest, y - TOP);
    }

    /** Whether a page, the last one included, holds so little that it is a waste of paper. */
    boolean isThin() {
        left();
        return sheets.size() > 1 && thinnest < THIN;
    }

    Lines lines(double size, Weight weight) {
        return new Lines(measure, of(size), weight);
    }

    /** Paints an element of the structure on this page. */
    void leaf(String type, Tags.Painting painting) throws IOException {
        leaf(Tags.Leaf.of(type), painting);
    }

    /** Paints an element of the structure on this page. */
    void leaf(Tags.Leaf leaf, Tags.Painting painting) throws IOException {
        tags.leaf(leaf, sheet.page(), sheet.stream(), painting);
    }

    /** Paints words that lead somewhere. */
    void link(Links.Link link, Tags.Painting painting) throws IOException {
        PDRectangle box = new PDRectangle(
                (float) link.place().x(),
                Sheet.up(link.place().bottom()),
                (float) link.place().width(),
                (float) link.place().height());
        tags.link(link.annotation(box), sheet.page(), sheet.stream(), painting);
    }

    /** Paints a picture that is said in words, too. */
    void figure(String words, Area place, Tags.Painting painting) throws IOException {
        PDRectangle box = new PDRectangle(
                (float) place.x(), Sheet.up(place.bottom()), (float) place.width(), (float) place.height());
        leaf(Tags.Leaf.figure(words, box), painting);
    }

    void artifact(Tags.Painting painting) throws IOException {
        Tags.artifact(sheet.stream(), painting);
    }

    /** A paragraph as one element, on one page. */
    void paragraph(String tag, String text, Look look) throws IOException {
        paragraph(tag, text, look, LEFT, WIDTH);
    }

    void paragraph(String tag, String text, Look look, double left, double width) throws IOException {
        List<String> broken = lines(look.size(), look.weight()).wrapKeepingSpaces(text, width);
        double pitch = of(look.pitch());
        need(Math.min(broken.size() * pitch, page()));
        if (Links.isAddress(text)) {
            tags.begin(tag);
            Area place = new Area(left, y, width, broken.size() * pitch);
            link(new Links.Address(text, place), () -> draw(broken, look, left));
            tags.end();
        } else {
            leaf(tag, () -> draw(broken, look, left));
        }
    }

    private void draw(List<String> lines, Look look, double left) throws IOException {
        for (String line : lines) {
            sheet.text(line, left, baseline(y, look), of(look.size()), look.weight(), look.role());
            y += of(look.pitch());
        }
    }

    /** The baseline of a line whose box begins at {@code top}. */
    double baseline(double top, Look look) {
        return top + of(look.pitch()) / 2 + of(look.size()) * MIDDLE;
    }

    /** A hairline across the page. */
    void rule(double at, ColorRole role, double width) throws IOException {
        artifact(() -> sheet.line(LEFT, at, LEFT + WIDTH, at, role, width));
    }

    /** A tinted ground. */
    void ground(double top, double height) throws IOException {
        Area area = new Area(LEFT, top, WIDTH, height);
        artifact(() -> sheet.box(area, 4, ColorRole.GRID, 0.4));
    }

    @Override
    public void close() throws IOException {
        for (Sheet each : sheets) {
            each.close();
        }
    }
}
