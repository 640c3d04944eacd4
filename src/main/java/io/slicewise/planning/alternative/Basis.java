package io.slicewise.planning.alternative;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.usage.Weights;

/**
 * What alternatives differ from.
 *
 * @param fleet the GPUs
 * @param weights what counts how much
 * @param plan what is wanted and offered
 * @param assumptions rates and watts
 */
public record Basis(Fleet fleet, Weights weights, PlanInput plan, Assumptions assumptions) {}
