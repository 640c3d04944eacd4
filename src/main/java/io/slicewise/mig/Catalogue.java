package io.slicewise.mig;

import io.slicewise.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The GPU models that are known, by id and by the name that exporters print. Immutable. */
public final class Catalogue {
    private static final String RESOURCE = "catalogue.json";

    private final Map<String, GpuModel> byId = new LinkedHashMap<>();
    private final Map<String, List<GpuModel>> byModelName = new HashMap<>();

    private Catalogue(Collection<GpuModel> models) {
        for (GpuModel model : models) {
            byId.put(model.id(), model);
        }
        for (GpuModel model : byId.values()) {
            for (String name : model.modelNames()) {
                List<GpuModel> same = byModelName.computeIfAbsent(normal(name), _ -> new ArrayList<>(1));
                // the planner's own goes before those that ship
                same.add(model.own() ? 0 : same.size(), model);
            }
        }
    }

    /** The catalogue that ships with the product. */
    public static Catalogue builtIn() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the product");
            }
            List<Problem> problems = new ArrayList<>();
            List<GpuModel> models = CatalogueReader.read(RESOURCE, in.readAllBytes(), false, problems);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("the product's catalogue is damaged: " + problems);
            }
            return new Catalogue(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * This catalogue with the models of the planner's own file, which add to it or replace the model of the same id.
     *
     * @param file the file's name, for problems
     * @param json its content, in the schema of {@code catalogue.json}
     * @param problems gets what is wrong; a model with an error is left out, the others are taken
     */
    public Catalogue with(String file, byte[] json, List<Problem> problems) {
        List<GpuModel> all = new ArrayList<>(byId.values());
        all.addAll(CatalogueReader.read(file, json, true, problems));
        return new Catalogue(all);
    }

    /** All models, in the catalogue's order, own ones last. */
    public List<GpuModel> models() {
        return List.copyOf(byId.values());
    }

    public Optional<GpuModel> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The model that exporters print under this name. Case, a leading {@code NVIDIA}, and whether there are
     * blanks, hyphens or underscores between its words do not matter. Of several models of one name the first. Empty
     * for a name that is not known: then the planner is asked, 7 slices are never assumed.
     */
    public Optional<GpuModel> byModelName(String modelName) {
        return byModelName.getOrDefault(normal(modelName), List.of()).stream().findFirst();
    }

    /**
     * The same where GPUs of the name print these profiles. Boards of one name can have other profiles, a GB300 with
     * 252 GB and one with 278 GB do: the first counts that has them all.
     *
     * @param printed what was printed for the profiles
     */
    public Optional<GpuModel> byModelName(String modelName, Collection<String> printed) {
        List<GpuModel> same = byModelName.getOrDefault(normal(modelName), List.of());
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
        List<GpuModel> models = byId.values().stream()
                .filter(model -> model.pciDeviceIds().stream().anyMatch(id::equalsIgnoreCase))
                .toList();
        return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
    }

    private static String normal(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        // CUDA names a Thor under MIG by its instance: NVIDIA Thor MIG 1g.0gb
        plain = plain.replaceFirst(" mig \\d+g\\.\\d+gb.*", "");
        return plain.startsWith("nvidia ") ? plain.substring("nvidia ".length()) : plain;
    }
}
