package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Instance;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exports of an invented fleet, in other orders and damaged. */
class SnapshotProperties {
    private static final List<String> METRICS = List.of(
            "DCGM_FI_DEV_SM_CLOCK",
            "DCGM_FI_DEV_GPU_TEMP",
            "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
            "DCGM_FI_DEV_POWER_USAGE",
            "DCGM_FI_PROF_DRAM_ACTIVE");
    private static final String[] PROFILES = {"3g.40gb", "1g.10gb", "1g.10gb", "1g.10gb"};
    private static final int GPUS = 5;
    private static final String HARMFUL = "\"\\{}=,# \t0x19.-+_e:égGUID";

    /** Names that damage does not turn into each other: a row that names another instance is a row of that instance. */
    private static String uuid(int gpu) {
        return "GPU-" + String.valueOf("abdfh".charAt(gpu)).repeat(4);
    }

    private static int id(int instance) {
        return 22 + 11 * instance;
    }

    /** A line of a scrape: of which instance, and its text. */
    private record Line(String instance, String text) {}

    private static List<Line> scrape(Random random, boolean shuffleLabels) {
        List<Line> lines = new ArrayList<>();
        for (String metric : METRICS) {
            for (int gpu = 0; gpu < GPUS; gpu++) {
                for (int i = 0; i < PROFILES.length; i++) {
                    List<String> labels = new ArrayList<>(List.of(
                            "gpu=\"" + (gpu % 2 == 0 ? 3 : 5) + '"',
                            "UUID=\"" + uuid(gpu) + '"',
                            "modelName=\"NVIDIA A100-SXM4-80GB\"",
                            "Hostname=\"node-" + "abc".charAt(gpu / 2) + '"',
                            "GPU_I_PROFILE=\"" + PROFILES[i] + '"',
                            "GPU_I_ID=\"" + id(i) + '"',
                            "namespace=\"team\"",
                            "pod=\"pod-" + gpu + i + '"'));
                    if (shuffleLabels) {
                        Collections.shuffle(labels, random);
                    }
                    String value = metric.contains("RATIO") || metric.contains("ACTIVE")
                            ? "0." + (10 + gpu * 13 + i * 7)
                            : "40";
                    lines.add(
                            new Line(uuid(gpu) + "/" + id(i), metric + "{" + String.join(",", labels) + "} " + value));
                }
            }
        }
        return lines;
    }

    private static SnapshotRead read(List<Line> lines) {
        return Exports.readText(String.join("\n", lines.stream().map(Line::text).toList()) + "\n");
    }

    @Property(tries = 200)
    void theOrderOfLinesAndLabelsChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Snapshot expected = Exports.snapshot(read(scrape(random, false)));
        List<Line> lines = scrape(random, true);
        Collections.shuffle(lines, random);
        Snapshot shuffled = Exports.snapshot(read(lines));
        assertEquals(expected.fleet(), shuffled.fleet());
        assertEquals(expected.counts(), shuffled.counts());
        assertEquals(Exports.english(expected.problems()), Exports.english(shuffled.problems()));
    }

    @Property(tries = 400)
    void instancesBesideTheDamageAreKept(@ForAll long seed) {
        Random random = new Random(seed);
        List<Line> lines = scrape(random, false);
        Set<String> touched = new HashSet<>();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(lines.size());
            Line line = lines.get(at);
            touched.add(line.instance());
            lines.set(at, new Line(line.instance(), damaged(line.text(), random)));
        }
        Fleet expected = Exports.snapshot(read(scrape(random, false))).fleet();
        SnapshotRead read = read(lines);
        Fleet fleet = Exports.snapshot(read).fleet();
        for (int gpu = 0; gpu < GPUS; gpu++) {
            for (int i = 0; i < PROFILES.length; i++) {
                String uuid = uuid(gpu);
                int id = id(i);
                if (!touched.contains(uuid + "/" + id)) {
                    assertEquals(
                            facts(expected, uuid, id),
                            facts(fleet, uuid, id),
                            () -> Exports.english(read.problems()) + "");
                }
            }
        }
        sayable(read.problems());
    }

    @Property(tries = 400)
    void anyDamageIsSurvived(@ForAll long seed) {
        Random random = new Random(seed);
        String text =
                String.join("\n", scrape(random, true).stream().map(Line::text).toList());
        for (int n = random.nextInt(60); n > 0; n--) {
            text = damaged(text, random);
        }
        SnapshotRead read = Exports.readText(text);
        sayable(read.problems());
        Snapshot snapshot = read.snapshot();
        if (snapshot == null) {
            assertTrue(read.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR));
        }
    }

    private static String facts(Fleet fleet, String gpu, int id) {
        Instance instance = fleet.gpu(gpu)
                .flatMap(g -> g.instance(String.valueOf(id)))
                .orElseThrow(() -> new AssertionError("lost: " + gpu + "/" + id));
        return instance.profile().name() + " " + instance.utilization() + " " + instance.owner() + " "
                + fleet.gpu(gpu).orElseThrow().host() + " "
                + fleet.gpu(gpu).orElseThrow().modelName();
    }

    private static void sayable(List<Problem> problems) {
        for (Problem problem : problems) {
            for (Language language : Language.all()) {
                String words = Messages.in(language).say(problem.message());
                assertTrue(!words.contains("snapshot.") && !words.contains("{0}"), words);
            }
        }
    }

    /** A character changed, put in or taken out, or a piece of the line said twice. */
    private static String damaged(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        String with = String.valueOf(HARMFUL.charAt(random.nextInt(HARMFUL.length())));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + with + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at);
            case 3 -> text.substring(0, to) + text.substring(at);
            default -> text.substring(0, at) + with + text.substring(at + 1);
        };
    }
}
