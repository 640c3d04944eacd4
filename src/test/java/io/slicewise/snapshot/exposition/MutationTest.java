package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Damaged text: nothing throws, nothing hangs, and the lines beside the damage are kept. */
class MutationTest {
    private static final byte[] HARMFUL = "\"\\{}=,# \t\n\r\0x19.-+_e:éÿ".getBytes(StandardCharsets.ISO_8859_1);
    private static final Duration HANGS = Duration.ofMinutes(2);

    @RepeatedTest(60)
    void linesBesideTheDamageAreKept(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        assertTimeoutPreemptively(HANGS, () -> {
            for (int i = 0; i < 20; i++) {
                damageSomeLines(random);
            }
        });
    }

    @RepeatedTest(30)
    void anyDamageIsSurvived(RepetitionInfo repetition) {
        Random random = new Random(1000 + repetition.getCurrentRepetition());
        assertTimeoutPreemptively(HANGS, () -> {
            byte[] text = String.join("\n", lines(random)).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                text = random.nextInt(4) == 0 ? moved(text, random) : damaged(text, random);
                Reading reading = Reading.of(text);
                assertEquals(text.length, reading.summary().bytes());
                allSaid(reading.problems());
            }
        });
    }

    private static void damageSomeLines(Random random) {
        List<String> lines = lines(random);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<String> untouched = new ArrayList<>();
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(6) == 0) {
                bytes = damaged(bytes, random);
            } else if (!line.startsWith("#")) {
                untouched.add(line);
            }
            text.writeBytes(bytes);
            text.write('\n');
        }
        Reading reading = Reading.of(text.toByteArray());
        Iterator<Reading.Sample> read = reading.samples().iterator();
        for (String line : untouched) {
            double serial = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            boolean found = false;
            while (!found && read.hasNext()) {
                Reading.Sample sample = read.next();
                found = sample.value() == serial
                        && String.valueOf((long) serial).equals(sample.labels().get("serial"));
            }
            assertTrue(found, () -> "lost: " + line + "\n" + text.toString(StandardCharsets.UTF_8));
        }
        assertTrue(reading.summary().leftOut() <= reading.summary().lines() - untouched.size());
        allSaid(reading.problems());
    }

    private static void allSaid(List<Problem> problems) {
        for (Problem problem : problems) {
            for (Language language : Language.all()) {
                String words = Messages.in(language).say(problem.message());
                assertTrue(!words.contains("snapshot.") && !words.contains("{0}"), words);
            }
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int serial = 1000;
        for (int m = 0; m < 5; m++) {
            lines.add("# HELP metric_" + m + " Help in (%) with \\\\ and \\n.");
            lines.add("# TYPE metric_" + m + " gauge");
            for (int i = 0; i < 12; i++) {
                serial++;
                String labels =
                        "{serial=\"" + serial + "\",gpu=\"" + i + "\",pod=\"a \\\"quoted\\\" \\\\ pod\",x=\"\"}";
                lines.add("metric_" + m + (random.nextBoolean() ? labels : labels.replace(",", " , ")) + " " + serial);
            }
        }
        return lines;
    }

    /** One to four bytes changed, put in or taken out. */
    private static byte[] damaged(byte[] text, Random random) {
        byte[] result = text;
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(result.length + 1);
            byte with = random.nextInt(4) == 0 ? (byte) random.nextInt() : HARMFUL[random.nextInt(HARMFUL.length)];
            result = switch (random.nextInt(4)) {
                case 0 -> spliced(result, at, at, new byte[] {with});
                case 1 -> spliced(result, at, Math.min(result.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 2 -> spliced(result, at, result.length, new byte[0]);
                default -> spliced(result, at, Math.min(result.length, at + 1), new byte[] {with});
            };
        }
        return result.length == 0 ? text : result;
    }

    /** A part of the text copied to somewhere else. */
    private static byte[] moved(byte[] text, Random random) {
        int from = random.nextInt(text.length);
        int to = Math.min(text.length, from + random.nextInt(200));
        int at = random.nextInt(text.length);
        return spliced(text, at, at, Arrays.copyOfRange(text, from, to));
    }

    private static byte[] spliced(byte[] text, int from, int to, byte[] with) {
        byte[] result = new byte[text.length - (to - from) + with.length];
        System.arraycopy(text, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(text, to, result, from + with.length, text.length - to);
        return result;
    }
}
