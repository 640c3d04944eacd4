package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** One more language takes one value and its words. */
class AnotherLanguageTest {
    private static final Language ESPERANTO = new Language(
            "eo",
            "eo-001",
            "EO",
            "\u00a0%",
            "\u00a0p.p.",
            new Language.Dates("d MMM yyyy", "d MMM yyyy HH:mm:ss", "d MMM", "MMM yyyy"));

    @Test
    void itSaysItsWordsWithItsSigns() {
        Messages words = Messages.in(ESPERANTO);
        assertEquals("51.4\u00a0% de la grafika procesoro", words.say("greeting.share", new Percent(0.514)));
        assertEquals("2 pecoj: −3.0\u00a0p.p.", words.say("greeting.gap", 2, new Points(-0.03)));
    }

    @Test
    void wordsThatLackItAreTheStandardLanguages() {
        Wording both = new Wording(Map.of(Language.ENGLISH, "host", Language.KOREAN, "호스트"));
        assertEquals("host", both.in(ESPERANTO));
        assertEquals("gastiganto", new Wording(Map.of(ESPERANTO, "gastiganto")).in(ESPERANTO));
    }
}
