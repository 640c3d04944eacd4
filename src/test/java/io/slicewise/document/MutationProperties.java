package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Damaged files of every format: nothing throws, nothing hangs, and there is always a reason or a result. */
class MutationProperties {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "slicewise");
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Duration HANGS = Duration.ofSeconds(60);

    /** What means something in one of the formats. */
    private static final List<String> TOKENS = List.of(
            "\"",
            ",",
            ";",
            "\t",
            "\n",
            "|",
            ":",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "</",
            "&x;",
            "%",
            "0",
            "-1",
            "99999999999",
            "NaN",
            "GPU 0",
            "MIG 1g.5gb",
            "\uFEFF",
            "*a",
            "&a ",
            "- ",
            "  ",
            "\0",
            "é",
            "sep=",
            "1e400",
            "<gpu>",
            "'");

    @Provide
    static Arbitrary<Path> seeds() {
        try (Stream<Path> bad = Files.walk(RESOURCES.resolve("bad"));
                Stream<Path> good = Files.walk(RESOURCES.resolve("snapshot"))) {
            List<Path> files = Stream.concat(bad, good)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            return Arbitraries.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 3000)
    void damageIsSurvived(@ForAll("seeds") Path seed, @ForAll long random) throws IOException {
        byte[] damaged = damaged(Files.readAllBytes(seed), new Random(random));
        Opened opened = assertTimeoutPreemptively(HANGS, () -> OPENER.open("damaged", damaged));
        if (opened instanceof NotOpened none) {
            assertFalse(none.problems().isEmpty());
        }
        for (Problem problem : opened.problems()) {
            for (Language language : Language.values()) {
                assertFalse(Messages.in(language).say(problem.message()).isBlank());
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] result = bytes;
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(result.length + 1);
            int to = Math.min(result.length, at + random.nextInt(20));
            byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
            result = switch (random.nextInt(5)) {
                case 0 -> spliced(result, at, at, token);
                case 1 -> spliced(result, at, to, new byte[0]);
                case 2 -> spliced(result, at, to, token);
                case 3 -> spliced(result, at, at, Arrays.copyOfRange(result, at, to));
                default -> spliced(result, at, result.length, new byte[0]);
            };
        }
        return result;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result;
    }
}
