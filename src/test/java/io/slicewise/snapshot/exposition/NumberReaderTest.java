package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private final NumberReader reader = new NumberReader();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "08, 8",
        "5., 5",
        ".5, 0.5",
        "+.5e1, 5",
        "116.043000, 116.043",
        "0.000033, 0.000033",
        "1.7560473e+06, 1756047.3",
        "-3E3, -3000",
        "9223372036854775794, 9223372036854775794",
        "9223372036854775807, 9223372036854775807",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "0.3000000000000000444089209850062616169452667236328125, 0.30000000000000004",
        "4.9e-324, 4.9e-324",
        "1e-400, 0",
        "0x1p-2, 0.25",
        "0X1.8P1, 3",
        "NaN, NaN",
        "nan, NaN",
        "Inf, Infinity",
        "+Inf, Infinity",
        "-Inf, -Infinity",
        "+infinity, Infinity",
        "-INFINITY, -Infinity"
    })
    void readsWhatParseFloatReads(String token, double value) {
        assertEquals(token.length(), read(token), token);
        assertEquals(value, reader.value(), token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "1,5",
                "0x1",
                "0x",
                "0x1.8",
                "0xp1",
                "+NaN",
                "-nan",
                "infinit",
                "1e400",
                "-1e400",
                "0x1p5000",
                "_1",
                "1_2",
                "1_000.5",
                "0x_1p0",
                "1_",
                "1__0",
                "1_.5",
                "1._5",
                "1e_5",
                "0x1_p0",
                "1%",
                "--1",
                "٣",
                "½"
            })
    void refusesWhatParseFloatRefuses(String token) {
        assertEquals(-1, read(token), token);
    }

    @Test
    void aTokenWithoutEndIsNoNumber() {
        assertEquals(-1, read("1".repeat(5000)));
        assertEquals(-1, read("1" + "0".repeat(1000)), "beyond the range of a double");
    }

    @Test
    void knowsAWholeNumber() {
        read("-1700000000000");
        assertTrue(reader.whole());
        read("9223372036854775807123");
        assertTrue(reader.whole());
        read("1.0");
        assertFalse(reader.whole());
        read("1e3");
        assertFalse(reader.whole());
    }

    @Property
    void everyDoubleSurvives(@ForAll double value) {
        String token = Double.toString(value);
        assertEquals(token.length(), read(token), token);
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(reader.value()), token);
    }

    @Property
    void everyDecimalIsRoundedCorrectly(
            @ForAll @NumericChars @StringLength(min = 1, max = 25) String digits,
            @ForAll @IntRange(min = 0, max = 25) int decimals,
            @ForAll boolean negative) {
        int at = Math.max(0, digits.length() - decimals);
        String token = (negative ? "-" : "") + digits.substring(0, at) + "." + digits.substring(at);
        assertEquals(token.length(), read(token), token);
        double exact = new BigDecimal(token).doubleValue();
        assertEquals(exact, Math.abs(reader.value()) == 0 ? 0 : reader.value(), token);
    }

    private int read(String token) {
        byte[] bytes = (token + "\n" + " ".repeat(Bytes.SLACK)).getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0);
    }
}
