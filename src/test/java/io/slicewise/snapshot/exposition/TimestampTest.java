package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.snapshot.exposition.ExpositionSummary.TimestampUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampTest {
    @ParameterizedTest
    @CsvSource({
        "1700000000123, false, 1700000000123, MILLISECONDS",
        "-2, false, -2, MILLISECONDS",
        "103948, false, 103948, MILLISECONDS",
        "1700000000, true, 1700000000000, SECONDS",
        "1700000000.123, true, 1700000000123, SECONDS",
        "1.5, true, 1500, SECONDS",
        "-1.5e0, true, -1500, SECONDS",
        "1700000000123, true, 1700000000123, MILLISECONDS"
    })
    void theFormatSaysTheUnit(String timestamp, boolean eof, long millis, TimestampUnit unit) {
        Reading reading = Reading.of("m 1 " + timestamp + "\n" + (eof ? "# EOF\n" : ""));
        assertEquals(millis, reading.only().timestamp());
        assertEquals(unit, reading.summary().timestamps());
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @CsvSource({"1700000000, 1700000000000", "1700000000.5, 1700000000500", "1.7e9, 1700000000000"})
    void secondsWithoutASignOfOpenMetricsAreRecognizedAndSaid(String timestamp, long millis) {
        Reading reading = Reading.of("m 1 " + timestamp + "\n");
        assertEquals(millis, reading.only().timestamp());
        assertEquals(TimestampUnit.SECONDS, reading.summary().timestamps());
        assertEquals(List.of("timestampsInSeconds"), reading.faults());
    }

    @Test
    void bothUnitsInOneFileAreSaid() {
        Reading reading = Reading.of("m 1 1700000000\nm 1 1700000000000\n");
        assertEquals(
                List.of(1700000000000L, 1700000000000L),
                reading.samples().stream().map(Reading.Sample::timestamp).toList());
        assertEquals(TimestampUnit.BOTH, reading.summary().timestamps());
        assertEquals(List.of("timestampsInBoth"), reading.faults());
    }

    @Test
    void noTimestampIsNone() {
        Reading reading = Reading.of("m 1\n");
        assertEquals(SampleHandler.NO_TIMESTAMP, reading.only().timestamp());
        assertEquals(TimestampUnit.NONE, reading.summary().timestamps());
    }
}
