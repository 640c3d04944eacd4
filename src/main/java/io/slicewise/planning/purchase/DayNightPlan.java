package io.slicewise.planning.purchase;

import io.slicewise.planning.change.Turnover;

/**
 * One pool of GPUs for what is wanted by day and what is wanted by night.
 *
 * @param day how the pool serves the day; its totals, its bound and whether that is proven are those of the pool
 * @param night how the same pool serves the night
 * @param atOnce the plan without changing over, which serves both at the same time
 * @param evening what the change from day to night costs
 * @param morning what the change back costs
 */
public record DayNightPlan(
        PurchasePlan day, PurchasePlan night, PurchasePlan atOnce, Turnover evening, Turnover morning) {
    /** Whether a pool that changes over can serve both. */
    public boolean isPossible() {
        return day.impossible() == null;
    }
}
