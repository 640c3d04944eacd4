package io.slicewise.desktop.look;

/** How busy something is, as the sheets colour it. */
public final class Load {
    private static final int LEVELS = 5;

    private Load() {}

    /**
     * The style class of a utilization, {@code load-0} to {@code load-4} in five steps of equal width, or {@code
     * no-reading}.
     *
     * @param utilization a ratio; {@code NaN} without a reading
     */
    public static String styleClass(double utilization) {
        return Double.isNaN(utilization) ? "no-reading" : "load-" + Math.min(LEVELS - 1, (int) (utilization * LEVELS));
    }
}
