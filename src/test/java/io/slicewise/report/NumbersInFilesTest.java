package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.html.HtmlWriter;
import io.slicewise.report.pdf.PdfWriter;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.report.pptx.PptxWriter;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.story.Audience;
import io.slicewise.story.Figure;
import io.slicewise.text.Language;
import io.slicewise.text.Numbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The figures in every file are those of the window: read back with the libraries that others read with. */
class NumbersInFilesTest {
    private static final PictureFont FONT = PictureFont.shipped();

    @TestFactory
    Stream<DynamicTest> everyFileHasTheFiguresOfTheWindow() {
        return Stream.of(Subjects.MAIN, Subjects.HOST, "hardware-mixed-models.slicewise.json", "snapshot-faults.prom")
                .flatMap(sample -> Language.all().stream()
                        .map(language -> DynamicTest.dynamicTest(
                                sample + " " + language.code(), () -> check(sample, language))));
    }

    private static void check(String sample, Language language) throws IOException {
        Subject subject = Subjects.of(sample, language);
        Report report = Report.of(Template.EXECUTIVE, List.of(subject), Options.of(language, Audience.MANAGER));
        List<String> files = List.of(
                pdf(PdfWriter.write(report, FONT.measure())),
                pptx(PptxWriter.write(report, FONT.measure())),
                HtmlWriter.write(report, FONT.measure()),
                MarkdownWriter.write(report));
        for (Figure figure : Figure.values()) {
            String shown = Numbers.percent(figure.of(subject.figures().total()), language)
                    .replace('\u00a0', ' ');
            assertAll(files.stream()
                    .map(text -> () -> assertTrue(
                            text.replace('\u00a0', ' ').contains(shown), () -> "no " + shown + " in " + text)));
        }
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String pptx(byte[] file) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file));
                SlideShowExtractor<?, ?> extractor = new SlideShowExtractor<>(show)) {
            return extractor.getText();
        }
    }
}
