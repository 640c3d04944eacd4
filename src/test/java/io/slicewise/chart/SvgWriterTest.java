package io.slicewise.chart;

import static io.slicewise.chart.ChartSamples.MEASURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart.Total;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgWriterTest {
    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    @TestFactory
    Stream<DynamicTest> everyChartIsWellFormedAndComplete() {
        return ChartSamples.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Drawing drawing = ChartLayout.layout(entry.getValue(), 640, 400, MEASURE);
                    Element svg = parse(SvgWriter.write(drawing, Palette.DARK));
                    assertEquals("http://www.w3.org/2000/svg", svg.getNamespaceURI());
                    assertEquals("0 0 640 400", svg.getAttribute("viewBox"));
                    for (Class<?> kind : List.of(Mark.Label.class, Mark.Line.class, Mark.Dot.class)) {
                        String tag =
                                kind == Mark.Label.class ? "text" : kind == Mark.Line.class ? "polyline" : "circle";
                        long marks = drawing.marks().stream()
                                .filter(kind::isInstance)
                                .count();
                        assertEquals(marks, svg.getElementsByTagName(tag).getLength(), tag);
                    }
                }));
    }

    @Test
    void wordsOfAnyKindSurvive() throws Exception {
        String name = "<b>&\"quotes\"' \u0001 한글 \uD83D\uDE00 ]]>";
        BridgeChart chart = new BridgeChart(
                ChartHeading.of(name, "").withSummary("a & b"),
                "Step",
                ChartSamples.UTILIZATION,
                ChartSamples.CHANGE,
                List.of(Total.of("x", 0.5, ColorRole.WEIGHTED)),
                List.of());
        Element svg = parse(SvgWriter.write(ChartLayout.layout(chart, 640, 400, MEASURE), Palette.LIGHT));
        String expected = name.replace('\u0001', '\uFFFD');
        assertEquals(expected, svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(expected, svg.getElementsByTagName("text").item(0).getTextContent());
        assertEquals("a & b", svg.getElementsByTagName("desc").item(0).getTextContent());
    }

    @Test
    void coloursAreThoseOfThePalette() {
        Drawing drawing = ChartLayout.layout(ChartSamples.gap(), 640, 400, MEASURE);
        assertTrue(SvgWriter.write(drawing, Palette.LIGHT).contains("fill=\"#B45309\""));
        assertTrue(SvgWriter.write(drawing, Palette.DARK).contains("fill=\"#FFB454\""));
    }
}
