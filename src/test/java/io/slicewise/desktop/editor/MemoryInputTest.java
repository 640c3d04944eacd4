package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4|4096", "4.5 GiB|4608", "4,5|4608", "800 MiB|800", "50 %|4864", "0|0", "9.5|9728"})
    void readsAmountsOfMemory(String typed, double mib) {
        assertEquals(Optional.of(mib), MemoryInput.parse(typed, 9.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "–", "NaN"})
    void nothingOrADashIsNoReading(String typed) {
        assertEquals(Optional.of(Double.NaN), MemoryInput.parse(typed, 9.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.6", "101%", "-1", "much", "1e3"})
    void moreThanThereIsIsNone(String typed) {
        assertEquals(Optional.empty(), MemoryInput.parse(typed, 9.5));
    }
}
