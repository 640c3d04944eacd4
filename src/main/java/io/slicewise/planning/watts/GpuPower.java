package io.slicewise.planning.watts;

import io.slicewise.fleet.Gpu;

/**
 * A GPU with what it draws.
 *
 * @param gpu with its instances
 * @param draw what it draws, and whose it is
 * @param idle what it draws with nothing to do, and who says so
 * @param max what it draws at most; {@code NaN} where it is not known
 */
public record GpuPower(Gpu gpu, PowerDraw draw, IdleWatts idle, double max) {
    /** Whether its watts were measured, and not forecast. */
    public boolean isMeasured() {
        return !Double.isNaN(gpu.powerWatts());
    }

    /** Whether something is missing to tell whose the watts are. */
    public boolean isOpen() {
        return Double.isNaN(draw.active());
    }
}
