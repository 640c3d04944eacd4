package io.slicewise.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.Subjects;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.usage.Weights;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PdfWriterTest {
    private static final PictureFont FONT = PictureFont.shipped();

    private static Options options(Language language) {
        return Options.of(language, Audience.MANAGER).withByline("Dana Kim", "22 November 2026");
    }

    private static PDDocument written(Report report) throws IOException {
        return Loader.loadPDF(PdfWriter.write(report, FONT.measure()));
    }

    private static PDDocument full(Language language) throws IOException {
        return written(Subjects.report(Template.FULL, Subjects.MAIN, options(language)));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }

    @TestFactory
    Stream<DynamicTest> anExecutiveGetsOnePage() {
        return Subjects.all().stream()
                .flatMap(sample -> Language.all().stream()
                        .map(language -> DynamicTest.dynamicTest(sample + " " + language.code(), () -> {
                            Report report = Subjects.report(Template.EXECUTIVE, sample, options(language));
                            try (PDDocument document = written(report)) {
                                assertEquals(1, document.getNumberOfPages());
                            }
                        })));
    }

    @Test
    void textCanBeSelectedInReadingOrder() throws IOException {
        try (PDDocument document = full(Language.KOREAN)) {
            String text = text(document);
            int title = text.indexOf("대표 예시: 1g 3개와 2g 1개");
            int summary = text.indexOf("구매한 GPU의 51%가 쓰이고 있습니다");
            int why = text.indexOf("지표가 서로 다른 이유", summary);
            int arithmetic = text.indexOf("1·90 + 1·80 + 1·70 + 2·60 = 360");
            assertTrue(title >= 0 && title < summary && summary < why && why < arithmetic, text);
        }
    }

    @Test
    void theFontIsEmbeddedAsASubset() throws IOException {
        try (PDDocument document = full(Language.KOREAN)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font::getName);
                    assertTrue(font.getName().matches("[A-Z]{6}\\+SlicewiseSans-.*"), font::getName);
                }
            }
        }
    }

    @Test
    void itHasPropertiesTagsAndAnOutline() throws IOException {
        try (PDDocument document = full(Language.ENGLISH)) {
            assertEquals(
                    "Main example: three 1g and one 2g",
                    document.getDocumentInformation().getTitle());
            assertEquals("Dana Kim", document.getDocumentInformation().getAuthor());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            assertFalse(document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .isEmpty());
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertTrue(item.findDestinationPage(document) != null, item::getTitle);
            }
            assertEquals(List.of("Summary", "Findings", "Instances", "Why the figures differ"), titles.subList(0, 4));
        }
    }

    @Test
    void tablesAreReadWithTheirHeadersAndPicturesWithTheirPlaces() throws IOException {
        try (PDDocument document = written(Subjects.report(Template.FLEET, Subjects.HOST, options(Language.ENGLISH)))) {
            List<PDStructureElement> all = new ArrayList<>();
            gather(document.getDocumentCatalog().getStructureTreeRoot(), all);
            List<String> types = all.stream()
                    .map(PDStructureElement::getStructureType)
                    .distinct()
                    .toList();
            assertTrue(
                    types.containsAll(List.of("H1", "H2", "THead", "TBody", "TH", "TD", "L", "LI", "LBody", "Figure")),
                    types::toString);
            for (PDStructureElement element : all) {
                String said = element.getStructureType() + " " + element.getAttributes();
                switch (element.getStructureType()) {
                    case "TH" -> assertTrue(said.contains("Scope="), said);
                    case "Figure" -> {
                        assertTrue(said.contains("BBox="), said);
                        assertFalse(element.getAlternateDescription().isBlank());
                    }
                    default -> assertFalse(said.contains("Scope="), said);
                }
            }
            String meta = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(meta.contains("A host with eight GPUs"), meta);
            assertTrue(meta.contains("<pdfuaid:part>1<"), meta);
            assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
        }
    }

    private static void gather(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                gather(element, into);
            }
        }
    }

    @Test
    void aLongQueryGoesOnOnTheNextPage() throws IOException {
        Report report = Subjects.report(Template.TECHNICAL, Subjects.HOST, options(Language.ENGLISH));
        try (PDDocument document = written(report)) {
            String text = text(document);
            assertTrue(text.contains("clamp_max("), text);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper lowest = new PDFTextStripper() {
                    @Override
                    protected void writeString(String words, List<TextPosition> positions) {
                        positions.forEach(at ->
                                assertTrue(at.getYDirAdj() < 820 && at.getXDirAdj() < 545, () -> words + " at " + at));
                    }
                };
                lowest.setStartPage(page);
                lowest.setEndPage(page);
                lowest.getText(document);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> aLargeFleetFitsOnADozenPages() {
        return Stream.of(Template.FULL, Template.FLEET)
                .flatMap(template -> Language.all().stream()
                        .map(language -> DynamicTest.dynamicTest(template + " " + language, () -> {
                            Report report = Report.of(template, List.of(Subjects.large()), options(language));
                            try (PDDocument document = written(report)) {
                                int pages = document.getNumberOfPages();
                                assertTrue(pages <= 12, pages + " pages");
                                assertTrue(text(document).contains("gpu-0"), "hosts are named");
                                for (int page = 1; page <= pages; page++) {
                                    PDFTextStripper stripper = new PDFTextStripper();
                                    stripper.setStartPage(page);
                                    stripper.setEndPage(page);
                                    long lines =
                                            stripper.getText(document).lines().count();
                                    assertTrue(lines > 3, "page " + page + " has " + lines + " lines and its footer");
                                }
                            }
                        })));
    }

    @Test
    void contentsLeadToTheirPages() throws IOException {
        try (PDDocument document = full(Language.ENGLISH)) {
            List<String> led = new ArrayList<>();
            for (PDAnnotation annotation : document.getPage(0).getAnnotations()) {
                PDAnnotationLink link = (PDAnnotationLink) annotation;
                PDPageDestination to = (PDPageDestination) link.getDestination();
                PDFTextStripper stripper = new PDFTextStripper();
                int page = to.retrievePageNumber() + 1;
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertTrue(stripper.getText(document).contains(link.getContents()), link::getContents);
                led.add(link.getContents() + " " + page);
            }
            assertEquals("Summary 1", led.getFirst());
            assertTrue(led.size() > 10, led::toString);
            String first = text(document);
            assertTrue(first.contains(led.getLast()), "the number of the page is printed");
        }
    }

    @Test
    void everyPageHasItsNumber() throws IOException {
        try (PDDocument document = full(Language.ENGLISH)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertTrue(stripper.getText(document).contains(page + " / " + pages));
            }
        }
    }

    @Test
    void lettersThatTheFontLacksBecomeQuestionMarks() throws IOException {
        Gpu gpu = Fleets.gpu("GPU 漢 \uD83D\uDE80", "a100-80gb", "1g.10gb 50", "2g.20gb 20");
        Subject subject = Subject.of("Name 漢字", "a\tb\u0007c", new Fleet(List.of(gpu)), Weights.DEFAULT, false);
        try (PDDocument document = written(Report.of(Template.FULL, List.of(subject), options(Language.ENGLISH)))) {
            assertTrue(text(document).contains("Name ??"));
        }
    }

    @Test
    void aLogoStandsInTheHead() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        Logo logo = Logo.of(png.toByteArray()).orElseThrow();
        assertEquals(90, logo.widthAt(30), 1e-9);
        assertEquals(30, logo.heightWithin(200, 30), 1e-9);
        assertEquals(10, logo.heightWithin(30, 30), 1e-9, "a wide one is lower, and not squeezed");
        Report report = Subjects.report(
                Template.EXECUTIVE, Subjects.MAIN, options(Language.ENGLISH).withLogo(logo));
        try (PDDocument document = written(report)) {
            assertTrue(document.getPage(0)
                    .getResources()
                    .getXObjectNames()
                    .iterator()
                    .hasNext());
        }
        assertTrue(Logo.of(new byte[0]).isEmpty());
        assertTrue(Logo.of(Arrays.copyOf(png.toByteArray(), 20)).isEmpty());
        assertTrue(Logo.of("GIF89a".getBytes(StandardCharsets.US_ASCII)).isEmpty());
    }

    @Test
    void aPictureThatSaysItIsHugeIsRefusedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] huge = png.toByteArray();
        ByteBuffer header = ByteBuffer.wrap(huge);
        header.putInt(16, 20_000).putInt(20, 20_000);
        CRC32 sum = new CRC32();
        sum.update(huge, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertTrue(Logo.of(huge).isEmpty());
    }
}
