package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.archive.Packed;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Exports that are damaged at random, by their structure and by their bytes: nothing throws, nothing hangs, and what
 * stands beside the damage is kept.
 */
class ExportsProperties {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String[] PROFILES = {"1g.10gb", "1g.10gb", "2g.20gb", "3g.40gb"};
    private static final int GPUS = 3;

    /** What a value of a field may turn into. */
    private static final List<String> HARM = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[[]]",
            "\"\"",
            "\"N/A\"",
            "-1",
            "1e999",
            "9223372036854775807",
            "0.5",
            "\"NaN\"",
            "[null,null]",
            "[1,2,3]",
            "{\"a\":{\"b\":[]}}",
            "\"\\u0000\\ud800\"",
            "1767225600000");

    /** The forms that the same fleet can have; each makes the text of one series. */
    enum Form {
        VECTOR("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[", ",\n", "]}}"),
        MATRIX("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[", ",\n", "]}}"),
        LINES("", "\n", "\n"),
        DCGM("{\"metrics\":{\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\":[", ",\n", "]}}");

        private final String before;
        private final String between;
        private final String behind;

        Form(String before, String between, String behind) {
            this.before = before;
            this.between = between;
            this.behind = behind;
        }

        String file(List<String> series) {
            return before + String.join(between, series) + behind;
        }

        /** A series as fields: name, value, name, value. */
        List<String> series(int gpu, int id) {
            String value = "0." + (10 + gpu * 20 + id);
            String labels = this == DCGM
                    ? ""
                    : "{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-" + gpu + "\",\"gpu\":\"" + gpu
                            + "\",\"GPU_I_ID\":\"" + id + "\",\"GPU_I_PROFILE\":\"" + PROFILES[id]
                            + "\",\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"Hostname\":\"node\"}";
            return switch (this) {
                case VECTOR -> List.of("metric", labels, "value", "[1767225600,\"" + value + "\"]");
                case MATRIX ->
                    List.of("metric", labels, "values", "[[1767225540,\"0.01\"],[1767225600,\"" + value + "\"]]");
                case LINES ->
                    List.of(
                            "metric",
                            labels,
                            "values",
                            "[0.01," + value + "]",
                            "timestamps",
                            "[1767225540000,1767225600000]");
                case DCGM ->
                    List.of(
                            "value", "\"" + value + "\"",
                            "gpu_uuid", "\"GPU-" + gpu + "\"",
                            "gpu", "\"" + gpu + "\"",
                            "gpu_instance_id", "\"" + id + "\"",
                            "mig_profile", "\"" + PROFILES[id] + "\"",
                            "gpu_model", "\"NVIDIA A100-SXM4-80GB\"",
                            "hostname", "\"node\"",
                            "uuid", "\"UUID\"");
            };
        }

        /** The time that a series ends at must stay, or it would be the others that are stale. */
        boolean mayHarm(String field) {
            return this == VECTOR || this == DCGM || field.equals("metric");
        }
    }

    private static String object(List<String> fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            pairs.add("\"" + fields.get(i) + "\":" + fields.get(i + 1));
        }
        return "{" + String.join(",", pairs) + "}";
    }

    private static String file(Form form, Random random, Set<String> harmed, boolean shuffled) {
        List<String> all = new ArrayList<>();
        for (int gpu = 0; gpu < GPUS; gpu++) {
            for (int id = 0; id < PROFILES.length; id++) {
                List<String> fields = new ArrayList<>(form.series(gpu, id));
                if (shuffled && form != Form.LINES) {
                    turn(fields, random);
                }
                // the first stays, so that the file is still recognised
                boolean broken = gpu + id > 0 && harmed != null && random.nextInt(4) == 0;
                if (broken) {
                    harm(form, fields, random);
                    harmed.add("GPU-" + gpu + "/" + id);
                }
                String text = object(fields);
                // lines stand by themselves, so that one may break off anywhere
                boolean cut = broken && form == Form.LINES && random.nextBoolean();
                all.add(cut ? text.substring(0, random.nextInt(text.length())) : text);
            }
        }
        return form.file(all);
    }

    private static void turn(List<String> fields, Random random) {
        int by = 2 * random.nextInt(fields.size() / 2);
        List<String> turned = new ArrayList<>(fields.subList(by, fields.size()));
        turned.addAll(fields.subList(0, by));
        fields.clear();
        fields.addAll(turned);
    }

    /** Another value for a field, a field less, a field twice, or one that nobody knows. */
    private static void harm(Form form, List<String> fields, Random random) {
        int at = 2 * random.nextInt(fields.size() / 2);
        String harm = HARM.get(random.nextInt(HARM.size()));
        int what = form.mayHarm(fields.get(at)) ? random.nextInt(4) : 3;
        switch (what) {
            case 0 -> fields.set(at + 1, harm);
            case 1 -> {
                fields.remove(at);
                fields.remove(at);
            }
            case 2 -> {
                fields.add(fields.get(at));
                fields.add(fields.get(at + 1));
            }
            default -> {
                fields.add("surprise");
                fields.add(harm);
            }
        }
    }

    private static Opened open(byte[] bytes) {
        Opened opened = assertTimeoutPreemptively(DEADLINE, () -> OPENER.open("x", bytes));
        for (Problem problem : opened.problems()) {
            for (Language language : Language.all()) {
                String words = Messages.in(language).say(problem.message());
                assertFalse(words.contains("{0}") || words.contains("snapshot."), words);
            }
        }
        if (opened instanceof NotOpened) {
            assertTrue(opened.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR));
        }
        return opened;
    }

    private static Map<String, String> facts(Opened opened) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (opened instanceof SnapshotOpened snapshot) {
            for (Gpu gpu : snapshot.fleet().gpus()) {
                for (Instance instance : gpu.instances()) {
                    facts.put(gpu.id() + "/" + instance.id(), instance.profile().name() + " " + instance.utilization());
                }
            }
        }
        return facts;
    }

    @Property(tries = 300)
    void theOrderOfFieldsChangesNothing(@ForAll Form form, @ForAll long seed) {
        Map<String, String> plain = facts(open(utf8(file(form, new Random(seed), null, false))));
        assertEquals(GPUS * PROFILES.length, plain.size());
        assertEquals(plain, facts(open(utf8(file(form, new Random(seed), null, true)))));
    }

    @Property(tries = 600)
    void seriesBesideTheHarmAreKept(@ForAll Form form, @ForAll long seed) {
        Random random = new Random(seed);
        Set<String> harmed = new HashSet<>();
        Map<String, String> plain = facts(open(utf8(file(form, random, null, false))));
        String text = file(form, random, harmed, false);
        Map<String, String> facts = facts(open(packed(utf8(text), random)));
        plain.forEach((instance, fact) -> {
            if (!harmed.contains(instance)) {
                assertEquals(fact, facts.get(instance), () -> instance + " in\n" + text);
            }
        });
    }

    @Property(tries = 600)
    void anyDamageIsSurvived(@ForAll Form form, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = packed(damaged(utf8(file(form, random, new HashSet<>(), true)), random, 4), random);
        open(damaged(bytes, random, 3));
    }

    @Property(tries = 600)
    void lossAtTheEndLeavesWhatStandsBefore(@ForAll Form form, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] whole = utf8(file(form, random, null, false));
        byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
        Map<String, String> plain = facts(open(whole));
        String text = new String(cut, StandardCharsets.UTF_8);
        int complete = text.split("\\}" + form.between, -1).length - 1;
        Map<String, String> facts = facts(open(cut));
        plain.entrySet().stream()
                .limit(complete)
                .forEach(one -> assertEquals(one.getValue(), facts.get(one.getKey()), text));
        if (form != Form.MATRIX) {
            // the series that is cut has its reading or none, and no other
            facts.forEach((instance, fact) ->
                    assertTrue(fact.equals(plain.get(instance)) || fact.endsWith(" NaN"), fact + " in\n" + text));
        }
    }

    private static byte[] packed(byte[] bytes, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Packed.gzip(bytes);
            case 1 -> Packed.zip(Map.of("a.json", bytes));
            case 2 -> Packed.tar(Map.of("a.json", bytes));
            case 3 -> Packed.gzip(Packed.tar(Map.of("a.json.gz", Packed.gzip(bytes))));
            default -> bytes;
        };
    }

    private static byte[] damaged(byte[] bytes, Random random, int most) {
        byte[] damaged = bytes.clone();
        for (int n = random.nextInt(most + 1); n > 0 && damaged.length > 1; n--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt();
                case 1 -> damaged[at] = (byte) "{}[],:\"\\\n\0".charAt(random.nextInt(10));
                case 2 -> damaged = Arrays.copyOf(damaged, at + 1);
                default -> {
                    int from = random.nextInt(damaged.length);
                    int length = Math.min(random.nextInt(64), damaged.length - Math.max(at, from));
                    System.arraycopy(damaged, from, damaged, at, length);
                }
            }
        }
        return damaged;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
