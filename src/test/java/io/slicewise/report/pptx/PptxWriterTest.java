package io.slicewise.report.pptx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.page.Addressee;
import io.slicewise.page.Section;
import io.slicewise.page.Slides;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.Subjects;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.text.Language;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;

class PptxWriterTest {
    private static final PictureFont FONT = PictureFont.shipped();

    private static XMLSlideShow written(Template template, String sample, Language language) throws IOException {
        Report report = Subjects.report(
                template, sample, Options.of(language, Audience.MANAGER).withByline("Dana Kim", "22 November 2026"));
        return new XMLSlideShow(new ByteArrayInputStream(PptxWriter.write(report, FONT.measure())));
    }

    private static List<XSLFChart> charts(XMLSlideShow show) {
        List<XSLFChart> charts = new ArrayList<>();
        for (XSLFSlide slide : show.getSlides()) {
            for (POIXMLDocumentPart part : slide.getRelations()) {
                if (part instanceof XSLFChart chart) {
                    charts.add(chart);
                }
            }
        }
        return charts;
    }

    @Test
    void everySlideHasATitleAndTheSummaryHasNotes() throws IOException {
        try (XMLSlideShow show = written(Template.FULL, Subjects.MAIN, Language.KOREAN)) {
            assertEquals(960, show.getPageSize().width);
            assertEquals(540, show.getPageSize().height);
            // POI takes the title of a cover for none
            show.getSlides().stream()
                    .skip(1)
                    .forEach(slide -> assertFalse(slide.getTitle().isBlank()));
            assertEquals(
                    "대표 예시: 1g 3개와 2g 1개",
                    show.getSlides().getFirst().getPlaceholder(0).getText());
            String notes =
                    show.getSlides().get(1).getNotes().getTextParagraphs().toString();
            assertFalse(notes.isEmpty());
            assertEquals("Dana Kim", show.getProperties().getCoreProperties().getCreator());
        }
    }

    @Test
    void theBridgeIsAChartWhoseNumbersCanBeEdited() throws Exception {
        try (XMLSlideShow show = written(Template.FULL, Subjects.MAIN, Language.ENGLISH)) {
            XSLFChart chart = charts(show).stream()
                    .filter(it -> it.getChartSeries()
                                    .getFirst()
                                    .getSeries(0)
                                    .getCategoryData()
                                    .getPointCount()
                            == 8)
                    .findFirst()
                    .orElseThrow();
            XDDFChartData data = chart.getChartSeries().getFirst();
            List<Double> weighted = new ArrayList<>();
            for (int i = 0; i < data.getSeriesCount(); i++) {
                for (int row = 0; row < 8; row++) {
                    if (data.getSeries(i).getCategoryData().getPointAt(row).equals("Weighted")) {
                        weighted.add(((Number) data.getSeries(i).getValuesData().getPointAt(row)).doubleValue());
                    }
                }
            }
            assertTrue(weighted.contains(72.0), weighted::toString);
            assertEquals(1, chart.getWorkbook().getNumberOfSheets());
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingLeavesItsSlide() {
        return Stream.of(Template.values())
                .flatMap(template -> Stream.of(Subjects.HOST, "snapshot-faults.prom")
                        .map(sample -> DynamicTest.dynamicTest(template.id() + " " + sample, () -> {
                            try (XMLSlideShow show = written(template, sample, Language.KOREAN)) {
                                for (XSLFSlide slide : show.getSlides()) {
                                    slide.getShapes().forEach(shape -> check(slide, shape));
                                }
                            }
                        })));
    }

    private static void check(XSLFSlide slide, XSLFShape shape) {
        Rectangle2D at = shape.getAnchor();
        assertTrue(
                at.getMinX() >= 0 && at.getMaxX() <= 960.5 && at.getMinY() >= 0 && at.getMaxY() <= 540.5,
                () -> slide.getTitle() + " " + shape.getShapeName() + " " + at);
    }

    @Test
    void linesAreChartsWhoseNumbersCanBeEdited() throws Exception {
        try (XMLSlideShow show = written(Template.COMPARISON, "snapshot-range.json", Language.KOREAN)) {
            XSLFChart chart = charts(show).stream()
                    .filter(it -> it.getChartSeries().getFirst() instanceof XDDFLineChartData)
                    .findFirst()
                    .orElseThrow();
            XDDFChartData data = chart.getChartSeries().getFirst();
            assertEquals(4, data.getSeriesCount(), "three figures and the alert");
            assertEquals(240, data.getSeries(1).getValuesData().getPointCount());
            assertEquals(
                    Grouping.STANDARD, ((XDDFLineChartData) data).getGrouping(), "PowerPoint repairs a file without");
            assertEquals(241, chart.getWorkbook().getSheetAt(0).getPhysicalNumberOfRows());
        }
        try (XMLSlideShow show = written(Template.TECHNICAL, Subjects.MAIN, Language.ENGLISH)) {
            XDDFChartData data = charts(show).stream()
                    .map(chart -> chart.getChartSeries().getFirst())
                    .filter(XDDFScatterChartData.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertEquals(88.0, data.getSeries(1).getValuesData().getPointAt(1));
        }
    }

    @Test
    void chartsAndTablesAreSaidInWords() throws IOException {
        try (XMLSlideShow show = written(Template.COMPARISON, "snapshot-range.json", Language.ENGLISH)) {
            int frames = 0;
            for (XSLFSlide slide : show.getSlides()) {
                for (CTGraphicalObjectFrame frame :
                        slide.getXmlObject().getCSld().getSpTree().getGraphicFrameArray()) {
                    frames++;
                    String words = frame.getNvGraphicFramePr().getCNvPr().getDescr();
                    assertTrue(words != null && !words.isBlank(), slide::getTitle);
                }
            }
            assertTrue(frames >= 6, "charts and tables: " + frames);
        }
    }

    @Test
    void theSlidesOfTheExplanationAreThoseThatArePresented() throws IOException {
        Subject subject = Subjects.of(Subjects.HOST, Language.ENGLISH);
        List<String> presented = Slides.of(
                        subject, Addressee.of(Language.ENGLISH, Audience.MANAGER, Thresholds.DEFAULT), DeckPlan.ALL)
                .stream()
                .map(Section::title)
                .toList();
        try (XMLSlideShow show = written(Template.FULL, Subjects.HOST, Language.ENGLISH)) {
            List<String> titles = show.getSlides().stream()
                    .skip(1)
                    .map(XSLFSlide::getTitle)
                    .distinct()
                    .toList();
            assertEquals(presented, titles);
            assertTrue(
                    show.getSlides().size() <= 15, "slides: " + show.getSlides().size());
        }
    }

    @Test
    void theVerdictIsABarOfThreePartsThatSumUp() throws Exception {
        try (XMLSlideShow show = written(Template.EXECUTIVE, Subjects.MAIN, Language.ENGLISH)) {
            XDDFChartData data = charts(show).getFirst().getChartSeries().getFirst();
            assertEquals(3, data.getSeriesCount());
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += ((Number) data.getSeries(i).getValuesData().getPointAt(0)).doubleValue();
            }
            assertEquals(100, sum, 1e-4);
        }
    }

    @TestFactory
    Stream<DynamicTest> aLargeFleetHasAtMostFifteenSlides() {
        return Stream.of(Template.FULL, Template.FLEET, Template.EXECUTIVE)
                .flatMap(template -> Language.all().stream()
                        .map(language -> DynamicTest.dynamicTest(template + " " + language, () -> {
                            Report report = Report.of(
                                    template, List.of(Subjects.large()), Options.of(language, Audience.MANAGER));
                            byte[] file = PptxWriter.write(report, FONT.measure());
                            try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file))) {
                                assertTrue(
                                        show.getSlides().size() <= 15,
                                        show.getSlides().size() + " slides");
                            }
                        })));
    }

    @Test
    void theBridgeShowsItsCeiling() throws Exception {
        try (XMLSlideShow show = written(Template.FULL, Subjects.MAIN, Language.ENGLISH)) {
            XDDFChartData.Series ceiling = charts(show).stream()
                    .flatMap(chart -> chart.getChartSeries().stream())
                    .filter(XDDFLineChartData.class::isInstance)
                    .map(data -> data.getSeries(0))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    71.428571, ((Number) ceiling.getValuesData().getPointAt(0)).doubleValue(), 1e-6, "5 of 7 slices");
        }
    }

    @Test
    void tablesAreTables() throws IOException {
        try (XMLSlideShow show = written(Template.FLEET, Subjects.HOST, Language.ENGLISH)) {
            List<XSLFTable> tables = show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .map(XSLFTable.class::cast)
                    .toList();
            assertTrue(tables.size() >= 4);
            assertTrue(tables.getFirst().getCTTable().getTblPr().getFirstRow());
            assertEquals("GPU", tables.getFirst().getCell(0, 0).getText());
            assertEquals("GPU 7", tables.getFirst().getCell(1, 0).getText());
        }
    }
}
