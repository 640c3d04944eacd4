package io.slicewise.planning.change;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through actions on one GPU as the driver would, for every choice that it has where no start is written. */
public final class Rehearsal {
    private final List<Action> actions;

    /** One command to the driver. */
    public sealed interface Action {
        /** Destroys the compute instances in a GPU instance. */
        record DestroyCompute(Placement placement) implements Action {}

        /** Destroys a GPU instance. */
        record DestroyGpu(Placement placement) implements Action {}

        /** Creates a GPU instance with a compute instance; at {@link Placement#UNKNOWN} wherever the driver likes. */
        record Create(Profile profile, int start) implements Action {}
    }

    /** How it ends. */
    public enum Result {
        LEGAL,
        ILLEGAL,
        /** On the choices of the driver. */
        DEPENDS
    }

    /** Why it does not end well. */
    public enum Fault {
        NONE,
        /** More compute slices than there are, or more instances. */
        SLICES,
        OVERLAP,
        /** The GPU instance has a compute instance. */
        COMPUTE_INSTANCE,
        /** There is no such instance. */
        MISSING,
        /** A profile cannot start there. */
        START,
        /** The driver has to take one of the right starts. */
        CHOICE
    }

    /**
     * What came of it.
     *
     * @param step the step that fails, or whose choice decides, counted from 1; 0 for none
     * @param slices the compute slices that there would be at that step
     */
    public record Verdict(Result result, int step, Fault fault, int slices) {}

    /** What stands, and which of it has no compute instance any more. */
    private record State(Layout layout, Set<Placement> bare) {
        State plus(Placement placement) {
            return new State(layout.plus(placement), bare);
        }

        State minus(Placement placement) {
            List<Placement> left = new ArrayList<>(layout.placements());
            left.remove(placement);
            Set<Placement> others = new HashSet<>(bare);
            others.remove(placement);
            return new State(new Layout(layout.model(), left), others);
        }

        State bared(Placement placement) {
            Set<Placement> more = new HashSet<>(bare);
            more.add(placement);
            return new State(layout, more);
        }
    }

    private Rehearsal(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    /** Whether the actions can be done in this order on a GPU with this layout, each instance with a compute instance. */
    public static Verdict of(Layout layout, List<Action> actions) {
        return new Rehearsal(actions).from(new State(layout, Set.of()), 0);
    }

    private Verdict from(State state, int next) {
        if (next == actions.size()) {
            return new Verdict(Result.LEGAL, 0, Fault.NONE, state.layout().allocatedSlices());
        }
        return switch (actions.get(next)) {
            case Action.DestroyCompute(Placement placement) ->
                stands(state, placement)
                        ? from(state.bared(placement), next + 1)
                        : failed(next, Fault.MISSING, state.layout().allocatedSlices());
            case Action.DestroyGpu(Placement placement) -> {
                int slices = state.layout().allocatedSlices();
                if (!stands(state, placement)) {
                    yield failed(next, Fault.MISSING, slices);
                }
                yield state.bare().contains(placement)
                        ? from(state.minus(placement), next + 1)
                        : failed(next, Fault.COMPUTE_INSTANCE, slices);
            }
            case Action.Create(Profile profile, int start) -> created(state, profile, start, next);
        };
    }

    private Verdict created(State state, Profile profile, int start, int next) {
        Layout layout = state.layout();
        GpuModel model = layout.model();
        int slices = layout.allocatedSlices() + profile.computeSlices();
        if (slices > model.computeSlices() || layout.placements().size() >= model.maxInstances()) {
            return failed(next, Fault.SLICES, slices);
        }
        PlacementRule rule = profile.placement();
        List<Integer> all = rule == null ? List.of() : rule.starts();
        if (start != Placement.UNKNOWN) {
            if (!all.contains(start)) {
                return failed(next, Fault.START, slices);
            }
            return layout.fitsAt(profile, start)
                    ? from(state.plus(new Placement(profile, start)), next + 1)
                    : failed(next, Fault.OVERLAP, slices);
        }
        List<Verdict> verdicts = all.stream()
                .filter(one -> layout.fitsAt(profile, one))
                .map(one -> from(state.plus(new Placement(profile, one)), next + 1))
                .toList();
        if (verdicts.isEmpty()) {
            return failed(next, Fault.OVERLAP, slices);
        }
        boolean isLegal = verdicts.stream().allMatch(verdict -> verdict.result() == Result.LEGAL);
        boolean isIllegal = verdicts.stream().allMatch(verdict -> verdict.result() == Result.ILLEGAL);
        return isLegal || isIllegal ? verdicts.getFirst() : new Verdict(Result.DEPENDS, next + 1, Fault.CHOICE, slices);
    }

    private static boolean stands(State state, Placement placement) {
        return state.layout().placements().contains(placement);
    }

    private static Verdict failed(int next, Fault fault, int slices) {
        return new Verdict(Result.ILLEGAL, next + 1, fault, slices);
    }
}
