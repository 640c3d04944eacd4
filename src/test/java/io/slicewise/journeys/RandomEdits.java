package io.slicewise.journeys;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Theme;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.Clip;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Language;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.stage.Stage;

/** What a planner does next, by lot: everything that changes a document, and what only changes how it is looked at. */
final class RandomEdits {
    private static final int MOST_GPUS = 6;
    private static final List<String> MODELS =
            List.of("a30-24gb", "a100-80gb", "h100-80gb-sxm", "h200-141gb", "b200-180gb", "rtx-pro-6000-96gb");

    private final Desk desk;
    private final Document document;
    private final Random random;
    private final Set<Kind> changed = EnumSet.noneOf(Kind.class);
    private Kind kind = Kind.ADD_GPU;
    private Runnable action = () -> {};

    private enum Kind {
        ADD_GPU,
        DUPLICATE_GPU,
        REMOVE_GPU,
        RENAME_GPU,
        CHANGE_MODEL,
        PRESET,
        ADD,
        MOVE,
        SWAP,
        TYPE,
        DRAG,
        NUDGE,
        NAME,
        OWNER,
        NOTE,
        DUPLICATE,
        DELETE,
        PASTE,
        WEIGHTS,
        UNDO,
        REDO,
        SELECT,
        LANGUAGE,
        LOOK,
        TEXT_SIZE,
        RESIZE,
        TAB_AND_BACK
    }

    RandomEdits(Desk desk, Document document, long seed) {
        this.desk = desk;
        this.document = document;
        random = new Random(seed);
    }

    /** Chooses what comes next, and says what. */
    String next() {
        Scenario before = document.scenario();
        if (before.fleet().gpus().isEmpty()) {
            kind = random.nextInt(4) == 0 ? Kind.UNDO : Kind.ADD_GPU;
        } else {
            kind = Kind.values()[random.nextInt(Kind.values().length)];
        }
        action = action(kind);
        return kind + " on "
                + before.fleet().gpus().stream()
                        .map(gpu -> gpu.name() + " "
                                + gpu.instances().stream().map(Instance::label).toList())
                        .toList();
    }

    /** Does it; on the FX thread. */
    void apply() {
        Scenario before = document.scenario();
        action.run();
        if (!before.equals(document.scenario())) {
            changed.add(kind);
        }
    }

    /** How many kinds of them changed the document so far. */
    int kinds() {
        return changed.size();
    }

    private Runnable action(Kind of) {
        return switch (of) {
            case ADD_GPU, DUPLICATE_GPU, REMOVE_GPU, RENAME_GPU, CHANGE_MODEL, PRESET, WEIGHTS -> gpuEdit(of);
            case ADD, MOVE, SWAP, TYPE, DRAG, NUDGE, NAME, OWNER, NOTE, DUPLICATE, DELETE, PASTE -> instanceEdit(of);
            case UNDO -> document::undo;
            case REDO -> document::redo;
            case SELECT -> () -> document.selectionProperty().set(some());
            case LANGUAGE -> () -> desk.words().languageProperty().set(pick(Language.all()));
            case LOOK -> () -> desk.look().themeProperty().set(pick(List.of(Theme.LIGHT, Theme.DARK)));
            case TEXT_SIZE -> () -> desk.look().textSizeProperty().set(pick(List.of(0.9, 1.0, 1.2, 1.5)));
            case RESIZE -> this::resize;
            case TAB_AND_BACK -> this::tabAndBack;
        };
    }

    private Runnable gpuEdit(Kind of) {
        Scenario scenario = document.scenario();
        boolean full = scenario.fleet().gpus().size() >= MOST_GPUS;
        if (scenario.fleet().gpus().isEmpty() || (of == Kind.ADD_GPU && !full)) {
            return edit(new ScenarioEdit.AddGpu(model()));
        }
        Gpu gpu = pick(scenario.fleet().gpus());
        return edit(
                switch (of) {
                    case DUPLICATE_GPU ->
                        full ? new ScenarioEdit.RemoveGpu(gpu.id()) : new ScenarioEdit.DuplicateGpu(gpu.id());
                    case RENAME_GPU -> new ScenarioEdit.RenameGpu(gpu.id(), "gpu-" + random.nextInt(100));
                    case CHANGE_MODEL -> new ScenarioEdit.ChangeModel(gpu.id(), model());
                    case PRESET -> new ScenarioEdit.ApplyLayout(gpu.id(), layout(modelOf(gpu)));
                    case WEIGHTS -> new ScenarioEdit.SetWeights(weights(scenario));
                    default -> new ScenarioEdit.RemoveGpu(gpu.id());
                });
    }

    private Runnable instanceEdit(Kind of) {
        Gpu gpu = pick(document.scenario().fleet().gpus());
        GpuModel model = modelOf(gpu);
        Profile profile = pick(model.profiles());
        if (gpu.instances().isEmpty() || of == Kind.ADD) {
            return () -> document.editAndSelect(new InstanceEdit.AddInstance(gpu.id(), profile.name(), null));
        }
        Instance instance = pick(gpu.instances());
        InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
        return edit(
                switch (of) {
                    case MOVE -> new InstanceEdit.MoveInstance(ref, gpu.id(), random.nextInt(8));
                    case SWAP -> new InstanceEdit.ChangeProfile(ref, profile.name());
                    case DRAG -> new InstanceEdit.SetUtilization(Set.of(ref), random.nextInt(101) / 100.0);
                    case NUDGE -> new InstanceEdit.ShiftUtilization(some(), random.nextBoolean() ? 0.1 : -0.01);
                    case NAME -> new InstanceEdit.SetName(ref, random.nextBoolean() ? "" : "job-" + random.nextInt(9));
                    case OWNER -> new InstanceEdit.SetOwner(some(), "team-" + random.nextInt(3));
                    case NOTE -> new InstanceEdit.SetNote(ref, "note " + random.nextInt(9));
                    case DUPLICATE -> new InstanceEdit.DuplicateInstances(Set.of(ref));
                    case DELETE -> new InstanceEdit.RemoveInstances(Set.of(ref));
                    case PASTE -> new InstanceEdit.Paste(gpu.id(), List.of(Clip.of(instance)));
                    default ->
                        new InstanceEdit.SetUtilization(
                                some(), random.nextInt(5) == 0 ? Instance.NO_READING : random.nextInt(1001) / 1000.0);
                });
    }

    private Runnable edit(Edit edit) {
        return () -> {
            document.edit(edit);
            if (kind != Kind.DRAG) {
                document.settle();
            }
        };
    }

    private Set<InstanceRef> some() {
        List<InstanceRef> all = new ArrayList<>();
        document.scenario()
                .fleet()
                .gpus()
                .forEach(gpu -> gpu.instances().forEach(i -> all.add(new InstanceRef(gpu.id(), i.id()))));
        Set<InstanceRef> some = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i >= 0 && !all.isEmpty(); i--) {
            some.add(pick(all));
        }
        return some;
    }

    private void resize() {
        Stage stage = desk.stage();
        stage.setWidth(900 + random.nextInt(80));
        stage.setHeight(640 + random.nextInt(320));
    }

    private void tabAndBack() {
        var active = desk.session().workspace().activeProperty();
        active.set(desk.session().workspace().documents().getFirst());
        active.set(document);
    }

    private GpuModel model() {
        return Catalogue.builtIn().byId(pick(MODELS)).orElseThrow();
    }

    private GpuModel modelOf(Gpu gpu) {
        GpuModel model = gpu.model();
        return model == null ? model() : model;
    }

    /** Any full partition. */
    private Layout layout(GpuModel model) {
        return pick(Layouts.distinct(Layouts.maximal(model, model.baseProfiles())));
    }

    private Weights weights(Scenario scenario) {
        Weights weights = scenario.weights();
        return switch (random.nextInt(3)) {
            case 0 -> weights.withBasis(pick(List.of(WeightBasis.Hardware.values())));
            case 1 -> weights.withGpus(random.nextBoolean() ? new GpuWeight.Equal() : new GpuWeight.BySms());
            default -> weights.withBasis(own(scenario));
        };
    }

    private WeightBasis.Own own(Scenario scenario) {
        Map<String, Double> own = new HashMap<>();
        scenario.fleet().gpus().stream().map(this::modelOf).distinct().forEach(model -> {
            own.put(model.id(), 1.0 + random.nextInt(9));
            model.profiles().forEach(p -> own.put(WeightBasis.Own.key(model, p), 1.0 + random.nextInt(4)));
        });
        return new WeightBasis.Own(own);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
