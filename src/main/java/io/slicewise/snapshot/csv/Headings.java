package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.SourceLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What columns are called by people, as exporters call it: by their words, and by what stands below them. */
final class Headings {
    static final Pattern PROFILE = Pattern.compile("(?i)(?:mig[ -])?(?:\\dc\\.)?[1-7]g(?:\\.\\d.*)?");
    static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}");
    private static final String PROFILE_LABEL = "GPU_I_PROFILE";
    private static final String INSTANCE_LABEL = "GPU_I_ID";

    /** Words in columns of tables alone: a label of a collector with such a name is another thing. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("호스트", "Hostname"),
            Map.entry("호스트명", "Hostname"),
            Map.entry("호스트이름", "Hostname"),
            Map.entry("서버", "Hostname"),
            Map.entry("서버명", "Hostname"),
            Map.entry("server", "Hostname"),
            Map.entry("노드", "node"),
            Map.entry("노드명", "node"),
            Map.entry("모델", "modelName"),
            Map.entry("모델명", "modelName"),
            Map.entry("gpu모델", "modelName"),
            Map.entry("gpu모델명", "modelName"),
            Map.entry("gpuname", "modelName"),
            Map.entry("gpu번호", "gpu"),
            Map.entry("gpunumber", "gpu"),
            Map.entry("네임스페이스", "namespace"),
            Map.entry("파드", "pod"),
            Map.entry("포드", "pod"),
            Map.entry("컨테이너", "container"));

    private static final Predicate<String> INSTANCE = Pattern.compile(
                    "(?:gpu|mig)?(?:instance|인스턴스)(?:id|number|번호|아이디)?|gi|mig(?:id|번호)|인스턴스")
            .asMatchPredicate();

    /** A size in a heading, in brackets or behind the words, and how many MiB it is. */
    private static final Pattern MEMORY =
            Pattern.compile("(?=.*(?:mem|fb|메모리))(?=.*(?:us(?:ed|age)|사용))(?!.*(?:free|total|util|사용률|%)).*[\\[( _]"
                    + "(bytes?|[kmgt]i?b|b)[])]?\\s*");

    private static final Pattern POWER =
            Pattern.compile("(?=.*(?:power|전력))(?!.*(?:limit|cap|max|제한)).*[\\[( _]w(?:atts?)?[])]?\\s*");

    private static final double MIB = 1 << 20;

    private Headings() {}

    /**
     * What a column of another reading than the utilization holds.
     *
     * @param kind the reading
     * @param factor what its numbers are multiplied with
     */
    record Further(MetricKind kind, double factor) {}

    /**
     * The columns as exporters call them; what is called so already, and what nothing is known of, as it is.
     *
     * @param first what stands below them
     */
    static List<String> labels(List<String> names, FirstRows first) {
        List<String> labels = new ArrayList<>();
        for (String name : names) {
            labels.add(SourceLabels.identifies(name) ? name : WORDS.getOrDefault(plain(name), name));
        }
        if (names.stream().noneMatch(SourceLabels::isProfile)) {
            name(labels, first, PROFILE_LABEL, _ -> true, PROFILE);
        }
        if (names.stream().noneMatch(SourceLabels::isInstance)) {
            name(labels, first, INSTANCE_LABEL, INSTANCE, SMALL_NUMBER);
        }
        return labels;
    }

    /** The first column that is called so and has such cells below it gets the label. */
    private static void name(
            List<String> labels, FirstRows first, String label, Predicate<String> called, Pattern cell) {
        for (int i = 0; i < labels.size(); i++) {
            if (called.test(plain(labels.get(i))) && first.mostly(i, cell.asMatchPredicate())) {
                labels.set(i, label);
                return;
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9가-힣]", "");
    }

    /** Which reading a column holds beside the utilization: by the name of its metric, or by words with a unit. */
    static Optional<Further> further(String name) {
        MetricKind kind = MetricKind.of(name.strip());
        if (kind.isBeside()) {
            return Optional.of(new Further(kind, 1));
        }
        String words = name.strip().toLowerCase(Locale.ROOT);
        Matcher memory = MEMORY.matcher(words);
        if (memory.matches()) {
            return Optional.of(new Further(MetricKind.MEMORY_USED, bytes(memory.group(1)) / MIB));
        }
        return POWER.matcher(words).matches() ? Optional.of(new Further(MetricKind.POWER, 1)) : Optional.empty();
    }

    private static double bytes(String unit) {
        int power = "bkmgt".indexOf(unit.charAt(0));
        return Math.pow(unit.contains("i") ? 1024 : 1000, power);
    }
}
