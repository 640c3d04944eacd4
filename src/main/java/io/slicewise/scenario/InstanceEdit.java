package io.slicewise.scenario;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Decimal;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of instances: of which there are, where they stand, and what each is. */
public sealed interface InstanceEdit extends Edit {
    /** How many MiB a GiB has. */
    double MIB_PER_GIB = 1024;

    /**
     * One more instance, without a reading.
     *
     * @param start where; {@code null} puts it where it keeps the most options open
     */
    record AddInstance(String gpu, String profile, @Nullable Integer start) implements InstanceEdit {
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
    record MoveInstance(InstanceRef instance, String gpu, int start) implements InstanceEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return Partitioning.move(scenario, instance, gpu, start);
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.moveInstance");
        }
    }

    record RemoveInstances(Set<InstanceRef> instances) implements InstanceEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.remove(scenario, instances));
        }

        @Override
        public Text label() {
            return Text.of("scenario.edit.removeInstances", instances.size());
        }
    }

    /** A copy of each on its own GPU, placed as {@code Layouts.place} does; all of them or none. */
    record DuplicateInstances(Set<InstanceRef> instances) implements InstanceEdit {
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
    record ChangeProfile(InstanceRef instance, String profile) implements InstanceEdit {
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
    record SetUtilization(Set<InstanceRef> instances, double utilization) implements InstanceEdit {
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
    record ShiftUtilization(Set<InstanceRef> instances, double difference) implements InstanceEdit {
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
    record SetUtilizations(Map<InstanceRef, Double> utilizations) implements InstanceEdit {
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

    /**
     * The memory in use on one or several instances.
     *
     * @param mib in MiB, what {@code DCGM_FI_DEV_FB_USED} would be; {@code NaN} for no reading
     */
    record SetMemory(Set<InstanceRef> instances, double mib) implements InstanceEdit {
        @Override
        public Outcome applyTo(Scenario scenario) {
            return new Outcome.Done(Partitioning.change(
                    scenario, instances, i -> i.withReadings(i.readings().withMemoryUsed(mib))));
        }

        @Override
        public Text label() {
            return Double.isNaN(mib)
                    ? Text.of("scenario.edit.noMemory", instances.size())
                    : Text.of("scenario.edit.memory", instances.size(), new Decimal(mib / MIB_PER_GIB, 2));
        }

        @Override
        public Object coalescing() {
            return List.of(SetMemory.class, instances);
        }
    }

    record SetName(InstanceRef instance, String name) implements InstanceEdit {
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

    record SetOwner(Set<InstanceRef> instances, String owner) implements InstanceEdit {
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

    record SetNote(InstanceRef instance, String note) implements InstanceEdit {
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

    /** Instances from the clipboard, in their order, placed as {@code Layouts.place} does; all of them or none. */
    record Paste(String gpu, List<Clip> clips) implements InstanceEdit {
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
