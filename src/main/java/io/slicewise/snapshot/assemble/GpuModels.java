package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which model each GPU is: as somebody chose, as its name and the profiles that it prints tell. For one use. */
final class GpuModels {
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final Notes notes;
    private final Map<String, Optional<GpuModel>> models = new HashMap<>();
    private final Map<String, Boolean> chosen = new HashMap<>();

    /** By a model's name, and by what is printed for the profiles. */
    private final Map<String, Map<Set<String>, Optional<GpuModel>>> fitting = new HashMap<>();

    /**
     * @param catalogue where models are looked up
     * @param options what a person decided
     */
    GpuModels(Catalogue catalogue, SnapshotOptions options, Notes notes) {
        this.catalogue = catalogue;
        this.options = options;
        this.notes = notes;
    }

    /** A GPU with its model, where that is known. */
    KnownGpu known(GpuRows rows) {
        String name = rows.modelName();
        GpuModel model = models.computeIfAbsent(name, printed -> options.model(printed, catalogue))
                .orElse(null);
        return new KnownGpu(rows, rows.host(), rows.number(), name, fitting(rows, name, model));
    }

    /** Of boards that go under one name the one that has the printed profiles. */
    private @Nullable GpuModel fitting(GpuRows rows, String name, @Nullable GpuModel model) {
        if (model == null || name.isEmpty() || isChosen(name)) {
            return model;
        }
        return fitting.computeIfAbsent(name, _ -> new HashMap<>())
                .computeIfAbsent(profiles(rows), profiles -> catalogue.byModelName(name, profiles))
                .orElse(model);
    }

    private static Set<String> profiles(GpuRows rows) {
        Set<String> profiles = new HashSet<>();
        for (InstanceRows instance : rows.instances()) {
            profiles.addAll(instance.profiles());
        }
        return profiles;
    }

    /** Says how a GPU's model is known, where that is not by its name. */
    void say(KnownGpu gpu) {
        String name = gpu.modelName();
        long place = gpu.rows().place();
        GpuModel model = gpu.model();
        if (model == null) {
            if (name.isEmpty()) {
                notes.add(Note.NO_MODEL_NAME, place, gpu.label());
            } else {
                notes.add(Note.UNKNOWN_MODEL, place, gpu.label(), name);
            }
        } else if (isChosen(name)) {
            Text said = name.isEmpty()
                    ? Text.of("snapshot.chosenModel.unnamed")
                    : Text.of("snapshot.chosenModel.named", name);
            notes.add(Note.CHOSEN_MODEL, place, gpu.label(), said, model.name());
        }
    }

    private boolean isChosen(String modelName) {
        return chosen.computeIfAbsent(
                modelName, name -> !catalogue.byModelName(name).equals(models.get(name)));
    }
}
