package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilizationInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"75|0.75", "75%|0.75", " 75.5 % |0.755", "75,5|0.755", "0|0", "100|1", ".5|0.005", "+3|0.03"})
    void readsPercentages(String typed, double ratio) {
        assertEquals(Optional.of(ratio), UtilizationInput.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "–", "%", "n/a", "NaN"})
    void nothingOrADashIsNoReading(String typed) {
        assertTrue(Double.isNaN(UtilizationInput.parse(typed).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.1", "-1", "abc", "1,000.5", "1e999999999", "7 5", "٣"})
    void anythingElseIsNeither(String typed) {
        assertEquals(Optional.empty(), UtilizationInput.parse(typed));
    }

    @Property
    void exactLosesNothing(@ForAll @DoubleRange(min = 0, max = 1) double ratio) {
        assertEquals(Optional.of(ratio), UtilizationInput.parse(UtilizationInput.exact(ratio)));
    }
}
