package io.slicewise.promql.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.text.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions are taken and refused as Go does; on a real server {@code GrammarIT} compares many more. */
class RegexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b*c+?",
                "(?i)gpu-(?:a|b)-(?P<n>\\d+)",
                "[]a]|[^]a-z\\d-]",
                "[[:alpha:]]{2,3}",
                "a{,3}{",
                "\\pL\\p{Hangul}\\x41\\x{1f600}\\Qa(b\\E\\.",
                "한국어",
                "(a{500}|b{3}){2}c{1000}",
                "((a{2}){2,}){250}",
                "(a{1000}){0,1}(b{1000})*",
                "^*|$"
            })
    void taken(String expression) {
        assertEquals(Optional.empty(), Regex.fault(expression));
    }

    /** A repetition of repetitions, which takes a backtracking engine longer than anybody waits. */
    @Test
    void nestedRepetitionsComeBack() {
        String nested = "(([A-Za-z0-9 -]+)+)+!";
        String model = "NVIDIA H100 80GB HBM3 ".repeat(8);
        assertEquals(Optional.of(false), Regex.matches(nested, model));
        assertEquals(Optional.of(true), Regex.matches(nested, model + "!"));
    }

    /** What writes itself out to more than memory or the stack hold is refused as servers refuse it, or not tried. */
    @Test
    void whatIsTooLargeIsNotTried() {
        String deep = "(".repeat(100_000) + "a" + ")".repeat(100_000);
        assertEquals("promql.regex.large", Regex.fault(deep).orElseThrow().key());
        assertEquals(Optional.empty(), Regex.matches(deep, "a"));
        String wide = ".{1,1000}".repeat(4000);
        assertEquals("promql.regex.large", Regex.fault(wide).orElseThrow().key());
        String large = ".{1,1000}".repeat(40);
        assertEquals(Optional.empty(), Regex.fault(large));
        assertEquals(Optional.empty(), Regex.matches(large, "a"));
        assertEquals(Optional.empty(), Regex.matches("(.{1,1000}){1,1000}!", "a"));
        assertEquals(Optional.of(true), Regex.matches("(.{1,1000})*", "a"));
        assertEquals(Optional.of(false), Regex.matches("((((N?V?I?)+)+)+)Z", "NVIDIA ".repeat(50)));
    }

    /** Groups with a name in Go's spelling, a dot that takes a line feed, and what is no expression. */
    @Test
    void matchesAsServersDo() {
        assertEquals(Optional.of(true), Regex.matches("(?P<model>A100|H100).*", "A100-SXM4\n80GB"));
        assertEquals(Optional.of(false), Regex.matches("A100", "NVIDIA A100"));
        assertEquals(Optional.empty(), Regex.matches("(?=A)", "A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "(a;parenthesis",
                "a);parenthesis",
                "*a;repeat",
                "a**;repeat",
                "a*+;repeat",
                "a{2}{3};repeat",
                "a{1001};repeat",
                "(.{1,1000}){1,1000}!;repeat",
                "((a{10}b)*c{2}){101};repeat",
                "(a{500}|b{3}){3,};repeat",
                "a{3,2};repeat",
                "[a;brackets",
                "[z-a];brackets",
                "[[:foo:]];brackets",
                "\\1;escape",
                "\\8;escape",
                "\\q;escape",
                "\\가;escape",
                "\\x{110000};escape",
                "\\p{Foo};escape",
                "a\\;escape",
                "(?!a)b;group",
                "(?<=a)b;group",
                "(?>a);group",
                "(?;group"
            })
    void refused(String expression, String why) {
        assertEquals(
                "promql.regex." + why, Regex.fault(expression).map(Text::key).orElse("taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "(x|y)", "^a$", "a\\b", "[]", "{2}", "한국어?", "a-b", "*+", "\n"})
    void aLiteralMatchesItselfAlone(String text) {
        String expression = Regex.literal(text);
        assertEquals(Optional.empty(), Regex.fault(expression));
        assertEquals(true, Matcher.regex("a", expression).matches(text));
        assertEquals(false, Matcher.regex("a", expression).matches(text + "x"));
    }
}
