package io.slicewise.mig;

import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue file: the product's own, or one that a planner wrote. */
final class CatalogueReader {
    private static final int FORMAT_VERSION = 1;
    private static final int MOST_SLICES = 64;
    private static final int MOST = 1_000_000;
    private static final Set<String> ROOT_FIELDS = Set.of("formatVersion", "sources", "remarks", "gpus", "comment");
    private static final Set<String> GPU_FIELDS = Set.of(
            "id",
            "name",
            "architecture",
            "chip",
            "memoryGb",
            "modelNames",
            "pciDeviceIds",
            "computeSlices",
            "memorySlices",
            "placementUnits",
            "maxInstances",
            "sms",
            "physicalSms",
            "verified",
            "unverifiedWhy",
            "notes",
            "sources",
            "power",
            "profiles");
    private static final Set<String> POWER_FIELDS =
            Set.of("board", "capWatts", "idleWattsLow", "idleWattsHigh", "source");
    private static final Set<String> PROFILE_FIELDS = Set.of(
            "name",
            "suffix",
            "giProfileId",
            "computeSlices",
            "memorySlices",
            "memoryGib",
            "memoryGb",
            "sms",
            "copyEngines",
            "nvdec",
            "nvenc",
            "jpeg",
            "ofa",
            "maxInstances",
            "placement",
            "exporterNames",
            "aliases",
            "sinceDriver",
            "inherited",
            "verified",
            "unverifiedWhy",
            "notes");

    private final boolean own;
    private final List<Problem> problems;
    private final Named sources;
    private final Named remarks;
    private final Map<String, Source> knownSources = new HashMap<>();
    private final Map<String, Wording> knownRemarks = new HashMap<>();

    /** What models refer to by a name. */
    @FunctionalInterface
    interface Named {
        /** What has this name; {@code null} where nothing has. */
        @Nullable
        JsonValue get(String name);
    }

    private CatalogueReader(boolean own, Named sources, Named remarks, List<Problem> problems) {
        this.own = own;
        this.sources = sources;
        this.remarks = remarks;
        this.problems = problems;
    }

    static List<GpuModel> read(String file, byte[] json, boolean own, List<Problem> problems) {
        JsonValue root = JsonDocument.parse(file, json, problems);
        if (root == null || !root.objectOf(ROOT_FIELDS)) {
            return List.of();
        }
        Map<String, JsonValue> sources = root.get("sources").fields();
        Map<String, JsonValue> remarks = root.get("remarks").fields();
        CatalogueReader reader = new CatalogueReader(own, sources::get, remarks::get, problems);
        // those that nothing refers to can be wrong as well
        remarks.keySet().forEach(reader::remark);
        sources.keySet().forEach(reader::source);
        return reader.models(root);
    }

    /**
     * One model of a catalogue that ships, whose others need not be read for it.
     *
     * @throws IllegalStateException where it is damaged
     */
    static GpuModel shipped(JsonValue gpu, Named sources, Named remarks, List<Problem> problems) {
        GpuModel model = new CatalogueReader(false, sources, remarks, problems).model(gpu);
        if (model == null || !problems.isEmpty()) {
            throw new IllegalStateException("the product's catalogue is damaged: " + problems);
        }
        return model;
    }

    private List<GpuModel> models(JsonValue root) {
        Integer version = root.get("formatVersion").requiredInteger(0, MOST);
        if (version == null) {
            return List.of();
        }
        if (version != FORMAT_VERSION) {
            root.get("formatVersion").error(Text.of("mig.catalogue.version", version, FORMAT_VERSION));
            return List.of();
        }
        List<GpuModel> models = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue gpu : root.get("gpus").items()) {
            long before = errors();
            GpuModel model = model(gpu);
            if (model != null && errors() == before) {
                if (ids.add(model.id())) {
                    models.add(model);
                } else {
                    gpu.get("id").error(Text.of("mig.catalogue.duplicate", model.id()));
                }
            }
        }
        return models;
    }

    private long errors() {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .count();
    }

    private static Wording wording(JsonValue value) {
        value.objectOf(Language.codes());
        String standard = value.get(Language.standard().code()).string("");
        return Wording.each(language -> value.get(language.code()).string(standard));
    }

    /** One of the remarks of the file, or, where it has none of that name, the words themselves. */
    private Wording remark(JsonValue value) {
        return remark(value.string(""));
    }

    private Wording remark(String written) {
        return knownRemarks.computeIfAbsent(written, name -> {
            JsonValue named = remarks.get(name);
            return named == null ? Wording.of(name) : wording(named);
        });
    }

    private @Nullable Source source(@Nullable String name) {
        JsonValue named = name == null || knownSources.containsKey(name) ? null : sources.get(name);
        if (name != null && named != null) {
            knownSources.put(name, source(named));
        }
        return knownSources.get(name);
    }

    private List<Wording> remarks(JsonValue list) {
        return list.items().stream()
                .map(this::remark)
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private Source source(JsonValue value) {
        return new Source(
                value.get("title").string(""),
                remark(value.get("kind")),
                value.get("url").string(""),
                List.of());
    }

    private @Nullable GpuModel model(JsonValue gpu) {
        if (!gpu.objectOf(GPU_FIELDS)) {
            return null;
        }
        String id = gpu.get("id").requiredString();
        String name = gpu.get("name").requiredString();
        Integer slices = gpu.get("computeSlices").requiredInteger(1, MOST_SLICES);
        if (id == null || name == null || slices == null) {
            return null;
        }
        Integer units = gpu.get("placementUnits").integer(1, MOST_SLICES);
        Integer most = gpu.get("maxInstances").integer(1, MOST_SLICES);
        return new GpuModel(
                id,
                name,
                gpu.get("architecture").string(""),
                gpu.get("chip").string(""),
                gpu.get("memoryGb").integer(0, MOST),
                strings(gpu.get("modelNames")),
                strings(gpu.get("pciDeviceIds")),
                slices,
                gpu.get("memorySlices").integer(1, MOST_SLICES),
                units,
                most == null ? slices : most,
                gpu.get("sms").integer(1, MOST),
                gpu.get("physicalSms").integer(1, MOST),
                gpu.get("verified").bool(false),
                remark(gpu.get("unverifiedWhy")),
                own,
                remarks(gpu.get("notes")),
                sources(gpu.get("sources")),
                power(gpu.get("power")),
                profiles(gpu.get("profiles"), slices, units));
    }

    private List<Source> sources(JsonValue list) {
        List<Source> read = new ArrayList<>();
        for (JsonValue entry : list.items()) {
            String ref = entry.get("ref").requiredString();
            Source known = source(ref);
            if (known != null) {
                read.add(new Source(known.title(), known.kind(), known.url(), remarks(entry.get("facts"))));
            } else if (ref != null) {
                entry.get("ref").error(Text.of("mig.catalogue.source", ref));
            }
        }
        return read;
    }

    private List<BoardPower> power(JsonValue list) {
        List<BoardPower> read = new ArrayList<>();
        for (JsonValue board : list.items()) {
            String name = board.get("board").requiredString();
            String ref = board.get("source").requiredString();
            Source source = source(ref);
            if (name != null && source != null && board.objectOf(POWER_FIELDS)) {
                read.add(new BoardPower(
                        name,
                        board.get("capWatts").integer(1, MOST),
                        board.get("idleWattsLow").integer(1, MOST),
                        board.get("idleWattsHigh").integer(1, MOST),
                        source));
            } else if (ref != null && source == null) {
                board.get("source").error(Text.of("mig.catalogue.source", ref));
            }
        }
        return read;
    }

    private List<Profile> profiles(JsonValue list, int slices, @Nullable Integer units) {
        List<Profile> profiles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonValue value : list.items()) {
            Profile profile = profile(value, slices, units);
            if (profile != null && !names.add(profile.name())) {
                value.get("name").error(Text.of("mig.catalogue.duplicateProfile", profile.name()));
            } else if (profile != null) {
                profiles.add(profile);
            }
        }
        if (profiles.isEmpty()) {
            list.error(Text.of("mig.catalogue.noProfiles"));
        }
        return profiles;
    }

    private @Nullable Profile profile(JsonValue value, int slices, @Nullable Integer units) {
        if (!value.objectOf(PROFILE_FIELDS)) {
            return null;
        }
        String name = value.get("name").requiredString();
        Integer compute = value.get("computeSlices").requiredInteger(1, slices);
        if (name == null || compute == null) {
            return null;
        }
        List<String> names = new ArrayList<>(strings(value.get("exporterNames")));
        names.addAll(strings(value.get("aliases")));
        return new Profile(
                name,
                value.get("suffix").string(""),
                value.get("giProfileId").integer(0, MOST),
                compute,
                value.get("memorySlices").integer(1, MOST_SLICES),
                numbers(value.get("memoryGib")),
                value.get("sms").integer(1, MOST),
                engines(value),
                value.get("maxInstances").integer(1, MOST_SLICES),
                placement(value.get("placement"), units),
                value.get("verified").bool(false),
                remark(value.get("unverifiedWhy")),
                names,
                remarks(value.get("notes")));
    }

    private static Engines engines(JsonValue value) {
        return new Engines(
                value.get("copyEngines").integer(0, MOST),
                value.get("nvdec").integer(0, MOST),
                value.get("nvenc").integer(0, MOST),
                value.get("jpeg").integer(0, MOST),
                value.get("ofa").integer(0, MOST));
    }

    private static @Nullable PlacementRule placement(JsonValue value, @Nullable Integer units) {
        if (value.isMissing()) {
            return null;
        }
        if (units == null) {
            value.error(Text.of("mig.catalogue.noUnits"));
            return null;
        }
        Integer size = value.get("size").requiredInteger(1, units);
        List<Integer> starts = new ArrayList<>();
        for (JsonValue start : value.get("starts").items()) {
            Integer unit = start.requiredInteger(0, size == null ? units : units - size);
            if (unit != null) {
                starts.add(unit);
            }
        }
        if (size == null || starts.isEmpty()) {
            value.get("starts").error(Text.of("mig.catalogue.noStarts"));
            return null;
        }
        return new PlacementRule(
                size,
                starts.stream().sorted().distinct().toList(),
                value.get("verified").bool(true));
    }

    private static List<String> strings(JsonValue list) {
        List<String> strings = new ArrayList<>();
        for (JsonValue item : list.items()) {
            String string = item.requiredString();
            if (string != null) {
                strings.add(string);
            }
        }
        return strings;
    }

    private static List<Double> numbers(JsonValue list) {
        List<Double> numbers = new ArrayList<>();
        for (JsonValue item : list.items()) {
            Double number = item.number(0, MOST);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
