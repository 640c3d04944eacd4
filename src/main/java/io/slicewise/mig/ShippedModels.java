package io.slicewise.mig;

import io.slicewise.json.JsonPiece;
import io.slicewise.json.JsonValue;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue that ships with the product, model by model. A command that asks for one of them does not read the profiles,
 * sources and remarks of all: that was a quarter of a short call. A test reads the file as a whole and finds the same.
 */
final class ShippedModels {
    static final String RESOURCE = "catalogue.json";

    private static final Set<String> LISTED = Set.of("id", "modelNames", "pciDeviceIds");

    private final Map<String, JsonPiece> sources;
    private final Map<String, JsonPiece> remarks;
    private final List<Listed> all;

    /** By what a model is looked up, and where it stands. */
    record Listed(String id, List<String> modelNames, List<String> pciDeviceIds, JsonPiece piece) {}

    private ShippedModels(byte[] json) {
        Map<String, JsonPiece> root = JsonPiece.of(json).fields();
        sources = part(root, "sources").fields();
        remarks = part(root, "remarks").fields();
        all = part(root, "gpus").items().stream().map(ShippedModels::listed).toList();
    }

    static ShippedModels load() {
        return new ShippedModels(json());
    }

    static byte[] json() {
        try (InputStream in = ShippedModels.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the product");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the catalogue's order. */
    List<Listed> all() {
        return all;
    }

    GpuModel read(Listed model) {
        List<Problem> problems = new ArrayList<>();
        JsonValue gpu = model.piece().read(RESOURCE, problems);
        if (gpu == null) {
            throw new IllegalStateException("the product's catalogue is damaged: " + problems);
        }
        return CatalogueReader.shipped(
                gpu, name -> named(sources, name, problems), name -> named(remarks, name, problems), problems);
    }

    private static @Nullable JsonValue named(Map<String, JsonPiece> all, String name, List<Problem> problems) {
        JsonPiece piece = all.get(name);
        return piece == null ? null : piece.read(RESOURCE, problems);
    }

    private static Listed listed(JsonPiece gpu) {
        Map<String, JsonPiece> fields = gpu.fields(LISTED);
        return new Listed(
                part(fields, "id").words(),
                words(fields.get("modelNames")),
                words(fields.get("pciDeviceIds")),
                gpu);
    }

    private static List<String> words(@Nullable JsonPiece list) {
        return list == null ? List.of() : list.items().stream().map(JsonPiece::words).toList();
    }

    private static JsonPiece part(Map<String, JsonPiece> of, String name) {
        JsonPiece part = of.get(name);
        if (part == null) {
            throw new IllegalStateException("the product's catalogue has no " + name);
        }
        return part;
    }
}
