package io.slicewise.report.pptx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.SlideTemplate;
import io.slicewise.report.Subjects;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/** Every part of a presentation is valid against the schemas of ECMA-376, with the product's own master and another's. */
class SlidesSchemaTest {
    private static final PictureFont FONT = PictureFont.shipped();

    /** Where the build puts the schemas, which come with the full jar of POI's. */
    private static final File SCHEMAS = new File("target/ooxml-schemas/org/apache/poi/schemas/ooxml/src");

    private static Schema schema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(
                Stream.of("dml-main.xsd", "dml-chart.xsd", "pml.xsd", "shared-documentPropertiesExtended.xsd")
                        .map(name -> new StreamSource(new File(SCHEMAS, name)))
                        .toArray(Source[]::new));
    }

    static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static List<String> faults(byte[] file) throws IOException, SAXException {
        Schema schema = schema();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts(file).entrySet()) {
            if (part.getKey().matches("ppt/.*\\.xml|docProps/app\\.xml")) {
                try {
                    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(part.getValue())));
                } catch (SAXException e) {
                    faults.add(part.getKey() + ": " + e.getMessage());
                }
            }
        }
        return faults;
    }

    private static byte[] written(Template template, String sample, Options options) {
        return PptxWriter.write(Subjects.report(template, sample, options), FONT.measure());
    }

    @TestFactory
    Stream<DynamicTest> everyPartIsValid() {
        assumeTrue(SCHEMAS.isDirectory(), "the build unpacks the schemas");
        return Stream.of(Template.values())
                .flatMap(template -> Stream.of(Subjects.HOST, "snapshot-range.json")
                        .map(sample -> DynamicTest.dynamicTest(
                                template + " " + sample,
                                () -> assertEquals(
                                        List.of(),
                                        faults(written(
                                                template,
                                                sample,
                                                Options.of(Language.KOREAN, Audience.MANAGER)
                                                        .withByline("김다나", "2026년 11월 22일")))))));
    }

    /** A company's template: POI's own example, 4:3, with a slide, as PowerPoint saves a template. */
    private static byte[] company() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("An example");
            OPCPackage file = show.getPackage();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.replaceContentType(
                    XSLFRelation.MAIN.getContentType(),
                    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml");
            show.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aCompanysTemplateIsFilled() throws Exception {
        SlideTemplate template = PptxTemplate.of(company()).orElseThrow();
        Options options = Options.of(Language.ENGLISH, Audience.MANAGER)
                .withByline("Dana Kim", "22 November 2026")
                .withSlides(template);
        byte[] file = written(Template.FULL, Subjects.HOST, options);
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            assertEquals(720, show.getPageSize().width);
            assertTrue(
                    show.getSlides().stream().skip(1).noneMatch(slide -> slide.getTitle() == null), "all have titles");
            assertEquals(
                    "A host with eight GPUs",
                    show.getSlides().getFirst().getPlaceholder(0).getText());
            assertEquals(
                    "Office Theme", show.getSlideMasters().getFirst().getTheme().getName());
            show.getSlides()
                    .forEach(slide -> slide.getShapes()
                            .forEach(shape -> assertTrue(
                                    shape.getAnchor().getMaxX() <= 720.5
                                            && shape.getAnchor().getMaxY() <= 540.5,
                                    () -> slide.getTitle() + " " + shape.getShapeName() + " " + shape.getAnchor())));
        }
        if (SCHEMAS.isDirectory()) {
            assertEquals(
                    List.of(),
                    faults(file).stream().filter(it -> !it.contains("smtClean")).toList());
        }
        assertTrue(PptxTemplate.of("no presentation".getBytes(StandardCharsets.US_ASCII))
                .isEmpty());
        assertTrue(PptxTemplate.of(new byte[0]).isEmpty());
    }

    /** Of all kinds of templates: titles are titles, what it shows itself with is gone, and its bars stay free. */
    @TestFactory
    Stream<DynamicTest> aCompanysOwnLayoutsAreFilled() {
        return Stream.of(Company.old(), Company.lightOnDark(), Company.untitled())
                .map(company -> DynamicTest.dynamicTest(company.toString(), () -> {
                    SlideTemplate template = PptxTemplate.of(company.template()).orElseThrow();
                    Options options = Options.of(Language.KOREAN, Audience.MANAGER)
                            .withByline("김다나", "2026년 11월 22일")
                            .withSlides(template);
                    byte[] file = written(Template.FULL, Subjects.HOST, options);
                    filled(company, file);
                    parts(file)
                            .forEach((name, part) -> assertFalse(
                                    new String(part, StandardCharsets.UTF_8).contains(Company.example()), name));
                    if (SCHEMAS.isDirectory()) {
                        assertEquals(List.of(), faults(file));
                    }
                }));
    }

    private static void filled(Company company, byte[] file) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            List<XSLFSlide> slides = show.getSlides();
            assertTrue(slides.size() <= 15, () -> slides.size() + " slides");
            String layouts = slides.stream()
                    .map(slide -> slide.getSlideLayout().getName())
                    .distinct()
                    .collect(Collectors.joining(", "));
            assertEquals(company.titled() ? "표지, 본문" : "빈 화면", layouts);
            for (XSLFSlide slide : slides) {
                String title = Layouts.placeholder(slide, Placeholder.TITLE)
                        .map(XSLFTextShape::getText)
                        .orElse("");
                assertFalse(title.isBlank(), () -> slide.getSlideName() + " has no title");
                for (XSLFShape shape : slide.getShapes()) {
                    Rectangle2D at = shape.getAnchor();
                    String place = title + ": " + shape.getShapeName() + " " + at;
                    assertTrue(at.getX() >= Units.toPoints(company.bar()), place);
                    assertTrue(at.getMaxX() <= show.getPageSize().width + 0.5, place);
                    assertTrue(at.getMaxY() <= show.getPageSize().height + 0.5, place);
                }
            }
        }
    }

    @Test
    void colorsAndFontsAreTheThemes() throws Exception {
        Map<String, byte[]> parts =
                parts(written(Template.FULL, Subjects.HOST, Options.of(Language.ENGLISH, Audience.MANAGER)));
        Set<String> typefaces = new TreeSet<>();
        parts.forEach((name, bytes) -> {
            if (name.startsWith("ppt/slides/slide")) {
                String xml = new String(bytes, StandardCharsets.UTF_8);
                assertFalse(xml.contains("161B22"), () -> name + " has the colour of text by its number");
                if (xml.replace("<a:buFont typeface", "").contains("typeface=")) {
                    typefaces.add(name);
                }
            }
        });
        assertEquals(Set.of(), typefaces);
        String theme = new String(parts.getOrDefault("ppt/theme/theme1.xml", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(theme.contains("0B63C5") && theme.contains("Malgun Gothic"), theme);
    }

    @Test
    void datesAndAuthorsAreThoseOfTheReport() throws Exception {
        Options options = Options.of(Language.KOREAN, Audience.MANAGER).withByline("Dana Kim", "2026년 11월 22일");
        String core = new String(
                parts(written(Template.EXECUTIVE, Subjects.MAIN, options))
                        .getOrDefault("docProps/core.xml", new byte[0]),
                StandardCharsets.UTF_8);
        assertTrue(core.contains("2026-11-22T00:00:00Z</dcterms:created>"), core);
        assertTrue(core.contains("2026-11-22T00:00:00Z</dcterms:modified>"), core);
        assertTrue(core.contains("Dana Kim</cp:lastModifiedBy>"), core);
    }
}
