package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that others published, where they are present beside the project. */
class CorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("slicewise.shared", "../shared")).resolve("corpus");

    private static Reading read(String file) throws IOException {
        Path path = CORPUS.resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> path + " is not there");
        return Reading.of(Files.readAllBytes(path));
    }

    @ParameterizedTest
    @CsvSource({
        "from_test_parse_0, 0",
        "from_test_parse_1, 3",
        "from_test_parse_2, 4",
        "from_test_parse_3, 12",
        "from_test_parse_4, 7",
        "minimal, 1"
    })
    void goodTextIsReadWithoutAProblem(String file, int samples) throws IOException {
        Reading reading = read("prometheus-text/" + file);
        assertEquals(samples, reading.samples().size());
        List<String> faults = reading.faults();
        // one of them has a timestamp that means early 1970 or, more likely, seconds
        assertEquals(file.equals("from_test_parse_2") ? List.of("timestampsInBoth") : List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({
        "0, lastLineOpen",
        "1, unknownEscape",
        "2, labelUnclosed",
        "3, labelName",
        "4, nameTwice",
        "5, labelEquals",
        "6, labelQuote",
        "7, numericLabel",
        "8, labelSeparator",
        "9, timestamp",
        "10, afterSample",
        "11, value",
        "12, headerDiffers",
        "13, headerDiffers",
        "14, typeLate",
        "15, typeUnknown",
        "16, headerName",
        "17, metricName",
        "18, nameMissing",
        "19, numericLabel"
    })
    void eachFaultIsReported(int number, String fault) throws IOException {
        List<String> faults =
                read("prometheus-text/from_test_parse_error_" + number).faults();
        assertFalse(faults.isEmpty());
        assertEquals(
                fault,
                faults.stream()
                        .filter(f -> number == 0 || !f.equals("lastLineOpen"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void aWholePageOfMetricsIsRead() throws IOException {
        Reading reading = read("prometheus-text/testdata-text.prom");
        assertEquals(List.of(), reading.problems());
        assertEquals(
                reading.summary().lines(),
                reading.samples().size() + reading.headers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "empty-mig-enabled.ini, 14, Emtpy MIG enabled",
        "mig-active-2x1g5gb-2g10gb.ini, 42, Active 2*1g.5gb + 2g.10gb"
    })
    void scrapesOfDcgmExporterAreReadBelowTheirHeading(String file, int samples, String heading) throws IOException {
        Reading reading = read("dcgm/" + file);
        assertEquals(samples, reading.samples().size());
        assertEquals("notASample", reading.faults().getFirst());
        assertEquals(
                "scrape.prom:1 Expected a metric with its value, or a comment that starts with #. Column 1: “" + heading
                        + "”. The line was left out.",
                reading.english().getFirst());
        assertEquals(1, reading.summary().leftOut());
    }
}
