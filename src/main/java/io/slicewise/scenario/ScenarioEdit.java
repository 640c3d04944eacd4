package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of the document or of the GPUs in it. */
public sealed interface ScenarioEdit extends Edit {
    /** The name of the document. */
    record RenameScenario(String name) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withName(Wording.of(name)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.renameScenario");
        }

        @Override
        public Object coalescing() {
            return RenameScenario.class;
        }
    }

    /** The notes of the document. */
    record SetNotes(String notes) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withNotes(Wording.of(notes)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.notes");
        }

        @Override
        public Object coalescing() {
            return SetNotes.class;
        }
    }

    /** What counts how much. */
    record SetWeights(Weights weights) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withWeights(weights));
        }

        @Override
        public Text label() {
            Text basis = Text.of("usage.basis." + weights.basis().id());
            return weights.reading() == ReadingKind.ENGINE
                    ? Text.of("scenario.edit.weights", basis)
                    : Text.of(
                            "scenario.edit.reading",
                            Text.of("usage.reading." + weights.reading().id()),
                            basis);
        }
    }

    /**
     * What a plan is made from.
     *
     * @param key what typing goes on changing; {@code null} for a step of its own
     */
    record SetPlan(PlanInput plan, @Nullable Object key) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withPlan(plan));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.plan");
        }

        @Override
        public @Nullable Object coalescing() {
            return key == null ? null : List.of(SetPlan.class, key);
        }
    }

    /**
     * What the planner knows about money and watts.
     *
     * @param key what typing goes on changing; {@code null} for a step of its own
     */
    record SetAssumptions(Assumptions assumptions, @Nullable Object key) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withAssumptions(assumptions));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.assumptions");
        }

        @Override
        public @Nullable Object coalescing() {
            return key == null ? null : List.of(SetAssumptions.class, key);
        }
    }

    /**
     * The named variants.
     *
     * @param key what typing goes on changing; {@code null} for a step of its own
     */
    record SetAlternatives(
            List<Alternative> alternatives, @Nullable Object key) implements ScenarioEdit {
        public SetAlternatives {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withAlternatives(alternatives));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.alternatives");
        }

        @Override
        public @Nullable Object coalescing() {
            return key == null ? null : List.of(SetAlternatives.class, key);
        }
    }

    /** One more GPU, behind the others, with nothing on it. */
    record AddGpu(GpuModel model) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            Gpu gpu = Gpu.of(Ids.gpu(scenario.fleet()), Ids.gpuName(scenario.fleet()), model, List.of());
            return Gpus.insert(scenario, gpu, null);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.addGpu", model.shortName());
        }
    }

    /**
     * All GPUs as they were at a moment that monitoring recorded.
     *
     * @param moment the finished words for it
     */
    record TakeFleet(Fleet fleet, String moment) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withFleet(fleet));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.takeFleet", moment);
        }
    }

    record RemoveGpu(String gpu) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Gpus.remove(scenario, gpu);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.removeGpu");
        }
    }

    /** A copy of a GPU with its instances, behind it. */
    record DuplicateGpu(String gpu) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Gpus.duplicate(scenario, gpu);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.duplicateGpu");
        }
    }

    record RenameGpu(String gpu, String name) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withGpu(gpu, g -> g.withName(name)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.renameGpu", name);
        }

        @Override
        public Object coalescing() {
            return List.of(RenameGpu.class, gpu);
        }
    }

    /**
     * Another model for a GPU. Instances keep their readings and take the profile of the same compute slices that has
     * the nearest share of memory; those for which {@link ModelChange} finds no room go, so ask first.
     */
    record ChangeModel(String gpu, GpuModel model) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(
                    scenario.withGpu(gpu, g -> ModelChange.of(g, model).result()));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.changeModel", model.shortName());
        }
    }

    /** The same other model for several GPUs: {@link ChangeModel} for each of them, as one step. */
    record ChangeModels(List<String> gpus, GpuModel model) implements ScenarioEdit {
        public ChangeModels {
            gpus = List.copyOf(gpus);
        }

        @Override
        public Outcome applyTo(Scenario scenario) {
            Scenario result = scenario;
            for (String gpu : gpus) {
                result = result.withGpu(gpu, g -> ModelChange.of(g, model).result());
            }
            return new Outcome.Done(result);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.changeModel", model.shortName());
        }
    }

    /** A whole new partition; readings, names and owners stay with instances in order, as far as there are instances. */
    record ApplyLayout(String gpu, Layout layout) implements ScenarioEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withGpu(gpu, g -> Partitioning.relaid(g, layout)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.layout");
        }
    }
}
