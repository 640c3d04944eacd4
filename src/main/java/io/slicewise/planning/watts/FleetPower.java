package io.slicewise.planning.watts;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.BoardPower;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What several GPUs draw. A sum over GPUs of which one is not known is not known.
 *
 * @param gpus in their order
 */
public record FleetPower(List<GpuPower> gpus) {
    public FleetPower {
        gpus = List.copyOf(gpus);
    }

    /**
     * What was measured where it was, else the forecast. Idle watts are by order of trust: what the planner says, what the GPU drew
     * while all of it read 0, what the catalogue knows of the board.
     *
     * @param gpus all of them: one without MIG has one instance of the full profile
     * @param idle what the planner says; {@code NaN} for nothing
     * @param max what the planner says; {@code NaN} for nothing
     */
    public static FleetPower of(List<Gpu> gpus, ToDoubleFunction<Gpu> idle, ToDoubleFunction<Gpu> max) {
        return new FleetPower(gpus.stream()
                .map(gpu -> of(gpu, idle.applyAsDouble(gpu), max.applyAsDouble(gpu)))
                .toList());
    }

    private static GpuPower of(Gpu gpu, double plannedIdle, double plannedMax) {
        Optional<BoardPower> board =
                gpu.model() == null ? Optional.empty() : gpu.model().power(gpu.modelName());
        IdleWatts idle = IdleWatts.of(plannedIdle, measuredIdle(gpu), board);
        double max = Double.isNaN(plannedMax) ? board.map(BoardPower::cap).orElse(Double.NaN) : plannedMax;
        return new GpuPower(gpu, PowerDraw.of(gpu, idle.watts(), max, gpu.powerWatts()), idle, max);
    }

    /** What it drew while all of it read 0; an instance without a reading may have been at work. */
    private static double measuredIdle(Gpu gpu) {
        return gpu.instances().stream().allMatch(instance -> instance.utilization() == 0)
                ? gpu.powerWatts()
                : Double.NaN;
    }

    /** A sum over all GPUs; {@code NaN} where one of them is not known. */
    public double sum(ToDoubleFunction<PowerDraw> part) {
        return gpus.stream().map(GpuPower::draw).mapToDouble(part).sum();
    }

    /** What all of them draw. */
    public double total() {
        return sum(PowerDraw::total);
    }

    /** The GPUs of which something is missing. */
    public List<Gpu> open() {
        return gpus.stream().filter(GpuPower::isOpen).map(GpuPower::gpu).toList();
    }

    /** How many were measured. */
    public int measured() {
        return (int) gpus.stream().filter(GpuPower::isMeasured).count();
    }
}
