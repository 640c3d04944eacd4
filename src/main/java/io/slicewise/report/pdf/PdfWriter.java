package io.slicewise.report.pdf;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure;
import io.slicewise.page.Block;
import io.slicewise.page.Section;
import io.slicewise.report.Logo;
import io.slicewise.report.Report;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes a report as a PDF file, A4 upright. */
public final class PdfWriter {
    /** A report for one page is made smaller until it fits, but never so small that it cannot be read. */
    private static final double[] SCALES = {1, 0.95, 0.9, 0.86, 0.82, 0.78};

    /** Others only as much as it takes to have no page with a line or two on it. */
    private static final double[] NEARLY = {1, 0.98, 0.96, 0.94};

    /** The version of the format that PDF/UA-1 builds upon. */
    private static final float VERSION = 1.7f;

    private static final String COLORS = "sRGB IEC61966-2.1";

    private static final double LOGO_HEIGHT = 30;
    private static final double FOOTER = Sheet.PAPER.getHeight() - 34;

    private final Report report;
    private final TextMeasure measure;
    private final double scale;

    /** What stands where, as far as it is known: none where there are no contents. */
    private final List<Contents.Entry> before;

    private final List<Contents.Entry> stands = new ArrayList<>();

    private PdfWriter(Report report, TextMeasure measure, double scale, List<Contents.Entry> before) {
        this.report = report;
        this.measure = measure;
        this.scale = scale;
        this.before = List.copyOf(before);
    }

    /**
     * The bytes of the file.
     *
     * @param measure how wide words are in the product's own font
     */
    public static byte[] write(Report report, TextMeasure measure) {
        byte[] written = {};
        try {
            for (double scale : report.onePage() ? SCALES : NEARLY) {
                Laid laid = laid(report, measure, scale);
                written = laid.bytes();
                if (report.onePage() ? laid.pages() == 1 : !laid.thin()) {
                    break;
                }
            }
        } catch (IOException e) {
            // nothing is read or written but memory
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /** At a scale; with contents where it is long, for which it is laid out once more. */
    private static Laid laid(Report report, TextMeasure measure, double scale) throws IOException {
        Laid laid = new PdfWriter(report, measure, scale, List.of()).lay();
        if (report.onePage() || laid.pages() < Contents.LEAST_PAGES) {
            return laid;
        }
        // the contents move what follows them, and where that stands does not depend on the numbers in them
        Laid moved = new PdfWriter(report, measure, scale, laid.sections()).lay();
        return new PdfWriter(report, measure, scale, moved.sections()).lay();
    }

    /**
     * A file as it was laid out.
     *
     * @param sections which section stands on which page
     * @param thin whether a page holds a line or two
     */
    @SuppressWarnings("ArrayRecordComponent") // made, looked at and forgotten
    private record Laid(byte[] bytes, int pages, List<Contents.Entry> sections, boolean thin) {}

    private Laid lay() throws IOException {
        try (PDDocument document = new PDDocument()) {
            boolean thin = fill(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Laid(out.toByteArray(), document.getNumberOfPages(), stands, thin);
        }
    }

    /** Whether a page of it is thin. */
    private boolean fill(PDDocument document) throws IOException {
        properties(document);
        String language = report.language().tag();
        document.setVersion(VERSION);
        Xmp.add(document, report, language);
        colors(document);
        Tags tags = new Tags(document, language);
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(report.onePage() ? PageMode.USE_NONE : PageMode.USE_OUTLINES);
        boolean thin;
        try (Flow flow = new Flow(document, new PdfFonts(document), tags, measure, scale)) {
            title(document, flow);
            List<PDPageXYZDestination> places = before.isEmpty() ? List.of() : new Contents(before).draw(flow);
            PdfBlocks blocks = new PdfBlocks(flow);
            for (int i = 0; i < report.sections().size(); i++) {
                PDPageXYZDestination place = places.isEmpty() ? new PDPageXYZDestination() : places.get(i);
                section(report.sections().get(i), place, flow, blocks, outline);
            }
            thin = flow.isThin();
            footers(flow);
        }
        tags.close();
        return thin;
    }

    /** What red, green and blue mean: those of sRGB. */
    private static void colors(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(COLORS);
        intent.setOutputCondition(COLORS);
        intent.setOutputConditionIdentifier(COLORS);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    private void properties(PDDocument document) {
        PDDocumentInformation properties = document.getDocumentInformation();
        properties.setTitle(report.title());
        properties.setSubject(report.subtitle());
        properties.setCreator("Slicewise");
        if (!report.author().isEmpty()) {
            properties.setAuthor(report.author());
        }
        PDViewerPreferences viewer = new PDViewerPreferences(new COSDictionary());
        viewer.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(viewer);
    }

    private void title(PDDocument document, Flow flow) throws IOException {
        double width = Flow.WIDTH;
        Logo logo = report.logo();
        if (logo != null) {
            double high = logo.heightWithin(Flow.WIDTH / 3, flow.of(LOGO_HEIGHT));
            double wide = logo.widthAt(high);
            PDImageXObject image = PDImageXObject.createFromByteArray(document, logo.bytes(), "logo");
            float left = (float) (Flow.LEFT + Flow.WIDTH - wide);
            float bottom = Sheet.up(flow.y() + high);
            flow.artifact(() -> flow.sheet().stream().drawImage(image, left, bottom, (float) wide, (float) high));
            width -= wide + flow.of(20);
        }
        flow.paragraph("P", report.subtitle(), Look.KIND, Flow.LEFT, width);
        flow.skip(flow.of(2));
        flow.paragraph("H1", report.title(), Look.TITLE, Flow.LEFT, width);
        if (!report.byline().isEmpty()) {
            flow.skip(flow.of(3));
            flow.paragraph("P", report.byline(), Look.NOTE.of(9.5, 14), Flow.LEFT, width);
        }
        flow.skip(flow.of(10));
        flow.rule(flow.y(), ColorRole.TEXT, 1);
        flow.skip(flow.of(14));
    }

    private void section(
            Section section, PDPageXYZDestination place, Flow flow, PdfBlocks blocks, PDDocumentOutline outline)
            throws IOException {
        boolean first = section.equals(report.sections().getFirst());
        flow.need(flow.of(40) + blocks.least(section.blocks()));
        if (!first && !flow.isAtTop()) {
            flow.skip(flow.of(8));
        }
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(section.title());
        stands.add(new Contents.Entry(section.title(), flow.sheets().size()));
        place.setPage(flow.sheet().page());
        place.setTop((int) Sheet.up(flow.y()));
        item.setDestination(place);
        outline.addLast(item);
        flow.paragraph("H2", section.title(), Look.HEADING);
        flow.skip(flow.of(8));
        for (Block block : section.blocks()) {
            blocks.draw(block);
        }
    }

    private void footers(Flow flow) throws IOException {
        List<Sheet> sheets = flow.sheets();
        Look look = Look.NOTE.of(8, 11);
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            String page = (i + 1) + " / " + sheets.size();
            double right = Flow.LEFT + Flow.WIDTH - measure.width(page, look.size(), look.weight());
            Tags.artifact(sheet.stream(), () -> {
                sheet.line(Flow.LEFT, FOOTER - 12, Flow.LEFT + Flow.WIDTH, FOOTER - 12, ColorRole.GRID, 0.5);
                sheet.text(report.title() + " · Slicewise", Flow.LEFT, FOOTER, look.size(), look.weight(), look.role());
                sheet.text(page, right, FOOTER, look.size(), look.weight(), look.role());
            });
        }
    }
}
