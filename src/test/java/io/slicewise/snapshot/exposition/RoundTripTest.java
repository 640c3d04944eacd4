package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Samples that were written in any legal shape are read as they were. */
class RoundTripTest {
    record Written(String metric, Map<String, String> labels, double value, long timestamp) {}

    @Property(tries = 400)
    void whatWasWrittenIsRead(@ForAll("samples") List<Written> samples, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (Written sample : samples) {
            if (random.nextInt(5) == 0) {
                text.append(random.nextBoolean() ? "# a comment {} \"\n" : "\n");
            }
            write(sample, random, text);
        }
        Reading reading = Reading.of(text.toString());
        List<Written> read = reading.samples().stream()
                .map(s -> new Written(s.metric(), s.labels(), s.value(), s.timestamp()))
                .toList();
        assertEquals(samples, read, text.toString());
        assertEquals(List.of(), reading.problems());
    }

    @Provide
    Arbitrary<List<Written>> samples() {
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("0123456789_")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(s -> Character.isDigit(s.charAt(0)) ? "_" + s : s)
                .filter(s -> !s.equals("__name__"));
        Arbitrary<String> odd = text().filter(s -> !s.isEmpty() && !s.equals("__name__"));
        Arbitrary<String> name = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, plain),
                net.jqwik.api.Tuple.of(2, Arbitraries.of("m", "gpu", "UUID", "pod", "a:b")),
                net.jqwik.api.Tuple.of(1, odd));
        Arbitrary<Map<String, String>> labels =
                Arbitraries.maps(name, text()).ofMaxSize(6).map(LinkedHashMap::new);
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.doubles().between(0, 1).ofScale(6),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, 0x1p63));
        Arbitrary<Long> timestamp = Arbitraries.oneOf(
                Arbitraries.just(SampleHandler.NO_TIMESTAMP),
                Arbitraries.longs().between(100_000_000_000L, 4_000_000_000_000L),
                Arbitraries.longs().between(-1000, 1000));
        return Combinators.combine(name, labels, value, timestamp)
                .as(Written::new)
                .list()
                .ofMaxSize(30);
    }

    /** Any text that is valid Unicode and has no NUL, with many of the characters that have a meaning. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().range('\u0001', '\ud7ff').map(String::valueOf),
                        Arbitraries.of("\\", "\"", "\n", "{", "}", ",", "=", " ", "#", "\r", "n", "한", "🙂"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static void write(Written sample, Random random, StringBuilder to) {
        blanks(random, to);
        boolean inBraces = !isPlain(sample.metric(), true) || random.nextInt(4) == 0;
        List<String> items = new ArrayList<>();
        sample.labels().forEach((name, value) -> items.add(item(name, value, random)));
        if (inBraces) {
            items.add(random.nextInt(items.size() + 1), '"' + escaped(sample.metric()) + '"');
        } else {
            to.append(sample.metric());
            blanks(random, to);
        }
        if (!items.isEmpty() || random.nextInt(4) == 0) {
            to.append('{');
            blanks(random, to);
            for (int i = 0; i < items.size(); i++) {
                to.append(items.get(i));
                blanks(random, to);
                if (i + 1 < items.size() || random.nextInt(3) == 0) {
                    to.append(',');
                    blanks(random, to);
                }
            }
            to.append('}');
            blanks(random, to);
        } else {
            to.append(' ');
        }
        to.append(number(sample.value(), random));
        if (sample.timestamp() != SampleHandler.NO_TIMESTAMP) {
            to.append(' ').append(sample.timestamp());
        }
        blanks(random, to);
        to.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
    }

    private static String item(String name, String value, Random random) {
        StringBuilder item = new StringBuilder();
        boolean plain = isPlain(name, false) && random.nextInt(5) != 0;
        item.append(plain ? name : '"' + escaped(name) + '"');
        blanks(random, item);
        item.append('=');
        blanks(random, item);
        return item.append('"').append(escaped(value)).append('"').toString();
    }

    private static boolean isPlain(String name, boolean colon) {
        return name.matches(colon ? "[a-zA-Z_:][a-zA-Z0-9_:]*" : "[a-zA-Z_][a-zA-Z0-9_]*");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value, Random random) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && random.nextBoolean()) {
            return (Double.doubleToRawLongBits(value) < 0 && value == 0 ? "-" : "") + (long) value;
        }
        return Double.toString(value);
    }

    private static void blanks(Random random, StringBuilder to) {
        int n = Math.max(0, random.nextInt(5) - 2);
        to.append(String.join("", Collections.nCopies(n, random.nextBoolean() ? " " : "\t")));
    }
}
