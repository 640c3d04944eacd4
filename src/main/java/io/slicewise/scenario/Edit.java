package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a scenario that can be named and undone. What each does to the instances of a GPU stands in {@link
 * Partitioning}.
 */
public sealed interface Edit {
    /** The scenario after it, or why it cannot be done. */
    Outcome applyTo(Scenario scenario);

    /** Its name in the list of what can be undone. */
    Text label();

    /**
     * What typing and dragging go on changing: edits with equal keys in a row are undone together. {@code null} when
     * every edit stands by itself.
     */
    default @Nullable Object coalescing() {
        return null;
    }

    /** What came of an edit. */
    sealed interface Outcome {
        /** It was done. */
        record Done(Scenario scenario) implements Outcome {}

        /** It cannot be done; the scenario stays as it is. */
        record Refused(Text reason) implements Outcome {}
    }

    /** The name of the document. */
    record RenameScenario(String name) implements Edit {
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
    record SetNotes(String notes) implements Edit {
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
    record SetWeights(Weights weights) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withWeights(weights));
        }

        @Override
        public Text label() {
            return Text.of(
                    "scenario.edit.weights",
                    Text.of("usage.basis." + weights.basis().id()));
        }
    }

    /** One more GPU, behind the others, with nothing on it. */
    record AddGpu(GpuModel model) implements Edit {
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
    record TakeFleet(Fleet fleet, String moment) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withFleet(fleet));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.takeFleet", moment);
        }
    }

    record RemoveGpu(String gpu) implements Edit {
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
    record DuplicateGpu(String gpu) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Gpus.duplicate(scenario, gpu);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.duplicateGpu");
        }
    }

    record RenameGpu(String gpu, String name) implements Edit {
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
    record ChangeModel(String gpu, GpuModel model) implements Edit {
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
    record ChangeModels(List<String> gpus, GpuModel model) implements Edit {
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
    record ApplyLayout(String gpu, Layout layout) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(scenario.withGpu(gpu, g -> Partitioning.relaid(g, layout)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.layout");
        }
    }

    /**
     * One more instance, without a reading.
     *
     * @param start where; {@code null} puts it where it keeps the most options open
     */
    record AddInstance(String gpu, String profile, @Nullable Integer start) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.add(scenario, gpu, profile, start);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.addInstance", profile);
        }
    }

    /** An instance to another start, of the same or another GPU. */
    record MoveInstance(InstanceRef instance, String gpu, int start) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.move(scenario, instance, gpu, start);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.moveInstance");
        }
    }

    record RemoveInstances(Set<InstanceRef> instances) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.remove(scenario, instances));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.removeInstances", instances.size());
        }
    }

    /** A copy of each on its own GPU, where it keeps the most options open. */
    record DuplicateInstances(Set<InstanceRef> instances) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.duplicate(scenario, instances);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.duplicateInstances", instances.size());
        }
    }

    /** Another profile; the instance stays at its start where the new one fits there, and moves otherwise. */
    record ChangeProfile(InstanceRef instance, String profile) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.changeProfile(scenario, instance, profile);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.changeProfile", profile);
        }
    }

    /**
     * The utilization of one or several instances.
     *
     * @param utilization a ratio; {@code NaN} for no reading
     */
    record SetUtilization(Set<InstanceRef> instances, double utilization) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.change(scenario, instances, i -> i.withUtilization(utilization)));
        }

        @Override
        public Text label() {
            return Double.isNaN(utilization)
                    ? Text.of("scenario.edit.noReading", instances.size())
                    : Text.of("scenario.edit.utilization", instances.size(), new Percent(utilization));
        }

        @Override
        public Object coalescing() {
            return List.of(SetUtilization.class, instances);
        }
    }

    /**
     * The utilization of one or several instances, each from where it is; one without a reading goes on from 0.
     *
     * @param difference a difference of ratios; the result is kept within 0 and 1 and rounded to a thousandth
     */
    record ShiftUtilization(Set<InstanceRef> instances, double difference) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(
                    Partitioning.change(scenario, instances, i -> i.withUtilization(shifted(i.utilization()))));
        }

        private double shifted(double from) {
            double to = Math.clamp((Double.isNaN(from) ? 0 : from) + difference, 0, 1);
            return Math.round(to * 1000) / 1000.0;
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.shiftUtilization", instances.size());
        }

        @Override
        public Object coalescing() {
            return List.of(ShiftUtilization.class, instances);
        }
    }

    /** Utilizations of several instances, each its own, as one step: what was tried out on a copy. */
    record SetUtilizations(Map<InstanceRef, Double> utilizations) implements Edit {
        public SetUtilizations {
            utilizations = Map.copyOf(utilizations);
        }

        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.withUtilizations(scenario, utilizations));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.shiftUtilization", utilizations.size());
        }
    }

    record SetName(InstanceRef instance, String name) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.change(scenario, Set.of(instance), i -> i.withName(name)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.name");
        }

        @Override
        public Object coalescing() {
            return List.of(SetName.class, instance);
        }
    }

    record SetOwner(Set<InstanceRef> instances, String owner) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.change(scenario, instances, i -> i.withOwner(owner)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.owner");
        }

        @Override
        public Object coalescing() {
            return List.of(SetOwner.class, instances);
        }
    }

    record SetNote(InstanceRef instance, String note) implements Edit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.change(scenario, Set.of(instance), i -> i.withNote(note)));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.note");
        }

        @Override
        public Object coalescing() {
            return List.of(SetNote.class, instance);
        }
    }

    /** Instances from the clipboard, each where it keeps the most options open; all of them or none. */
    record Paste(String gpu, List<Clip> clips) implements Edit {
        public Paste {
            clips = List.copyOf(clips);
        }

        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.paste(scenario, gpu, clips);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.paste", clips.size());
        }
    }
}
