package io.slicewise.promql.query;

import io.slicewise.fleet.ReadingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the metrics and labels are called where the queries will run.
 *
 * @param utilization the utilization's names, the one that goes before the other first; one or two
 * @param presence a metric that each instance has whether or not it has a utilization
 * @param power the power of a GPU, repeated for its instances
 * @param labels by DCGM's own name of the label the name there
 */
public record Names(List<String> utilization, String presence, String power, Map<String, String> labels) {
    public static final String UUID = "UUID";
    public static final String INSTANCE = "GPU_I_ID";
    public static final String PROFILE = "GPU_I_PROFILE";
    public static final String MODEL = "modelName";
    public static final String HOST = "Hostname";
    public static final String NAMESPACE = "namespace";
    public static final String POD = "pod";

    private static final String OLD = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
    private static final String NEW = "DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO";

    /** As dcgm-exporter writes them, with the name that most clusters have. */
    public static final Names DCGM =
            new Names(List.of(OLD), "DCGM_FI_DEV_FB_USED", "DCGM_FI_DEV_POWER_USAGE", Map.of());

    /** Which of the utilization's names to ask for. */
    public enum Metric {
        OLD,
        NEW,
        /** The new one where an instance has it, else the old one. */
        BOTH;

        private List<String> names(ReadingKind reading) {
            return switch (reading) {
                case ENGINE, OCCUPANCY, MEMORY -> of(Names.OLD, Names.NEW);
                case SM -> of("DCGM_FI_PROF_SM_ACTIVE", "DCGM_FI_PROF_SM_UTIL_RATIO");
                case TENSOR -> List.of("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE");
                case BANDWIDTH -> List.of("DCGM_FI_PROF_DRAM_ACTIVE");
            };
        }

        private List<String> of(String old, String renamed) {
            return switch (this) {
                case OLD -> List.of(old);
                case NEW -> List.of(renamed);
                case BOTH -> List.of(renamed, old);
            };
        }
    }

    public Names {
        utilization = List.copyOf(utilization);
        labels = Map.copyOf(labels);
    }

    /** With other names of the utilization. */
    public Names with(Metric metric) {
        return with(metric, ReadingKind.ENGINE);
    }

    /**
     * With another reading in the place of the utilization.
     *
     * @param metric which of its names, where it has several
     * @param reading one that exporters write as a ratio: the memory in use is none, and leaves the engine's activity
     */
    public Names with(Metric metric, ReadingKind reading) {
        boolean lower = utilization.getFirst().equals(utilization.getFirst().toLowerCase(Locale.ROOT));
        List<String> names = metric.names(reading).stream()
                .map(name -> lower ? name.toLowerCase(Locale.ROOT) : name)
                .toList();
        return new Names(names, presence, power, labels);
    }

    /** With another name of a label, {@code exported_namespace} for {@code namespace} for example. */
    public Names withLabel(String dcgm, String there) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(dcgm, there);
        return new Names(utilization, presence, power, more);
    }

    /** All in lower case, as some collectors make it. */
    public Names lowerCase() {
        Map<String, String> lower = new HashMap<>();
        for (String label : List.of(UUID, INSTANCE, PROFILE, MODEL, HOST)) {
            lower.put(label, label.toLowerCase(Locale.ROOT));
        }
        lower.putAll(labels);
        return new Names(
                utilization.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                presence.toLowerCase(Locale.ROOT),
                power.toLowerCase(Locale.ROOT),
                lower);
    }

    /** What a label is called there. */
    public String label(String dcgm) {
        return labels.getOrDefault(dcgm, dcgm);
    }

    public String uuid() {
        return label(UUID);
    }

    public String instance() {
        return label(INSTANCE);
    }

    public String profile() {
        return label(PROFILE);
    }

    public String model() {
        return label(MODEL);
    }

    public String host() {
        return label(HOST);
    }

    /** The memory of an instance that is free, in the unit of {@link #presence}. */
    public String memoryFree() {
        return presence.replace("USED", "FREE").replace("used", "free");
    }

    /** The labels that make an instance one. */
    List<String> identity() {
        return List.of(uuid(), instance(), profile(), model());
    }

    /** All names under which an instance can be seen, as a regular expression. */
    public String present() {
        List<String> all = new ArrayList<>(utilization);
        all.add(presence);
        return String.join("|", all);
    }

    /** Whether a label tells one instance of a GPU from another: its profile, its pod. All others are the GPU's. */
    public Scope scope(String label) {
        return switch (label.toLowerCase(Locale.ROOT).replace("exported_", "")) {
            case "pod",
                    "pod_name",
                    "namespace",
                    "pod_namespace",
                    "container",
                    "container_name",
                    "gpu_i_id",
                    "gpu_i_profile" -> Scope.INSTANCE;
            default ->
                label.equals(label(NAMESPACE)) || label.equals(label(POD)) || label.equals(profile())
                        ? Scope.INSTANCE
                        : Scope.GPU;
        };
    }
}
