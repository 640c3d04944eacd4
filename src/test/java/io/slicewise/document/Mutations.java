package io.slicewise.document;

import io.slicewise.snapshot.archive.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Damage by structure and by bytes, to files of every format, plain and packed. */
final class Mutations {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "slicewise");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_][\\p{L}\\d_.:-]*|[\\d.]+|\\s+|\\S");
    private static final int LONGEST_SEED = 200_000;

    /** What means something in one of the formats. */
    private static final List<String> TOKENS = List.of(
            "\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
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
            "1e400",
            "99999999999",
            "9223372036854775807",
            "NaN",
            "+Inf",
            "null",
            "true",
            "GPU 0",
            "MIG 1g.5gb",
            "GPU instance profiles:",
            "GPU  0 Profile ID 19 Placements: {0}:1",
            "\uFEFF",
            "*a",
            "&a ",
            "- ",
            "  ",
            "\0",
            "\u001b[2J",
            "\u009b",
            "\u202e",
            "\u007f",
            "\\u001b",
            "\\ud800",
            "=1+1",
            "＝A1",
            "é",
            "\ud83d\ude00",
            "sep=",
            "sum by (gpu) (",
            "{GPU_I_ID=~\".{1,1000}\"}",
            "[5m:1m]",
            " * on (gpu) group_left ",
            "(",
            ")",
            "=~",
            "$__rate_interval",
            "# EOF",
            "<gpu>",
            "'");

    private final List<byte[]> seeds;

    Mutations(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    /** The files that tests and the Library have: good ones and broken ones. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                RESOURCES.resolve("bad"),
                RESOURCES.resolve("snapshot"),
                RESOURCES.resolve("cases"),
                RESOURCES.resolve("promql/output"),
                Path.of("samples"))) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** With all of {@link #files} as seeds, but the longest. */
    static Mutations ofFiles() throws IOException {
        return ofFiles(LONGEST_SEED, true);
    }

    /** With those of {@link #files} as seeds that have at most so many bytes, packed ones not: they may unpack to more. */
    static Mutations ofFiles(int longest) throws IOException {
        return ofFiles(longest, false);
    }

    private static Mutations ofFiles(int longest, boolean packed) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length <= longest && (packed || !file.startsWith(RESOURCES.resolve("bad/archive")))) {
                seeds.add(bytes);
            }
        }
        return new Mutations(seeds);
    }

    /** A damaged seed, in one of the ways that files come in. */
    byte[] next(Random random) {
        byte[] seed = seed(random);
        byte[] damaged = random.nextInt(3) == 0 ? bytes(seed, random) : structure(seed, random);
        byte[] packed = packed(damaged, random);
        return random.nextInt(12) == 0 ? bytes(packed, random) : packed;
    }

    private byte[] seed(Random random) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    /** Bytes and tokens anywhere. */
    static byte[] bytes(byte[] bytes, Random random) {
        byte[] result = bytes;
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(result.length + 1);
            int to = Math.min(result.length, at + random.nextInt(20));
            byte[] token = token(random).getBytes(StandardCharsets.UTF_8);
            result = switch (random.nextInt(6)) {
                case 0 -> spliced(result, at, at, token);
                case 1 -> spliced(result, at, to, new byte[0]);
                case 2 -> spliced(result, at, to, token);
                case 3 -> spliced(result, at, at, Arrays.copyOfRange(result, at, to));
                case 4 -> spliced(result, at, Math.min(result.length, at + 1), new byte[] {(byte) random.nextInt()});
                default -> spliced(result, at, result.length, new byte[0]);
            };
        }
        return result;
    }

    /** Words, numbers, marks and lines that are lost, doubled, exchanged, or come from another file. */
    private byte[] structure(byte[] seed, Random random) {
        List<String> parts = random.nextBoolean() ? tokens(seed) : lines(seed);
        List<String> others = random.nextInt(4) == 0 ? lines(seed(random)) : parts;
        for (int i = 0; i <= random.nextInt(5) && !parts.isEmpty() && !others.isEmpty(); i++) {
            int at = random.nextInt(parts.size());
            String other = others.get(random.nextInt(others.size()));
            switch (random.nextInt(6)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, parts.get(at));
                case 2 -> parts.set(at, other);
                case 3 -> parts.add(at, other);
                case 4 -> parts.set(at, token(random));
                default -> parts.addAll(at, List.copyOf(parts.subList(at, Math.min(parts.size(), at + 30))));
            }
        }
        return String.join("", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> tokens(byte[] bytes) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static List<String> lines(byte[] bytes) {
        return new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)", -1)));
    }

    private byte[] packed(byte[] bytes, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Packed.gzip(bytes);
            case 1 -> Packed.zip(several(bytes, random));
            case 2 -> Packed.gzip(Packed.tar(several(bytes, random)));
            case 3 ->
                cut(("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_16LE), random);
            case 4 -> cut(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE), random);
            default -> bytes;
        };
    }

    private Map<String, byte[]> several(byte[] bytes, Random random) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a", bytes);
        for (int i = random.nextInt(3); i > 0; i--) {
            files.put("b" + i, random.nextInt(4) == 0 ? Packed.gzip(seed(random)) : seed(random));
        }
        return files;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static String token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result;
    }
}
