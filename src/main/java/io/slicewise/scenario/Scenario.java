package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.alternative.Basis;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Wording;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param name what it is called
 * @param notes what it shows, free text
 * @param fleet its GPUs
 * @param weights what counts how much
 * @param plan what is to be bought for what; {@code null} where that is not planned here
 * @param assumptions what the planner knows about money and watts
 * @param alternatives named variants, as differences
 */
public record Scenario(
        Wording name,
        Wording notes,
        Fleet fleet,
        Weights weights,
        @Nullable PlanInput plan,
        Assumptions assumptions,
        List<Alternative> alternatives) {
    public Scenario {
        alternatives = List.copyOf(alternatives);
    }

    /** Without a plan. */
    public Scenario(Wording name, Wording notes, Fleet fleet, Weights weights) {
        this(name, notes, fleet, weights, null, Assumptions.NONE, List.of());
    }

    /** No GPU yet. */
    public static Scenario empty(String name) {
        return new Scenario(Wording.of(name), Wording.NONE, Fleet.EMPTY, Weights.DEFAULT);
    }

    public Scenario withName(Wording newName) {
        return new Scenario(newName, notes, fleet, weights, plan, assumptions, alternatives);
    }

    public Scenario withNotes(Wording newNotes) {
        return new Scenario(name, newNotes, fleet, weights, plan, assumptions, alternatives);
    }

    public Scenario withFleet(Fleet newFleet) {
        return new Scenario(name, notes, newFleet, weights, plan, assumptions, alternatives);
    }

    public Scenario withWeights(Weights newWeights) {
        return new Scenario(name, notes, fleet, newWeights, plan, assumptions, alternatives);
    }

    public Scenario withPlan(@Nullable PlanInput newPlan) {
        return new Scenario(name, notes, fleet, weights, newPlan, assumptions, alternatives);
    }

    public Scenario withAssumptions(Assumptions newAssumptions) {
        return new Scenario(name, notes, fleet, weights, plan, newAssumptions, alternatives);
    }

    public Scenario withAlternatives(List<Alternative> newAlternatives) {
        return new Scenario(name, notes, fleet, weights, plan, assumptions, newAlternatives);
    }

    /** What its alternatives differ from. */
    public Basis basis() {
        return new Basis(fleet, weights, plan == null ? PlanInput.NONE : plan, assumptions);
    }

    /** With one GPU changed; the same scenario when it has no such GPU. */
    Scenario withGpu(String id, UnaryOperator<Gpu> change) {
        List<Gpu> gpus = new ArrayList<>(fleet.gpus());
        gpus.replaceAll(gpu -> gpu.id().equals(id) ? change.apply(gpu) : gpu);
        return withFleet(new Fleet(gpus));
    }
}
