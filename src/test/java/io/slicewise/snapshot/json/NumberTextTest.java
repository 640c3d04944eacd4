package io.slicewise.snapshot.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static boolean reads(NumberText number, String text) {
        // surrounded, so that a look beyond the ends is seen
        char[] chars = ("9" + text + "9").toCharArray();
        return number.read(chars, 1, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "0.75, 0.75",
        ".5, 0.5",
        "5., 5",
        "+1e3, 1000",
        "7E-01, 0.7",
        "0.1234567890123456789, 0.1234567890123456789",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "1e22, 1e22",
        "1e23, 1e23",
        "4.9e-324, 4.9e-324",
        "1e-400, 0",
        "1e99999999999, Infinity",
        "0.000000000000000000000000000000001, 1e-33",
        "9223372036854775794, 9223372036854775794",
        "NaN, NaN",
        "+Inf, Infinity",
        "-inf, -Infinity",
        "Infinity, Infinity"
    })
    void numbersAreRead(String text, double expected) {
        NumberText number = new NumberText();
        assertTrue(reads(number, text));
        assertEquals(expected, number.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1e", "1e+", "1x", "1.2.3", "0x10", "1d", " 1", "1 ", "full", "--1", "٣"})
    void otherTextIsNoNumber(String text) {
        assertFalse(reads(new NumberText(), text));
    }

    @Property
    void everyDoubleIsReadBackAsItself(@ForAll double value) {
        NumberText number = new NumberText();
        assertTrue(reads(number, String.valueOf(value)));
        assertEquals(value, number.value());
    }

    @Property
    void shortDecimalsAreReadAsJavaReadsThem(@ForAll long digits, @ForAll @IntRange(min = 0, max = 25) int scale) {
        String text = java.math.BigDecimal.valueOf(digits, scale).toPlainString();
        NumberText number = new NumberText();
        assertTrue(reads(number, text));
        assertEquals(Double.parseDouble(text), number.value(), text);
    }
}
