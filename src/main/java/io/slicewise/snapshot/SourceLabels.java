package io.slicewise.snapshot;

import io.slicewise.fleet.LabelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link RawSource} of labels, whatever exporters and collectors call them: any case, with or without
 * underscores, with the prefix that Prometheus gives to labels that clash with its own.
 *
 * <p>For one label set after the other: {@link #put} each label, then {@link #take}. Of a set with the same names as the one
 * before only what is different needs to be told: {@link #replace}, then {@link #takeReplaced}. Not for several threads.
 */
public final class SourceLabels {
    /** More names than any file has; what comes after is looked up each time. */
    private static final int KNOWN_NAMES = 4096;

    private static final int KNOWN_VALUES = 1 << 14;

    /** After so many values in a row that came for the first time, those of a label are each another one, as pods are. */
    private static final int NEW_IN_A_ROW = 256;

    private static final Set<String> NOTHING = Set.of("n/a", "[n/a]", "<<<null>>>", "null", "<nil>", "none");
    private static final int LONGEST_NOTHING = "<<<null>>>".length();

    /** More labels than any row has; what comes after is left out. */
    private static final int MOST_LABELS = 64;

    private static final int SHAPES = 4;

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();

    /** Of the set that is being put, and behind it of the one before: what is the same there needs no second look. */
    private String[] names = new String[16];

    private @Nullable String[] printed = new @Nullable String[16];
    private String[] said = new String[16];
    private int[] newInARow = new int[16];
    private int next;

    /** Those of the last sets: rows of whole GPUs and of instances take turns in some files. The newest is the first. */
    private final Shape[] shapes = new Shape[SHAPES];

    /** Of the set that was put last. */
    private Shape shape = Shape.NONE;

    private LabelSet lastSet = LabelSet.EMPTY;

    private String lastNamespace = "";
    private String beforePod = "/";

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

    /** What the labels of a set are, by the places at which they stand. */
    private static final class Shape {
        static final Shape NONE = new Shape(new String[0], new int[Role.values().length][0], new int[0], List.of());

        /** Of all of them. */
        private final String[] names;

        /** By role, in their order. */
        private final int[][] places;

        /** Which are labels beside the source. */
        private final int[] labelled;

        /** What those are called. */
        private final List<String> labels;

        /** Whether each is called so once, and they are not too many. */
        private final boolean distinct;

        Shape(String[] names, int[][] places, int[] labelled, List<String> labels) {
            this.names = names;
            this.places = places;
            this.labelled = labelled;
            this.labels = List.copyOf(labels);
            distinct = labels.size() <= MOST_LABELS && Set.copyOf(labels).size() == labels.size();
        }

        /** Whether the labels of a set are called so. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(String[] others, int count) {
            if (names.length != count) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                // nearly always the same object
                if (names[i] != others[i] && !names[i].equals(others[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    public SourceLabels() {
        Arrays.fill(shapes, Shape.NONE);
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
        int at = next++;
        if (at == names.length) {
            names = Arrays.copyOf(names, 2 * at);
            printed = Arrays.copyOf(printed, 2 * at);
            said = Arrays.copyOf(said, 2 * at);
            newInARow = Arrays.copyOf(newInARow, 2 * at);
        }
        names[at] = name;
        replace(at, value);
    }

    /** The label at a place of the set before has another value now. */
    public void replace(int at, String value) {
        if (!value.equals(printed[at])) {
            printed[at] = value;
            said[at] = shared(at, clean(value));
        }
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
    private String shared(int at, String value) {
        if (newInARow[at] == NEW_IN_A_ROW) {
            return value;
        }
        String known = shared.size() < KNOWN_VALUES ? shared.putIfAbsent(value, value) : shared.get(value);
        newInARow[at] = known == null ? newInARow[at] + 1 : 0;
        return known == null ? value : known;
    }

    /** The source of the labels that were put since the last call. */
    public RawSource take() {
        Shape of = shape(next);
        if (of != shape) {
            shape = of;
            Arrays.fill(newInARow, 0);
        }
        next = 0;
        return source(shape);
    }

    /** The source of the labels of the last call with what was replaced since. */
    public RawSource takeReplaced() {
        return source(shape);
    }

    private RawSource source(Shape of) {
        String uuid = get(of, Role.UUID);
        lastSet = labels(of);
        return new RawSource(
                // the UUID of a MIG device is not its parent's
                uuid.startsWith("MIG-") ? "" : uuid,
                gpu(of),
                host(of),
                get(of, Role.MODEL),
                get(of, Role.PROFILE),
                get(of, Role.INSTANCE),
                owner(get(of, Role.EXPORTED_NAMESPACE), get(of, Role.EXPORTED_POD)),
                owner(get(of, Role.NAMESPACE), get(of, Role.POD)),
                lastSet);
    }

    private String gpu(Shape of) {
        String number = get(of, Role.GPU);
        return number.isEmpty() ? digits(get(of, Role.DEVICE)) : number;
    }

    private String host(Shape of) {
        String host = get(of, Role.HOST);
        if (host.isEmpty()) {
            host = get(of, Role.NODE);
        }
        return host.isEmpty() ? withoutPort(get(of, Role.TARGET)) : host;
    }

    private String get(Shape of, Role role) {
        for (int at : of.places[role.ordinal()]) {
            if (!said[at].isEmpty()) {
                return said[at];
            }
        }
        return "";
    }

    private LabelSet labels(Shape of) {
        int[] labelled = of.labelled;
        String[] values = new String[labelled.length];
        boolean all = of.distinct;
        for (int i = 0; i < values.length; i++) {
            values[i] = said[labelled[i]];
            all &= !values[i].isEmpty();
        }
        return all ? LabelSet.like(lastSet, of.labels, values) : saying(of, values);
    }

    /** Of labels that are called alike the first that says something. */
    private LabelSet saying(Shape of, String... values) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < values.length && labels.size() < MOST_LABELS; i++) {
            if (!values[i].isEmpty()) {
                labels.putIfAbsent(of.labels.get(i), values[i]);
            }
        }
        return LabelSet.like(
                lastSet, List.copyOf(labels.keySet()), labels.values().toArray(String[]::new));
    }

    private Shape shape(int size) {
        int found = 0;
        while (found < SHAPES - 1 && !shapes[found].isOf(names, size)) {
            found++;
        }
        Shape known = shapes[found].isOf(names, size) ? shapes[found] : newShape(Arrays.copyOf(names, size));
        System.arraycopy(shapes, 0, shapes, 1, found);
        shapes[0] = known;
        return known;
    }

    private Shape newShape(String... all) {
        int[][] places = new int[Role.values().length][0];
        int[] labelled = new int[all.length];
        List<String> labels = new ArrayList<>(all.length);
        for (int at = 0; at < all.length; at++) {
            int role = role(all[at]).ordinal();
            int before = places[role].length;
            places[role] = Arrays.copyOf(places[role], before + 1);
            places[role][before] = at;
            String label = label(role(all[at]), all[at]);
            if (!label.isEmpty()) {
                labelled[labels.size()] = at;
                labels.add(label);
            }
        }
        return new Shape(all, places, Arrays.copyOf(labelled, labels.size()), labels);
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

    /** {@code namespace/pod}; the namespace is nearly always that of the row before. */
    @SuppressWarnings("ReferenceEquality")
    private String owner(String namespace, String pod) {
        if (namespace.isEmpty()) {
            return pod;
        }
        if (pod.isEmpty()) {
            return namespace;
        }
        if (namespace != lastNamespace) {
            lastNamespace = namespace;
            beforePod = namespace + "/";
        }
        return beforePod.concat(pod);
    }

    private static String digits(String device) {
        return device.startsWith("nvidia") ? device.substring("nvidia".length()) : "";
    }

    private static String withoutPort(String target) {
        int colon = target.lastIndexOf(':');
        return colon > 0 ? target.substring(0, colon) : target;
    }
}
