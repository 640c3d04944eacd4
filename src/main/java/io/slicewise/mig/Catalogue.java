package io.slicewise.mig;

import io.slicewise.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The GPU models that are known, by id and by the name that exporters print. Immutable. */
public final class Catalogue {
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byModelName = new HashMap<>();

    /** By what a model is looked up; the model itself is read when it is wanted. */
    private static final class Entry {
        private final String id;
        private final List<String> modelNames;
        private final List<String> pciDeviceIds;
        private final boolean own;
        private final Supplier<GpuModel> reader;
        private @Nullable GpuModel model;

        Entry(String id, List<String> modelNames, List<String> pciDeviceIds, boolean own, Supplier<GpuModel> reader) {
            this.id = id;
            this.modelNames = modelNames;
            this.pciDeviceIds = pciDeviceIds;
            this.own = own;
            this.reader = reader;
        }

        static Entry of(GpuModel model) {
            return new Entry(model.id(), model.modelNames(), model.pciDeviceIds(), model.own(), () -> model);
        }

        synchronized GpuModel model() {
            GpuModel there = model;
            if (there == null) {
                there = reader.get();
                model = there;
            }
            return there;
        }
    }

    private Catalogue(Collection<Entry> models) {
        for (Entry model : models) {
            byId.put(model.id, model);
        }
        for (Entry model : byId.values()) {
            for (String name : model.modelNames) {
                List<Entry> same = byModelName.computeIfAbsent(normal(name), _ -> new ArrayList<>(1));
                // the planner's own goes before those that ship
                same.add(model.own ? 0 : same.size(), model);
            }
        }
    }

    /** The catalogue that ships with the product: of its models those are read that are asked for. */
    public static Catalogue builtIn() {
        ShippedModels shipped = ShippedModels.load();
        List<Entry> entries = new ArrayList<>();
        for (ShippedModels.Listed one : shipped.all()) {
            entries.add(new Entry(one.id(), one.modelNames(), one.pciDeviceIds(), false, () -> shipped.read(one)));
        }
        return new Catalogue(entries);
    }

    /**
     * This catalogue with the models of the planner's own file, which add to it or replace the model of the same id.
     *
     * @param file the file's name, for problems
     * @param json its content, in the schema of {@code catalogue.json}
     * @param problems gets what is wrong; a model with an error is left out, the others are taken
     */
    public Catalogue with(String file, byte[] json, List<Problem> problems) {
        List<Entry> all = new ArrayList<>(byId.values());
        CatalogueReader.read(file, json, true, problems).forEach(own -> all.add(Entry.of(own)));
        return new Catalogue(all);
    }

    /** All models, in the catalogue's order, own ones last. */
    public List<GpuModel> models() {
        return byId.values().stream().map(Entry::model).toList();
    }

    public Optional<GpuModel> byId(String id) {
        return Optional.ofNullable(byId.get(id)).map(Entry::model);
    }

    /**
     * The model that exporters print under this name. Case, a leading {@code NVIDIA}, and whether there are
     * blanks, hyphens or underscores between its words do not matter. Of several models of one name the first. Empty
     * for a name that is not known: then the planner is asked, 7 slices are never assumed.
     */
    public Optional<GpuModel> byModelName(String modelName) {
        return byModelName.getOrDefault(normal(modelName), List.of()).stream()
                .findFirst()
                .map(Entry::model);
    }

    /** Whether several boards go under the name. */
    public boolean isOfSeveral(String modelName) {
        return byModelName.getOrDefault(normal(modelName), List.of()).size() > 1;
    }

    /**
     * The same where GPUs of the name print these profiles. Boards of one name can have other profiles, a GB300 with
     * 252 GB and one with 278 GB do: the first counts that has them all.
     *
     * @param printed what was printed for the profiles
     */
    public Optional<GpuModel> byModelName(String modelName, Collection<String> printed) {
        List<GpuModel> same = byModelName.getOrDefault(normal(modelName), List.of()).stream()
                .map(Entry::model)
                .toList();
        return same.stream()
                .filter(model -> printed.stream().allMatch(model::prints))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /**
     * The model of a PCI device id, four hexadecimal digits. Empty for an id that is not known, and for one that several
     * models share: it tells the chip, not the board.
     */
    public Optional<GpuModel> byPciDevice(String id) {
        List<Entry> models = byId.values().stream()
                .filter(model -> model.pciDeviceIds.stream().anyMatch(id::equalsIgnoreCase))
                .toList();
        return models.size() == 1 ? Optional.of(models.getFirst().model()) : Optional.empty();
    }

    private static String normal(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        // CUDA names a Thor under MIG by its instance: NVIDIA Thor MIG 1g.0gb
        plain = plain.replaceFirst(" mig \\d+g\\.\\d+gb.*", "");
        return plain.startsWith("nvidia ") ? plain.substring("nvidia ".length()) : plain;
    }
}
