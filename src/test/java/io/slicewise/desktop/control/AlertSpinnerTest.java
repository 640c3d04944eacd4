package io.slicewise.desktop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.desktop.document.AlertLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody types as the alert threshold. */
class AlertSpinnerTest {
    @ParameterizedTest
    @CsvSource({"85,85", "' 85 % ',85", "'84,6',85", "84.4,84", "0,1", "-3,1", "250,100", "'',70", "high,70", "NaN,70"})
    void becomesALevelThatCanBe(String typed, int percent) {
        AlertLevel level = new AlertLevel(70);
        assertEquals(percent, new AlertSpinner.Percent(level).fromString(typed));
    }
}
