package io.slicewise.snapshot.migparted;

import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.OpenQuestion;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one of the named configurations of a mig-parted file. */
public final class MigPartedSnapshot {
    /** Plain, indented in a ConfigMap or in values of Helm, or in a text within JSON. */
    private static final Pattern ROOT = Pattern.compile("(?:^|[\"'{,\\s]|\\\\n)mig-configs(?:\\\\?[\"'])?[ \\t]*:");

    private static final String CONFIGS = "mig-configs";
    private static final int DEEPEST = 20;

    /** What kubectl keeps of the object that was applied: the same again. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** More than any GPU has; a count beyond it is a slip, not a layout. */
    private static final int MOST_OF_A_PROFILE = 64;

    private static final int MOST_DEVICE = 9_999;
    private static final String ALL = "all";

    private final String name;
    private final Catalogue catalogue;
    private final List<Problem> problems = new ArrayList<>();
    private final SnapshotBuilder builder;
    private int gpus;

    /** What is said about a device: by its number or by {@code all}. */
    private record Device(String number, String model, JsonValue entry) {}

    private MigPartedSnapshot(SnapshotBuilder builder, String name, Catalogue catalogue) {
        this.builder = builder;
        this.name = name;
        this.catalogue = catalogue;
        builder.layoutOnly();
        builder.suppose(true);
    }

    /** Whether the beginning of a text is such a file. */
    static boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return !beginning.isMarkup()
                && text.contains(CONFIGS)
                && ROOT.matcher(text).find();
    }

    /**
     * The format: reads the configuration that was chosen, or the only one; where there are several, asks which.
     *
     * @param catalogue where models are looked up by their PCI device
     * @param options the configuration that a person chose
     */
    public static SnapshotFormat format(Catalogue catalogue, SnapshotOptions options) {
        return WholeText.format(
                "mig-parted",
                MigPartedSnapshot::recognises,
                (builder, name, yaml) -> new MigPartedSnapshot(builder, name, catalogue).read(yaml, options.config()));
    }

    private Understood read(String yaml, @Nullable String wanted) {
        JsonValue root = YamlDocument.parse(name, yaml, problems);
        if (root == null) {
            return new Understood(problems, null, false);
        }
        Map<String, JsonValue> configs = new LinkedHashMap<>();
        find(root, configs, DEEPEST);
        JsonValue chosen = chosen(configs, wanted);
        if (chosen == null) {
            List<OpenQuestion> questions = configs.isEmpty()
                    ? List.of()
                    : List.of(new OpenQuestion.ChooseConfiguration(
                            name,
                            configs.entrySet().stream()
                                    .map(config -> new OpenQuestion.Configuration(
                                            config.getKey(), contents(config.getValue())))
                                    .toList()));
            return new Understood(problems, null, false, questions);
        }
        config(chosen);
        if (gpus == 0) {
            problems.add(Problem.error(chosen.where(), Text.of("cluster.noDevices")));
        }
        return new Understood(problems, null, false);
    }

    /** What a configuration holds, to choose by: {@code 4: 7 × 1g.5gb; 5: 3 × 2g.10gb}. */
    private static String contents(JsonValue config) {
        List<String> parts = new ArrayList<>();
        // what cannot be read is said of the configuration that is chosen
        for (JsonValue entry : config.isList() ? config.items() : List.<JsonValue>of()) {
            String profiles = entry.get("mig-devices").fields().entrySet().stream()
                    .map(profile -> profile.getValue().shown() + " × " + profile.getKey())
                    .collect(Collectors.joining(" + "));
            JsonValue devices = entry.get("devices");
            String which = devices.isList()
                    ? devices.items().stream().map(JsonValue::shown).collect(Collectors.joining(", "))
                    : "";
            if (!profiles.isEmpty() && entry.get("mig-enabled").bool(false)) {
                parts.add(which.isEmpty() ? profiles : which + ": " + profiles);
            }
        }
        return String.join("; ", parts);
    }

    /**
     * Finds configurations in the document itself, in what it holds, and in texts of it that are documents: a ConfigMap
     * has the file as a text, values of Helm have it so or as they are.
     */
    private void find(JsonValue value, Map<String, JsonValue> configs, int deep) {
        if (deep == 0) {
            return;
        }
        for (JsonValue item : value.isList() ? value.items() : List.<JsonValue>of()) {
            find(item, configs, deep - 1);
        }
        if (!value.isObject()) {
            return;
        }
        JsonValue here = value.get(CONFIGS);
        if (!here.isMissing()) {
            configs.putAll(here.fields());
            return;
        }
        for (Map.Entry<String, JsonValue> field : value.fields().entrySet()) {
            JsonValue inside = field.getValue();
            String text = inside.isText() ? inside.string("") : "";
            if (!ROOT.matcher(text).find()) {
                find(inside, configs, deep - 1);
            } else if (!field.getKey().equals(LAST_APPLIED)) {
                JsonValue file = YamlDocument.parse(name, text, problems);
                if (file != null) {
                    find(file, configs, deep - 1);
                }
            }
        }
    }

    private @Nullable JsonValue chosen(Map<String, JsonValue> configs, @Nullable String wanted) {
        Listing names = new Listing(new ArrayList<>(configs.keySet()));
        if (configs.isEmpty()) {
            problems.add(Problem.error(Where.file(name), Text.of("cluster.noConfigs")));
            return null;
        }
        if (wanted == null && configs.size() > 1) {
            problems.add(Problem.error(Where.file(name), Text.of("cluster.chooseConfig", configs.size(), names)));
            return null;
        }
        JsonValue config = wanted == null ? configs.values().iterator().next() : configs.get(wanted);
        if (config == null) {
            problems.add(
                    Problem.error(Where.file(name), Text.of("cluster.noSuchConfig", String.valueOf(wanted), names)));
        }
        return config;
    }

    private void config(JsonValue config) {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (JsonValue entry : config.items()) {
            String filter = filter(entry.get("device-filter"));
            for (String number : numbers(entry.get("devices"), filter)) {
                Device before = devices.put(number, new Device(number, model(filter), entry));
                if (before != null) {
                    entry.get("devices").warning(Text.of("cluster.deviceTwice", number));
                }
            }
        }
        devices.values().forEach(this::add);
    }

    /** The first device id of a filter, which can be one or a list. */
    private static String filter(JsonValue filter) {
        if (filter.isMissing()) {
            return "";
        }
        if (filter.isList()) {
            List<JsonValue> items = filter.items();
            return items.isEmpty() ? "" : items.getFirst().string("");
        }
        return filter.string("");
    }

    private String model(String filter) {
        return PciDevices.model(filter, catalogue)
                .map(MigPartedSnapshot::printed)
                .orElse(filter);
    }

    /** What exporters print for a model, so that it is found again by it. */
    private static String printed(GpuModel model) {
        return model.modelNames().isEmpty() ? model.name() : model.modelNames().getFirst();
    }

    private static List<String> numbers(JsonValue devices, String filter) {
        if (!devices.isList()) {
            if (!devices.string("").equals(ALL)) {
                devices.error(Text.of("cluster.devices", devices.shown()));
                return List.of();
            }
            return List.of(filter.isEmpty() ? ALL : ALL + " " + filter);
        }
        List<String> numbers = new ArrayList<>();
        for (JsonValue device : devices.items()) {
            Integer number = device.requiredInteger(0, MOST_DEVICE);
            if (number != null) {
                numbers.add(number.toString());
            }
        }
        return numbers;
    }

    private void add(Device device) {
        gpus++;
        boolean mig = device.entry().get("mig-enabled").bool(false);
        Map<String, JsonValue> profiles = device.entry().get("mig-devices").fields();
        int id = 0;
        for (Map.Entry<String, JsonValue> profile : profiles.entrySet()) {
            Integer count = profile.getValue().requiredInteger(0, MOST_OF_A_PROFILE);
            for (int i = 0; mig && i < (count == null ? 0 : count); i++) {
                id++;
                RawSource source =
                        RawSource.of("", device.number(), device.model(), profile.getKey(), String.valueOf(id));
                builder.seen(builder.series(source, 0), 1, 0);
            }
        }
        if (!mig && !profiles.isEmpty()) {
            device.entry().get("mig-devices").warning(Text.of("cluster.migOff"));
        }
        if (id == 0) {
            Series whole = builder.series(RawSource.of("", device.number(), device.model(), "", ""), 0);
            builder.add(whole, MetricKind.MIG_MODE, mig ? 1 : 0, SampleHandler.NO_TIMESTAMP, 1, 0);
        }
    }
}
