package io.slicewise.planning.program;

import java.util.function.BooleanSupplier;

/**
 * How long to search.
 *
 * @param branches after so many branches the best found stands, with the bound
 * @param stopped asked before every branch: somebody does not want the answer any more
 */
public record Effort(int branches, BooleanSupplier stopped) {
    /** Some seconds at most, never stopped. */
    public static final Effort USUAL = new Effort(20_000, () -> false);
}
