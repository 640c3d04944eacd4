package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void whatATerminalWouldObeyIsWrittenOut() {
        assertEquals("\\u001b[2J", Visible.line("\u001b[2J"));
        assertEquals("\\u009b31m", Visible.line("\u009b31m"));
        assertEquals("a\\u007fb\\u0000", Visible.line("a\u007fb\0"));
        assertEquals("gpu\\u202e0", Visible.line("gpu\u202e0"));
        assertEquals("\\u2066x\\u2069\\u200f\\u061c", Visible.line("\u2066x\u2069\u200f\u061c"));
        assertEquals("\\ud800!", Visible.line("\ud800!"));
    }

    @Test
    void linesStayWhereTheyAreMeant() {
        assertEquals("a\\nb\\tc\\r", Visible.line("a\nb\tc\r"));
        assertEquals("a\nb\\r\n", Visible.lines("a\nb\r\n"));
    }

    @Test
    void whatPeopleWriteStays() {
        String name = "학습 · GPU-0 \ud83d\udc69\u200d\ud83d\udcbb é";
        assertSame(name, Visible.line(name));
    }

    @Property
    void nothingHiddenIsLeft(@ForAll String text) {
        assertFalse(Visible.line(text).codePoints().anyMatch(Visible::isHidden));
        assertFalse(Visible.lines(text).replace("\n", "").codePoints().anyMatch(Visible::isHidden));
        assertEquals(Visible.line(text), Visible.line(Visible.line(text)));
    }
}
