package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.text.Text;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which model each GPU is: as somebody chose, as its name and the profiles that it prints tell. For one use. */
final class GpuModels {
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final Map<String, Named> named = new ConcurrentHashMap<>();

    /**
     * What is known of the GPUs that go under one name.
     *
     * @param model which one they are
     * @param chosen whether somebody chose it
     * @param fitting by what is printed for the profiles which one they are; {@code null} where only one board has the name
     */
    private record Named(
            @Nullable GpuModel model,
            boolean chosen,
            @Nullable Map<Set<String>, GpuModel> fitting) {}

    /**
     * @param catalogue where models are looked up
     * @param options what a person decided
     */
    GpuModels(Catalogue catalogue, SnapshotOptions options) {
        this.catalogue = catalogue;
        this.options = options;
    }

    /** A GPU with its model, where that is known. In any thread. */
    KnownGpu known(GpuRows rows) {
        String name = rows.modelName();
        Named all = named(name);
        return new KnownGpu(rows, rows.host(), rows.number(), name, fitting(rows, name, all));
    }

    private Named named(String name) {
        Named known = named.get(name);
        if (known == null) {
            Optional<GpuModel> model = options.model(name, catalogue);
            boolean chosen = !catalogue.byModelName(name).equals(model);
            boolean several = model.isPresent() && !chosen && catalogue.isOfSeveral(name);
            known = new Named(model.orElse(null), chosen, several ? new ConcurrentHashMap<>() : null);
            named.put(name, known);
        }
        return known;
    }

    /** Of boards that go under one name the one that has the printed profiles. */
    private @Nullable GpuModel fitting(GpuRows rows, String name, Named all) {
        Map<Set<String>, GpuModel> fitting = all.fitting();
        return fitting == null
                ? all.model()
                : fitting.computeIfAbsent(
                        profiles(rows),
                        profiles -> catalogue.byModelName(name, profiles).orElse(all.model()));
    }

    private static Set<String> profiles(GpuRows rows) {
        Set<String> profiles = new HashSet<>();
        for (InstanceRows instance : rows.instances()) {
            profiles.addAll(instance.profiles());
        }
        return profiles;
    }

    /** Says how a GPU's model is known, where that is not by its name. In any thread. */
    void say(KnownGpu gpu, Notes notes) {
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
        return named(modelName).chosen();
    }
}
