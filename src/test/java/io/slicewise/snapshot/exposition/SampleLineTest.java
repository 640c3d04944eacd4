package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.slicewise.text.Problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleLineTest {
    private static final String DCGM =
            "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-1\",GPU_I_PROFILE=\"1g.5gb\","
                    + "GPU_I_ID=\"7\",container=\"\",pod=\"\"} 0.999917\n";

    @Test
    void anExporterLineIsASample() {
        Reading reading = Reading.of(DCGM);
        assertEquals(
                new Reading.Sample(
                        "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                        Map.of(
                                "gpu",
                                "0",
                                "UUID",
                                "GPU-1",
                                "GPU_I_PROFILE",
                                "1g.5gb",
                                "GPU_I_ID",
                                "7",
                                "container",
                                "",
                                "pod",
                                ""),
                        0.999917,
                        SampleHandler.NO_TIMESTAMP,
                        1),
                reading.only());
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "m 1",
                "  m   1   ",
                "\tm\t1\t",
                "m{} 1",
                "m {  } 1",
                "m{}1",
                "m{} 1 \r",
                "\uFEFFm 1",
                "{\"m\"} 1",
                "{ \"m\" , } 1"
            })
    void blanksAndBracesMayStandWhereTheyWant(String line) {
        Reading reading = Reading.of(line + "\n");
        assertEquals(new Reading.Sample("m", Map.of(), 1, SampleHandler.NO_TIMESTAMP, 1), reading.only());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void labelsComeInAnyOrderWithBlanksAndATrailingComma() {
        Reading.Sample sample = Reading.of("m { b\t= \"2\" ,a=\"1\", } -Inf\n").only();
        assertEquals(List.of("b", "a"), List.copyOf(sample.labels().keySet()));
        assertEquals(Map.of("b", "2", "a", "1"), sample.labels());
        assertEquals(Double.NEGATIVE_INFINITY, sample.value());
    }

    @Test
    void escapesInValuesAreUndone() {
        Reading.Sample sample = Reading.of("m{a=\"x\\\\y\\\"z\\nw\",b=\"}, 3\",c=\"\\\\\",d=\"한국 🙂\"} 1\n")
                .only();
        assertEquals(Map.of("a", "x\\y\"z\nw", "b", "}, 3", "c", "\\", "d", "한국 🙂"), sample.labels());
    }

    @Test
    void anUnknownEscapeStaysAsItIsAndIsSaid() {
        Reading reading = Reading.of("m{path=\"C:\\Temp\"} 1\nm{path=\"C:\\Temp\"} 2\n");
        assertEquals(2, reading.samples().size());
        assertEquals("C:\\Temp", reading.samples().getLast().labels().get("path"));
        assertEquals(List.of("unknownEscape", "unknownEscape"), reading.faults());
    }

    @Test
    void namesInBracesMayHoldAnything() {
        Reading.Sample sample = Reading.of("{a=\"1\",\"my.metric \\\"x\\\"\",\"label.name\"=\"v\"} 1\n")
                .only();
        assertEquals("my.metric \"x\"", sample.metric());
        assertEquals(Map.of("a", "1", "label.name", "v"), sample.labels());
    }

    @Test
    void aQuotedNameAndAPlainOneAreTheSameMetric() {
        List<Metric> metrics = new ArrayList<>();
        read(
                "m{a=\"1\"} 1\n{\"m\",a=\"1\"} 2\n{a=\"1\",\"m\"} 3\n",
                (metric, labels, value, millis, line) -> metrics.add(metric));
        assertEquals(3, metrics.size());
        assertSame(metrics.get(0), metrics.get(1));
        assertSame(metrics.get(0), metrics.get(2));
    }

    @Test
    void theSameBlockIsTheSameObject() {
        List<ExpositionLabels> labels = new ArrayList<>();
        read(
                "m{a=\"1\"} 1\nm{a=\"2\"} 2\nn{a=\"2\"} 3\nn{a=\"1\"} 4\nn 5\n",
                (metric, block, value, millis, line) -> labels.add(block));
        assertSame(labels.get(0), labels.get(3));
        assertSame(labels.get(1), labels.get(2));
        assertEquals(
                List.of(1, 2, 2, 1, 0),
                labels.stream().map(ExpositionLabels::id).toList());
        assertEquals("2", labels.get(1).get("a"));
        assertNull(labels.get(1).get("A"));
        assertEquals("{a=\"2\"}", labels.get(1).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Empty MIG enabled           | notASample      | 1",
                "Active 2*1g.5gb + 2g.10gb   | notASample      | 1",
                "metric                      | notASample      | 1",
                "metric blubb                | notASample      | 1",
                "@metric 1                   | metricName      | 1",
                "9metric 1                   | metricName      | 1",
                "met-ric 1                   | metricName      | 4",
                "<html>                      | metricName      | 1",
                "{a=\"1\"} 1                 | nameMissing     | 1",
                "{} 1                        | nameMissing     | 1",
                "{\"\"} 1                    | nameMissing     | 2",
                "m{\"n\"} 1                  | nameTwice       | 2",
                "{\"m\",\"n\"} 1             | nameTwice       | 6",
                "m{@=\"1\"} 1                | labelName       | 3",
                "m{,} 1                      | labelName       | 3",
                "m{a=\"1\",,b=\"2\"} 1       | labelName       | 9",
                "m{\"\"=\"1\"} 1             | labelName       | 3",
                "m{1a=\"1\"} 1               | labelName       | 3",
                "m{a:b=\"1\"} 1              | labelEquals     | 4",
                "m{a+=\"1\"} 1               | labelEquals     | 4",
                "m{a} 1                      | labelEquals     | 4",
                "m{a=1} 1                    | labelQuote      | 5",
                "m{a=\"1} 1                  | labelUnclosed   | 5",
                "m{a=\"1\\\"} 1              | labelUnclosed   | 5",
                "m{a=\"1\\                   | labelUnclosed   | 5",
                "{\"m 1                      | labelUnclosed   | 2",
                "m{a=\"1\"+} 1               | labelSeparator  | 8",
                "m{a=\"1\" b=\"2\"} 1        | labelSeparator  | 9",
                "m{a=\"1\"                   | labelSeparator  | 8",
                "m{a=\"1\",a=\"2\"} 1        | labelTwice      | 2",
                "m{__name__=\"n\"} 1         | nameTwice   | 2",
                "m{a=\"1\"}                  | value           | 9",
                "m{a=\"1\"} x                | value           | 10",
                "{\"m\"} x                   | value           | 7",
                "m 1e400                     | notASample      | 1",
                "m 1 x                       | timestamp       | 5",
                "m 1 2.72                    | timestamp       | 5",
                "m 1 NaN                     | timestamp       | 5",
                "m 1 1e300                   | timestamp       | 5",
                "m 1 2 3                     | afterSample     | 7",
            })
    void aMalformedLineIsLeftOutAndReported(String line, String fault, int column) {
        Reading reading = Reading.of("before 1\n" + line + "\nafter 2\n");
        assertEquals(
                List.of("before", "after"),
                reading.samples().stream().map(Reading.Sample::metric).toList());
        assertEquals(List.of(fault), reading.faults());
        assertEquals("scrape.prom:2", reading.problems().getFirst().where().toString());
        assertEquals(
                (long) column, reading.problems().getFirst().message().args().get(1));
        assertEquals(Severity.WARNING, reading.problems().getFirst().severity());
        assertEquals(1, reading.summary().leftOut());
    }

    @Test
    void aProblemSaysWhatWasExpectedAndWhatWasFound() {
        assertEquals(
                List.of("scrape.prom:1 Expected a label value in double quotes. Column 5: “bla} 3”. The line was left"
                        + " out."),
                Reading.of("m{a=bla} 3\n").english());
        assertEquals(
                List.of("scrape.prom:1 Expected a number as the value. Column 4: end of the line. The line was left"
                        + " out."),
                Reading.of("m{}\n").english());
    }

    @Test
    void theSameLabelAmongManyIsFound() {
        StringBuilder block = new StringBuilder("m{");
        for (int i = 0; i < 5000; i++) {
            block.append("l").append(i).append("=\"").append(i).append("\",");
        }
        assertEquals(5000, Reading.of(block + "} 1\n").only().labels().size());
        assertEquals(List.of("labelTwice"), Reading.of(block + "l17=\"\"} 1\n").faults());
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedAndSaid() {
        byte[] line = "m{a=\"caf\u00e9\",b=\"ok\"} 1\n".getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = Reading.of(line);
        assertEquals(Map.of("a", "caf\ufffd", "b", "ok"), reading.only().labels());
        assertEquals(List.of("notUtf8"), reading.faults());
    }

    @Test
    void exemplarsAreReadOver() {
        Reading reading = Reading.of("""
            m_bucket{le="1"} 11 # {trace_id="a}b"} 0.67 1520879607.789
            m_total 3 1520879607.5 # {} 1
            # EOF
            """);
        assertEquals(List.of(), reading.problems());
        assertEquals(11, reading.samples().getFirst().value());
        assertEquals(1520879607500L, reading.samples().getLast().timestamp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"m 1 # x", "m 1 # {a=1} 1", "m 1 # {}", "m 1 # {} x", "m 1 # {} 1 2 3"})
    void aBrokenExemplarCostsNoSample(String line) {
        Reading reading = Reading.of(line + "\nn 2\n");
        assertEquals(2, reading.samples().size());
        assertEquals(List.of("exemplar"), reading.faults());
        assertEquals(0, reading.summary().leftOut());
    }

    @Test
    void aMetricThatIsNotWantedIsSkippedOnceItIsKnown() {
        List<String> asked = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        SampleHandler handler = new SampleHandler() {
            @Override
            public boolean wants(Metric metric) {
                asked.add(metric.name());
                return metric.name().startsWith("yes");
            }

            @Override
            public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
                values.add(value);
            }
        };
        ExpositionSummary summary = read(
                "no{a=\"1\"} 1\n"
                        + "yes 2\n"
                        + "no{broken\n"
                        + "no 3\n"
                        + "yes{a=\"1\"} 4\n"
                        + "yesno 5\n"
                        + "yes 6\n"
                        + "Empty MIG enabled\n"
                        + "{\"no\"} 7\n",
                handler);
        assertEquals(List.of("no", "yes", "yesno"), asked);
        assertEquals(List.of(2.0, 4.0, 5.0, 6.0), values);
        assertEquals(4, summary.skipped());
        assertEquals(4, summary.samples());
        assertEquals(1, summary.leftOut(), "words are not a metric that nobody wants");
    }

    private static ExpositionSummary read(String text, SampleHandler handler) {
        try {
            return ExpositionReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x", handler, ReadWatch.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
