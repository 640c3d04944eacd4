package io.slicewise.planning.watts;

import io.slicewise.fleet.Gpu;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the GPUs of a plan would draw.
 *
 * @param gpus how many work
 * @param spare how many stand by, idle
 * @param watts of all of them; {@code NaN} where a model's watts are not known
 */
public record PlanPower(long gpus, long spare, double watts) {
    /**
     * Forecasts: those that are needed at {@code idle + (max − idle)·G}, those that stand by at idle.
     *
     * <p>Worked example: 3 GPUs of 50 to 400 W at G = 0.5 draw 675 W, and one that stands by 50 W more.
     *
     * @param whole the whole-GPU utilization that is expected, a ratio
     * @param idle what the planner says a GPU draws with nothing to do; {@code NaN} for nothing
     * @param max what the planner says it draws at most; {@code NaN} for nothing
     */
    public static PlanPower of(PurchasePlan plan, double whole, ToDoubleFunction<Gpu> idle, ToDoubleFunction<Gpu> max) {
        long gpus = 0;
        long spare = 0;
        double watts = 0;
        for (ModelPlan one : plan.models()) {
            Gpu any = Gpu.of(
                    one.offer().model().id(),
                    one.offer().model().shortName(),
                    one.offer().model(),
                    List.of());
            GpuPower each = FleetPower.of(List.of(any), idle, max).gpus().getFirst();
            long standing = Math.max(0, one.installed() - one.gpus());
            double low = each.idle().watts();
            gpus += one.gpus();
            spare += standing;
            watts += one.gpus() * (low + (each.max() - low) * whole) + standing * low;
        }
        return new PlanPower(gpus, spare, watts);
    }
}
