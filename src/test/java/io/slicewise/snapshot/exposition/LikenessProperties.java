package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A line says the same whatever lines stand before it, from which the reader takes what is alike. */
class LikenessProperties {
    private static final List<String> VALUES = List.of(
            "", "0", "1", "7", "12", "gpu-1", "gpu-12", "node-0001", "node-0002.example", "a much longer value");

    /** Values that need more than their end being looked for, and such that end where nobody expects it. */
    private static final List<String> ODD =
            List.of("a\\\"b", "a\\\\", "\\n", "\\x", "한", "}", ",", "=", "{", " ", "a\"", "\"", "\\");

    private static final List<List<String>> SHAPES = List.of(
            List.of("{gpu=\"", "\",UUID=\"", "\",GPU_I_ID=\"", "\",Hostname=\"", "\"}"),
            List.of("{gpu=\"", "\",UUID=\"", "\",Hostname=\"", "\"}"),
            List.of("{gpu=\"", "\", UUID=\"", "\" ,GPU_I_ID = \"", "\",}"),
            List.of("{UUID=\"", "\",gpu=\"", "\",pod=\"", "\"}"),
            List.of("{\"gpu\"=\"", "\",\"pod name\"=\"", "\"}"),
            List.of("{gpu=\"", "\"}"),
            List.of("{gpu=\"", "\",gpu=\"", "\"}"),
            List.of("{gpu=\"", "\",UUID=\"", "\",GPU_I_ID=\"", "\",Hostname=\""),
            List.of("{gpu=\"", "\" UUID=\"", "\"}"),
            List.of("{}"));

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> value =
                Arbitraries.frequencyOf(Tuple.of(30, Arbitraries.of(VALUES)), Tuple.of(1, Arbitraries.of(ODD)));
        Arbitrary<List<String>> shape = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(SHAPES.subList(0, 2))), Tuple.of(3, Arbitraries.of(SHAPES)));
        return Combinators.combine(
                        shape, value.list().ofSize(4), Arbitraries.integers().between(0, 99))
                .as(LikenessProperties::line)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static String line(List<String> shape, List<String> values, int number) {
        StringBuilder line = new StringBuilder("metric");
        for (int i = 0; i < shape.size(); i++) {
            line.append(i == 0 ? "" : values.get(i - 1)).append(shape.get(i));
        }
        return line.append(" 0.").append(number).toString();
    }

    @Property(tries = 500)
    void aLineSaysTheSameBesideOthersAsByItself(@ForAll("lines") List<String> lines, @ForAll long seed) {
        List<String> text = new ArrayList<>(lines);
        Random random = new Random(seed);
        // most blocks are seen again, in the same order or in another one
        text.addAll(lines);
        text.addAll(lines.reversed());
        text.add(lines.get(random.nextInt(lines.size())));
        Reading together = Reading.of(String.join("\n", text) + "\n");
        List<Reading.Sample> alone = new ArrayList<>();
        long leftOut = 0;
        for (int i = 0; i < text.size(); i++) {
            Reading one = Reading.of(text.get(i) + "\n");
            leftOut += one.summary().leftOut();
            for (Reading.Sample sample : one.samples()) {
                alone.add(new Reading.Sample(
                        sample.metric(), sample.labels(), sample.value(), sample.timestamp(), i + 1L));
            }
        }
        assertEquals(alone, together.samples());
        assertEquals(leftOut, together.summary().leftOut());
    }

    @Property(tries = 300)
    void theSameBlockIsTheSameObjectAndAnotherOneIsAnother(@ForAll("lines") List<String> lines, @ForAll long seed) {
        List<String> text = new ArrayList<>(lines);
        text.addAll(lines);
        Collections.shuffle(text, new Random(seed));
        Map<String, Integer> ids = new HashMap<>();
        Map<Integer, String> blocks = new HashMap<>();
        Reading.each(String.join("\n", text) + "\n", (labels, line) -> {
            String printed = text.get((int) line - 1);
            String block = printed.substring("metric".length(), printed.lastIndexOf(' '));
            assertEquals(labels.id(), ids.computeIfAbsent(block, _ -> labels.id()));
            assertEquals(block, blocks.computeIfAbsent(labels.id(), _ -> block));
        });
    }
}
