package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenSizeTest {
    private static final List<String> TABLE = List.of("titles", "a", "b", "c", "d", "e", "all");

    private static List<String> fitted(int rows, int columns) {
        return new ScreenSize(rows, columns).fitted(List.of("head", ""), TABLE, List.of("", "end"), n -> n + " more");
    }

    @Test
    void whatFitsIsAllThere() {
        assertEquals(11, fitted(11, 80).size());
        assertEquals(
                11,
                new ScreenSize(11, 80)
                                .fitted(List.of(), TABLE, List.of(), n -> "")
                                .size()
                        + 4);
        assertEquals(ScreenSize.UNKNOWN, ScreenSize.parse(""));
        assertEquals(ScreenSize.UNKNOWN, ScreenSize.parse("0 0\n"));
        assertEquals(new ScreenSize(24, 80), ScreenSize.parse("24 80\n"));
    }

    @Test
    void aLowScreenKeepsTheTitlesAndTheRowOfAllAndSaysHowManyAreMissing() {
        assertEquals(List.of("head", "", "titles", "a", "b", "3 more", "all", "", "end"), fitted(9, 80));
        assertEquals(List.of("head", "", "titles"), fitted(3, 80), "never more lines than the screen has");
    }

    @Test
    void aNarrowScreenCutsLinesByWhatLettersTakeUp() {
        List<String> lines = new ScreenSize(24, 9)
                .fitted(List.of("인스턴스 평균"), List.of("12345678", "123456789", "1234567890"), List.of(), n -> "");
        assertEquals(List.of("인스턴스…", "12345678", "123456789", "12345678…"), lines);
        assertTrue(lines.stream().allMatch(line -> TextTable.width(line) <= 9));
    }
}
