package io.slicewise.planning.program;

import io.slicewise.work.Cancel;

/**
 * How long to search.
 *
 * @param branches after so many branches the best found stands, with the bound
 * @param cancel asked before every branch: the answer may not be wanted any more
 */
public record Effort(int branches, Cancel cancel) {
    /** Some seconds at most, never stopped. */
    public static final Effort USUAL = new Effort(20_000, Cancel.NEVER);

    /** As long, unless it is cancelled before. */
    public Effort until(Cancel newCancel) {
        return new Effort(branches, newCancel);
    }
}
