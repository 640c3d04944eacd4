package io.slicewise.desktop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The glossary is complete, leads on, and finds what is looked for. */
class GlossaryTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    private static final Messages KOREAN = Messages.in(Language.KOREAN);

    @Test
    void withoutAWishAllTermsStandThereInTheOrderOfTheirNames() {
        List<String> names = Glossary.find(" ", ENGLISH).stream()
                .map(term -> ENGLISH.say(term.title()))
                .toList();
        assertEquals(Term.values().length, names.size());
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    }

    @Test
    void whatHasTheWordInItsNameComesBeforeWhatMentionsIt() {
        List<Term> found = Glossary.find("Ceiling", ENGLISH);
        assertEquals(Term.CEILING, found.getFirst());
        List<Term> korean = Glossary.find("가중", KOREAN);
        assertTrue(korean.containsAll(List.of(Term.WEIGHTED, Term.WEIGHT_BASIS)), korean::toString);
        assertEquals(List.of(), Glossary.find("xyzzy", ENGLISH));
        assertTrue(Glossary.find("σc·u", ENGLISH).contains(Term.WEIGHTED), "formulas are searched too");
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void everyTermHasANameOfItsOwnAndAMeaning(Language language) {
        Messages words = Messages.in(language);
        Set<String> names = new HashSet<>();
        for (Term term : Term.values()) {
            assertTrue(names.add(words.say(term.title())), () -> words.say(term.title()) + " is there twice");
            assertTrue(words.say(term.meaning()).length() > 30, () -> term + ": " + words.say(term.meaning()));
        }
    }

    @Test
    void everyTermLeadsOnAndEveryTermIsLedTo() {
        Set<Term> reached = EnumSet.noneOf(Term.class);
        for (Term term : Term.values()) {
            assertFalse(term.related().contains(term), term::name);
            assertFalse(term.related().isEmpty(), term::name);
            reached.addAll(term.related());
        }
        assertTrue(reached.size() > Term.values().length * 2 / 3, () -> "reached: " + reached);
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void everyChapterAndEveryKeyHasWords(Language language) {
        Messages words = Messages.in(language);
        for (Chapter chapter : Chapter.values()) {
            assertFalse(chapter.paragraphs().isEmpty(), chapter::name);
            chapter.paragraphs().forEach(text -> assertFalse(words.say(text).startsWith("help."), text::key));
        }
        for (KeyGroup group : KeyGroup.values()) {
            group.keys().forEach(key -> {
                assertFalse(words.say(key.keys()).startsWith("help."), key.keys()::key);
                assertFalse(words.say(key.does()).startsWith("help."), key.does()::key);
            });
        }
    }

    @Test
    void theProductSaysWhatItIsMadeOfAndUnderWhichLicences() {
        List<Component> all = Component.all();
        assertEquals("Slicewise", all.getFirst().name());
        all.stream().skip(1).forEach(it -> assertFalse(it.licence().isEmpty(), it::name));
        assertEquals(
                System.getProperty("java.version"),
                all.stream()
                        .filter(it -> it.name().equals("OpenJDK"))
                        .findFirst()
                        .orElseThrow()
                        .version());
    }
}
