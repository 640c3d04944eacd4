package io.slicewise.snapshot.kubernetes;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.counted.CountedNodes;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a cluster. */
public final class NodesSnapshot {
    private static final String COMMENTS = "\\A(?:#.*\\R|---\\R)*";
    private static final String VERSION =
            "apiVersion:[ \\t]*[\"']?(?:v1|resource\\.k8s\\.io/\\w{1,20})[\"']?[ \\t]*\\R";
    private static final Pattern YAML = Pattern.compile(
            COMMENTS + "(?:" + VERSION + "[\\s\\S]*?^ *(?:- ?)?(?:kind:|items:)"
                    + "|kind:[ \\t]*(?:NodeList|List|Node)\\b)",
            Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile("\\A\\uFEFF?\\s*\\{\\s*\"(?:apiVersion|kind)\"\\s*:");
    private static final Pattern COUNT =
            Pattern.compile("nvidia\\.com/mig-(\\d{1,2}g\\.\\d{1,4}gb)((?:\\.me(?:\\.all)?|\\.gfx)?)\\.count");
    private static final Pattern CAPACITY =
            Pattern.compile("nvidia\\.com/mig-(\\d{1,2}g\\.\\d{1,4}gb)((?:\\.me(?:\\.all)?|\\.gfx)?)");
    private static final Pattern SINGLE = Pattern.compile("(.{1,120})-MIG-(\\d{1,2}g\\.\\d{1,4}gb\\S{0,8})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final CountedNodes nodes;
    private final ResourceSlices slices;
    private long others;

    private NodesSnapshot(SnapshotBuilder builder, String name, Catalogue catalogue, SnapshotOptions options) {
        this.name = name;
        nodes = new CountedNodes(builder, catalogue, options);
        slices = new ResourceSlices(builder);
    }

    /** Whether the beginning of a JSON text can be Kubernetes objects. */
    static boolean recognisesJson(Beginning beginning) {
        return JSON.matcher(beginning.text()).find();
    }

    /** Whether the beginning of a text can be Kubernetes objects in YAML. */
    static boolean recognisesYaml(Beginning beginning) {
        return YAML.matcher(beginning.text()).find();
    }

    /** The format of {@code -o yaml}; models and what fits on them are looked up in the catalogue. */
    public static SnapshotFormat yaml(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nodes-yaml", NodesSnapshot::recognisesYaml, (builder, name, text) -> {
            NodesSnapshot reader = new NodesSnapshot(builder, name, catalogue, options);
            return reader.understood(YamlDocument.parse(name, text, reader.problems));
        });
    }

    /** The format of {@code kubectl describe node}, of one node or several. */
    public static SnapshotFormat described(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nodes-described", DescribedNodes::recognises, (builder, name, text) -> {
            NodesSnapshot reader = new NodesSnapshot(builder, name, catalogue, options);
            return reader.understood(JsonDocument.parse(name, DescribedNodes.json(text), reader.problems));
        });
    }

    /** The format of {@code -o json}; models and what fits on them are looked up in the catalogue. */
    public static SnapshotFormat json(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format("nodes-json", NodesSnapshot::recognisesJson, (builder, name, text) -> {
            NodesSnapshot reader = new NodesSnapshot(builder, name, catalogue, options);
            return reader.understood(JsonDocument.parse(name, text.getBytes(StandardCharsets.UTF_8), reader.problems));
        });
    }

    private Understood understood(@Nullable JsonValue root) {
        if (root == null) {
            return new Understood(problems, null, false);
        }
        String kind = root.get("kind").string("");
        boolean single = kind.equals("Node") || kind.equals(ResourceSlices.KIND);
        List<JsonValue> items = single ? List.of(root) : root.get("items").items();
        for (JsonValue item : items) {
            if (isSlice(item)) {
                slices.add(item);
            } else {
                node(item);
            }
        }
        slices.say(root, problems);
        Text none = Text.of("cluster.noNodes", items.size());
        if (others > 0 && others < items.size()) {
            problems.add(Problem.info(Where.file(name), Text.of("cluster.otherNodes", others)));
        }
        nodes.say(name, problems);
        return new Understood(problems, none, false);
    }

    private static boolean isSlice(JsonValue item) {
        return item.get("kind").string("").equals(ResourceSlices.KIND);
    }

    private void node(JsonValue node) {
        JsonValue metadata = node.get("metadata");
        JsonValue labels = metadata.get("labels");
        String host = metadata.get("name").string("");
        String product = labels.get("nvidia.com/gpu.product").string("");
        Map<String, Integer> counts = counts(labels, COUNT);
        if (counts.isEmpty()) {
            counts = counts(node.get("status").get("capacity"), CAPACITY);
        }
        Matcher single = SINGLE.matcher(product);
        if (single.matches()) {
            product = single.group(1);
            counts = new LinkedHashMap<>(Map.of(profile(single.group(2)), count(labels.get("nvidia.com/gpu.count"))));
        }
        if (product.isEmpty() && counts.isEmpty() && GkeNode.isOne(labels)) {
            gke(host, labels, node.get("status"));
            return;
        }
        if (product.isEmpty() && counts.isEmpty()) {
            others++;
            return;
        }
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > CountedNodes.MOST_INSTANCES) {
            labels.warning(Text.of("cluster.tooMany", host, sum, CountedNodes.MOST_INSTANCES));
            return;
        }
        String modelName = nodes.modelName(product);
        if (sum == 0) {
            boolean off = labels.get("nvidia.com/mig.capable").string("").equals("false");
            nodes.whole(host, modelName, count(labels.get("nvidia.com/gpu.count")), off);
            return;
        }
        nodes.partitioned(host, modelName, counts);
        JsonValue requested = node.get("status").get(DescribedNodes.REQUESTED);
        if (!requested.isMissing()) {
            nodes.requested(modelName, counts(requested, CAPACITY));
        }
    }

    private void gke(String host, JsonValue labels, JsonValue status) {
        String modelName = GkeNode.modelName(labels);
        String profile = labels.get(GkeNode.PARTITION).string("");
        JsonValue resources = status.get("allocatable");
        int devices = count((resources.isMissing() ? status.get("capacity") : resources).get("nvidia.com/gpu"));
        int gpus = count(labels.get(GkeNode.COUNT));
        if (profile.isEmpty()) {
            nodes.whole(host, modelName, Math.max(gpus, devices), true);
        } else if (devices == 0 || devices > CountedNodes.MOST_INSTANCES) {
            labels.warning(Text.of("cluster.gkeNoDevices", host, profile));
            nodes.whole(host, modelName, gpus, false);
        } else {
            nodes.partitioned(host, modelName, Map.of(profile, devices));
        }
    }

    private static Map<String, Integer> counts(JsonValue labels, Pattern pattern) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> label : labels.fields().entrySet()) {
            Matcher profile = pattern.matcher(label.getKey());
            if (profile.matches()) {
                int count = count(label.getValue());
                if (count > 0) {
                    counts.put(profile.group(1) + profile(profile.group(2)), count);
                }
            }
        }
        return counts;
    }

    /** Labels cannot hold a plus sign. */
    private static String profile(String label) {
        return label.replace(".me", "+me").replace(".gfx", "+gfx");
    }

    private static int count(JsonValue label) {
        String text = label.isMissing() ? "" : label.string("");
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        if (!label.isMissing()) {
            label.warning(Text.of("cluster.count", label.shown()));
        }
        return 0;
    }
}
