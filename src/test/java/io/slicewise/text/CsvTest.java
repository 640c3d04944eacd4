package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatWouldEndACellStandsInQuotes() {
        assertEquals("node-1 · GPU 0", Csv.cell("node-1 · GPU 0"));
        assertEquals("\"a,b\"", Csv.cell("a,b"));
        assertEquals("\"a \"\"b\"\"\"", Csv.cell("a \"b\""));
        assertEquals("\"a\nb\"", Csv.cell("a\nb"));
        assertEquals("", Csv.cell(""));
    }

    @Test
    void aNameThatASpreadsheetWouldRunStandsBehindAnApostrophe() {
        for (String start : List.of("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")) {
            assertEquals("'" + start + "HYPERLINK(1)", Csv.name(start + "HYPERLINK(1)"));
        }
        assertEquals("\"'＝A1,B1\"", Csv.name("＝A1,B1"));
        assertEquals("node-1", Csv.name("node-1"));
        assertEquals("", Csv.name(""));
    }

    @Test
    void numbersHaveAllTheirDigitsAndNothingIsNotZero() {
        assertEquals("0.7142857142857143", Csv.cell(5 / 7.0));
        assertEquals("0.0", Csv.cell(0.0));
        assertEquals("", Csv.cell(Double.NaN));
    }
}
