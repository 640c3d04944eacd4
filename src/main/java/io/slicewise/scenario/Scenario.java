package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
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
 * @param plan what is to be bought for what; {@code null} where nobody plans that here
 */
public record Scenario(
        Wording name,
        Wording notes,
        Fleet fleet,
        Weights weights,
        @Nullable PlanInput plan) {
    /** Without a plan. */
    public Scenario(Wording name, Wording notes, Fleet fleet, Weights weights) {
        this(name, notes, fleet, weights, null);
    }

    /** No GPU yet. */
    public static Scenario empty(String name) {
        return new Scenario(Wording.of(name), Wording.NONE, Fleet.EMPTY, Weights.DEFAULT);
    }

    public Scenario withName(Wording newName) {
        return new Scenario(newName, notes, fleet, weights, plan);
    }

    public Scenario withNotes(Wording newNotes) {
        return new Scenario(name, newNotes, fleet, weights, plan);
    }

    public Scenario withFleet(Fleet newFleet) {
        return new Scenario(name, notes, newFleet, weights, plan);
    }

    public Scenario withWeights(Weights newWeights) {
        return new Scenario(name, notes, fleet, newWeights, plan);
    }

    public Scenario withPlan(@Nullable PlanInput newPlan) {
        return new Scenario(name, notes, fleet, weights, newPlan);
    }

    /** With one GPU changed; the same scenario when it has no such GPU. */
    Scenario withGpu(String id, UnaryOperator<Gpu> change) {
        List<Gpu> gpus = new ArrayList<>(fleet.gpus());
        gpus.replaceAll(gpu -> gpu.id().equals(id) ? change.apply(gpu) : gpu);
        return withFleet(new Fleet(gpus));
    }
}
