package io.slicewise.snapshot.kubernetes;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a cluster. */
public final class NodesSnapshot {
    private static final Pattern YAML = Pattern.compile(
            "\\A(?:#.*\\R|---\\R)*(?:apiVersion:[ \\t]*[\"']?v1[\"']?[ \\t]*\\R[\\s\\S]*?(?:^kind:|^items:|^[- ]"
                    + " ?kind:)|kind:[ \\t]*(?:NodeList|List|Node)\\b)",
            Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile("\\A\\uFEFF?\\s*\\{\\s*\"(?:apiVersion|kind)\"\\s*:");
    private static final Pattern COUNT =
            Pattern.compile("nvidia\\.com/mig-(\\d{1,2}g\\.\\d{1,4}gb)((?:\\.me(?:\\.all)?|\\.gfx)?)\\.count");
    private static final Pattern CAPACITY =
            Pattern.compile("nvidia\\.com/mig-(\\d{1,2}g\\.\\d{1,4}gb)((?:\\.me(?:\\.all)?|\\.gfx)?)");
    private static final Pattern SINGLE = Pattern.compile("(.{1,120})-MIG-(\\d{1,2}g\\.\\d{1,4}gb\\S{0,8})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /** More than the GPUs of any node have instances. */
    private static final int MOST_INSTANCES = 256;

    private static final int SHOWN = 3;

    private final String name;
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Object> spread = new ArrayList<>();
    private final SnapshotBuilder builder;
    private final Spread packing = new Spread();
    private long others;

    private NodesSnapshot(SnapshotBuilder builder, String name, Catalogue catalogue, SnapshotOptions options) {
        this.builder = builder;
        this.name = name;
        this.catalogue = catalogue;
        this.options = options;
        builder.layoutOnly();
        builder.suppose(true);
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
        List<JsonValue> items = root.get("kind").string("").equals("Node")
                ? List.of(root)
                : root.get("items").items();
        items.forEach(this::node);
        Text none = Text.of("cluster.noNodes", items.size());
        if (others > 0 && others < items.size()) {
            problems.add(Problem.info(Where.file(name), Text.of("cluster.otherNodes", others)));
        }
        if (!spread.isEmpty()) {
            List<Object> first = new ArrayList<>(spread.subList(0, Math.min(SHOWN, spread.size())));
            if (spread.size() > SHOWN) {
                first.add("…");
            }
            Text text = Text.of("cluster.spread", spread.size(), new Listing(first));
            problems.add(Problem.warning(Where.file(name), text));
        }
        return new Understood(problems, none, false);
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
        if (product.isEmpty() && counts.isEmpty()) {
            others++;
            return;
        }
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > MOST_INSTANCES) {
            labels.warning(Text.of("cluster.tooMany", host, sum, MOST_INSTANCES));
            return;
        }
        String modelName = modelName(product);
        if (sum == 0) {
            whole(host, modelName, labels);
        } else {
            partitioned(host, modelName, counts);
        }
    }

    private void whole(String host, String modelName, JsonValue labels) {
        int gpus = Math.clamp(count(labels.get("nvidia.com/gpu.count")), 1, MOST_INSTANCES);
        boolean off = labels.get("nvidia.com/mig.capable").string("").equals("false");
        for (int i = 0; i < gpus; i++) {
            Series whole = builder.series(
                    RawSource.of("", String.valueOf(i), modelName, "", "").onHost(host), 0);
            if (off) {
                builder.add(whole, MetricKind.MIG_MODE, 0, SampleHandler.NO_TIMESTAMP, 1, 0);
            }
        }
    }

    private void partitioned(String host, String modelName, Map<String, Integer> counts) {
        Optional<GpuModel> model = options.model(modelName, catalogue);
        List<List<String>> gpus = new ArrayList<>();
        List<Profile> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        counts.forEach((profile, count) -> {
            Optional<Profile> known = model.flatMap(it -> it.printedProfile(profile));
            for (int i = 0; i < count; i++) {
                names.add(profile);
                known.ifPresent(all::add);
            }
        });
        if (model.isPresent() && all.size() == names.size()) {
            for (List<Profile> gpu : packing.of(model.get(), all)) {
                gpus.add(gpu.stream().map(Profile::name).toList());
            }
        } else {
            gpus.add(names);
        }
        if (gpus.size() > 1 || model.isEmpty()) {
            spread.add(host);
        }
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            for (int i = 0; i < gpus.get(gpu).size(); i++) {
                RawSource source = RawSource.of(
                        "", String.valueOf(gpu), modelName, gpus.get(gpu).get(i), String.valueOf(i + 1));
                builder.seen(builder.series(source.onHost(host), 0), 1, 0);
            }
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

    /** What exporters print, for a product in whose label dashes stand for spaces. */
    private String modelName(String product) {
        String squashed = squashed(product);
        for (GpuModel model : catalogue.models()) {
            for (String printed : model.modelNames()) {
                if (squashed(printed).equals(squashed)) {
                    return printed;
                }
            }
        }
        return product;
    }

    private static String squashed(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        return plain.startsWith("nvidia") ? plain.substring("nvidia".length()) : plain;
    }
}
