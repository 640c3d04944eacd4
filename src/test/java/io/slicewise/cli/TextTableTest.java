package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        '',          0
        GPU 0,       5
        가중 평균,    9
        −3.0%p,      6
        ＧＰＵ,       6
        e\u0301,     1
        漢字,         4
        """)
    void aTextIsAsWideAsItsCells(String text, int cells) {
        assertEquals(cells, TextTable.width(text));
    }

    @Test
    void columnsStandUnderEachOtherAndNumbersAtTheRight() {
        TextTable table = new TextTable(List.of(TextTable.text("모델"), TextTable.number("값"), TextTable.text("비고")));
        table.row(List.of("a100-80gb", "7", ""));
        table.row(List.of("가상", "108", "x"));
        assertEquals(
                List.of(
                        "모델        값  비고", //
                        "a100-80gb    7",
                        "가상       108  x"),
                table.lines());
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("one")));
    }
}
