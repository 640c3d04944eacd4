package io.slicewise.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares in words: as people say them where that is exact. */
class FractionTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, all, 전부",
        "1, 2, half, 절반",
        "1, 3, a third, 3분의 1",
        "2, 3, two thirds, 3분의 2",
        "1, 4, a quarter, 4분의 1",
        "3, 4, three quarters, 4분의 3",
        "1, 5, a fifth, 5분의 1",
        "3, 5, three fifths, 5분의 3",
        "1, 6, a sixth, 6분의 1",
        "5, 6, five sixths, 6분의 5",
        "1, 7, a seventh, 7분의 1",
        "6, 7, six sevenths, 7분의 6",
        "1, 8, an eighth, 8분의 1",
        "7, 8, seven eighths, 8분의 7",
        "1, 9, 11.1%, 11.1%",
        "0, 1, 0.0%, 0.0%",
        "60, 76, 78.9%, 78.9%"
    })
    void exactSharesAreFractions(int part, int whole, String english, String korean) {
        assertEquals(english, Told.english(Fraction.of((double) part / whole)));
        assertEquals(korean, Told.korean(Fraction.of((double) part / whole)));
    }

    @ParameterizedTest
    @CsvSource({"0.501, 50.1%", "0.3333, 33.3%"})
    void nearlyIsNotExact(double share, String english) {
        assertEquals(english, Told.english(Fraction.of(share)));
    }
}
