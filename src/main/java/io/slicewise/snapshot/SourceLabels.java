package io.slicewise.snapshot;

import io.slicewise.fleet.LabelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link RawSource} of labels, whatever exporters and collectors call them: any case, with or without
 * underscores, with the prefix that Prometheus gives to labels that clash with its own.
 *
 * <p>For one label set after the other: {@link #put} each label, then {@link #take}. Not for several threads.
 */
public final class SourceLabels {
    /** More names than any file has; what comes after is looked up each time. */
    private static final int KNOWN_NAMES = 4096;

    private static final int KNOWN_VALUES = 1 << 14;

    private static final Set<String> NOTHING = Set.of("n/a", "[n/a]", "<<<null>>>", "null", "<nil>", "none");
    private static final int LONGEST_NOTHING = "<<<null>>>".length();

    /** More labels than any row has; what comes after is left out. */
    private static final int MOST_LABELS = 64;

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<String> labelNames = new ArrayList<>();
    private final List<String> labelValues = new ArrayList<>();
    private final String[] values = new String[Role.values().length];

    /** The labels of the set before, of which most are this one's too. */
    private final @Nullable Known[] before = new Known[MOST_LABELS];

    private int next;
    private LabelSet lastSet = LabelSet.EMPTY;

    /** A label, what it is, and what it says. */
    private record Known(String name, String value, Role role, String said, String label) {}

    /** What a label can say, for each thing the preferred name first. */
    private enum Role {
        UUID,
        GPU,
        DEVICE,
        HOST,
        NODE,
        TARGET,
        MODEL,
        PROFILE,
        INSTANCE,
        COMPUTE_INSTANCE,
        EXPORTED_NAMESPACE,
        EXPORTED_POD,
        EXPORTED_CONTAINER,
        NAMESPACE,
        POD,
        CONTAINER,
        NONE
    }

    public SourceLabels() {
        Arrays.fill(values, "");
    }

    /** A label with this name tells nothing of the source: it is one of the further labels. */
    public boolean ignores(String name) {
        return switch (role(name)) {
            case CONTAINER, EXPORTED_CONTAINER, NONE -> true;
            default -> false;
        };
    }

    /** Whether a label with this name tells whose a row is: the GPU, the instance or its profile. */
    public static boolean identifies(String name) {
        return switch (roleOf(plain(name))) {
            case UUID, GPU, PROFILE, INSTANCE -> true;
            default -> false;
        };
    }

    /** Whether a label with this name tells the profile. */
    public static boolean isProfile(String name) {
        return roleOf(plain(name)) == Role.PROFILE;
    }

    /** Whether a label with this name tells the instance. */
    public static boolean isInstance(String name) {
        return roleOf(plain(name)) == Role.INSTANCE;
    }

    /** One label; of two that say the same thing the first that says something counts. */
    public void put(String name, String value) {
        Known known = known(name, value);
        int role = known.role().ordinal();
        if (values[role].isEmpty()) {
            values[role] = known.said();
        }
        String label = known.label();
        boolean says = !known.said().isEmpty() && !label.isEmpty();
        if (says && labelNames.size() < MOST_LABELS && !labelNames.contains(label)) {
            labelNames.add(label);
            labelValues.add(known.said());
        }
    }

    private Known known(String name, String value) {
        int at = next++;
        Known last = at < before.length ? before[at] : null;
        Known known;
        if (last == null || !last.name().equals(name)) {
            Role role = role(name);
            known = new Known(name, value, role, shared(clean(value)), label(role, name));
        } else if (last.value().equals(value)) {
            return last;
        } else {
            known = new Known(name, value, last.role(), shared(clean(value)), last.label());
        }
        if (at < before.length) {
            before[at] = known;
        }
        return known;
    }

    /**
     * What a label is called beside the source: a plain name for what collectors call by many, nothing for what the
     * source says itself.
     */
    private static String label(Role role, String name) {
        return switch (role) {
            case UUID, GPU, DEVICE, HOST, MODEL, PROFILE, INSTANCE -> "";
            case EXPORTED_NAMESPACE -> WorkloadLabels.EXPORTED + WorkloadLabels.NAMESPACE;
            case EXPORTED_POD -> WorkloadLabels.EXPORTED + WorkloadLabels.POD;
            case EXPORTED_CONTAINER -> WorkloadLabels.EXPORTED + WorkloadLabels.CONTAINER;
            case NAMESPACE -> WorkloadLabels.NAMESPACE;
            case POD -> WorkloadLabels.POD;
            case COMPUTE_INSTANCE -> RawSource.COMPUTE_INSTANCE;
            case CONTAINER -> WorkloadLabels.CONTAINER;
            case NODE, TARGET, NONE -> name.startsWith("__") ? "" : name;
        };
    }

    /** One object for equal values: hosts, models and namespaces come with every row. */
    private String shared(String value) {
        String known = shared.get(value);
        if (known == null && shared.size() < KNOWN_VALUES) {
            shared.put(value, value);
        }
        return known == null ? value : known;
    }

    /** The source of the labels that were put since the last call. */
    public RawSource take() {
        String uuid = get(Role.UUID);
        RawSource source = new RawSource(
                // the UUID of a MIG device is not its parent's
                uuid.startsWith("MIG-") ? "" : uuid,
                first(get(Role.GPU), digits(get(Role.DEVICE))),
                first(get(Role.HOST), first(get(Role.NODE), withoutPort(get(Role.TARGET)))),
                get(Role.MODEL),
                get(Role.PROFILE),
                get(Role.INSTANCE),
                owner(get(Role.EXPORTED_NAMESPACE), get(Role.EXPORTED_POD)),
                owner(get(Role.NAMESPACE), get(Role.POD)),
                LabelSet.like(lastSet, labelNames, labelValues));
        lastSet = source.labels();
        next = 0;
        Arrays.fill(values, "");
        labelNames.clear();
        labelValues.clear();
        return source;
    }

    private String get(Role role) {
        return values[role.ordinal()];
    }

    private Role role(String name) {
        Role known = roles.get(name);
        if (known == null) {
            known = roleOf(plain(name));
            if (roles.size() < KNOWN_NAMES) {
                roles.put(name, known);
            }
        }
        return known;
    }

    /** “GPU 사용률” and “GPU %” are no GPU: letters of every script and the sign of percent are part of a name. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}%]", "");
    }

    private static Role roleOf(String plainName) {
        return switch (plainName) {
            case "uuid", "gpuuuid" -> Role.UUID;
            case "gpu", "gpuid", "gpuindex", "index" -> Role.GPU;
            case "device" -> Role.DEVICE;
            case "hostname", "host" -> Role.HOST;
            case "node", "nodename", "kubernetesnode" -> Role.NODE;
            case "instance" -> Role.TARGET;
            case "modelname", "gpumodel", "gpumodelname", "model" -> Role.MODEL;
            case "gpuiprofile", "gpuinstanceprofile", "giprofile", "migprofile" -> Role.PROFILE;
            case "gpuiid", "gpuinstanceid", "giid" -> Role.INSTANCE;
            case "gpuciid", "computeinstanceid", "ciid" -> Role.COMPUTE_INSTANCE;
            case "exportednamespace" -> Role.EXPORTED_NAMESPACE;
            case "exportedpod", "exportedpodname" -> Role.EXPORTED_POD;
            case "exportedcontainer", "exportedcontainername" -> Role.EXPORTED_CONTAINER;
            case "container", "containername" -> Role.CONTAINER;
            case "namespace", "podnamespace" -> Role.NAMESPACE;
            case "pod", "podname" -> Role.POD;
            default -> Role.NONE;
        };
    }

    /** Nothing for what stands for nothing. */
    static String clean(String value) {
        String plain = value.strip();
        return plain.length() <= LONGEST_NOTHING
                        && mayBeNothing(plain)
                        && NOTHING.contains(plain.toLowerCase(Locale.ROOT))
                ? ""
                : plain;
    }

    private static boolean mayBeNothing(String plain) {
        return !plain.isEmpty() && "nN[<".indexOf(plain.charAt(0)) >= 0;
    }

    private static String owner(String namespace, String pod) {
        if (namespace.isEmpty() || pod.isEmpty()) {
            return namespace + pod;
        }
        return namespace + "/" + pod;
    }

    private static String first(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static String digits(String device) {
        return device.startsWith("nvidia") ? device.substring("nvidia".length()) : "";
    }

    private static String withoutPort(String target) {
        int colon = target.lastIndexOf(':');
        return colon > 0 ? target.substring(0, colon) : target;
    }
}
