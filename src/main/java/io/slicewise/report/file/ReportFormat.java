package io.slicewise.report.file;

import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Palette;
import io.slicewise.chart.SvgWriter;
import io.slicewise.page.Block.Chart;
import io.slicewise.report.Report;
import io.slicewise.report.html.HtmlWriter;
import io.slicewise.report.pdf.PdfWriter;
import io.slicewise.report.picture.Card;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.report.picture.PngWriter;
import io.slicewise.report.pptx.PptxWriter;
import io.slicewise.report.text.CsvWriter;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.report.xlsx.XlsxWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that a report can be written as. */
public enum ReportFormat {
    /** To print and to send. */
    PDF,
    /** To present and to go on with. */
    PPTX,
    /** To read in a browser. */
    HTML,
    /** To go on with in a spreadsheet: figures and money as live formulas. */
    XLSX,
    /** For a ticket. */
    MD,
    /** The figures for a spreadsheet, between commas. */
    CSV,
    /** The figures for a spreadsheet, between tabs. */
    TSV,
    /** Every chart as a picture that can be scaled. */
    SVG,
    /** Every chart as a picture. */
    PNG,
    /** The verdict as one picture, for chats. */
    CARD;

    private static final double CHART_WIDTH = 760;
    private static final double SHARP = 2;

    /**
     * A file.
     *
     * @param suffix what its name ends in: {@code .pdf}, or {@code -chart-2.png}
     * @param bytes what is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // made, written and forgotten
    public record Made(String suffix, byte[] bytes) {}

    /** Its name on the command line, and the ending of most of its files: {@code pdf}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this ending. */
    public static Optional<ReportFormat> of(String id) {
        for (ReportFormat format : values()) {
            if (format.id().equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The files of a report: one, or one for every chart.
     *
     * @param font the product's own font
     */
    public List<Made> write(Report report, PictureFont font) {
        return switch (this) {
            case PDF -> one(PdfWriter.write(report, font.measure()));
            case PPTX -> one(PptxWriter.write(report, font.measure()));
            case HTML -> one(utf8(HtmlWriter.write(report, font.measure())));
            case XLSX -> one(XlsxWriter.write(report));
            case MD -> one(utf8(MarkdownWriter.write(report)));
            case CSV -> one(utf8(CsvWriter.csv(report.figures())));
            case TSV -> one(utf8(CsvWriter.tsv(report.figures())));
            case SVG, PNG -> charts(report, font);
            case CARD -> List.of(new Made("-card.png", Card.write(report, font)));
        };
    }

    private List<Made> one(byte[] bytes) {
        return List.of(new Made("." + id(), bytes));
    }

    private List<Made> charts(Report report, PictureFont font) {
        List<Made> made = new ArrayList<>();
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .forEach(chart -> made.add(new Made(
                        "-chart-" + (made.size() + 1) + "." + id(), picture(chart.spec(), chart.ratio(), font))));
        return made;
    }

    private byte[] picture(ChartSpec spec, double ratio, PictureFont font) {
        Drawing drawing = ChartLayout.layout(spec, CHART_WIDTH, CHART_WIDTH * ratio, font.measure());
        return this == SVG
                ? utf8(SvgWriter.write(drawing, Palette.LIGHT))
                : PngWriter.write(drawing, Palette.LIGHT, font, SHARP);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
