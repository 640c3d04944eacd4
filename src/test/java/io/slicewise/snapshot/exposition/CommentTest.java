package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTest {
    @Test
    void headersAreHandedOnUnescaped() {
        Reading reading = Reading.of("""
            # HELP m Ratio of time (in %).
            #TYPE m gauge
              # \tHELP  n  two\\nlines \\\\ "x"  \r
            # UNIT m_seconds seconds
            # HELP "my.metric" text
            # TYPE "my.metric" counter
            """);
        assertEquals(
                List.of(
                        "HELP m Ratio of time (in %).",
                        "TYPE m gauge",
                        "HELP n two\nlines \\ \"x\"",
                        "UNIT m_seconds seconds",
                        "HELP my.metric text",
                        "TYPE my.metric counter"),
                reading.headers());
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#", "# ", "#!", "# a comment", "# HELP", "# HELP ", "# HELPER m x", "# EOFX", "# TYPED", "#{} 1"
            })
    void otherCommentsAreReadOver(String comment) {
        Reading reading = Reading.of(comment + "\nm 1\n");
        assertEquals(List.of(), reading.headers());
        assertEquals(List.of(), reading.problems());
        assertEquals("m", reading.only().metric());
    }

    @Test
    void severalScrapesInOneFileAreNoProblem() {
        String scrape = "# HELP m help\n# TYPE m gauge\nm 1\n";
        Reading reading = Reading.of(scrape + scrape + scrape.replace("help", "other help"));
        assertEquals(3, reading.samples().size());
        assertEquals(List.of(), reading.problems());
        assertEquals(4, reading.summary().repeatedHeaders());
        assertEquals(List.of("HELP m help", "TYPE m gauge", "HELP m other help"), reading.headers());
    }

    @Test
    void openMetricsScrapesGluedTogetherAreReadToTheEnd() {
        Reading reading = Reading.of("# TYPE m gauge\nm 1 1700000000\n# EOF\n# TYPE m gauge\nm 2 1700000015\n# EOF\n");
        assertEquals(2, reading.samples().size());
        assertEquals(1700000015000L, reading.samples().getLast().timestamp());
        assertTrue(reading.summary().openMetrics());
        assertEquals(List.of(), reading.problems());
    }

    /** OpenMetrics: “# EOF” must be the last line. */
    @Test
    void samplesBehindTheEndThatBeginNothingAreLeftOut() {
        Reading reading = Reading.of("m 1\n# EOF\n\nm 2\n{\"m\"} 3\n");
        assertEquals(1, reading.samples().size());
        assertEquals(1, reading.problems().size());
        assertTrue(reading.summary().ended());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headerDiffers # HELP m one\n# HELP m two\nm 1\n",
                "headerDiffers # TYPE m gauge\n# TYPE m counter\nm 1\n",
                "typeLate m 1\n# TYPE m gauge\n",
                "typeUnknown # TYPE m bla\nm 1\n",
                "typeUnknown # TYPE m\nm 1\n",
                "headerName # TYPE met-ric gauge\nm 1\n",
                "headerName # HELP \"m text\nm 1\n"
            })
    void aDoubtfulHeaderIsNotedAndCostsNothing(String faultAndText) {
        int blank = faultAndText.indexOf(' ');
        Reading reading = Reading.of(faultAndText.substring(blank + 1));
        assertEquals(List.of(faultAndText.substring(0, blank)), reading.faults());
        assertEquals(Severity.INFO, reading.problems().getFirst().severity());
        assertEquals("m", reading.only().metric());
        assertEquals(0, reading.summary().leftOut());
    }

    @Test
    void boundsOfHistogramsAndQuantilesOfSummariesAreNumbers() {
        Reading reading = Reading.of("""
            # TYPE h histogram
            h_bucket{le="+Inf"} 1
            h_bucket{le="bla"} 1
            # TYPE s summary
            s{quantile="0.5"} 1
            s{quantile=""} 2
            s_sum 3
            free_bucket{le="bla"} 1
            """);
        assertEquals(List.of("numericLabel", "numericLabel"), reading.faults());
        assertEquals(6, reading.samples().size());
    }

    @Test
    void onlyOpenMetricsSaysUnitInfoOrEof() {
        assertFalse(Reading.of("# TYPE m gauge\nm 1\n").summary().openMetrics());
        assertTrue(Reading.of("# TYPE m info\nm_info 1\n").summary().openMetrics());
        assertTrue(
                Reading.of("# UNIT m_seconds seconds\nm_seconds 1\n").summary().openMetrics());
        assertTrue(Reading.of("m 1\n# EOF").summary().openMetrics());
    }
}
