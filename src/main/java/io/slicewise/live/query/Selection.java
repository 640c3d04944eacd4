package io.slicewise.live.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of queries that choose series and labels, as exporters and collectors write them. */
public final class Selection {
    /** Utilization: the old name and the canonical one, as DCGM writes them and as some collectors do. */
    private static final List<String> UTILIZATION =
            bothCases(List.of("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO"));

    /** What every instance has: tells that one is there though it has no utilization. */
    private static final List<String> PRESENCE = bothCases(List.of("DCGM_FI_DEV_FB_USED"));

    /** What is read beside the utilization where the server has it. */
    private static final List<String> BESIDE = bothCases(List.of(
            "DCGM_FI_PROF_SM_ACTIVE",
            "DCGM_FI_PROF_SM_UTIL_RATIO",
            "DCGM_FI_PROF_SM_OCCUPANCY",
            "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE",
            "DCGM_FI_PROF_DRAM_ACTIVE",
            "DCGM_FI_DEV_POWER_USAGE"));

    /** What tells that a GPU is not partitioned. */
    private static final List<String> MODE = bothCases(List.of("DCGM_FI_DEV_GPU_UTIL", "DCGM_FI_DEV_MIG_MODE"));

    private Selection() {}

    /** All series that a snapshot needs. */
    public static String everything() {
        return everything(List.of());
    }

    /**
     * All series that a snapshot of some instances needs.
     *
     * @param matchers {@code label="value"}, correctly quoted
     */
    public static String everything(List<String> matchers) {
        return selector(List.of(UTILIZATION, PRESENCE, MODE), matchers);
    }

    /** The same with what is read beside the utilization. */
    public static String allReadings(List<String> matchers) {
        return selector(List.of(UTILIZATION, PRESENCE, MODE, BESIDE), matchers);
    }

    /** The series of utilization, of instances and of whole GPUs. */
    public static String utilization() {
        return utilization(List.of());
    }

    /**
     * Series of utilization with matchers more.
     *
     * @param matchers {@code label="value"}, correctly quoted
     */
    public static String utilization(List<String> matchers) {
        return selector(List.of(UTILIZATION), matchers);
    }

    /** Series that tell that something is there, whether it has a utilization or not. */
    public static String presence(List<String> matchers) {
        return selector(List.of(UTILIZATION, PRESENCE), matchers);
    }

    /** The series of the memory in use. */
    public static String memory(List<String> matchers) {
        return selector(List.of(PRESENCE), matchers);
    }

    /** Anything of DCGM. */
    public static String anyOfDcgm() {
        return "{__name__=~\"(DCGM|dcgm)_.*\"}";
    }

    private static String selector(List<List<String>> names, List<String> matchers) {
        String name = names.stream().flatMap(List::stream).collect(Collectors.joining("|"));
        return "{__name__=~\"" + name + "\""
                + matchers.stream().map(it -> "," + it).collect(Collectors.joining()) + "}";
    }

    private static List<String> bothCases(List<String> names) {
        return names.stream()
                .flatMap(name -> List.of(name, name.toLowerCase(Locale.ROOT)).stream())
                .toList();
    }

    /** A text between quotes: backslashes, quotes and line ends are escaped. */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** A regular expression, between quotes, that matches these texts and no other. */
    public static String anyOf(List<String> texts) {
        return quoted(texts.stream()
                .map(text -> text.replaceAll("([\\\\.+*?()|\\[\\]{}^$])", "\\\\$1"))
                .collect(Collectors.joining("|")));
    }
}
