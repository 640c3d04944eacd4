package io.slicewise.desktop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeadingsTest {
    @Test
    void aLongerWordNeedsMoreRoomAndHangulMoreThanLatin() {
        assertTrue(Headings.ems("Allocated share") > Headings.ems("Allocated"));
        assertTrue(Headings.ems("할당률") > Headings.ems("abc"));
        assertTrue(Headings.ems("ABC") > Headings.ems("abc"));
        assertTrue(Headings.ems("(i)") < Headings.ems("abc"));
        assertEquals(2.1, Headings.ems(""), 1e-9);
    }
}
