package io.slicewise.document.json;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.fleet.Readings;
import io.slicewise.json.JsonValue;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads GPUs with their instances. Everything that is wrong is reported at once, each with its path. */
final class FleetReader {
    private static final int MOST = 1_000_000;
    private static final Set<String> GPU_FIELDS =
            Set.of("id", "name", "model", "modelName", "host", "instances", "powerWatts");
    private static final Set<String> INSTANCE_FIELDS = Set.of(
            "id", "profile", "computeSlices", "start", "utilization", "name", "owner", "note", "labels", "readings");
    private static final Set<String> READING_FIELDS = Set.of("sm", "occupancy", "tensor", "bandwidth", "memoryUsedMib");

    /** More than any GPU has, or draws. */
    private static final double LARGEST = 1e9;

    private final Catalogue catalogue;
    private final boolean measured;
    private final Labels.Builder labels = new Labels.Builder();

    /**
     * @param measured whether a monitoring told of them: then a model or a place may be unknown, and what contradicts
     *     itself is kept as it was told, beside what was noticed then
     */
    FleetReader(Catalogue catalogue, boolean measured) {
        this.catalogue = catalogue;
        this.measured = measured;
    }

    Fleet read(JsonValue list) {
        List<Gpu> gpus = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue value : list.items()) {
            Gpu gpu = gpu(value);
            if (gpu != null && !ids.add(gpu.id())) {
                value.get("id").error(Text.of("scenario.file.duplicateGpu", gpu.id()));
            } else if (gpu != null) {
                gpus.add(gpu);
            }
        }
        return new Fleet(gpus);
    }

    /** The labels of the instances that were read. */
    Labels labels() {
        return labels.build();
    }

    private @Nullable Gpu gpu(JsonValue value) {
        if (!value.objectOf(GPU_FIELDS)) {
            return null;
        }
        String id = value.get("id").requiredString();
        String modelName = value.get("modelName").string("");
        GpuModel model = model(value, modelName);
        boolean mayBeUnknown = measured || !modelName.isEmpty();
        if (model == null && !(mayBeUnknown && value.get("model").isMissing())) {
            // the missing model is the mistake; what its profiles would need is none
            return null;
        }
        List<Instance> instances = instances(value.get("instances"), model, id == null ? "" : id);
        if (id == null) {
            return null;
        }
        Gpu gpu = new Gpu(id, value.get("name").string(id), value.get("host").string(""), model, modelName, instances)
                .withPower(watts(value));
        return placed(gpu, value);
    }

    private @Nullable GpuModel model(JsonValue gpu, String modelName) {
        JsonValue value = gpu.get("model");
        if (value.isMissing() && (measured || !modelName.isEmpty())) {
            return modelName.isEmpty() ? null : catalogue.byModelName(modelName).orElse(null);
        }
        String id = value.requiredString();
        GpuModel model = id == null ? null : catalogue.byId(id).orElse(null);
        if (id != null && model == null) {
            value.error(Text.of("scenario.file.unknownModel", id));
        }
        return model;
    }

    private List<Instance> instances(JsonValue list, @Nullable GpuModel model, String gpu) {
        List<Instance> instances = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue value : list.items()) {
            Instance instance = instance(value, model);
            if (instance != null && !ids.add(instance.id())) {
                value.get("id").error(Text.of("scenario.file.duplicateInstance", instance.id()));
            } else if (instance != null) {
                instances.add(instance);
                labels.put(new InstanceRef(gpu, instance.id()), labels(value.get("labels")));
            }
        }
        return instances;
    }

    private static Map<String, String> labels(JsonValue value) {
        Map<String, String> labels = new LinkedHashMap<>();
        value.fields().forEach((name, one) -> labels.put(name, one.string("")));
        return labels;
    }

    private static @Nullable Instance instance(JsonValue value, @Nullable GpuModel model) {
        if (!value.objectOf(INSTANCE_FIELDS)) {
            return null;
        }
        String id = value.get("id").requiredString();
        Profile profile = profile(value, model);
        Integer start = value.get("start").integer(0, MOST);
        Double utilization = value.get("utilization").number(0, 1);
        if (id == null || profile == null) {
            return null;
        }
        return new Instance(
                id,
                profile,
                start == null ? Placement.UNKNOWN : start,
                utilization == null ? Instance.NO_READING : utilization,
                value.get("name").string(""),
                value.get("owner").string(""),
                value.get("note").string(""),
                readings(value.get("readings")));
    }

    /** What a GPU draws; {@code NaN} where it was not measured. */
    static double watts(JsonValue gpu) {
        return number(gpu.get("powerWatts"), LARGEST);
    }

    /** What was measured beside the utilization. */
    static Readings readings(JsonValue value) {
        if (value.isMissing() || !value.objectOf(READING_FIELDS)) {
            return Readings.NONE;
        }
        return new Readings(
                number(value.get("sm"), 1),
                number(value.get("occupancy"), 1),
                number(value.get("tensor"), 1),
                number(value.get("bandwidth"), 1),
                number(value.get("memoryUsedMib"), LARGEST));
    }

    private static double number(JsonValue value, double most) {
        Double number = value.number(0, most);
        return number == null ? Double.NaN : number;
    }

    private static @Nullable Profile profile(JsonValue instance, @Nullable GpuModel model) {
        String name = instance.get("profile").requiredString();
        if (name == null) {
            return null;
        }
        Optional<Profile> known = model == null ? Optional.empty() : model.printedProfile(name);
        if (known.isPresent()) {
            return known.get();
        }
        Integer slices = instance.get("computeSlices").integer(1, MOST);
        if (slices == null && model != null) {
            instance.get("profile")
                    .error(Text.of(
                            "scenario.file.unknownProfile",
                            name,
                            model.name(),
                            new Listing(
                                    model.profiles().stream().map(Profile::name).toList())));
            return null;
        }
        if (slices == null) {
            instance.get("computeSlices").error(Text.of("json.required"));
            return null;
        }
        return Profile.observed(name, slices);
    }

    /** The GPU with places for the instances that came without; reports what cannot stand together. */
    private Gpu placed(Gpu gpu, JsonValue value) {
        Optional<Layout> layout = gpu.layout();
        if (layout.isEmpty() || measured) {
            return gpu;
        }
        JsonValue at = value.get("instances");
        List<Instance> unplaced = gpu.instances().stream()
                .filter(i -> i.start() == Placement.UNKNOWN)
                .toList();
        layout.get().conflicts().forEach(conflict -> at.error(Text.of("scenario.file.conflict", conflict)));
        if (unplaced.isEmpty() || !layout.get().model().hasPlacements()) {
            return gpu;
        }
        Layout fixed = new Layout(
                layout.get().model(),
                layout.get().placements().stream().filter(Placement::isPlaced).toList());
        Optional<List<Integer>> starts =
                Layouts.place(fixed, unplaced.stream().map(Instance::profile).toList());
        boolean observed = unplaced.stream().anyMatch(i -> i.profile().placement() == null);
        if (starts.isEmpty() && layout.get().conflicts().isEmpty() && !observed) {
            at.error(Text.of("scenario.file.noRoom", unplaced.size()));
        }
        if (starts.isEmpty()) {
            return gpu;
        }
        List<Instance> placed = new ArrayList<>(gpu.instances());
        placed.replaceAll(i -> {
            int index = unplaced.indexOf(i);
            return index < 0 ? i : i.withStart(starts.get().get(index));
        });
        return gpu.withInstances(placed);
    }
}
